import type { PeriodCode } from '#shared/domain/period.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { auditHead } from './audit.ts';
import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** What somebody decided about the streams of a unit's period; bundles are named by their digests. */
export type StreamDecision = {
  readonly id: number;
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  /** The bundle that counts from then on; null where none was there and none was taken. */
  readonly chosen: string | null;
  readonly setAside: readonly string[];
  readonly reason: string;
  /** The last received bundle that the decision knew of. */
  readonly lastReceived: number;
  readonly decidedBy: string;
  readonly decidedAt: Instant;
  /** Its entry in the log. */
  readonly auditN: number;
};

type Row = Omit<StreamDecision, 'setAside'> & { readonly setAside: string | null };

const select = `SELECT id, unit_code AS unit, period_code AS period, chosen, reason,
  last_received AS lastReceived, decided_by AS decidedBy, decided_at AS decidedAt,
  audit_n AS auditN, (
    SELECT json_group_array(statement_sha256) FROM stream_set_aside WHERE decision_id = id
  ) AS setAside
  FROM stream_decision`;

/** The decisions of a period, newest first: of each unit the newest is in force. */
export function listDecisions(handle: ReadHandle, period: PeriodCode): readonly StreamDecision[] {
  return prepared<[PeriodCode], Row>(handle, `${select} WHERE period_code = ? ORDER BY id DESC`)
    .all(period)
    .map(readRow);
}

/** The decisions about a unit in all periods, newest first. */
export function listUnitDecisions(handle: ReadHandle, unit: string): readonly StreamDecision[] {
  return prepared<[string], Row>(handle, `${select} WHERE unit_code = ? ORDER BY id DESC`)
    .all(unit)
    .map(readRow);
}

function readRow({ setAside, ...row }: Row): StreamDecision {
  return { ...row, setAside: JSON.parse(setAside ?? '[]') as string[] }; // of texts
}

/**
 * Keeps a decision with the log's newest entry, which the caller just wrote, and with all that is there
 * now: what comes later was not known to it.
 */
export function insertDecision(
  handle: WriteHandle,
  decision: Omit<StreamDecision, 'id' | 'lastReceived' | 'auditN'>,
): void {
  const id = Number(
    prepared(
      handle,
      `INSERT INTO stream_decision (unit_code, period_code, chosen, reason, last_received,
         decided_by, decided_at, audit_n)
       SELECT ?, ?, ?, ?, (SELECT COALESCE(MAX(id), 0) FROM received_bundle), ?, ?, ?`,
    ).run(
      decision.unit,
      decision.period,
      decision.chosen,
      decision.reason,
      decision.decidedBy,
      decision.decidedAt,
      auditHead(handle).n,
    ).lastInsertRowid,
  );
  const insert = prepared<[number, string]>(
    handle,
    'INSERT INTO stream_set_aside (decision_id, statement_sha256) VALUES (?, ?)',
  );
  for (const statement of decision.setAside) insert.run(id, statement);
}

/**
 * The statements that some decisions of a unit, newest first, set aside and no later one of them
 * chose: a decision about other bundles leaves what was set aside before where it is.
 */
export function standingAside(decisions: readonly StreamDecision[]): ReadonlySet<string> {
  const aside = new Set<string>();
  for (const { chosen, setAside } of [...decisions].reverse()) {
    for (const statement of setAside) aside.add(statement);
    if (chosen !== null) aside.delete(chosen);
  }
  return aside;
}

/** Whether somebody decided against a bundle that was not taken in. */
export function isSetAside(handle: ReadHandle, statement: string): boolean {
  const found = prepared<[string]>(
    handle,
    `SELECT 1 FROM stream_set_aside WHERE statement_sha256 = ?
       AND statement_sha256 NOT IN (SELECT statement_sha256 FROM received_bundle)`,
  ).get(statement);
  return found !== undefined;
}
