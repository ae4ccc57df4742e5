import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { checkNumberNames, numbersOf } from '#shared/catalogue/edit/check-numbers.ts';
import { severities } from '#shared/domain/check.ts';
import type { Check } from '#shared/domain/check.ts';
import { aggregations } from '#shared/domain/indicator.ts';
import type { Indicator } from '#shared/domain/indicator.ts';
import type { Period } from '#shared/domain/period.ts';
import type { Target, UnitTarget } from '#shared/domain/target.ts';
import type { Text } from '../../ui/text.ts';
import { typedNumber } from './edit-form.ts';
import type { EditField, EditForm } from './edit-form.ts';

/** The forms of periods, indicators, checks and targets; those of units are in `unit-forms.ts`. */

export function periodForm({ t, formatDay }: Text, period: Period | null): EditForm {
  const day = (value: string | null | undefined) =>
    value === null || value === undefined ? '' : formatDay(value);
  const code: EditField = {
    key: 'code',
    label: t('catalogueDesk.period.code'),
    hint: t('catalogueDesk.period.codeHint'),
    kind: 'text',
  };
  const workingDay: EditField = {
    key: 'lastWorkingDay',
    label: t('catalogueDesk.period.lastWorkingDay'),
    hint: t('catalogueDesk.period.lastWorkingDayHint'),
    kind: 'optional-day',
  };
  return {
    title:
      period === null
        ? t('catalogueDesk.period.addTitle')
        : t('catalogueDesk.period.changeTitle', { code: period.code }),
    fields: [
      ...(period === null ? [code] : []),
      { key: 'vi', label: t('catalogueDesk.period.name'), kind: 'text' },
      { key: 'en', label: t('catalogueDesk.period.nameEn'), kind: 'text' },
      {
        key: 'cutOff',
        label: t('catalogueDesk.period.cutOff'),
        hint: t('catalogueDesk.period.cutOffHint'),
        kind: 'optional-day',
      },
      { key: 'lastCompliantDay', label: t('catalogueDesk.period.lastDay'), kind: 'day' },
      ...(period === null ? [] : [workingDay]),
      { key: 'note', label: t('catalogueDesk.period.note'), kind: 'optional-text' },
    ],
    start: {
      vi: period?.name.vi ?? '',
      en: period?.name.en ?? '',
      cutOff: day(period?.cutOff),
      lastCompliantDay: day(period?.deadline.lastCompliantDay),
      lastWorkingDay: day(period?.deadline.lastWorkingDay),
      note: period?.deadline.note ?? '',
    },
    toEdit: (value, optional) => ({
      kind: period === null ? 'period.add' : 'period.change',
      code: period?.code ?? value('code'),
      name: { vi: value('vi'), en: value('en') },
      cutOff: optional('cutOff'),
      lastCompliantDay: value('lastCompliantDay'),
      note: optional('note'),
      ...(period === null ? {} : { lastWorkingDay: optional('lastWorkingDay') }),
    }),
  };
}

export function newIndicatorForm({ t, language }: Text, { indicators }: Catalogue): EditForm {
  return {
    title: t('catalogueDesk.indicator.addTitle'),
    fields: [
      {
        key: 'copyOf',
        label: t('catalogueDesk.indicator.copyOf'),
        kind: 'choice',
        options: indicators.map(({ code, name }) => ({ value: code, label: name[language] })),
      },
      {
        key: 'code',
        label: t('catalogueDesk.indicator.code'),
        hint: t('catalogueDesk.indicator.codeHint'),
        kind: 'text',
      },
      { key: 'vi', label: t('catalogueDesk.indicator.name'), kind: 'text' },
      { key: 'en', label: t('catalogueDesk.indicator.nameEn'), kind: 'text' },
    ],
    start: { copyOf: indicators[0]?.code ?? '' },
    toEdit: (value) => ({
      kind: 'indicator.add',
      copyOf: value('copyOf'),
      code: value('code'),
      name: { vi: value('vi'), en: value('en') },
    }),
  };
}

const limits = ['hardMin', 'hardMax', 'warnBelow', 'warnAbove'] as const;
const levels = ['commune', 'district', 'province'] as const;

