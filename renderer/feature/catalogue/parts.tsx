import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { RowTarget } from '#shared/catalogue/sheets/sheet.ts';
import { unitTargetsOf } from '#shared/catalogue/unit-targets.ts';
import { comparisonOf } from '#shared/domain/target.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { targetText, withUnit } from '../../ui/figures.ts';
import type { Text } from '../../ui/text.ts';
import { useText } from '../../ui/text.ts';
import { EditTable } from './edit-table.tsx';
import { indicatorForm, newIndicatorForm, retireForm } from './indicator-forms.ts';
import { change, Part, removal } from './part.tsx';
import type { PartProps } from './part.tsx';
import { periodForm } from './period-form.ts';
import { targetForm } from './target-form.ts';
import { unitTargetForm } from './unit-target-form.ts';

export function PeriodPart({ catalogue, mayEdit, onOpen }: PartProps) {
  const text = useText();
  const { t, language, formatDay } = text;
  return (
    <Part
      add={t('catalogueDesk.period.add')}
      mayEdit={mayEdit}
      onAdd={() => {
        onOpen(periodForm(text, null));
      }}
    >
      <EditTable
        label={t('catalogueDesk.parts.periods')}
        mayEdit={mayEdit}
        heads={[
          t('catalogueDesk.period.name'),
          t('catalogueDesk.period.code'),
          t('catalogueDesk.period.cutOff'),
          t('catalogueDesk.period.lastDay'),
          t('catalogueDesk.period.note'),
        ]}
        rows={catalogue.periods.map((period) => ({
          key: period.code,
          cells: [
            period.name[language],
            <Unbroken key="code">{period.code}</Unbroken>,
            period.cutOff === null ? '' : formatDay(period.cutOff),
            formatDay(period.deadline.lastCompliantDay),
            period.deadline.note ?? '',
          ],
          actions: [
            change(text, period.name[language], () => {
              onOpen(periodForm(text, period));
            }),
          ],
        }))}
      />
    </Part>
  );
}

export function IndicatorPart({ catalogue, mayEdit, onOpen }: PartProps) {
  const text = useText();
  const { t, language } = text;
  return (
    <Part
      add={t('catalogueDesk.indicator.add')}
      mayEdit={mayEdit}
      onAdd={() => {
        onOpen(newIndicatorForm(text, catalogue));
      }}
    >
      <EditTable
        label={t('catalogueDesk.parts.indicators')}
        mayEdit={mayEdit}
        heads={[
          t('catalogueDesk.indicator.name'),
          t('catalogueDesk.indicator.code'),
          t('catalogueDesk.indicator.unit'),
          t('catalogueDesk.indicator.reportedBy'),
          t('catalogueDesk.indicator.lastPeriod'),
        ]}
        rows={catalogue.indicators.map((indicator) => ({
          key: indicator.code,
          cells: [
            indicator.name[language],
            indicator.code,
            indicator.unit.vi,
            t(`catalogueDesk.values.${indicator.reportedBy}`),
            catalogue.periods.find(({ code }) => code === indicator.lastPeriod)?.name[language] ??
              '',
          ],
          actions: [
            change(text, indicator.name[language], () => {
              onOpen(indicatorForm(text, indicator));
            }),
            {
              label: t('catalogueDesk.indicator.retire'),
              full: t('catalogueDesk.indicator.retireOf', { name: indicator.name[language] }),
              onAct: () => {
                onOpen(retireForm(text, catalogue, indicator));
              },
            },
          ],
        }))}
      />
    </Part>
  );
}

