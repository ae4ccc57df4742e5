import { checkNumberNames, numbersOf } from '#shared/catalogue/edit/check-numbers.ts';
import { severities } from '#shared/domain/check.ts';
import type { Check } from '#shared/domain/check.ts';
import { viFindings } from '#shared/text/vi/findings.ts';
import type { Text } from '../../ui/text.ts';
import type { EditForm } from './edit-form.ts';

export function checkForm(text: Text, check: Check): EditForm {
  const { t } = text;
  const { code, severity, isOff } = check;
  return {
    title: t('catalogueDesk.check.changeTitle', { code }),
    ...leadOf(text, check),
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
    ...leadOf(text, check),
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

/** What a check says, with dots for the figures that it will name; null for one without words. */
export function checkWords({ t }: Text, { message }: Check): string | null {
  if (!isFinding(message)) return null;
  const names = [...viFindings[message].matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
  return t(`findings.${message}`, Object.fromEntries(names.map((name) => [name, '…'])));
}

function leadOf(text: Text, check: Check): Pick<EditForm, 'lead'> {
  const lead = checkWords(text, check);
  return lead === null ? {} : { lead };
}

function isFinding(message: string): message is keyof typeof viFindings {
  return Object.hasOwn(viFindings, message);
}
