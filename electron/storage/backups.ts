import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

import type { Instant } from '#shared/kit/clock.ts';
import BetterSqlite3 from 'better-sqlite3';

import type { ReadHandle } from './handle.ts';
import { applicationId, storePath } from './store-file.ts';

const kept = 14;
/** Numbered, because order never trusts the clock; the time is for people. */
const backupName = /^so-chi-tieu-(\d{6})-\d{8}T\d{6}\.sqlite3$/;

/**
 * Copies the store beside it, verified by opening the copy: a copy that was not read back is no
 * backup. Keeps the newest fourteen. Gives the copy's path; throws when the disk refuses.
 */
export function makeBackup(handle: ReadHandle, dataFolder: string, at: Instant): string {
  const folder = backupFolder(dataFolder);
  mkdirSync(folder, { recursive: true });
  const number = String(lastNumber(dataFolder) + 1).padStart(6, '0');
  const name = `so-chi-tieu-${number}-${at.slice(0, 19).replace(/[-:]/g, '')}.sqlite3`;
  // One name for all attempts: what an interrupted one left is overwritten by the next.
  const part = join(folder, 'so-chi-tieu.part');
  try {
    rmSync(part, { force: true });
    handle.prepare('VACUUM INTO ?').run(part);
    syncFile(part);
    if (!isSound(part)) throw new Error(`The backup ${name} could not be read back.`);
    renameSync(part, join(folder, name));
  } catch (fault) {
    rmSync(part, { force: true });
    throw fault;
  }
  for (const old of listBackups(dataFolder).slice(kept)) rmSync(join(folder, old));
  return join(folder, name);
}

/** File names of the backups, newest first. */
export function listBackups(dataFolder: string): readonly string[] {
  const folder = backupFolder(dataFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => backupName.test(name))
    .sort()
    .reverse();
}

/** A backup as a person chooses among them; `isSound` tells whether it opens. */
export type BackupView = {
  readonly name: string;
  readonly bytes: number;
  readonly isSound: boolean;
};

/** Every backup with its size, newest first, each opened to see whether it can be. */
export function viewBackups(dataFolder: string): readonly BackupView[] {
  return listBackups(dataFolder).map((name) => {
    const path = join(backupFolder(dataFolder), name);
    return { name, bytes: statSync(path).size, isSound: isSound(path) };
  });
}

/**
 * Puts a backup where the store was: the named one, or the newest that opens. The damaged file must
 * have been set aside. Gives the backup's name, or null when it is not there or does not open.
 */
export function restoreFromBackup(dataFolder: string, wanted: string | null): string | null {
  const path = storePath(dataFolder);
  if (existsSync(path)) throw new Error('A store is there already.');
  for (const name of listBackups(dataFolder)) {
    const backup = join(backupFolder(dataFolder), name);
    if ((wanted !== null && name !== wanted) || !isSound(backup)) continue;
    copyFileSync(backup, `${path}.part`);
    syncFile(`${path}.part`);
    renameSync(`${path}.part`, path);
    return name;
  }
  return null;
}

/** Whether there is a backup that opens. */
export function hasSoundBackup(dataFolder: string): boolean {
  return listBackups(dataFolder).some((name) => isSound(join(backupFolder(dataFolder), name)));
}

function lastNumber(dataFolder: string): number {
  return Number(backupName.exec(listBackups(dataFolder)[0] ?? '')?.[1] ?? 0);
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backup');
}

function isSound(path: string): boolean {
  let copy: BetterSqlite3.Database | null = null;
  try {
    copy = new BetterSqlite3(path, { readonly: true, fileMustExist: true });
    // SQLite calls an empty file sound, too.
    return (
      copy.pragma('application_id', { simple: true }) === applicationId &&
      copy.pragma('quick_check(1)', { simple: true }) === 'ok'
    );
  } catch {
    return false;
  } finally {
    copy?.close();
  }
}
