import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** A cell of a received bundle; `value` is canonical and never empty. */
export type ReceivedCell = {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly value: string;
};

/** Keeps the cells of a bundle in the transaction that stores it. */
export function insertReceivedCells(
  handle: WriteHandle,
  bundle: number,
  cells: readonly ReceivedCell[],
): void {
  const insert = prepared<[number, string, string, string, string]>(
    handle,
    `INSERT INTO received_cell (bundle_id, form_code, row_code, column_code, value)
     VALUES (?, ?, ?, ?, ?)`,
  );
  for (const { form, row, column, value } of cells) insert.run(bundle, form, row, column, value);
}

/** The cells of one form of a received bundle, by row and column. */
export function listReceivedCells(
  handle: ReadHandle,
  bundle: number,
  form: string,
): readonly ReceivedCell[] {
  return prepared<[number, string], ReceivedCell>(
    handle,
    `SELECT form_code AS form, row_code AS "row", column_code AS "column", value
     FROM received_cell WHERE bundle_id = ? AND form_code = ?`,
  ).all(bundle, form);
}

/** The cells of all forms of a received bundle. */
export function listCellsOfBundle(handle: ReadHandle, bundle: number): readonly ReceivedCell[] {
  return prepared<[number], ReceivedCell>(
    handle,
    `SELECT form_code AS form, row_code AS "row", column_code AS "column", value
     FROM received_cell WHERE bundle_id = ?`,
  ).all(bundle);
}

/** How many cells came with a bundle, of all its forms. */
export function countReceivedCells(handle: ReadHandle, bundle: number): number {
  const row = prepared<[number], { count: number }>(
    handle,
    'SELECT COUNT(*) AS count FROM received_cell WHERE bundle_id = ?',
  ).get(bundle);
  return row?.count ?? 0;
}
