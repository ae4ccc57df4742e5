import { checkNumberNames, numbersOf } from '#shared/catalogue/edit/check-numbers.ts';
import { severities } from '#shared/domain/check.ts';
import type { Check } from '#shared/domain/check.ts';
import type { Text } from '../../ui/text.ts';
import type { EditForm } from './edit-form.ts';

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
