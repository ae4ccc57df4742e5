import type { Unit } from '#shared/domain/unit.ts';
import type { Text } from '../../ui/text.ts';
import type { EditField, EditForm } from './edit-form.ts';

/** The forms of units: each change holds from a day on. */

function dayField({ t }: Text): EditField {
  return {
    key: 'from',
    label: t('catalogueDesk.unit.day'),
    hint: t('catalogueDesk.unit.dayHint'),
    kind: 'day',
  };
}

function nameFields({ t }: Text): readonly EditField[] {
  return [
    {
      key: 'type',
      label: t('catalogueDesk.unit.type'),
      hint: t('catalogueDesk.unit.typeHint'),
      kind: 'text',
    },
    { key: 'name', label: t('catalogueDesk.unit.plainName'), kind: 'text' },
  ];
}

export function renameForm(text: Text, { code, type, name, nameWithType }: Unit): EditForm {
  return {
    title: text.t('catalogueDesk.unit.renameTitle', { name: nameWithType }),
    fields: [dayField(text), ...nameFields(text)],
    start: { type, name },
    toEdit: (value) => ({
      kind: 'unit.rename',
      code,
      from: value('from'),
      type: value('type'),
      name: value('name'),
    }),
  };
}

export function mergeForm(text: Text): EditForm {
  const { t } = text;
  return {
    title: t('catalogueDesk.unit.mergeTitle'),
    fields: [
      {
        key: 'codes',
        label: t('catalogueDesk.unit.mergeCodes'),
        hint: t('catalogueDesk.unit.mergeCodesHint'),
        kind: 'text',
      },
      dayField(text),
      { key: 'code', label: t('catalogueDesk.unit.newCode'), kind: 'text' },
      ...nameFields(text),
    ],
    start: {},
    toEdit: (value) => ({
      kind: 'unit.merge',
      codes: codesIn(value('codes')),
      from: value('from'),
      into: { code: value('code'), type: value('type'), name: value('name') },
    }),
  };
}

export function splitForm(text: Text, unit: Unit): EditForm {
  const { t } = text;
  const part = (number: number, field: string) =>
    t('catalogueDesk.unit.part', { number, field: field.toLocaleLowerCase('vi') });
  const partFields = (number: number): readonly EditField[] => [
    {
      key: `code${String(number)}`,
      label: part(number, t('catalogueDesk.unit.newCode')),
      kind: 'text',
    },
    {
      key: `type${String(number)}`,
      label: part(number, t('catalogueDesk.unit.type')),
      kind: 'text',
    },
    {
      key: `name${String(number)}`,
      label: part(number, t('catalogueDesk.unit.plainName')),
      kind: 'text',
    },
  ];
  return {
    title: t('catalogueDesk.unit.splitTitle', { name: unit.nameWithType }),
    lead: t('catalogueDesk.unit.splitLead'),
    fields: [
      dayField(text),
      ...partFields(1),
      ...partFields(2),
      { key: 'children', label: t('catalogueDesk.unit.children'), kind: 'optional-text' },
    ],
    start: { code1: unit.code, type1: unit.type, name1: unit.name, type2: unit.type },
    toEdit: (value) => ({
      kind: 'unit.split',
      code: unit.code,
      from: value('from'),
      into: [1, 2].map((number) => ({
        code: value(`code${String(number)}`),
        type: value(`type${String(number)}`),
        name: value(`name${String(number)}`),
        children: number === 2 ? codesIn(value('children')) : [],
      })),
    }),
  };
}

function codesIn(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((code) => code !== '');
}
