import { createHash } from 'node:crypto';

import type { Sha256 } from '#shared/bundle/bytes.ts';
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

/**
 * The cells of a sheet as they were after a change (of any sheet), in the order of `listCells`. One that
 * was not recorded anew since is read as it stands: what was done to it past the program shows.
 */
export function listCellsAfter(
  handle: ReadHandle,
  sheet: SheetId,
  change: number,
): readonly StoredCell[] {
  return prepared<[Record<string, unknown>], StoredCell>(
    handle,
    `WITH changed AS (
       SELECT row_code, column_code, MAX(id) FILTER (WHERE id <= $change) AS id
       FROM cell_change WHERE sheet_id = $sheet
       GROUP BY row_code, column_code HAVING MAX(id) > $change
     )
     SELECT row_code AS "row", column_code AS "column", typed, canonical, fault
     FROM cell_change JOIN changed USING (id, row_code, column_code)
     UNION ALL
     SELECT row_code, column_code, typed, canonical, fault FROM cell
     WHERE sheet_id = $sheet
       AND (row_code, column_code) NOT IN (SELECT row_code, column_code FROM changed)
     ORDER BY 1, 2`,
  ).all({ sheet, change });
}

/** When anything of a sheet was last saved; null while nothing was. */
export function lastChangeAt(handle: ReadHandle, sheet: SheetId): Instant | null {
  return (
    prepared<[number], { at: Instant }>(
      handle,
      'SELECT at FROM cell_change WHERE id = (SELECT MAX(change_id) FROM cell WHERE sheet_id = ?)',
    ).get(sheet)?.at ?? null
  );
}

/** Changes as they were kept: the numbers of the first and the last, and the digest of them all. */
export type KeptChanges = {
  readonly first: number;
  readonly last: number;
  readonly digest: Sha256;
};

/**
 * Appends changes of one sheet, in their order, and makes them the cells' latest, in the caller's
 * transaction. The digest is over the change's circumstances and its cells as JSON (RFC 8785, which
 * JSON.stringify writes for lists of texts and whole numbers).
 */
export function recordChanges(
  handle: WriteHandle,
  by: ChangedBy,
  cells: readonly StoredCell[],
): KeptChanges {
  const { sheet, revision, accountId, at } = by;
  const digest = createHash('sha256').update(JSON.stringify([sheet, revision, accountId, at]));
  const ids = eachCellOnce(cells).map((run) => {
    const text = JSON.stringify(
      run.map(({ row, column, typed, canonical, fault }) => [row, column, typed, canonical, fault]),
    );
    digest.update(text);
    return keepRun(handle, by, text);
  });
  return {
    first: ids[0]?.first ?? 0,
    last: ids.at(-1)?.last ?? 0,
    digest: digest.digest('hex') as Sha256,
  };
}

/** The same cells cut where one comes again: it follows upon its change before. */
function eachCellOnce(cells: readonly StoredCell[]): readonly (readonly StoredCell[])[] {
  const runs: StoredCell[][] = [];
  let run: StoredCell[] = [];
  let seen = new Set<string>();
  for (const cell of cells) {
    const place = `${cell.row} ${cell.column}`;
    if (run.length === 0 || seen.has(place)) {
      run = [];
      runs.push(run);
      seen = new Set();
    }
    run.push(cell);
    seen.add(place);
  }
  return runs;
}

/** Two statements for a whole run: a pasted block costs no more than its bytes. */
function keepRun(
  handle: WriteHandle,
  { sheet, revision, accountId, at }: ChangedBy,
  text: string,
): { readonly first: number; readonly last: number } {
  const { lastInsertRowid, changes } = prepared(
    handle,
    `INSERT INTO cell_change (sheet_id, revision, row_code, column_code, typed, canonical, fault,
       account_id, at, previous_id)
     SELECT $sheet, $revision, changed."row", changed."column", changed.typed, changed.canonical,
       changed.fault, $accountId, $at, cell.change_id
     FROM (
       SELECT key, value ->> 0 AS "row", value ->> 1 AS "column", value ->> 2 AS typed,
         value ->> 3 AS canonical, value ->> 4 AS fault
       FROM json_each($text)
     ) AS changed
     LEFT JOIN cell ON cell.sheet_id = $sheet AND cell.row_code = changed."row"
       AND cell.column_code = changed."column"
     ORDER BY changed.key`,
  ).run({ sheet, revision, accountId, at, text });
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
    `WITH RECURSIVE past (id, typed, fault, account_id, at, previous_id) AS (
       SELECT id, cell_change.typed, cell_change.fault, account_id, at, previous_id
       FROM cell JOIN cell_change ON id = change_id
       WHERE cell.sheet_id = ? AND cell.row_code = ? AND cell.column_code = ?
       UNION ALL
       SELECT earlier.id, earlier.typed, earlier.fault, earlier.account_id, earlier.at,
         earlier.previous_id
       FROM past JOIN cell_change AS earlier ON earlier.id = past.previous_id
     )
     SELECT typed, fault, display_name AS by, at
     FROM past JOIN account ON account.id = account_id ORDER BY past.id DESC`,
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
