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

export function mergeForm(text: Text, units: readonly Unit[]): EditForm {
  const { t } = text;
  return {
    title: t('catalogueDesk.unit.mergeTitle'),
    fields: [
      {
        key: 'codes',
        label: t('catalogueDesk.unit.mergeCodes'),
        hint: t('catalogueDesk.unit.mergeCodesHint'),
        kind: 'units',
        units,
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

/** What is not split into two at least stays one. */
const fewestParts = 2;

/** A unit becomes several, the first of them bearing its code and name as long as nobody says otherwise. */
export function splitForm(
  text: Text,
  units: readonly Unit[],
  unit: Unit,
  parts = fewestParts,
): EditForm {
  const { t } = text;
  const below = unitsBelow(units, unit.code);
  const numbers = Array.from({ length: parts }, (_, at) => at + 1);
  const ofPart = (field: string, number: number) => `${field}${String(number)}`;
  const partFields = (number: number): readonly EditField[] => {
    const group = t('catalogueDesk.unit.part', { number });
    const children: EditField = {
      key: ofPart('children', number),
      label: t('catalogueDesk.unit.children'),
      hint: t('catalogueDesk.unit.childrenHint'),
      kind: 'optional-units',
      units: below,
      group,
    };
    return [
      { key: ofPart('code', number), label: t('catalogueDesk.unit.newCode'), kind: 'text', group },
      { key: ofPart('type', number), label: t('catalogueDesk.unit.type'), kind: 'text', group },
      {
        key: ofPart('name', number),
        label: t('catalogueDesk.unit.plainName'),
        kind: 'text',
        group,
      },
      ...(number > 1 && below.length > 0 ? [children] : []),
    ];
  };
  const form = (count: number) => () => splitForm(text, units, unit, count);
  return {
    title: t('catalogueDesk.unit.splitTitle', { name: unit.nameWithType }),
    ...(below.length > 0 ? { lead: t('catalogueDesk.unit.splitLead') } : {}),
    fields: [dayField(text), ...numbers.flatMap(partFields)],
    start: Object.fromEntries([
      ...numbers.map((number) => [ofPart('type', number), unit.type] as const),
      ['code1', unit.code],
      ['name1', unit.name],
    ]),
    more: { label: t('catalogueDesk.unit.morePart', { number: parts + 1 }), form: form(parts + 1) },
    ...(parts > fewestParts
      ? {
          fewer: {
            label: t('catalogueDesk.unit.fewerPart', { number: parts }),
            form: form(parts - 1),
          },
        }
      : {}),
    toEdit: (value) => ({
      kind: 'unit.split',
      code: unit.code,
      from: value('from'),
      into: numbers.map((number) => ({
        code: value(ofPart('code', number)),
        type: value(ofPart('type', number)),
        name: value(ofPart('name', number)),
        children: codesIn(value(ofPart('children', number))),
      })),
    }),
  };
}

/** The units that are, or last were, below one. */
function unitsBelow(units: readonly Unit[], code: string): readonly Unit[] {
  const begin = ({ validFrom }: Unit): string => validFrom ?? '';
  return units.filter(
    (unit) =>
      unit.parent === code &&
      !units.some(
        (other) => other.code === unit.code && other.parent !== code && begin(other) > begin(unit),
      ),
  );
}

function codesIn(codes: string): readonly string[] {
  return codes.split(' ').filter((code) => code !== '');
}
