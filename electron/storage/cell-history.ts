import type { Instant } from '#shared/kit/clock.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { UnitCode } from '#shared/domain/unit.ts';

import type { StoredCell } from './cells.ts';
import { prepared } from './handle.ts';
import type { ReadHandle } from './handle.ts';

type ChangeId = number;

/** What stood in a cell at some time; everything empty before anything was recorded. */
export type StoredText = Pick<StoredCell, 'typed' | 'canonical' | 'fault'>;

/** One change of one cell, with what stood there before it and what stands there now. */
export type RecordedChange = {
  readonly id: ChangeId;
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly revision: number;
  readonly before: StoredText;
  readonly after: StoredText;
  readonly now: string;
  readonly by: string;
  readonly at: Instant;
};

/**
 * Which changes of a unit's period: of one form and row where they are named, and after a revision
 * (0: all). With `onlyDiffering` each cell that is not what it was at the end of that revision is
 * listed once, by its latest change, with what it was then as the text before.
 */
export type ChangeFilter = {
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  readonly form: string | null;
  readonly row: string | null;
  readonly afterRevision: number;
  readonly onlyDiffering: boolean;
};

type Row = {
  readonly id: ChangeId;
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly revision: number;
  readonly typed: string;
  readonly canonical: string;
  readonly fault: string | null;
  readonly typedBefore: string;
  readonly canonicalBefore: string;
  readonly faultBefore: string | null;
  readonly now: string;
  readonly by: string;
  readonly at: Instant;
};

const beyondEveryChange = Number.MAX_SAFE_INTEGER;

/**
 * Every change with an earlier one of the same cell that it is held against. The cross join walks
 * the changes themselves from the newest on, so that a page ends the walk.
 */
const changes = (earlierId: string): string => `
  FROM cell_change AS change
  CROSS JOIN sheet ON sheet.id = change.sheet_id
  JOIN account ON account.id = change.account_id
  LEFT JOIN cell ON cell.sheet_id = change.sheet_id AND cell.row_code = change.row_code
    AND cell.column_code = change.column_code
  LEFT JOIN cell_change AS earlier ON earlier.id = ${earlierId}
  WHERE unit_code = $unit AND period_code = $period AND change.revision > $afterRevision
    AND ($form IS NULL OR form_code = $form) AND ($row IS NULL OR change.row_code = $row)`;

/**
 * Each change beside the one before it. A text recorded once more is no change; a draft is another
 * thing than the same text understood.
 */
const everyChange = `${changes('change.previous_id')}
    AND (change.typed IS NOT COALESCE(earlier.typed, '')
      OR change.canonical IS NOT COALESCE(earlier.canonical, '')
      OR change.fault IS NOT earlier.fault)`;

/**
 * The latest of each cell beside what stood there at the end of a revision, where what would be
 * sealed is another thing: 1.234 typed for 1234 is the same figure. Revisions rise with the ids, so
 * the walk back ends at the first change that is old enough.
 */
const differingCells = `${changes(`(
    WITH RECURSIVE past (id, revision, previous_id) AS (
      SELECT change.id, change.revision, change.previous_id
      UNION ALL
      SELECT before.id, before.revision, before.previous_id
      FROM past JOIN cell_change AS before ON before.id = past.previous_id
      WHERE past.revision > $afterRevision
    )
    SELECT id FROM past WHERE revision <= $afterRevision
  )`)}
    AND change.id IS cell.change_id
    AND (change.canonical IS NOT COALESCE(earlier.canonical, '')
      OR change.fault IS NOT earlier.fault)`;

const columns = `change.id, form_code AS form, change.row_code AS "row",
  change.column_code AS "column", change.revision, change.typed, change.canonical, change.fault,
  COALESCE(earlier.typed, '') AS typedBefore, COALESCE(earlier.canonical, '') AS canonicalBefore,
  earlier.fault AS faultBefore, COALESCE(cell.typed, '') AS now, display_name AS by, change.at`;

/**
 * Changes with a smaller id than `below` (null: from the newest), newest first, at most `most` of
 * them. Ids rise with every change: the order is that of recording, whatever clocks said.
 */
export function listChanges(
  handle: ReadHandle,
  filter: ChangeFilter,
  below: ChangeId | null,
  most: number,
): readonly RecordedChange[] {
  const { onlyDiffering, ...parameters } = filter;
  return prepared<[Record<string, unknown>], Row>(
    handle,
    `SELECT ${columns} ${onlyDiffering ? differingCells : everyChange} AND change.id < $below
     ORDER BY change.id DESC LIMIT $most`,
  )
    .all({ ...parameters, below: below ?? beyondEveryChange, most })
    .map(fromRow);
}

/** How many cells of each form are not what they were at the end of a revision. */
export function countDiffering(
  handle: ReadHandle,
  unit: UnitCode,
  period: PeriodCode,
  revision: number,
): ReadonlyMap<string, number> {
  const counted = prepared<[Record<string, unknown>], { form: string; cells: number }>(
    handle,
    `SELECT form_code AS form, COUNT(*) AS cells ${differingCells} GROUP BY form_code`,
  ).all({ unit, period, form: null, row: null, afterRevision: revision });
  return new Map(counted.map(({ form, cells }) => [form, cells]));
}

function fromRow(row: Row): RecordedChange {
  const { typed, canonical, fault, typedBefore, canonicalBefore, faultBefore, ...rest } = row;
  return {
    ...rest,
    before: { typed: typedBefore, canonical: canonicalBefore, fault: faultBefore },
    after: { typed, canonical, fault },
  };
}
