import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { aggregations } from '#shared/domain/indicator.ts';
import type { Indicator } from '#shared/domain/indicator.ts';
import type { Text } from '../../ui/text.ts';
import { typedNumber } from './edit-form.ts';
import type { EditField, EditForm } from './edit-form.ts';

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
      {
        key: 'en',
        label: t('catalogueDesk.indicator.nameEn'),
        hint: t('catalogueDesk.edit.englishHint'),
        kind: 'optional-text',
      },
    ],
    start: { copyOf: indicators[0]?.code ?? '' },
    toEdit: (value, optional) => ({
      kind: 'indicator.add',
      copyOf: value('copyOf'),
      code: value('code'),
      name: { vi: value('vi'), en: optional('en') ?? value('vi') },
    }),
  };
}

const limits = ['hardMin', 'hardMax', 'warnBelow', 'warnAbove'] as const;
const levels = ['commune', 'district', 'province'] as const;

export function indicatorForm({ t, language }: Text, indicator: Indicator): EditForm {
  const { code, name, unit, decimals, range, aggregation, reportedBy } = indicator;
  return {
    title: t('catalogueDesk.edit.changeOf', { name: name[language] }),
    fields: [
      { key: 'vi', label: t('catalogueDesk.indicator.name'), kind: 'text' },
      {
        key: 'en',
        label: t('catalogueDesk.indicator.nameEn'),
        hint: t('catalogueDesk.edit.englishHint'),
        kind: 'optional-text',
      },
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
      name: { vi: value('vi'), en: optional('en') ?? value('vi') },
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
  { code, name, lastPeriod }: Indicator,
): EditForm {
  return {
    title: t('catalogueDesk.indicator.retireOf', { name: name[language] }),
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
