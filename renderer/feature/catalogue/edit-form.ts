import { readDay } from '#shared/domain/day-input.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import { readNumber } from '#shared/domain/number-input.ts';
import type { Unit } from '#shared/domain/unit.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import type { MessageKey } from '#shared/text/translate.ts';
import { readUnits } from './unit-input.ts';

/** One field of an edit: its key is the one that the edit has, so that a fault finds its place. */
export type EditField = {
  readonly key: string;
  readonly label: string;
  /** May say what follows from what is typed so far. */
  readonly hint?: string | ((typed: Values) => string | undefined);
  /** `optional-…` may be left empty: nothing is set then. */
  readonly kind:
    | 'text'
    | 'optional-text'
    | 'day'
    | 'optional-day'
    | 'number'
    | 'optional-number'
    | 'choice'
    | 'units'
    | 'optional-units';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Of `units`: those among which the typed names and codes are looked for. */
  readonly units?: readonly Unit[];
  /** The day field that its first text belongs to: with another day it is asked for anew. */
  readonly ofDay?: string;
  /** The heading that it stands under, with the fields beside it that have the same one. */
  readonly group?: string;
};

/** What was typed, or read, by field. */
export type Values = Readonly<Record<string, string>>;

/** An edit as a form: what is asked, what stands there first, and the edit that follows. */
export type EditForm = {
  readonly title: string;
  readonly lead?: string;
  readonly fields: readonly EditField[];
  readonly start: Values;
  /** The same edit with one part more or fewer; what was typed stays. */
  readonly more?: { readonly label: string; readonly form: () => EditForm };
  readonly fewer?: { readonly label: string; readonly form: () => EditForm };
  /** The word on the button that sends it, where it is not "save". */
  readonly action?: string;
  /** The edit as data; `value` gives a field's text, `optional` null for an empty one. */
  readonly toEdit: (
    value: (key: string) => string,
    optional: (key: string) => string | null,
  ) => unknown;
};

export type ReadForm = {
  readonly values: Values;
  readonly faults: Readonly<Record<string, MessageKey>>;
};

/**
 * What stands in the fields once one was typed in. What belonged to another day than the one that
 * stands there now is left out; it comes back with its day, as long as nothing else was typed there.
 */
export function typedOn(
  { fields, start }: EditForm,
  typed: Values,
  key: string,
  value: string,
): Values {
  const next: Record<string, string> = { ...typed, [key]: value };
  for (const { key: own, ofDay } of fields) {
    if (ofDay !== key) continue;
    const first = start[own] ?? '';
    if (!isOtherDay(start[key], value)) next[own] = typed[own] === '' ? first : (typed[own] ?? '');
    else if (typed[own] === first) next[own] = '';
  }
  return next;
}

/** Whether a typed day is another one than that which stood there first. */
export function isOtherDay(first: string | undefined, typed: string | undefined): boolean {
  return readDay((typed ?? '').trim()) !== readDay(first ?? '');
}

/** Reads what was typed into its wire form: days as ISO, numbers as exact decimals. */
export function readForm(fields: readonly EditField[], typed: Values): ReadForm {
  const values: Record<string, string> = {};
  const faults: Record<string, MessageKey> = {};
  for (const { key, kind, units = [] } of fields) {
    const text = (typed[key] ?? '').normalize('NFC').trim();
    values[key] = text;
    if (text === '') {
      if (!kind.startsWith('optional') && kind !== 'choice') {
        faults[key] = 'catalogueDesk.edit.missing';
      }
      continue;
    }
    if (kind === 'day' || kind === 'optional-day') {
      const day = readDay(text);
      if (day === null) faults[key] = 'catalogueDesk.edit.dayWrong';
      else values[key] = day;
    }
    if (kind === 'units' || kind === 'optional-units') {
      const read = readUnits(text, units);
      values[key] = read.found.map(({ code }) => code).join(' ');
      if (read.unclear !== null) {
        faults[key] =
          read.unclear.fits > 1
            ? 'catalogueDesk.edit.unitUnclear'
            : 'catalogueDesk.edit.unitUnknown';
      }
    }
    if (isNumber(kind)) {
      const number = readNumber(text);
      if (number.kind === 'number') values[key] = number.value;
      else faults[key] = 'catalogueDesk.edit.numberWrong';
    }
  }
  return { values, faults };
}

/**
 * A number as it stands first in a field. Whatever the screen's language, it is written as the reader
 * of numbers takes it (D11 to D13): in English, `5,000` would come back as five.
 */
export function typedNumber(value: Decimal | null): string {
  return value === null ? '' : formatDecimal(value, undefined, 'vi');
}

/** The number that is understood where habit and rule could differ (D12, D13), to be said; else null. */
export function assumedNumber({ kind }: EditField, text: string): Decimal | null {
  const reading = isNumber(kind) ? readNumber(text) : null;
  return reading?.kind === 'number' && reading.assumed ? reading.value : null;
}

function isNumber(kind: EditField['kind']): boolean {
  return kind === 'number' || kind === 'optional-number';
}

/** What is wrong with a field that an edit cannot have. */
export function faultOfKey(key: string): MessageKey {
  if (key === 'horizon') return 'catalogueDesk.edit.horizonWrong';
  return key === 'decimals' ? 'catalogueDesk.edit.wholeWrong' : 'catalogueDesk.edit.codeWrong';
}
