import { useState } from 'react';
import type { ReactNode } from 'react';

import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { numbersOf } from '#shared/catalogue/edit/check-numbers.ts';
import type { CatalogueEdit } from '#shared/catalogue/edit/edit.ts';
import { unitTargetsOf } from '#shared/catalogue/unit-targets.ts';
import type { Unit } from '#shared/domain/unit.ts';
import { searchKey } from '#shared/text/fold.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/field.tsx';
import type { Text } from '../../ui/text.ts';
import { useText } from '../../ui/text.ts';
import type { EditForm } from './edit-form.ts';
import { EditTable } from './edit-table.tsx';
import type { RowAction } from './edit-table.tsx';
import {
  checkForm,
  indicatorForm,
  limitForm,
  limitWords,
  newIndicatorForm,
  periodForm,
  retireForm,
  targetForm,
  unitTargetForm,
} from './forms.ts';
import { mergeForm, renameForm, splitForm } from './unit-forms.ts';

/** What every part of the desk is given: the draft, and the ways to change it. */
export type PartProps = {
  readonly catalogue: Catalogue;
  readonly mayEdit: boolean;
  /** Opens the form of an edit. */
  readonly onOpen: (form: EditForm) => void;
  /** Applies an edit that asks nothing. */
  readonly onEdit: (edit: CatalogueEdit) => void;
};

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
            period.code,
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
            indicator.lastPeriod ?? '',
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

export function TargetPart({ catalogue, mayEdit, onOpen, onEdit }: PartProps) {
  const text = useText();
  const { t, formatDecimal } = text;
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
          rows={catalogue.targets.map((target) => ({
            key: target.id,
            cells: [
              nameOf(target.indicator),
              target.horizon,
              `${t(`plan.comparisons.${target.comparison}`)} ${formatDecimal(target.value)}`,
              target.originalText,
            ],
            actions: [
              change(text, target.id, () => {
                onOpen(targetForm(text, catalogue, target));
              }),
              removal(text, target.id, () => {
                onEdit({ kind: 'target.remove', id: target.id });
              }),
            ],
          }))}
        />
      )}
    </Part>
  );
}

export function UnitTargetPart({ catalogue, mayEdit, onOpen, onEdit }: PartProps) {
  const text = useText();
  const { t, formatDecimal } = text;
  const nameOf = indicatorNames(catalogue, text);
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
                `${t(`plan.comparisons.${comparison}`)} ${formatDecimal(value)}`,
                basis,
              ],
              actions: [
                change(text, name, () => {
                  onOpen(unitTargetForm(text, catalogue, units, target));
                }),
                removal(text, name, () => {
                  onEdit({ kind: 'unit-target.remove', unit, indicator, horizon });
                }),
              ],
            };
          })}
        />
      )}
    </Part>
  );
}

export function CheckPart({ catalogue, mayEdit, onOpen, onEdit }: PartProps) {
  const text = useText();
  const { t } = text;
  return (
    <EditTable
      label={t('catalogueDesk.parts.checks')}
      mayEdit={mayEdit}
      heads={[
        t('catalogueDesk.check.code'),
        t('catalogueDesk.check.form'),
        t('catalogueDesk.check.severity'),
        t('catalogueDesk.check.limits'),
        t('catalogueDesk.check.state'),
      ]}
      rows={catalogue.checks.map((check) => {
        const numbers = numbersOf(check);
        const limit: RowAction = {
          label: t('catalogueDesk.check.setLimit'),
          full: t('catalogueDesk.check.limitTitle', { code: check.code }),
          onAct: () => {
            onOpen(limitForm(text, check));
          },
        };
        return {
          key: check.code,
          cells: [
            check.code,
            check.form,
            t(`catalogueDesk.values.${check.severity}`),
            numbers.map((number) => limitWords(text, number)).join('; '),
            t(check.isOff === true ? 'catalogueDesk.edit.no' : 'catalogueDesk.edit.yes'),
          ],
          actions: [
            change(text, check.code, () => {
              onOpen(checkForm(text, check));
            }),
            ...(numbers.length > 0 ? [limit] : []),
            removal(text, check.code, () => {
              onEdit({ kind: 'check.remove', code: check.code });
            }),
          ],
        };
      })}
    />
  );
}

