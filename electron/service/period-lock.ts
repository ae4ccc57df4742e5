import { canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import { checkCode } from '#shared/bundle/fingerprint.ts';
import { sealSnapshot, snapshotFileName, snapshotOf } from '#shared/bundle/snapshot.ts';
import type { SnapshotFacts } from '#shared/bundle/snapshot.ts';
import type { Period, PeriodCode } from '#shared/domain/period.ts';
import type { LockOutlook } from '#shared/ipc/calls/period-lock.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { appendAudit } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import {
  currentPeriodLock,
  insertPeriodLock,
  insertPeriodUnlock,
  listPeriodLocks,
  readLockStatement,
} from '../storage/period-locks.ts';
import type { PeriodLock } from '../storage/period-locks.ts';
import { consolidatedTable, currentReports } from './consolidated-table.ts';
import { viewConsolidation } from './consolidation.ts';
import { writeDurably } from './durable-file.ts';
import { withOfficeKeys } from './key-use.ts';
import { contentOf, findPeriod, formsOf, rowsOfSheet } from './ledger.ts';
import { catalogueDigest } from './locked-table.ts';
import { accountOf, catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { openLock } from './open-lock.ts';
import { undecidedStreams } from './streams.ts';

/**
 * What is to be known before a period is locked: who is missing, late, returned or undecided, and how
 * many errors the province's own sheets have. Refuses `period-unknown` and `lock-altered`.
 */
export function lockOutlook(office: Office, code: PeriodCode): Result<LockOutlook> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  const view = viewConsolidation(office, code, 0);
  if (!view.ok) return view;
  const names = (units: readonly string[]): string[] =>
    view.value.units.filter(({ unit }) => units.includes(unit)).map(({ shortName }) => shortName);
  const [before] = listPeriodLocks(storeOf(office), code);
  return ok({
    missing: names(view.value.missingUnits),
    late: names(view.value.lateUnits),
    returned: names(view.value.returnedUnits),
    undecided: names(undecidedStreams(office, code)),
    errors: blockingFindings(office, period.value),
    number: (before?.number ?? 0) + 1,
    previous:
      before === undefined
        ? null
        : {
            checkCode: checkCode(before.sha256),
            lockedAt: before.lockedAt,
            reason: before.lifted?.reason ?? '',
          },
  });
}

/**
 * Locks a period: signs the whole consolidated table as it stands with the province's key, and keeps
 * it (D143). Only who consolidates does so, with a copy of the office's key of their own. Refuses
 * `period-unknown`, `period-locked` {number}, `nothing-to-lock`, `lock-keys-missing`, wrong passwords
 * and as `withOfficeKeys`.
 */
export async function lockPeriod(
  office: Office,
  { period: code, password }: HandledInput<'lock.set'>,
): Promise<Result<CallOutput<'lock.set'>>> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  if (identityOf(office).side !== 'province') return refuse('call-not-permitted');
  if (accountOf(office).wrappedKey === null) return refuse('lock-keys-missing');
  const open = refuseLocked(office, code);
  if (!open.ok) return open;
  return withOfficeKeys(office, password, ({ signer }) => {
    const facts = lockFacts(office, period.value);
    const isEmpty =
      facts.units.every(({ bundle }) => bundle === null || bundle.answer === 'returned') &&
      facts.rows.every(({ total }) => total.kind === 'empty');
    if (isEmpty) return Promise.resolve(refuse('nothing-to-lock'));
    const snapshot = snapshotOf(facts);
    const { bytes, sha256 } = sealSnapshot(snapshot, signer);
    const { name: actor, role } = accountOf(office);
    const { number, lockedBy, lockedAt } = snapshot;
    const locked = write(storeOf(office), (handle) => {
      // The password was asked for meanwhile; commands come one after the other all the same.
      if (currentPeriodLock(handle, code) !== null) return false;
      insertPeriodLock(handle, { period: code, number, sha256, lockedBy, lockedAt }, bytes);
      const object = `${code}/${String(number)}`;
      appendAudit(handle, {
        at: lockedAt,
        actor,
        role,
        action: 'period.lock',
        object,
        detail: sha256,
      });
      return true;
    });
    return Promise.resolve(
      locked ? ok({ number, checkCode: checkCode(sha256) }) : refuse('period-locked', { number }),
    );
  });
}