export function indicatorForm({ t }: Text, indicator: Indicator): EditForm {
  const { code, name, unit, decimals, range, aggregation, reportedBy } = indicator;
  return {
    title: t('catalogueDesk.indicator.changeTitle', { code }),
    fields: [
      { key: 'vi', label: t('catalogueDesk.indicator.name'), kind: 'text' },
      { key: 'en', label: t('catalogueDesk.indicator.nameEn'), kind: 'text' },
      { key: 'unit', label: t('catalogueDesk.indicator.unit'), kind: 'text' },
      { key: 'decimals', label: t('catalogueDesk.indicator.decimals'), kind: 'number' },
      ...limits.map((key): EditField => ({
        key,
        label: t(`catalogueDesk.indicator.${key}`),
        kind: 'optional-number',
      })),
      {
        key: 'aggregation',
        label: t('catalogueDesk.indicator.aggregation'),
        kind: 'choice',
        options: aggregations.map((value) => ({
          value,
          label: t(`catalogueDesk.values.${value}`),
        })),
      },
      {
        key: 'reportedBy',
        label: t('catalogueDesk.indicator.reportedBy'),
        kind: 'choice',
        options: levels.map((value) => ({ value, label: t(`catalogueDesk.values.${value}`) })),
      },
    ],
    start: {
      vi: name.vi,
      en: name.en,
      unit: unit.vi,
      decimals: String(decimals),
      aggregation,
      reportedBy,
      ...Object.fromEntries(limits.map((key) => [key, typedNumber(range[key])])),
    },
    toEdit: (value, optional) => ({
      kind: 'indicator.change',
      code,
      name: { vi: value('vi'), en: value('en') },
      unit: value('unit'),
      decimals: Number(value('decimals')),
      range: Object.fromEntries(limits.map((key) => [key, optional(key)])),
      aggregation: value('aggregation'),
      reportedBy: value('reportedBy'),
    }),
  };
}

export function retireForm(
  { t, language }: Text,
  { periods }: Catalogue,
  { code, lastPeriod }: Indicator,
): EditForm {
  return {
    title: t('catalogueDesk.indicator.retireTitle', { code }),
    lead: t('catalogueDesk.indicator.retireLead'),
    fields: [
      {
        key: 'lastPeriod',
        label: t('catalogueDesk.indicator.lastPeriod'),
        kind: 'choice',
        options: [
          { value: '', label: t('catalogueDesk.indicator.stillAsked') },
          ...periods.map((period) => ({ value: period.code, label: period.name[language] })),
        ],
      },
    ],
    start: { lastPeriod: lastPeriod ?? '' },
    toEdit: (_value, optional) => ({
      kind: 'indicator.retire',
      code,
      lastPeriod: optional('lastPeriod'),
    }),
  };
}

export function checkForm({ t }: Text, { code, severity, isOff }: Check): EditForm {
  return {
    title: t('catalogueDesk.check.changeTitle', { code }),
    fields: [
      {
        key: 'severity',
        label: t('catalogueDesk.check.severity'),
        kind: 'choice',
        options: severities.map((value) => ({ value, label: t(`catalogueDesk.values.${value}`) })),
      },
      {
        key: 'state',
        label: t('catalogueDesk.check.state'),
        kind: 'choice',
        options: [
          { value: 'on', label: t('catalogueDesk.edit.yes') },
          { value: 'off', label: t('catalogueDesk.edit.no') },
        ],
      },
    ],
    start: { severity, state: isOff === true ? 'off' : 'on' },
    toEdit: (value) => ({
      kind: 'check.change',
      code,
      severity: value('severity'),
      isOff: value('state') === 'off',
    }),
  };
}

export function limitForm(text: Text, check: Check): EditForm {
  const { t } = text;
  const numbers = numbersOf(check);
  return {
    title: t('catalogueDesk.check.limitTitle', { code: check.code }),
    fields: [
      {
        key: 'path',
        label: t('catalogueDesk.check.limit'),
        kind: 'choice',
        options: numbers.map((number) => ({
          value: number.path,
          label: limitWords(text, number),
        })),
      },
      {
        key: 'value',
        label: t('catalogueDesk.check.value'),
        hint: t('catalogueDesk.check.valueHint'),
        kind: 'optional-number',
      },
    ],
    start: { path: numbers[0]?.path ?? '' },
    toEdit: (value, optional) => ({
      kind: 'check.number',
      code: check.code,
      path: value('path'),
      value: optional('value'),
    }),
  };
}

