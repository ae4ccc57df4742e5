import { mkdirSync } from 'node:fs';

import { systemClock } from '#shared/kit/clock.ts';
import type { Clock } from '#shared/kit/clock.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import BetterSqlite3 from 'better-sqlite3';

import { faultCode, isDiskFault } from './disk-fault.ts';
import { readFirstPage } from './first-page.ts';
import type { ReadHandle } from './handle.ts';
import { migrate } from './migrate.ts';
import type { MigrationRefusal } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { applicationId, sizeOf, storePath } from './store-file.ts';

const busyMilliseconds = 400;

export type OpenRefusal =
  | 'store-in-use'
  | 'store-newer-than-program'
  | 'store-damaged'
  | 'store-unwritable'
  | MigrationRefusal;

/**
 * Opens the store of a folder, makes it when there is none, and brings it to this program's schema,
 * or to the one that `steps` make; a store that somebody used is copied before it is changed.
 * Refuses `store-in-use` (another program holds it), `store-newer-than-program` (left untouched;
 * facts: `version`, `known`), `store-damaged` (no database, not ours, or its own check fails; left
 * where it is), `store-unwritable` (folder or disk), `backup-not-made` and `store-not-upgraded` (the
 * store keeps its old schema, see `migrate`).
 */
export function openStore(
  dataFolder: string,
  clock: Clock = systemClock,
  steps: readonly string[] = migrations,
): Result<ReadHandle, OpenRefusal> {
  const path = storePath(dataFolder);
  let connection: BetterSqlite3.Database | null = null;
  try {
    const untouchable = inspect(path, steps.length);
    if (untouchable !== null) return untouchable;
    mkdirSync(dataFolder, { recursive: true });
    connection = new BetterSqlite3(path, { timeout: busyMilliseconds });
    makeDurable(connection);
    const version = Number(connection.pragma('user_version', { simple: true }));
    if (version > steps.length) {
      connection.close();
      return newer(version, steps.length);
    }
    if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      connection.close();
      return refuse('store-damaged', { file: path });
    }
    const handle = connection as unknown as ReadHandle; // the only place where a handle is made
    const migrated = migrate(handle, dataFolder, version, steps, clock);
    if (!migrated.ok) {
      connection.close();
      return migrated;
    }
    return ok(handle);
  } catch (fault) {
    connection?.close();
    return openRefusal(fault, path);
  }
}

/**
 * The settings that make "Đã lưu" true, asserted and not assumed: better-sqlite3 is compiled so that
 * a WAL database opens with synchronous=NORMAL, which loses acknowledged rows at a power cut.
 */
export function makeDurable(connection: BetterSqlite3.Database): void {
  connection.pragma('locking_mode = EXCLUSIVE');
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  // A key that got another lock shall not lie in a page's free space under the weaker one.
  connection.pragma('secure_delete = FAST');
  // Without it REPLACE would delete from the append-only tables past their triggers.
  connection.pragma('recursive_triggers = ON');
  connection.exec('BEGIN IMMEDIATE; COMMIT');
  const expected: Readonly<Record<string, unknown>> = {
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    recursive_triggers: 1,
    locking_mode: 'exclusive',
  };
  for (const [name, value] of Object.entries(expected)) {
    const actual: unknown = connection.pragma(name, { simple: true });
    if (actual !== value) throw new Error(`${name} is ${String(actual)}, not ${String(value)}`);
  }
}

/**
 * Looks at a file before it is opened as a database: what is not ours, and what a newer program
 * wrote, stays as it is. Null when it may be opened.
 */
function inspect(path: string, known: number): Result<never, OpenRefusal> | null {
  const page = readFirstPage(path);
  if (page === null) {
    // SQLite takes an empty file for a new database and would throw the log beside it away.
    return sizeOf(path) === 0 && sizeOf(`${path}-wal`) > 0
      ? refuse('store-damaged', { file: path })
      : null;
  }
  const isOurs =
    page.applicationId === applicationId || (page.applicationId === 0 && !page.hasSchema);
  if (!page.isSqlite || !isOurs) return refuse('store-damaged', { file: path });
  return page.userVersion > known ? newer(page.userVersion, known) : null;
}

function newer(version: number, known: number): Result<never, OpenRefusal> {
  return refuse('store-newer-than-program', { version, known });
}

function openRefusal(fault: unknown, path: string): Result<never, OpenRefusal> {
  const code = faultCode(fault);
  if (code.startsWith('SQLITE_BUSY')) return refuse('store-in-use', { file: path });
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return refuse('store-damaged', { file: path });
  }
  // Node calls a folder that cannot be made on a locked disk missing.
  if (isDiskFault(fault) || code === 'ENOENT') return refuse('store-unwritable', { file: path });
  throw fault;
}
