import type { Brand } from '#shared/kit/brand.ts';
import type { Instant } from '#shared/kit/clock.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { UnitCode } from '#shared/domain/unit.ts';

import type { AccountId } from './accounts.ts';
import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

export type SheetId = Brand<number, 'SheetId'>;

/** The latest of a cell: as typed, in canonical form, and its fault while it is a draft. */
export type StoredCell = {
  readonly row: string;
  readonly column: string;
  readonly typed: string;
  readonly canonical: string;
  readonly fault: string | null;
};

/** Which sheet is changed, in which revision, by whom and when. */
export type ChangedBy = {
  readonly sheet: SheetId;
  readonly revision: number;
  readonly accountId: AccountId;
  readonly at: Instant;
};

export function findSheet(
  handle: ReadHandle,
  unit: UnitCode,
  period: PeriodCode,
  form: string,
): SheetId | null {
  return (
    prepared<[string, string, string], { id: SheetId }>(
      handle,
      'SELECT id FROM sheet WHERE unit_code = ? AND period_code = ? AND form_code = ?',
    ).get(unit, period, form)?.id ?? null
  );
}

export function ensureSheet(
  handle: WriteHandle,
  unit: UnitCode,
  period: PeriodCode,
  form: string,
): SheetId {
  const existing = findSheet(handle, unit, period, form);
  if (existing !== null) return existing;
  const { lastInsertRowid } = prepared(
    handle,
    'INSERT INTO sheet (unit_code, period_code, form_code) VALUES (?, ?, ?)',
  ).run(unit, period, form);
  return Number(lastInsertRowid) as SheetId;
}

/** Every cell of a sheet in which something stands or stood. */
export function listCells(handle: ReadHandle, sheet: SheetId): readonly StoredCell[] {
  return prepared<[number], StoredCell>(
    handle,
    `SELECT row_code AS "row", column_code AS "column", typed, canonical, fault
     FROM cell WHERE sheet_id = ?`,
  ).all(sheet);
}

/** When anything of a sheet was last saved; null while nothing was. */
export function lastChangeAt(handle: ReadHandle, sheet: SheetId): Instant | null {
  return (
    prepared<[number], { at: Instant }>(
      handle,
      'SELECT at FROM cell_change WHERE sheet_id = ? ORDER BY id DESC LIMIT 1',
    ).get(sheet)?.at ?? null
  );
}

/**
 * Appends changes of one sheet, in their order, and makes them the cells' latest, in the caller's
 * transaction. Two statements for all of them: a pasted block costs no more than its bytes. Gives
 * the numbers of the first change and the last.
 */
export function recordChanges(
  handle: WriteHandle,
  { sheet, revision, accountId, at }: ChangedBy,
  cells: readonly StoredCell[],
): { readonly first: number; readonly last: number } {
  const rows = cells.map(({ row, column, typed, canonical, fault }) => [
    row,
    column,
    typed,
    // Most of what is typed is canonical already.
    canonical === typed ? null : canonical,
    fault,
  ]);
  const { lastInsertRowid, changes } = prepared(
    handle,
    `INSERT INTO cell_change
       (sheet_id, revision, row_code, column_code, typed, canonical, fault, account_id, at)
     SELECT ?, ?, value ->> 0, value ->> 1, value ->> 2, coalesce(value ->> 3, value ->> 2),
       value ->> 4, ?, ?
     FROM json_each(?) ORDER BY key`,
  ).run(sheet, revision, accountId, at, JSON.stringify(rows));
  const last = Number(lastInsertRowid);
  const first = last - changes + 1;
  prepared(
    handle,
    `INSERT INTO cell (sheet_id, row_code, column_code, typed, canonical, fault, change_id)
     SELECT sheet_id, row_code, column_code, typed, canonical, fault, id
     FROM cell_change WHERE id >= ? ORDER BY id
     ON CONFLICT (sheet_id, row_code, column_code) DO UPDATE SET
       typed = excluded.typed, canonical = excluded.canonical, fault = excluded.fault,
       change_id = excluded.change_id`,
  ).run(first);
  return { first, last };
}

/** What a cell held, newest first. */
export function listCellHistory(
  handle: ReadHandle,
  sheet: SheetId,
  row: string,
  column: string,
): readonly { typed: string; fault: string | null; by: string; at: Instant }[] {
  return prepared<
    [number, string, string],
    { typed: string; fault: string | null; by: string; at: Instant }
  >(
    handle,
    `SELECT typed, fault, display_name AS by, at
     FROM cell_change JOIN account ON account.id = account_id
     WHERE sheet_id = ? AND row_code = ? AND column_code = ? ORDER BY cell_change.id DESC`,
  ).all(sheet, row, column);
}

/** The accounts that recorded something in a revision of a unit's period. */
export function listRecorders(
  handle: ReadHandle,
  unit: UnitCode,
  period: PeriodCode,
  revision: number,
): readonly AccountId[] {
  return prepared<[string, string, number], { accountId: AccountId }>(
    handle,
    `SELECT DISTINCT account_id AS accountId
     FROM cell_change JOIN sheet ON sheet.id = sheet_id
     WHERE unit_code = ? AND period_code = ? AND revision = ?`,
  )
    .all(unit, period, revision)
    .map((row) => row.accountId);
}

/**
 * The rows with cells that are not what their last recorded change says: somebody changed, removed or
 * added them past the program. One entry for each such cell.
 */
export function listSilentlyChanged(handle: ReadHandle, sheet: SheetId): readonly string[] {
  return prepared<[number, number, number], { row: string }>(
    handle,
    `WITH latest AS (
       SELECT row_code, column_code, MAX(id) AS id FROM cell_change
       WHERE sheet_id = ? GROUP BY row_code, column_code
     )
     SELECT latest.row_code AS "row"
     FROM latest JOIN cell_change USING (id)
     LEFT JOIN cell ON cell.sheet_id = ? AND cell.row_code = latest.row_code
       AND cell.column_code = latest.column_code
     WHERE cell.change_id IS NOT latest.id OR cell.typed IS NOT cell_change.typed
       OR cell.canonical IS NOT cell_change.canonical OR cell.fault IS NOT cell_change.fault
     UNION ALL
     SELECT cell.row_code AS "row" FROM cell
     WHERE cell.sheet_id = ? AND NOT EXISTS (
       SELECT 1 FROM latest
       WHERE latest.row_code = cell.row_code AND latest.column_code = cell.column_code
     )`,
  )
    .all(sheet, sheet, sheet)
    .map((cell) => cell.row);
}