/** A province has hundreds of units: so many are shown until somebody says which. */
const mostUnits = 40;

export function UnitPart({ catalogue, mayEdit, onOpen }: PartProps) {
  const text = useText();
  const { t } = text;
  const [wanted, setWanted] = useState('');
  const key = searchKey(wanted);
  const levels = ['province', 'district', 'commune'];
  const found = catalogue.units
    .filter((unit) => unit.searchKey.includes(key) || unit.code.startsWith(wanted.trim()))
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  const shown = found.slice(0, mostUnits);
  return (
    <Part
      add={t('catalogueDesk.unit.merge')}
      mayEdit={mayEdit}
      onAdd={() => {
        onOpen(mergeForm(text));
      }}
      aside={<TextField label={t('catalogueDesk.unit.find')} value={wanted} onChange={setWanted} />}
    >
      {shown.length === 0 && <p className="muted">{t('catalogueDesk.unit.noneFound')}</p>}
      {shown.length > 0 && (
        <EditTable
          label={t('catalogueDesk.parts.units')}
          mayEdit={mayEdit}
          heads={[
            t('catalogueDesk.unit.name'),
            t('catalogueDesk.unit.code'),
            t('catalogueDesk.unit.validity'),
          ]}
          rows={shown.map((unit) => ({
            key: `${unit.code} ${unit.validFrom ?? ''}`,
            cells: [unit.nameWithType, unit.code, validity(unit, text)],
            actions: unitActions(unit, text, onOpen),
          }))}
        />
      )}
      {shown.length < found.length && (
        <p className="muted">
          {t('catalogueDesk.unit.onlyFirst', { shown: shown.length, all: found.length })}
        </p>
      )}
    </Part>
  );
}

/** A unit that ended is history: nothing is to be done to it. */
function unitActions(unit: Unit, text: Text, onOpen: PartProps['onOpen']): readonly RowAction[] {
  const { t } = text;
  const name = unit.nameWithType;
  if (unit.successor !== null && unit.successor.nameWithType !== null) return [];
  return [
    {
      label: t('catalogueDesk.unit.rename'),
      full: t('catalogueDesk.unit.renameOf', { name }),
      onAct: () => {
        onOpen(renameForm(text, unit));
      },
    },
    {
      label: t('catalogueDesk.unit.split'),
      full: t('catalogueDesk.unit.splitOf', { name }),
      onAct: () => {
        onOpen(splitForm(text, unit));
      },
    },
  ];
}

function validity({ validFrom, validTo }: Unit, { t, formatDay }: Text): string {
  const parts = [
    validFrom === null ? null : t('catalogueDesk.unit.from', { day: formatDay(validFrom) }),
    validTo === null ? null : t('catalogueDesk.unit.until', { day: formatDay(validTo) }),
  ].filter((part) => part !== null);
  return parts.length === 0 ? t('catalogueDesk.unit.always') : parts.join(' ');
}

function Part(props: {
  readonly add: string;
  readonly mayEdit: boolean;
  readonly onAdd: () => void;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <>
      <div className="edit-head">
        {props.aside}
        {props.mayEdit && <Button onClick={props.onAdd}>{props.add}</Button>}
      </div>
      {props.children}
    </>
  );
}

function change({ t }: Text, name: string, onAct: () => void): RowAction {
  const full = t('catalogueDesk.edit.changeOf', { name });
  return { label: t('catalogueDesk.edit.change'), full, onAct };
}

function removal({ t }: Text, name: string, onAct: () => void): RowAction {
  const full = t('catalogueDesk.edit.removeOf', { name });
  return { label: t('catalogueDesk.edit.remove'), full, onAct };
}

function indicatorNames({ indicators }: Catalogue, { language }: Text): (code: string) => string {
  return (code) => indicators.find((one) => one.code === code)?.name[language] ?? code;
}
