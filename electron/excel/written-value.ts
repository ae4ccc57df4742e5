import { assertNever } from '#shared/kit/assert-never.ts';
import { parseDay } from '#shared/kit/clock.ts';
import { isDecimal } from '#shared/domain/decimal.ts';
import { toNfc } from '#shared/text/nfc.ts';
import { decimalOfDouble } from './raw-cell.ts';
import type { RawCell } from './raw-cell.ts';
import type { TableColumn } from './table.ts';
import { xmlText } from './xml.ts';

/** How a canonical text stands in a spreadsheet. */
export type Written =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly date: Date }
  | { readonly kind: 'text'; readonly text: string };

type ColumnMeaning = Pick<TableColumn, 'kind' | 'choices'>;

/** Spreadsheets count days from 1900 and are wrong about the first two months of it. */
const FIRST_DAY = '1901-01-01';

/**
 * What is written for a canonical text: a number where 15 digits hold it exactly, otherwise the text of
 * it with a decimal comma; `-` and `...` as text; the label of a choice; a real date for a day.
 */
export function writtenForm(text: string, column: ColumnMeaning): Written {
  if (text === '') return { kind: 'empty' };
  switch (column.kind) {
    case 'number':
      return isDecimal(text) ? writtenDecimal(text) : plain(text);
    case 'status':
    case 'choice':
      return plain(column.choices?.find(({ code }) => code === text)?.label ?? text);
    case 'day': {
      const day = parseDay(text);
      return day === null || day < FIRST_DAY
        ? plain(text)
        : { kind: 'date', date: new Date(`${day}T00:00:00Z`) };
    }
    case 'text':
      return plain(text);
    default:
      return assertNever(column.kind);
  }
}

/** Whether a cell of a file still holds what was written into it for a canonical text. */
export function isAsWritten(raw: RawCell | null, text: string, column: ColumnMeaning): boolean {
  if (raw?.text === text && raw.kind === column.kind && !raw.isPercent) return true;
  const form = writtenForm(text, column);
  switch (form.kind) {
    case 'empty':
      return raw === null || (raw.kind === 'text' && raw.text.trim() === '');
    case 'number':
      return raw?.kind === 'number' && raw.text === text && !raw.isPercent;
    case 'date':
      return raw?.kind === 'date' && raw.text === text;
    case 'text':
      return raw?.kind === 'text' && raw.text === form.text;
    default:
      return assertNever(form);
  }
}

function writtenDecimal(text: string): Written {
  // The one place where a figure becomes a binary number: Excel knows no other, and it is read back
  // before it is trusted.
  const number = Number(text);
  return decimalOfDouble(number) === text
    ? { kind: 'number', number }
    : plain(text.replace('.', ','));
}

function plain(text: string): Written {
  const kept = toNfc(xmlText(text));
  return kept === '' ? { kind: 'empty' } : { kind: 'text', text: kept };
}
