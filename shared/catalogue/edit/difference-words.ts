import { isDecimal } from '#shared/domain/decimal.ts';
import { parseDay } from '#shared/kit/clock.ts';
import { formatDay } from '#shared/text/format-date.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import { viCatalogueDesk } from '#shared/text/vi/catalogue-desk.ts';
import type { Language, MessageKey, Translate } from '#shared/text/translate.ts';
import type { Difference } from './differences.ts';

/** What translates, and in which language numbers are written. */
export type Speaker = { readonly t: Translate; readonly language: Language };

type FieldKey = keyof typeof viCatalogueDesk.fields;
type ValueKey = keyof typeof viCatalogueDesk.values;
type PartKey = keyof typeof viCatalogueDesk.parts;

/**
 * One difference as a sentence: what it is about, and what became of it. The same words stand in the
 * province's preview and in a district's.
 */
export function differenceWords(difference: Difference, speaker: Speaker): string {
  const { t } = speaker;
  const { kind, field, from, to } = difference;
  const name = difference.group === 'other' ? partName(difference.id, t) : difference.name;
  const words = { name, id: difference.id };
  if (difference.group === 'other') return t('catalogueDesk.difference.part', words);
  const day = /^since\.(\d{4}-\d\d-\d\d)\.(.+)$/.exec(field ?? '');
  const values = { from: valueWords(from, speaker), to: valueWords(to, speaker) };
  if (day !== null) {
    return t('catalogueDesk.difference.since', {
      ...words,
      ...values,
      day: valueWords(day[1] ?? '', speaker),
      field: fieldName(day[2] ?? '', t),
    });
  }
  switch (kind) {
    case 'reordered':
      return field === null
        ? t('catalogueDesk.difference.reordered')
        : t('catalogueDesk.difference.reorderedIn', { ...words, field: fieldName(field, t) });
    case 'added':
      return to === null
        ? t('catalogueDesk.difference.added', words)
        : t('catalogueDesk.difference.addedFrom', { ...words, day: values.to });
    case 'ended':
      return t(
        field === 'lastPeriod'
          ? 'catalogueDesk.difference.endedPeriod'
          : 'catalogueDesk.difference.ended',
        { ...words, day: values.to },
      );
    case 'removed':
      return t('catalogueDesk.difference.removed', words);
    case 'changed':
      return t('catalogueDesk.difference.changed', {
        ...words,
        ...values,
        field: fieldName(field ?? '', t),
      });
  }
}

/** A property of a catalogue's part by the name that officers know; its path where it has none. */
function fieldName(path: string, t: Translate): string {
  const parts = path.split('.');
  // The most telling name stands last: `range.hardMin`, `parameters.limit.percent`, `name.vi`.
  const key = path.endsWith('.en') && parts.length === 2 ? 'nameEn' : lastKnown(parts);
  return key === null ? path : t(`catalogueDesk.fields.${key}` satisfies MessageKey);
}

function lastKnown(parts: readonly string[]): FieldKey | null {
  const known = parts.filter((part): part is FieldKey =>
    Object.hasOwn(viCatalogueDesk.fields, part),
  );
  return known.at(-1) ?? null;
}

function partName(part: string, t: Translate): string {
  return isPart(part) ? t(`catalogueDesk.parts.${part}` satisfies MessageKey) : part;
}

function isPart(part: string): part is PartKey {
  return Object.hasOwn(viCatalogueDesk.parts, part);
}

function valueWords(value: string | null, { t, language }: Speaker): string {
  if (value === null || value === '') return t('catalogueDesk.difference.nothing');
  const day = parseDay(value);
  if (day !== null) return formatDay(day);
  if (isDecimal(value)) return formatDecimal(value, undefined, language);
  return isValue(value) ? t(`catalogueDesk.values.${value}` satisfies MessageKey) : value;
}

function isValue(value: string): value is ValueKey {
  return Object.hasOwn(viCatalogueDesk.values, value);
}
