import { assertNever } from '../kit/assert-never.ts';
import { parseDay } from '../kit/clock.ts';
import type { CalendarDay } from '../kit/clock.ts';
import { plainText } from '../kit/plain-text.ts';
import { isDecimal } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { readDay } from './day-input.ts';
import { readNumber } from './number-input.ts';

/** How firm a figure is: ước tính, sơ bộ, chính thức (Luật Thống kê 2015, articles 3 and 48). */
export const observationStatuses = ['estimated', 'provisional', 'official'] as const;
export type ObservationStatus = (typeof observationStatuses)[number];

export const columnKinds = ['number', 'status', 'text', 'choice', 'day'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** What a column takes besides its kind: the codes of its choices, and how long a text may be. */
export type CellLimits = {
  readonly choices?: readonly string[];
  readonly longest?: number;
  /** The unit of the cell, which may be typed behind its number. No other unit is taken. */
  readonly unitWords?: readonly string[];
};

/**
 * What stands in a cell, understood. "-" (nil: the thing did not occur) and "..." (missing: it
 * occurred, nobody could collect it) are values of their own, neither is zero (D10).
 */
export type CellValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'nil' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'number'; readonly number: Decimal }
  | { readonly kind: 'status'; readonly status: ObservationStatus }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'day'; readonly day: CalendarDay }
  | { readonly kind: 'text'; readonly text: string };

/** Why what was typed is no value yet. It is kept as a draft with this fault, never dropped. */
export type CellFault =
  | 'number-unreadable'
  | 'number-ambiguous'
  | 'status-unknown'
  | 'choice-unknown'
  | 'day-unreadable'
  | 'carried-over'
  | 'text-too-long';

export type UnderstoodCell = { readonly value: CellValue; readonly fault: CellFault | null };

export const longestNote = 2000;

/** Reads what was typed into a cell of a column. Never refuses: what cannot be read has a fault. */
export function understand(
  kind: ColumnKind,
  typed: string,
  { choices = [], longest = longestNote, unitWords = [] }: CellLimits = {},
): UnderstoodCell {
  const text = (kind === 'text' ? noteText(typed) : typed).normalize('NFC').trim();
  if (text === '') return { value: { kind: 'empty' }, fault: null };
  switch (kind) {
    case 'number':
      return understandNumber(text, unitWords);
    case 'status': {
      const status = observationStatuses.find((candidate) => candidate === text);
      return status === undefined ? faulty('status-unknown') : sound({ kind: 'status', status });
    }
    case 'choice':
      return choices.includes(text)
        ? sound({ kind: 'choice', choice: text })
        : faulty('choice-unknown');
    case 'day': {
      const day = readDay(text);
      return day === null ? faulty('day-unreadable') : sound({ kind: 'day', day });
    }
    case 'text':
      return text.length > longest ? faulty('text-too-long') : sound({ kind: 'text', text });
    default:
      return assertNever(kind);
  }
}

/**
 * The value of a canonical text, as `canonicalText` wrote it: decimals have a point here, so this is
 * not for what people type. Null when the text is no canonical value of the column.
 */
export function valueOfCanonical(
  kind: ColumnKind,
  text: string,
  limits: CellLimits = {},
): CellValue | null {
  if (text === '') return { kind: 'empty' };
  if (kind === 'day') {
    const day = parseDay(text);
    return day === null ? null : { kind: 'day', day };
  }
  if (kind !== 'number') {
    const known = text.replace(noCharacters, '\uFFFD');
    const { value, fault } = understand(kind, known, limits);
    if (fault !== null) return null;
    return value.kind === 'text' && value.text === known ? { kind: 'text', text } : value;
  }
  if (text === '-') return { kind: 'nil' };
  if (text === '...') return { kind: 'missing' };
  return isDecimal(text) ? { kind: 'number', number: text } : null;
}

/** The canonical text of a value, as it is stored and sealed: `6.2`, `-`, `...`, `estimated`. */
export function canonicalText(value: CellValue): string {
  switch (value.kind) {
    case 'empty':
      return '';
    case 'nil':
      return '-';
    case 'missing':
      return '...';
    case 'number':
      return value.number;
    case 'status':
      return value.status;
    case 'choice':
      return value.choice;
    case 'day':
      return value.day;
    case 'text':
      return value.text;
    default:
      return assertNever(value);
  }
}

/** Input makes blanks of them since; what was sealed with them before stands as it was sealed. */
const noCharacters = /[\uFFFE\uFFFF]/gu;
const lineEnds = /[\u0085\u2028\u2029]/g;

/** A note as it can be sealed and printed: what spreadsheets paste along becomes a blank. */
function noteText(typed: string): string {
  return plainText(typed.replace(lineEnds, '\n'));
}

function understandNumber(text: string, unitWords: readonly string[]): UnderstoodCell {
  const reading = readNumber(text, unitWords);
  switch (reading.kind) {
    case 'empty':
    case 'nil':
    case 'missing':
      return sound({ kind: reading.kind });
    case 'number':
      return sound({ kind: 'number', number: reading.value });
    case 'ambiguous':
      return faulty('number-ambiguous');
    case 'fault':
      return faulty('number-unreadable');
    default:
      return assertNever(reading);
  }
}

function sound(value: CellValue): UnderstoodCell {
  return { value, fault: null };
}

function faulty(fault: CellFault): UnderstoodCell {
  return { value: { kind: 'empty' }, fault };
}
