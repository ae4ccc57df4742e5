import type { Sha256 } from '#shared/bundle/bytes.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** A lock of a period, and how it was lifted; `lifted` is null while it holds. */
export type PeriodLock = {
  readonly id: number;
  readonly period: PeriodCode;
  readonly number: number;
  readonly sha256: Sha256;
  readonly lockedBy: string;
  readonly lockedAt: Instant;
  /** The last change of any cell here before it was locked; 0 where there was none. */
  readonly lastChange: number;
  readonly lifted: { readonly reason: string; readonly by: string; readonly at: Instant } | null;
};

type Row = Omit<PeriodLock, 'lifted'> & {
  readonly reason: string | null;
  readonly liftedBy: string | null;
  readonly liftedAt: Instant | null;
};

/** Every lock that a period ever had, newest first. */
export function listPeriodLocks(handle: ReadHandle, period: PeriodCode): readonly PeriodLock[] {
  return prepared<[string], Row>(
    handle,
    `SELECT id, period_code AS period, number, sha256, locked_by AS lockedBy,
       locked_at AS lockedAt, last_change AS lastChange, reason, lifted_by AS liftedBy, lifted_at AS liftedAt
     FROM period_lock LEFT JOIN period_unlock ON lock_id = id
     WHERE period_code = ? ORDER BY number DESC`,
  )
    .all(period)
    .map(({ reason, liftedBy, liftedAt, ...lock }) => ({
      ...lock,
      lifted:
        reason === null || liftedBy === null || liftedAt === null
          ? null
          : { reason, by: liftedBy, at: liftedAt },
    }));
}

/** The lock that holds a period now; null where it is open. */
export function currentPeriodLock(handle: ReadHandle, period: PeriodCode): PeriodLock | null {
  const [newest] = listPeriodLocks(handle, period);
  return newest?.lifted === null ? newest : null;
}

/** The signed statement of a lock. */
export function readLockStatement(handle: ReadHandle, id: number): Uint8Array {
  const row = prepared<[number], { statement: Uint8Array }>(
    handle,
    'SELECT statement FROM period_lock WHERE id = ?',
  ).get(id);
  if (row === undefined) throw new Error(`Lock ${String(id)} is not there.`);
  return row.statement;
}

/** Keeps a lock; it stands on every change of a cell until now. */
export function insertPeriodLock(
  handle: WriteHandle,
  lock: Omit<PeriodLock, 'id' | 'lastChange' | 'lifted'>,
  statement: Uint8Array,
): void {
  prepared(
    handle,
    `INSERT INTO period_lock (period_code, number, sha256, locked_by, locked_at, statement,
       last_change)
     VALUES (?, ?, ?, ?, ?, ?, (SELECT COALESCE(MAX(id), 0) FROM cell_change))`,
  ).run(
    lock.period,
    lock.number,
    lock.sha256,
    lock.lockedBy,
    lock.lockedAt,
    Buffer.from(statement),
  );
}

export function insertPeriodUnlock(
  handle: WriteHandle,
  lock: number,
  lifted: NonNullable<PeriodLock['lifted']>,
): void {
  prepared(
    handle,
    'INSERT INTO period_unlock (lock_id, reason, lifted_by, lifted_at) VALUES (?, ?, ?, ?)',
  ).run(lock, lifted.reason, lifted.by, lifted.at);
}
