import { checkCode } from '#shared/bundle/fingerprint.ts';
import { canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import { sha256Hex } from '#shared/bundle/bytes.ts';
import type { Snapshot, Table } from '#shared/bundle/snapshot.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { PeriodLockView } from '#shared/ipc/calls/period-lock.ts';
import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { currentPeriodLock } from '../storage/period-locks.ts';
import { currentReports } from './consolidated-table.ts';
import { findPeriod } from './ledger.ts';
import { catalogueOf, catalogueOfVersion, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { openLock } from './open-lock.ts';

/** The table of a locked period, the office as its catalogue had it, and what is said of the lock. */
export type LockedTable = {
  readonly table: Table;
  readonly office: Office;
  readonly lock: PeriodLockView;
};

/** The table of a locked period; null where it is open. Refuses `lock-altered` {number}. */
export function lockedTable(
  office: Office,
  code: PeriodCode,
): Result<LockedTable | null, 'lock-altered'> {
  const lock = currentPeriodLock(storeOf(office), code);
  if (lock === null) return ok(null);
  const opened = openLock(office, lock);
  if (!opened.ok) return opened;
  const snapshot = opened.value;
  return ok({
    table: { units: snapshot.units, rows: snapshot.rows },
    office: officeAsOf(office, snapshot.catalogue.version),
    lock: {
      number: lock.number,
      lockedBy: lock.lockedBy,
      lockedAt: lock.lockedAt,
      checkCode: checkCode(lock.sha256),
      sha256: lock.sha256,
      newerUnits: [...newerUnits(office, code, snapshot)],
    },
  });
}

/** The office with the catalogue that was in force under a version; as it is, where that is the newest. */
export function officeAsOf(office: Office, version: number): Office {
  return { ...office, catalogue: catalogueOfVersion(office, version) };
}

/** The digest by which a snapshot names the catalogue: of its canonical JSON, as bundles do. */
export function catalogueDigest(office: Office): ReturnType<typeof sha256Hex> {
  return sha256Hex(canonicalJsonBytes(catalogueOf(office)));
}

/** Units whose report or answer is another by now than the one that was locked. */
function newerUnits(
  office: Office,
  code: PeriodCode,
  { units, catalogue }: Snapshot,
): readonly string[] {
  // The units that were locked, be they merged since or not.
  const then = officeAsOf(office, catalogue.version);
  const period = findPeriod(then, code);
  if (!period.ok) return [];
  const locked = new Map(units.map(({ unit, bundle }) => [unit as string, bundle]));
  return currentReports(then, period.value)
    .filter(({ unit, bundle, answer }) => {
      const before = locked.get(unit.code) ?? null;
      return (
        (before?.statement ?? null) !== (bundle?.statementSha256 ?? null) ||
        (before?.answer ?? null) !== (answer?.outcome ?? null)
      );
    })
    .map(({ unit }) => unit.code);
}
