import type { ExcelTable, TableColumn } from './table.ts';

/** What a template says besides the form's own words. */
export type TemplateWords = {
  readonly ordinal: string;
  readonly name: string;
  readonly unitOfMeasure: string;
  /** How to fill it in, below the title. */
  readonly guidance: string;
  /** Said by the spreadsheet when a number cell gets anything else. */
  readonly notANumber: string;
  /** Said when a list cell gets what is not in its list. */
  readonly notInList: string;
  readonly notADay: string;
};

export type HeaderCell = {
  readonly text: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** A row of the sheet: one of the table's, or the heading of a group of rows. */
export type LaidOutRow =
  | { readonly kind: 'heading'; readonly sheetRow: number; readonly text: string }
  | { readonly kind: 'row'; readonly sheetRow: number; readonly index: number };

export const titleRow = 1;
export const unitRow = 2;
export const periodRow = 3;
export const guidanceRow = 4;
const groupRow = 5;
export const headerRow = 6;
const firstRow = 7;
export const ordinalColumn = 1;
export const nameColumn = 2;
export const unitColumn = 3;
/** The table's columns stand after number, name and unit of measure. */
export const leadingColumns = 3;

/** The column of the sheet for a column of the table, counted from 0. */
export function sheetColumnOf(index: number): number {
  return leadingColumns + 1 + index;
}

/** A header as it stands in the sheet: with the column's unit below it. */
export function headerText(column: Pick<TableColumn, 'header' | 'unit'>): string {
  return column.unit === null || column.unit === ''
    ? column.header
    : `${column.header}\n(${column.unit})`;
}

/** The cells of the two header rows: groups over their columns, the others over both rows. */
export function headerCells(table: ExcelTable, words: TemplateWords): readonly HeaderCell[] {
  const over = (text: string, column: number): HeaderCell => ({
    text,
    top: groupRow,
    left: column,
    bottom: headerRow,
    right: column,
  });
  const cells = [
    over(words.ordinal, ordinalColumn),
    over(words.name, nameColumn),
    over(words.unitOfMeasure, unitColumn),
  ];
  for (const [index, column] of table.columns.entries()) {
    const at = sheetColumnOf(index);
    if (column.group === null) {
      cells.push(over(headerText(column), at));
      continue;
    }
    cells.push({ ...over(headerText(column), at), top: headerRow });
    const isFirst = table.columns[index - 1]?.group !== column.group;
    if (!isFirst) continue;
    const rest = table.columns.slice(index);
    const length = rest.findIndex(({ group }) => group !== column.group);
    const right = at + (length < 0 ? rest.length : length) - 1;
    cells.push({ text: column.group, top: groupRow, left: at, bottom: groupRow, right });
  }
  return cells;
}

/** Where the rows of the table stand; each group of rows has its heading above it. */
export function layOutRows(table: ExcelTable): readonly LaidOutRow[] {
  const laidOut: LaidOutRow[] = [];
  let group: string | null = null;
  for (const [index, row] of table.rows.entries()) {
    if (row.group !== null && row.group !== group) {
      laidOut.push({ kind: 'heading', sheetRow: firstRow + laidOut.length, text: row.group });
    }
    group = row.group;
    laidOut.push({ kind: 'row', sheetRow: firstRow + laidOut.length, index });
  }
  return laidOut;
}
