import type { Brand } from '#shared/kit/brand.ts';
import type { Instant } from '#shared/kit/clock.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { Role } from '#shared/domain/role.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import type { SubmissionState, WorkflowAction } from '#shared/domain/workflow.ts';

import type { AccountId } from './accounts.ts';
import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

type SubmissionId = Brand<number, 'SubmissionId'>;
export type SubmissionEventId = Brand<number, 'SubmissionEventId'>;

/** A unit's report of a period (báo cáo kỳ) with its workflow state. */
export type Submission = {
  readonly id: SubmissionId;
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  readonly revision: number;
  readonly state: SubmissionState;
};

export type SubmissionEvent = {
  readonly action: WorkflowAction;
  readonly from: SubmissionState;
  readonly to: SubmissionState;
  readonly revision: number;
  readonly accountId: AccountId;
  readonly by: string;
  readonly role: Role;
  readonly at: Instant;
  readonly reason: string | null;
  /** The newest change of a cell when it happened; null where that was not kept yet. */
  readonly afterChange: number | null;
};

export function findSubmission(
  handle: ReadHandle,
  unit: UnitCode,
  period: PeriodCode,
): Submission | null {
  return (
    prepared<[string, string], Submission>(
      handle,
      `SELECT id, unit_code AS unit, period_code AS period, revision, state
       FROM submission WHERE unit_code = ? AND period_code = ?`,
    ).get(unit, period) ?? null
  );
}

/** The submission of a unit and period, begun in its first revision when there is none yet. */
export function ensureSubmission(
  handle: WriteHandle,
  unit: UnitCode,
  period: PeriodCode,
): Submission {
  prepared(
    handle,
    `INSERT INTO submission (unit_code, period_code, revision, state)
     VALUES (?, ?, 1, 'recording') ON CONFLICT DO NOTHING`,
  ).run(unit, period);
  const submission = findSubmission(handle, unit, period);
  if (submission === null) throw new Error('The submission that was just made is not there.');
  return submission;
}

export function updateSubmission(
  handle: WriteHandle,
  id: SubmissionId,
  state: SubmissionState,
  revision: number,
): void {
  const { changes } = prepared(
    handle,
    'UPDATE submission SET state = ?, revision = ? WHERE id = ?',
  ).run(state, revision, id);
  if (changes !== 1) throw new Error(`Submission ${String(id)} is not there.`);
}

/** Notes what happened to a submission; gives the event's id. */
export function insertSubmissionEvent(
  handle: WriteHandle,
  id: SubmissionId,
  event: Omit<SubmissionEvent, 'by' | 'role' | 'afterChange'>,
): SubmissionEventId {
  const { lastInsertRowid } = prepared(
    handle,
    `INSERT INTO submission_event
       (submission_id, revision, action, from_state, to_state, account_id, at, reason,
        after_change)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT COALESCE(MAX(id), 0) FROM cell_change))`,
  ).run(
    id,
    event.revision,
    event.action,
    event.from,
    event.to,
    event.accountId,
    event.at,
    event.reason,
  );
  return Number(lastInsertRowid) as SubmissionEventId;
}

/** Keeps what a person signed of an event, as canonical JSON. */
export function insertSubmissionAct(
  handle: WriteHandle,
  event: SubmissionEventId,
  statement: string,
): void {
  prepared(handle, 'INSERT INTO submission_act (event_id, statement) VALUES (?, ?)').run(
    event,
    statement,
  );
}

/** What was signed at the last such step of a revision; null where nobody signed it. */
export function findSubmissionAct(
  handle: ReadHandle,
  { id, revision }: Pick<Submission, 'id' | 'revision'>,
  actions: readonly WorkflowAction[],
): string | null {
  const row = prepared<[number, number, string], { statement: string | null }>(
    handle,
    `SELECT statement FROM submission_event
       LEFT JOIN submission_act ON event_id = submission_event.id
     WHERE submission_id = ? AND revision = ? AND action IN (SELECT value FROM json_each(?))
     ORDER BY submission_event.id DESC LIMIT 1`,
  ).get(id, revision, JSON.stringify(actions));
  return row?.statement ?? null;
}

/** Everything that happened to a submission, oldest first. */
export function listSubmissionEvents(
  handle: ReadHandle,
  id: SubmissionId,
): readonly SubmissionEvent[] {
  return prepared<[number], SubmissionEvent>(
    handle,
    `SELECT action, from_state AS "from", to_state AS "to", revision, account_id AS accountId,
            display_name AS by, role, at, reason, after_change AS afterChange
     FROM submission_event JOIN account ON account.id = account_id
     WHERE submission_id = ? ORDER BY submission_event.id`,
  ).all(id);
}
