/**
 * One cell of a report's forms, as it travels in `data/cells.csv`: long form, one record per cell
 * that holds something. What Biểu 01 says of an indicator travels as an observation instead.
 */
import { parsePeriodCode } from '#shared/domain/period.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Refused, Result } from '#shared/kit/result.ts';
import { utf8, utf8Text } from './bytes.ts';
import { csvRows, csvText } from './csv.ts';

export const CELLS_PATH = 'data/cells.csv';

/**
 * `value` is canonical and never empty: a decimal with a point, `-`, `...`, a day (`2022-08-22`), the
 * code of a status or a choice, or a text in NFC with line feeds. A column that begins with `why.`
 * holds what was written about a finding of its row.
 */
export type CellRecord = {
  readonly refArea: string;
  readonly timePeriod: string;
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly value: string;
};

/** Column names of `data/cells.csv`, in order. */
export const CELL_COLUMNS = ['REF_AREA', 'TIME_PERIOD', 'FORM', 'ROW', 'COLUMN', 'VALUE'] as const;
export type CellColumn = (typeof CELL_COLUMNS)[number];

/** What the cells must agree with: the period and the forms of the signed statement. */
type CellsContext = {
  readonly period: string;
  readonly forms: readonly { readonly code: string }[];
};

const FORM_CODE = /^[A-Z][A-Z0-9]{1,7}$/;
const ROW_CODE = /^[A-Z0-9][A-Z0-9_.-]{0,63}$/;
const COLUMN_CODE = /^[A-Za-z][A-Za-z0-9_.-]{0,159}$/;
const MAX_VALUE = 20_000;
export const MAX_CELLS = 50_000;

/**
 * Writes cells as CSV in their order: forms as the statement lists them, rows and columns as the
 * sender's forms have them. Refuses `data-malformed` {line, column} for a record that breaks its
 * rules, repeats a cell or is of another period or an unlisted form.
 */
export function writeCells(
  records: readonly CellRecord[],
  context: CellsContext,
): Result<Uint8Array, 'data-malformed'> {
  const faulty = firstFaulty(records, context);
  if (faulty !== null) return faulty;
  return ok(utf8(csvText([CELL_COLUMNS, ...records.map(cellsOf)])));
}

/**
 * Reads what `writeCells` writes, and nothing else. Refuses `data-malformed` {line, column}; lines
 * count records, the header is line 1.
 */
export function readCells(
  bytes: Uint8Array,
  context: CellsContext,
): Result<readonly CellRecord[], 'data-malformed'> {
  const text = utf8Text(bytes);
  const rows = text === null ? null : csvRows(text);
  if (rows === null) return malformed(1, CELLS_PATH);
  const [header = [], ...body] = rows;
  if (header.join() !== CELL_COLUMNS.join()) return malformed(1, 'header');
  const short = body.findIndex((cells) => cells.length !== CELL_COLUMNS.length);
  if (short >= 0) return malformed(short + 2, 'columns');
  const records = body.map(recordOf);
  return firstFaulty(records, context) ?? ok(records);
}

function firstFaulty(
  records: readonly CellRecord[],
  { period, forms }: CellsContext,
): Refused<'data-malformed'> | null {
  if (records.length > MAX_CELLS) return malformed(MAX_CELLS + 2, CELLS_PATH);
  const places = new Map(forms.map(({ code }, place) => [code, place]));
  const keys = new Set<string>();
  let latest = 0;
  for (const [at, record] of records.entries()) {
    const column = firstFault(record);
    if (column !== null) return malformed(at + 2, column);
    if (record.timePeriod !== period) return malformed(at + 2, 'TIME_PERIOD');
    const place = places.get(record.form) ?? -1;
    if (place < latest) return malformed(at + 2, 'FORM');
    latest = place;
    const key = [record.refArea, record.form, record.row, record.column].join();
    if (keys.has(key)) return malformed(at + 2, 'COLUMN');
    keys.add(key);
  }
  return null;
}

/** The first column of a record that breaks its rule; null when all hold. */
function firstFault(record: CellRecord): CellColumn | null {
  if (parseUnitCode(record.refArea) === null) return 'REF_AREA';
  if (parsePeriodCode(record.timePeriod) === null) return 'TIME_PERIOD';
  if (!FORM_CODE.test(record.form)) return 'FORM';
  if (!ROW_CODE.test(record.row)) return 'ROW';
  if (!COLUMN_CODE.test(record.column)) return 'COLUMN';
  return isValue(record.value) ? null : 'VALUE';
}

/** Something, NFC, without blanks at its ends, and with no control character but the line feed. */
function isValue(text: string): boolean {
  if (text === '' || text.length > MAX_VALUE) return false;
  if (text.normalize('NFC') !== text || text.trim() !== text) return false;
  return !/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF]/u.test(text);
}

function cellsOf({ refArea, timePeriod, form, row, column, value }: CellRecord): readonly string[] {
  return [refArea, timePeriod, form, row, column, value];
}

function recordOf(cells: readonly string[]): CellRecord {
  const [refArea = '', timePeriod = '', form = '', row = '', column = '', value = ''] = cells;
  return { refArea, timePeriod, form, row, column, value };
}

function malformed(line: number, column: string): Refused<'data-malformed'> {
  return refuse('data-malformed', { line, column });
}
