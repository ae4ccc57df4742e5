import { canonicalText, understand } from '#shared/domain/cell.ts';
import { isDecimal, multiply } from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import { readNumber } from '#shared/domain/number-input.ts';
import { searchKey } from '#shared/text/fold.ts';
import { assertNever } from '#shared/kit/assert-never.ts';
import type { CellRefusal } from './preview.ts';
import { isPercentage } from './table.ts';
import type { TableColumn, TableRow } from './table.ts';
import type { RawCell } from './raw-cell.ts';

/** A cell of a file as a canonical text of a column, or why it is none. */
export type ValueReading =
  | { readonly ok: true; readonly text: string; readonly isAssumed: boolean }
  | { readonly ok: false; readonly reason: CellRefusal };

const HUNDRED = '100' as Decimal;

/**
 * Understands a cell of a file as a value of a column in a row. Numbers are taken as they are, texts
 * read as if they were typed. A percentage of the spreadsheet (0.062 shown as 6,2 %) is read as 6.2
 * where figures are percentages and refused elsewhere.
 */
export function readValue(
  raw: RawCell | null,
  column: TableColumn,
  row: Pick<TableRow, 'unitOfMeasure'>,
): ValueReading {
  if (raw === null) return read('');
  if (raw.kind === 'error') return no('excel-cell-has-error');
  if (raw.kind === 'empty') return raw.isFormula ? no('excel-formula-without-value') : read('');
  switch (column.kind) {
    case 'number':
      return readFigure(raw, column, row);
    case 'status':
    case 'choice':
      return readChoice(raw.text, column);
    case 'day':
      return readDayCell(raw);
    case 'text':
      return readText(raw, column);
    default:
      return assertNever(column.kind);
  }
}

function readFigure(
  raw: RawCell,
  column: TableColumn,
  row: Pick<TableRow, 'unitOfMeasure'>,
): ValueReading {
  if (raw.kind === 'date') return no('excel-cell-is-date');
  if (raw.kind === 'number') {
    if (!raw.isPercent) return read(raw.text);
    if (!isPercentage(column, row) || !isDecimal(raw.text)) return no('excel-cell-is-percent');
    return read(multiply(raw.text, HUNDRED), true);
  }
  const units = [column.unit, row.unitOfMeasure].filter((unit) => unit !== null && unit !== '');
  const reading = readNumber(
    raw.text,
    units.filter((unit) => unit !== null),
  );
  switch (reading.kind) {
    case 'empty':
      return read('');
    case 'nil':
      return read('-');
    case 'missing':
      return read('...');
    case 'number':
      return read(reading.value, reading.assumed);
    case 'ambiguous':
      return no('number-ambiguous');
    case 'fault':
      return no('number-unreadable');
    default:
      return assertNever(reading);
  }
}

/** Labels compare without accents and case, since they are picked from a list or typed by hand. */
function readChoice(text: string, column: TableColumn): ValueReading {
  const key = searchKey(text);
  if (key === '') return read('');
  const choices = column.choices ?? [];
  const choice =
    choices.find(({ label }) => searchKey(label) === key) ??
    choices.find(({ code }) => searchKey(code) === key);
  if (choice !== undefined) return read(choice.code);
  return no(column.kind === 'status' ? 'status-unknown' : 'choice-unknown');
}

function readDayCell(raw: RawCell): ValueReading {
  if (raw.kind !== 'date' && raw.kind !== 'text') return no('day-unreadable');
  const [day = ''] = raw.kind === 'date' ? raw.text.split('T') : [raw.text];
  const { value, fault } = understand('day', day);
  return fault === null ? read(canonicalText(value)) : no('day-unreadable');
}

function readText(raw: RawCell, column: TableColumn): ValueReading {
  const limits = column.longest === null ? {} : { longest: column.longest };
  const { value, fault } = understand('text', asShown(raw), limits);
  return fault === null ? read(canonicalText(value)) : no(fault);
}

/** What a person sees in a cell, as a Vietnamese spreadsheet shows it. */
function asShown(raw: RawCell): string {
  if (raw.kind === 'number') {
    const text = raw.isPercent && isDecimal(raw.text) ? multiply(raw.text, HUNDRED) : raw.text;
    return text.replace('.', ',') + (raw.isPercent ? '%' : '');
  }
  if (raw.kind !== 'date') return raw.text;
  const [day = '', time] = raw.text.split('T');
  const [year = '', month = '', date = ''] = day.split('-');
  const written = `${Number(date)}/${Number(month)}/${year}`;
  return time === undefined ? written : `${written} ${time}`;
}

function read(text: string, isAssumed = false): ValueReading {
  return { ok: true, text, isAssumed };
}

function no(reason: CellRefusal): ValueReading {
  return { ok: false, reason };
}
