import { Fragment } from 'react';

import type { PlanView } from '#shared/ipc/calls/plan.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.ts';
import { elementId, isFirstHorizon, yearsOf } from './plan-parts.ts';
import type { PlanTarget } from './plan-parts.ts';
import { targetValue } from './plan-text.ts';

type PlanIndicator = PlanView['indicators'][number];

/** Every indicator: what it is made of, who reports it, and the plan's own words for its targets. */
export function IndicatorList(props: { readonly plan: PlanView; readonly found: string | null }) {
  const { t } = useText();
  const { indicators } = props.plan;
  return (
    <div className="plan-list plan-indicators">
      <div className="plan-columns plan-indicator-grid" aria-hidden="true">
        <span>{t('plan.indicator.columns.name')}</span>
        <span>{t('plan.indicator.columns.unit')}</span>
        <span>{t('plan.indicator.columns.by')}</span>
        <span>{t('plan.indicator.columns.target', yearsOf(props.plan))}</span>
      </div>
      {indicators.map((indicator, index) => (
        <Fragment key={indicator.code}>
          {indicators[index - 1]?.group !== indicator.group && (
            <h2 className="plan-group">{indicator.group}</h2>
          )}
          <IndicatorItem
            plan={props.plan}
            indicator={indicator}
            isFound={props.found === indicator.code}
          />
        </Fragment>
      ))}
    </div>
  );
}

function IndicatorItem(props: {
  readonly plan: PlanView;
  readonly indicator: PlanIndicator;
  readonly isFound: boolean;
}) {
  const text = useText();
  const { t } = text;
  const { indicator } = props;
  return (
    <details
      id={elementId(indicator.code)}
      className={props.isFound ? 'plan-item plan-found' : 'plan-item'}
    >
      <summary>
        <Icon name="unfold" />
        <span className="plan-indicator-grid">
          <span className="plan-item-name">{indicator.name}</span>
          <span>{indicator.unitOfMeasure}</span>
          <span>{t(`terms.reportedBy.${indicator.reportedBy}`)}</span>
          <span>
            {shortTargets(props.plan, indicator.targets, (target) => targetValue(target, text))}
          </span>
        </span>
      </summary>
      <dl className="plan-facts">
        <Fact term={t('plan.indicator.numerator')} value={indicator.numerator} />
        <Fact term={t('plan.indicator.denominator')} value={indicator.denominator} />
        <Fact term={t('plan.indicator.definition')} value={indicator.definitionNote} />
        <Fact term={t('plan.indicator.frequency')} value={indicator.frequency} />
        <Fact term={t('plan.indicator.owner')} value={indicator.owner} />
        <dt>{t('plan.indicator.targets')}</dt>
        <dd>
          {indicator.targets.length === 0 ? (
            <span className="muted">{t('plan.indicator.noTargets')}</span>
          ) : (
            <ul className="plan-quotes">
              {indicator.targets.map((target) => (
                <li key={target.id}>
                  <q>{target.originalText}</q> <span className="caption">{target.horizon}</span>
                </li>
              ))}
            </ul>
          )}
        </dd>
      </dl>
    </details>
  );
}

function Fact(props: { readonly term: string; readonly value: string | null }) {
  if (props.value === null || props.value === '') return null;
  return (
    <>
      <dt>{props.term}</dt>
      <dd>{props.value}</dd>
    </>
  );
}

/** The first year's target and the last one's: `≥ 92 / ≥ 95`; a dash for the one not set. */
function shortTargets(
  plan: PlanView,
  targets: readonly PlanTarget[],
  write: (target: PlanTarget) => string,
): string {
  if (targets.length === 0) return '';
  const first = targets.find((target) => isFirstHorizon(target, plan));
  const later = targets.find((target) => !isFirstHorizon(target, plan));
  return [first, later].map((target) => (target === undefined ? '–' : write(target))).join(' / ');
}