/**
 * Lifts the lock of a period with a reason, which the audit log keeps. Refuses `period-unknown`,
 * `reason-missing` and `lock-unknown`.
 */
export function liftLock(
  office: Office,
  { period: code, reason }: HandledInput<'lock.lift'>,
): Result<CallOutput<'lock.lift'>> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  const written = reason.trim();
  if (written === '') return refuse('reason-missing');
  const lock = currentPeriodLock(storeOf(office), code);
  if (lock === null) return refuse('lock-unknown');
  const { name: actor, displayName, role } = accountOf(office);
  const at = office.clock.now();
  write(storeOf(office), (handle) => {
    insertPeriodUnlock(handle, lock.id, { reason: written, by: displayName, at });
    appendAudit(handle, {
      at,
      actor,
      role,
      action: 'period.unlock',
      object: `${code}/${String(lock.number)}`,
      detail: `${lock.sha256} ${written}`,
    });
  });
  return ok({ number: lock.number });
}

/**
 * Writes the signed snapshot and, beside it, its payload as plain JSON. Refuses `lock-unknown`,
 * `lock-altered`, and as `places.folder` and `writeDurably`.
 */
export function saveLock(
  office: Office,
  { period, number, folder: handle }: HandledInput<'lock.save'>,
): Result<CallOutput<'lock.save'>> {
  const folder = office.places.folder(handle);
  if (!folder.ok) return folder;
  const lock = findLock(office, period, number);
  if (!lock.ok) return lock;
  const snapshot = openLock(office, lock.value);
  if (!snapshot.ok) return snapshot;
  const fileNames: string[] = [];
  for (const [ending, bytes] of [
    ['jws', readLockStatement(storeOf(office), lock.value.id)],
    ['json', canonicalJsonBytes(snapshot.value)],
  ] as const) {
    const name = writeDurably(folder.value, snapshotFileName(snapshot.value, ending), bytes);
    if (!name.ok) return name;
    fileNames.push(name.value);
  }
  return ok({ fileNames, folderLabel: folder.value });
}

/** A lock of a period by its number. Refuses `lock-unknown`. */
export function findLock(
  office: Office,
  period: PeriodCode,
  number: number,
): Result<PeriodLock, 'lock-unknown'> {
  const locks = listPeriodLocks(storeOf(office), period);
  const lock = locks.find((one) => one.number === number);
  return lock === undefined ? refuse('lock-unknown') : ok(lock);
}

/** What a lock that is made now says. */
function lockFacts(office: Office, period: Period): SnapshotFacts {
  const { unit, series } = identityOf(office);
  const catalogue = catalogueOf(office);
  const [before] = listPeriodLocks(storeOf(office), period.code);
  const reports = currentReports(office, period);
  const rows = rowsOfSheet(office, period.code);
  return {
    from: { unit, series },
    period: period.code,
    number: (before?.number ?? 0) + 1,
    previous: before?.sha256 ?? null,
    lockedAt: office.clock.now(),
    lockedBy: accountOf(office).displayName,
    plan: catalogue.plan.numberText,
    catalogue: { version: catalogue.version, sha256: catalogueDigest(office) },
    ...consolidatedTable(office, period, { reports, rows, shown: null }),
  };
}

function refuseLocked(office: Office, code: PeriodCode): Result<null, 'period-locked'> {
  const lock = currentPeriodLock(storeOf(office), code);
  return lock === null ? ok(null) : refuse('period-locked', { number: lock.number });
}

/** Findings that would keep a unit's report back, in the sheets that the province fills itself. */
function blockingFindings(office: Office, period: Period): number {
  return formsOf(office, period)
    .flatMap((form) => contentOf(office, period.code, form).findings)
    .filter(({ isBlocking }) => isBlocking).length;
}
