import type { ColumnKind } from '#shared/domain/cell.ts';

/** What a file is about; a file of another form, unit or period is never taken for this one. */
export type TableIdentity = {
  readonly form: string;
  readonly formVersion: number;
  readonly catalogueVersion: number;
  readonly unit: string;
  readonly period: string;
};

export type TableChoice = { readonly code: string; readonly label: string };

/** `choices` are the codes of a `status` or `choice` column with the labels that a person picks. */
export type TableColumn = {
  readonly code: string;
  readonly header: string;
  readonly group: string | null;
  readonly kind: ColumnKind;
  readonly unit: string | null;
  readonly choices: readonly TableChoice[] | null;
  /** How many characters a text may have; null where the house's usual limit holds. */
  readonly longest: number | null;
};

/** `text` is canonical: decimals with a point, `-`, `...`, the code of a choice, an ISO day. */
export type TableCell = { readonly text: string; readonly isOpen: boolean };

/** A cell that a row does not have is missing from `cells`. */
export type TableRow = {
  readonly code: string;
  readonly ordinal: string;
  readonly group: string | null;
  readonly name: string;
  readonly unitOfMeasure: string;
  readonly cells: Readonly<Record<string, TableCell>>;
};

/** A form of one unit and period as a table, as it goes to a spreadsheet and comes back. */
export type ExcelTable = {
  readonly identity: TableIdentity;
  readonly unitName: string;
  readonly periodName: string;
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
};

/** The cell of a row in a column; null when the row has none. */
export function cellOf(row: TableRow, column: string): TableCell | null {
  return Object.hasOwn(row.cells, column) ? (row.cells[column] ?? null) : null;
}

/** Whether figures of a row in a column are percentages, so that 6.2 stands for 6,2 %. */
export function isPercentage(
  column: Pick<TableColumn, 'unit'>,
  row: Pick<TableRow, 'unitOfMeasure'>,
): boolean {
  return (column.unit ?? row.unitOfMeasure).trim() === '%';
}

/** The address of a cell as spreadsheets write it: row 8, column 5 is `E8`. Both count from 1. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** The letters of a column, counted from 1: 1 is `A`, 27 is `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The number of a column by its letters, from 1; 0 for none. The opposite of `columnLetters`. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at += 1) number = number * 26 + letters.charCodeAt(at) - 64;
  return number;
}

/** The column of an address in a row; throws for what is no address in that row, such as `E9` in 8. */
export function columnOfAddress(address: string, row: number): number {
  const letters = address.slice(0, -String(row).length);
  if (!LETTERS.test(letters) || !address.endsWith(String(row))) {
    throw new Error('A cell stands in another row than it says.');
  }
  return columnNumber(letters);
}

const LETTERS = /^[A-Z]{1,3}$/;
