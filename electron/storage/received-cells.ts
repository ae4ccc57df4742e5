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

/** What a bundle states in its form of indicators; a rate beside its amounts follows and is no cell. */
const observationsOf = (bundle: string): string => `
  SELECT indicator_code, numerator, denominator,
    iif(numerator = '' AND denominator = '', value, '') AS stated, status, note
  FROM received_observation
  WHERE bundle_id = ${bundle} AND numerator || denominator || value || status || note <> ''`;
const cellCount = (bundle: string): string =>
  `(SELECT COUNT(*) FROM received_cell WHERE bundle_id = ${bundle})`;

/** Cells are many and are looked up by their key; observations are few, and some state nothing. */
const differ = `
  EXISTS (${observationsOf('$a')} EXCEPT ${observationsOf('$b')})
  OR EXISTS (${observationsOf('$b')} EXCEPT ${observationsOf('$a')})
  OR ${cellCount('$a')} <> ${cellCount('$b')}
  OR EXISTS (
    SELECT 1 FROM received_cell AS a LEFT JOIN received_cell AS b ON b.bundle_id = $b
      AND b.form_code = a.form_code AND b.row_code = a.row_code AND b.column_code = a.column_code
    WHERE a.bundle_id = $a AND b.value IS NOT a.value
  )`;

/** Whether two received bundles state the same in every cell, without reading a cell of them. */
export function stateTheSame(handle: ReadHandle, a: number, b: number): boolean {
  const row = prepared<[{ a: number; b: number }], { differ: number }>(
    handle,
    `SELECT ${differ} AS differ`,
  ).get({ a, b });
  return row?.differ === 0;
}

/** How many cells came with a bundle, of all its forms. */
export function countReceivedCells(handle: ReadHandle, bundle: number): number {
  const row = prepared<[number], { count: number }>(
    handle,
    'SELECT COUNT(*) AS count FROM received_cell WHERE bundle_id = ?',
  ).get(bundle);
  return row?.count ?? 0;
}