export function TargetPart({ catalogue, mayEdit, onOpen }: PartProps) {
  const text = useText();
  const { t } = text;
  const nameOf = indicatorNames(catalogue, text);
  return (
    <Part
      add={t('catalogueDesk.target.add')}
      mayEdit={mayEdit}
      onAdd={() => {
        onOpen(targetForm(text, catalogue, null));
      }}
    >
      {catalogue.targets.length === 0 ? (
        <p className="muted">{t('catalogueDesk.target.none')}</p>
      ) : (
        <EditTable
          label={t('catalogueDesk.parts.targets')}
          mayEdit={mayEdit}
          heads={[
            t('catalogueDesk.target.indicator'),
            t('catalogueDesk.target.horizon'),
            t('catalogueDesk.target.value'),
            t('catalogueDesk.target.wording'),
          ]}
          rows={catalogue.targets.map((target) => {
            const name = `${nameOf(target.indicator)} ${target.horizon}`;
            return {
              key: target.id,
              cells: [
                nameOf(target.indicator),
                target.horizon,
                <TargetValue
                  key="value"
                  target={{ ...target, comparison: comparisonOf(target) }}
                  unitOfMeasure={target.unit.vi}
                />,
                target.originalText,
              ],
              actions: [
                change(text, name, () => {
                  onOpen(targetForm(text, catalogue, target));
                }),
                removal(text, name, { kind: 'target.remove', id: target.id }, onOpen),
              ],
            };
          })}
        />
      )}
    </Part>
  );
}

export function UnitTargetPart({ catalogue, mayEdit, onOpen }: PartProps) {
  const text = useText();
  const { t } = text;
  const nameOf = indicatorNames(catalogue, text);
  const unitOf = (code: string) =>
    catalogue.indicators.find((one) => one.code === code)?.unit.vi ?? '';
  const names = new Map(catalogue.units.map(({ code, nameWithType }) => [code, nameWithType]));
  const units = [...names].map(([value, label]) => ({ value, label }));
  const reporting = units.filter(({ value }) =>
    catalogue.units.some(({ code, level }) => code === value && level === 'district'),
  );
  const given = unitTargetsOf(catalogue);
  return (
    <Part
      add={t('catalogueDesk.unitTarget.add')}
      mayEdit={mayEdit}
      onAdd={() => {
        onOpen(unitTargetForm(text, catalogue, reporting, null));
      }}
    >
      {given.length === 0 ? (
        <EmptyState title={t('catalogueDesk.unitTarget.none')}>
          {t('catalogueDesk.unitTarget.noneHint')}
        </EmptyState>
      ) : (
        <EditTable
          label={t('catalogueDesk.parts.unitTargets')}
          mayEdit={mayEdit}
          heads={[
            t('catalogueDesk.unitTarget.unit'),
            t('catalogueDesk.target.indicator'),
            t('catalogueDesk.target.horizon'),
            t('catalogueDesk.target.value'),
            t('catalogueDesk.unitTarget.basis'),
          ]}
          rows={given.map((target) => {
            const { unit, indicator, horizon, value, comparison, basis } = target;
            const name = `${names.get(unit) ?? unit}, ${nameOf(indicator)} ${horizon}`;
            return {
              key: `${unit} ${indicator} ${horizon}`,
              cells: [
                names.get(unit) ?? unit,
                nameOf(indicator),
                horizon,
                <TargetValue
                  key="value"
                  target={{ value, comparison, horizon }}
                  unitOfMeasure={unitOf(indicator)}
                />,
                basis,
              ],
              actions: [
                change(text, name, () => {
                  onOpen(unitTargetForm(text, catalogue, units, target));
                }),
                removal(
                  text,
                  name,
                  { kind: 'unit-target.remove', unit, indicator, horizon },
                  onOpen,
                ),
              ],
            };
          })}
        />
      )}
    </Part>
  );
}

function indicatorNames({ indicators }: Catalogue, { language }: Text): (code: string) => string {
  return (code) => indicators.find((one) => one.code === code)?.name[language] ?? code;
}

/** A target with its unit: `≥ 6,2%`. */
function TargetValue(props: { readonly target: RowTarget; readonly unitOfMeasure: string }) {
  return <Unbroken>{withUnit(targetText(props.target, useText()), props.unitOfMeasure)}</Unbroken>;
}

function Unbroken({ children }: { readonly children: string }) {
  return <span className="nowrap">{children}</span>;
}
