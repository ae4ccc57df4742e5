import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { UnitTarget } from '#shared/domain/target.ts';
import type { Text } from '../../ui/text.ts';
import { typedNumber } from './edit-form.ts';
import type { EditForm } from './edit-form.ts';
import { targetFields } from './target-form.ts';

export function unitTargetForm(
  text: Text,
  catalogue: Catalogue,
  units: readonly { readonly value: string; readonly label: string }[],
  target: UnitTarget | null,
): EditForm {
  const { t } = text;
  // What the province publishes itself stands in no unit's form: nobody could be given a target of it.
  const reported = catalogue.indicators.filter(({ reportedBy }) => reportedBy !== 'province');
  const fields = targetFields(text, { indicators: reported });
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
      indicator: target?.indicator ?? reported[0]?.code ?? '',
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
