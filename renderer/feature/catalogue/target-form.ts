import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { Target } from '#shared/domain/target.ts';
import type { Text } from '../../ui/text.ts';
import { typedNumber } from './edit-form.ts';
import type { EditField, EditForm } from './edit-form.ts';

const comparisons = [
  { value: '>=', label: '≥' },
  { value: '<=', label: '≤' },
  { value: '=', label: '=' },
] as const;

/** What every target says, whether of the plan or given to a unit. */
export function targetFields(
  { t, language }: Text,
  { indicators }: Pick<Catalogue, 'indicators'>,
): readonly EditField[] {
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
  const { t, language } = text;
  const nameOf = (wanted: string) =>
    catalogue.indicators.find(({ code }) => code === wanted)?.name[language] ?? wanted;
  return {
    title:
      target === null
        ? t('catalogueDesk.target.addTitle')
        : t('catalogueDesk.edit.changeOf', {
            name: `${nameOf(target.indicator)} ${target.horizon}`,
          }),
    fields: [
      ...targetFields(text, catalogue),
      {
        key: 'strict',
        label: t('catalogueDesk.target.strict'),
        kind: 'choice',
        options: [
          { value: 'no', label: t('catalogueDesk.target.equalMeets') },
          { value: 'yes', label: t('catalogueDesk.target.equalFails') },
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