/** A limit by the name that officers know: `giới hạn (%): 20`. */
export function limitWords(
  { t, formatDecimal }: Text,
  { path, value }: ReturnType<typeof numbersOf>[number],
): string {
  const name = path.split('.').at(-1);
  const key = checkNumberNames.find((known) => known === name);
  const label = key === undefined ? path : t(`catalogueDesk.fields.${key}`);
  return `${label}: ${value === null ? t('catalogueDesk.difference.nothing') : formatDecimal(value)}`;
}

const comparisons = [
  { value: '>=', label: '≥' },
  { value: '<=', label: '≤' },
  { value: '=', label: '=' },
] as const;

function targetFields({ t, language }: Text, { indicators }: Catalogue): readonly EditField[] {
  return [
    {
      key: 'indicator',
      label: t('catalogueDesk.target.indicator'),
      kind: 'choice',
      options: indicators.map(({ code, name }) => ({ value: code, label: name[language] })),
    },
    {
      key: 'horizon',
      label: t('catalogueDesk.target.horizon'),
      hint: t('catalogueDesk.target.horizonHint'),
      kind: 'text',
    },
    {
      key: 'comparison',
      label: t('catalogueDesk.target.comparison'),
      kind: 'choice',
      options: comparisons,
    },
    { key: 'value', label: t('catalogueDesk.target.value'), kind: 'number' },
  ];
}

export function targetForm(text: Text, catalogue: Catalogue, target: Target | null): EditForm {
  const { t } = text;
  return {
    title:
      target === null
        ? t('catalogueDesk.target.addTitle')
        : t('catalogueDesk.target.changeTitle', { code: target.id }),
    fields: [
      ...targetFields(text, catalogue),
      {
        key: 'strict',
        label: t('catalogueDesk.target.strict'),
        kind: 'choice',
        options: [
          { value: 'no', label: t('catalogueDesk.edit.no') },
          { value: 'yes', label: t('catalogueDesk.edit.yes') },
        ],
      },
      { key: 'wording', label: t('catalogueDesk.target.wording'), kind: 'text' },
    ],
    start: {
      indicator: target?.indicator ?? catalogue.indicators[0]?.code ?? '',
      horizon: target?.horizon ?? '',
      comparison: target?.comparison ?? '>=',
      value: typedNumber(target?.value ?? null),
      strict: target?.strict === true ? 'yes' : 'no',
      wording: target?.originalText ?? '',
    },
    toEdit: (value) => ({
      kind: 'target.set',
      id: target?.id ?? null,
      indicator: value('indicator'),
      horizon: value('horizon'),
      value: value('value'),
      comparison: value('comparison'),
      strict: value('strict') === 'yes',
      wording: value('wording'),
    }),
  };
}

export function unitTargetForm(
  text: Text,
  catalogue: Catalogue,
  units: readonly { readonly value: string; readonly label: string }[],
  target: UnitTarget | null,
): EditForm {
  const { t } = text;
  const fields = targetFields(text, catalogue);
  const unit = target?.unit ?? units[0]?.value ?? '';
  return {
    title:
      target === null
        ? t('catalogueDesk.unitTarget.addTitle')
        : t('catalogueDesk.unitTarget.changeTitle', {
            unit: units.find(({ value }) => value === unit)?.label ?? unit,
          }),
    fields: [
      ...(target === null
        ? [
            {
              key: 'unit',
              label: t('catalogueDesk.unitTarget.unit'),
              kind: 'choice',
              options: units,
            } as const,
            ...fields,
          ]
        : fields.filter(({ key }) => key !== 'indicator' && key !== 'horizon')),
      {
        key: 'basis',
        label: t('catalogueDesk.unitTarget.basis'),
        hint: t('catalogueDesk.unitTarget.basisHint'),
        kind: 'text',
      },
    ],
    start: {
      unit,
      indicator: target?.indicator ?? catalogue.indicators[0]?.code ?? '',
      horizon: target?.horizon ?? '',
      comparison: target?.comparison ?? '>=',
      value: typedNumber(target?.value ?? null),
      basis: target?.basis ?? '',
    },
    toEdit: (value) => ({
      kind: 'unit-target.set',
      unit: target?.unit ?? value('unit'),
      indicator: target?.indicator ?? value('indicator'),
      horizon: target?.horizon ?? value('horizon'),
      value: value('value'),
      comparison: value('comparison'),
      basis: value('basis'),
    }),
  };
}
