import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

export type WriteRefusal =
  'folder-missing' | 'folder-read-only' | 'folder-full' | 'write-not-confirmed' | 'write-failed';

/**
 * Writes a file so that what is called written is there: `.part` (never over another file), fsync,
 * close, read back, compare, rename to the final name, look again. A file of that name with the same
 * bytes counts as written; one with other bytes is left and the new one is called `name-2`.
 * @returns the file's name as written. Refuses `folder-missing`, `folder-read-only`, `folder-full`,
 * `write-not-confirmed` (read back differently), `write-failed` {reason}; facts: `folder`, `file`.
 */
export function writeDurably(
  folder: string,
  fileName: string,
  bytes: Uint8Array,
): Result<string, WriteRefusal> {
  const facts = { folder, file: fileName };
  const name = freeName(folder, fileName, bytes);
  if (name.isThere) return ok(name.value);
  const part = join(folder, `${name.value}.part`);
  try {
    if (!statSync(folder).isDirectory()) return refuse('folder-missing', facts);
    rmSync(part, { force: true });
    writeAndSync(part, bytes);
    if (digest(readFileSync(part)) !== digest(bytes)) {
      rmSync(part, { force: true });
      return refuse('write-not-confirmed', facts);
    }
    renameSync(part, join(folder, name.value));
    syncFolder(folder);
    return statSync(join(folder, name.value)).size === bytes.length
      ? ok(name.value)
      : refuse('write-not-confirmed', facts);
  } catch (fault) {
    removeQuietly(part);
    return refuse(refusalOf(fault), { ...facts, reason: codeOf(fault) });
  }
}

function writeAndSync(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the new name itself durable where the system can; Windows cannot and needs no telling. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (fault) {
    if (!['EPERM', 'EISDIR', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(codeOf(fault))) throw fault;
  }
}

function freeName(
  folder: string,
  fileName: string,
  bytes: Uint8Array,
): { readonly value: string; readonly isThere: boolean } {
  const dot = fileName.lastIndexOf('.');
  for (let copy = 1; ; copy += 1) {
    const suffix = copy === 1 ? '' : `-${String(copy)}`;
    const value = `${fileName.slice(0, dot)}${suffix}${fileName.slice(dot)}`;
    const path = join(folder, value);
    if (!isTaken(path)) return { value, isThere: false };
    const there = readIfReadable(path);
    if (there !== null && digest(there) === digest(bytes)) return { value, isThere: true };
  }
}

/** What cannot even be looked at counts as free: writing there then says what is wrong. */
function isTaken(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function readIfReadable(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The volume is gone or read-only; what matters is already being refused.
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function refusalOf(fault: unknown): WriteRefusal {
  switch (codeOf(fault)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
      return 'folder-missing';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'folder-read-only';
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'folder-full';
    default:
      return 'write-failed';
  }
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown';
}
