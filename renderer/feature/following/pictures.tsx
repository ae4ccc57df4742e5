import { useState } from 'react';

import type { FollowedPlan } from '#shared/ipc/calls/following.ts';
import { SelectField } from '../../ui/field.tsx';
import { targetText, withUnit } from '../../ui/figures.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { useText } from '../../ui/text.ts';
import { RankingBars } from './ranking-bars.tsx';
import { TrendChart } from './trend-chart.tsx';

/** One indicator in two pictures: the units by rank in a period, and the course over the periods. */
export function Pictures(props: { readonly plan: FollowedPlan; readonly period: string }) {
  const text = useText();
  const { t } = text;
  const { plan } = props;
  const { indicators, periods, units } = plan;
  const [code, setCode] = useState(
    () => indicators.find(({ isOfUnits }) => isOfUnits)?.indicator ?? '',
  );
  const [period, setPeriod] = useState(
    periods.some((each) => each.period === props.period)
      ? props.period
      : (periods[0]?.period ?? ''),
  );
  const [unit, setUnit] = useState('');
  const indicator = indicators.find((each) => each.indicator === code);
  if (indicator === undefined) return null;
  const figures = indicator.periods.find((each) => each.period === period);
  const nameOf = (unitCode: string): string =>
    units.find((each) => each.unit === unitCode)?.name ?? unitCode;
  const periodName = periods.find((each) => each.period === period)?.name ?? period;
  const target = figures?.target ?? null;
  const hasFigures = figures?.units.some(({ number }) => number !== null) === true;
  const lines = [
    {
      name: t('following.pictures.province'),
      figures: periods.map(
        (each) => indicator.periods.find((one) => one.period === each.period)?.total ?? null,
      ),
    },
    ...(unit === ''
      ? []
      : [
          {
            name: nameOf(unit),
            figures: periods.map(
              (each) =>
                indicator.periods
                  .find((one) => one.period === each.period)
                  ?.units.find((one) => one.unit === unit) ?? null,
            ),
          },
        ]),
  ];
  const rankingLabel = t('following.pictures.rankingOf', {
    indicator: indicator.name,
    period: periodName,
  });
  return (
    <div className="follow-part">
      <div className="follow-bar follow-choices">
        <SelectField
          label={t('following.pictures.indicator')}
          value={code}
          onChange={setCode}
          options={indicators.map((each) => ({ value: each.indicator, label: each.name }))}
        />
        <SelectField
          label={t('following.pictures.period')}
          value={period}
          onChange={setPeriod}
          options={periods.map((each) => ({ value: each.period, label: each.name }))}
        />
        <SelectField
          label={t('following.pictures.unit')}
          value={unit}
          onChange={setUnit}
          options={[
            { value: '', label: t('following.pictures.noUnit') },
            ...units.map((each) => ({ value: each.unit, label: each.name })),
          ]}
        />
      </div>
      <ScrollRegion className="follow-scroll follow-pictures" label={t('following.tabs.pictures')}>
        <section>
          <h2>{t('following.pictures.ranking')}</h2>
          {target !== null && indicator.isOfUnits && (
            <p className="caption">
              {t('following.pictures.targetLine', {
                target: withUnit(targetText(target, text), indicator.unitOfMeasure),
                horizon: target.horizon,
              })}
            </p>
          )}
          {!indicator.isOfUnits && <p className="muted">{t('following.pictures.provinceOnly')}</p>}
          {indicator.isOfUnits && !hasFigures && (
            <p className="muted">{t('following.pictures.noFigures')}</p>
          )}
          {indicator.isOfUnits && figures !== undefined && (
            <RankingBars
              indicator={indicator}
              figures={figures}
              nameOf={nameOf}
              label={rankingLabel}
            />
          )}
        </section>
        <section>
          <h2>{t('following.pictures.trend')}</h2>
          <TrendChart
            label={t('following.pictures.trendOf', { indicator: indicator.name })}
            periods={periods}
            lines={lines}
            unitOfMeasure={indicator.unitOfMeasure}
            decimals={indicator.decimals}
          />
        </section>
      </ScrollRegion>
    </div>
  );
}
