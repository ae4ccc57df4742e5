import { existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Marks the file as ours: "SCT1" in ASCII, at byte 68 of every SQLite file. */
export const applicationId = 0x53435431;
const storeFile = 'so-chi-tieu.sqlite3';

/** Where the store of a data folder lies. */
export function storePath(dataFolder: string): string {
  return join(dataFolder, storeFile);
}

/** A file's length in bytes; -1 where there is none. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
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
