import { rmSync } from 'node:fs';

import type { Clock } from '#shared/kit/clock.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { makeBackup } from './backups.ts';
import { isDiskFault } from './disk-fault.ts';
import type { ReadHandle } from './handle.ts';
import { applicationId } from './store-file.ts';

export type MigrationRefusal = 'backup-not-made' | 'store-not-upgraded';

/**
 * Brings a store from schema `from` to the last of `steps`, all of them in one transaction: it ends
 * at the new schema or stays as it was. What somebody recorded is copied first, and without a copy
 * that was read back nothing is changed. Refuses `backup-not-made` (facts: `reason`) and
 * `store-not-upgraded` (a step failed on what the store holds; facts: `version`, `known`, `reason`).
 * Throws the disk's faults.
 */
export function migrate(
  handle: ReadHandle,
  dataFolder: string,
  from: number,
  steps: readonly string[],
  clock: Clock,
): Result<null, MigrationRefusal> {
  if (from >= steps.length) return ok(null);
  let backup: string | null = null;
  if (from > 0) {
    try {
      backup = makeBackup(handle, dataFolder, clock.now());
    } catch (fault) {
      return refuse('backup-not-made', { reason: reasonOf(fault) });
    }
  }
  try {
    takeSteps(handle, from, steps);
    return ok(null);
  } catch (fault) {
    // The store is as it was, so this copy adds nothing; kept at every try, such copies would push
    // the older backups out.
    if (backup !== null) rmSync(backup, { force: true });
    if (isDiskFault(fault)) throw fault;
    return refuse('store-not-upgraded', {
      version: from,
      known: steps.length,
      reason: reasonOf(fault),
    });
  }
}

function takeSteps(handle: ReadHandle, from: number, steps: readonly string[]): void {
  // A step that rebuilds a table has to drop one that others refer to; the references are checked
  // as a whole before the commit. The setting cannot change inside a transaction.
  handle.pragma('foreign_keys = OFF');
  try {
    handle
      .transaction(() => {
        for (const step of steps.slice(from)) handle.exec(step);
        const broken = handle.pragma('foreign_key_check');
        if (Array.isArray(broken) && broken.length > 0) {
          throw new Error(`${String(broken.length)} references lead nowhere`);
        }
        handle.pragma(`application_id = ${String(applicationId)}`);
        handle.pragma(`user_version = ${String(steps.length)}`);
      })
      .immediate();
  } finally {
    handle.pragma('foreign_keys = ON');
  }
}

function reasonOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
