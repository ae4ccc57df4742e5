import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import BetterSqlite3 from 'better-sqlite3';

import { faultCode, isDiskFault } from './disk-fault.ts';
import { readFirstPage } from './first-page.ts';
import type { ReadHandle } from './handle.ts';
import { migrations } from './migrations/all.ts';

/** Marks the file as ours: "SCT1" in ASCII, at byte 68 of every SQLite file. */
export const applicationId = 0x53435431;
const storeFile = 'so-chi-tieu.sqlite3';
const busyMilliseconds = 400;

export type OpenRefusal =
  'store-in-use' | 'store-newer-than-program' | 'store-damaged' | 'store-unwritable';

/** Where the store of a data folder lies. */
export function storePath(dataFolder: string): string {
  return join(dataFolder, storeFile);
}

/**
 * Opens the store of a folder, makes it when there is none, and brings it to this program's schema.
 * Refuses `store-in-use` (another program holds it), `store-newer-than-program` (left untouched;
 * facts: `version`, `known`), `store-damaged` (no database, not ours, or its own check fails; left
 * where it is), `store-unwritable` (folder or disk).
 */
export function openStore(dataFolder: string): Result<ReadHandle, OpenRefusal> {
  const path = storePath(dataFolder);
  let connection: BetterSqlite3.Database | null = null;
  try {
    const untouchable = inspect(path);
    if (untouchable !== null) return untouchable;
    mkdirSync(dirname(path), { recursive: true });
    connection = new BetterSqlite3(path, { timeout: busyMilliseconds });
    makeDurable(connection);
    const version = Number(connection.pragma('user_version', { simple: true }));
    if (version > migrations.length) {
      connection.close();
      return newer(version);
    }
    if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      connection.close();
      return refuse('store-damaged', { file: path });
    }
    migrate(connection, version);
    return ok(connection as unknown as ReadHandle); // the only place where a handle is made
  } catch (fault) {
    connection?.close();
    return openRefusal(fault, path);
  }
}

/** Whether nothing is left of a folder's store: no file, or an empty one. */
export function isStoreGone(dataFolder: string): boolean {
  return sizeOf(storePath(dataFolder)) <= 0;
}

/** The file that was set aside last; null when none was. */
export function lastSetAside(dataFolder: string): string | null {
  if (!existsSync(dataFolder)) return null;
  const names = readdirSync(dataFolder).filter((name) => /\.damaged-.+\.sqlite3$/.test(name));
  const last = names.sort().pop();
  return last === undefined ? null : join(dataFolder, last);
}

/** Moves a damaged file and its log out of the way, under a name that tells when; deletes nothing. */
export function setAside(dataFolder: string, suffix: string): string {
  const path = storePath(dataFolder);
  let aside = path.replace('.sqlite3', `.damaged-${suffix}.sqlite3`);
  for (let copy = 2; existsSync(aside) || existsSync(`${aside}-wal`); copy += 1) {
    aside = path.replace('.sqlite3', `.damaged-${suffix}-${String(copy)}.sqlite3`);
  }
  for (const tail of ['-wal', '-shm', '']) {
    if (existsSync(path + tail)) renameSync(path + tail, aside + tail);
  }
  return aside;
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

function migrate(connection: BetterSqlite3.Database, from: number): void {
  migrations.slice(from).forEach((step, index) => {
    connection
      .transaction(() => {
        connection.exec(step);
        connection.pragma(`application_id = ${String(applicationId)}`);
        connection.pragma(`user_version = ${String(from + index + 1)}`);
      })
      .immediate();
  });
}

/**
 * Looks at a file before it is opened as a database: what is not ours, and what a newer program
 * wrote, stays as it is. Null when it may be opened.
 */
function inspect(path: string): Result<never, OpenRefusal> | null {
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
  return page.userVersion > migrations.length ? newer(page.userVersion) : null;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}

function newer(version: number): Result<never, OpenRefusal> {
  return refuse('store-newer-than-program', { version, known: migrations.length });
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
