import {
  closeSync,
  fsync,
  fsyncSync,
  lstatSync,
  open,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';

import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

/** The mode of files that hold a secret in the clear; Windows and most sticks know none. */
export const forOwner = 0o600;
const forAll = 0o666;

export type WriteRefusal =
  'folder-missing' | 'folder-read-only' | 'folder-full' | 'write-not-confirmed' | 'write-failed';

/**
 * Writes a file so that what is called written is there: `.part` (never over another file), fsync,
 * close, read back, compare, rename to the final name, look again. A file of that name with the same
 * bytes counts as written; one with other bytes is left and the new one is called `name-2`. With the
 * mode `forOwner` nobody else who uses the computer may read it, where the file system knows of people.
 * @returns the file's name as written. Refuses `folder-missing`, `folder-read-only`, `folder-full`,
 * `write-not-confirmed` (read back differently), `write-failed` {reason}; facts: `folder`, `file`.
 */
export function writeDurably(
  folder: string,
  fileName: string,
  bytes: Uint8Array,
  mode: number = forAll,
): Result<string, WriteRefusal> {
  const work = partThenName(folder, fileName, bytes, mode);
  let step = work.next();
  while (step.done !== true) step = resume(work, taken(step.value));
  if (!step.value.ok) return step.value;
  const confirmed = syncFolder(folder, fileName);
  return confirmed.ok ? step.value : confirmed;
}

/** Writes several files into one folder, while the caller goes on. */
export type DurableFolder = {
  /** As `writeDurably`, but the name itself is durable only once `confirm` says so. */
  readonly write: (fileName: string, bytes: Uint8Array) => Promise<Result<string, WriteRefusal>>;
  /** Makes all names durable that were written so far. Refuses as `writeDurably` does. */
  readonly confirm: () => Promise<Result<null, WriteRefusal>>;
};

/** How many files are under way at once: syncing a few takes a disk little longer than one. */
const filesAtOnce = 4;

/**
 * A folder that many files go into. The disk's work for some is done beside the caller's for the next,
 * and the folder is synced once for all of them: call nothing written before `confirm` granted it. A
 * large file goes piece by piece, with a turn for whatever else waits. Modes are as for `writeDurably`.
 */
export function durableFolder(folder: string, mode: number = forAll): DurableFolder {
  const lanes = Array.from({ length: filesAtOnce }, () => Promise.resolve<unknown>(null));
  // Files of one name are written one after the other: the later one must see the one before.
  const laneOf = new Map<string, number>();
  return {
    write: (fileName, bytes) => {
      const lane = laneOf.get(fileName) ?? laneOf.size % filesAtOnce;
      laneOf.set(fileName, lane);
      const written = Promise.resolve(lanes[lane]).then(async () => {
        const work = partThenName(folder, fileName, bytes, mode);
        let step = work.next();
        while (step.done !== true) step = resume(work, await takenLater(step.value));
        return step.value;
      });
      // A fault is the caller's to see, and must not keep the next file from being written.
      lanes[lane] = written.catch(() => null);
      return written;
    },
    confirm: async () => {
      await Promise.all(lanes);
      return syncFolderLater(folder);
    },
  };
}

/** A step that waits for the disk (making a new file, syncing an open one), or a pause between pieces. */
type SlowStep =
  | { readonly create: string; readonly mode: number }
  | { readonly sync: number }
  | { readonly pauseAt: number };
/** The open file, or the fault of the step. */
type Taken = number | Error;

const openLater = promisify(open);
const fsyncLater = promisify(fsync);

function taken(step: SlowStep): Taken {
  try {
    if ('create' in step) return openSync(step.create, 'wx', step.mode);
    if ('pauseAt' in step) return step.pauseAt;
    fsyncSync(step.sync);
    return step.sync;
  } catch (fault) {
    return asError(fault);
  }
}

async function takenLater(step: SlowStep): Promise<Taken> {
  try {
    if ('create' in step) return await openLater(step.create, 'wx', step.mode);
    if ('pauseAt' in step) {
      await setImmediate();
      return step.pauseAt;
    }
    await fsyncLater(step.sync);
    return step.sync;
  } catch (fault) {
    return asError(fault);
  }
}

/** How much of a file is written or read at once: some milliseconds' work. */
const pieceBytes = 4 * 1024 * 1024;

type Writing = Generator<SlowStep, Result<string, WriteRefusal>, number>;

function resume(work: Writing, outcome: Taken): ReturnType<Writing['next']> {
  return typeof outcome === 'number' ? work.next(outcome) : work.throw(outcome);
}

/**
 * The steps of writing a file. The slow ones are taken by the caller, at once or beside other work;
 * the folder is to be synced afterwards.
 */
function* partThenName(folder: string, fileName: string, bytes: Uint8Array, mode: number): Writing {
  const facts = { folder, file: fileName };
  const name = freeName(folder, fileName, bytes);
  if (name.isThere) return ok(name.value);
  const part = join(folder, `${name.value}.part`);
  try {
    if (!statSync(folder).isDirectory()) return refuse('folder-missing', facts);
    rmSync(part, { force: true });
    const file = yield { create: part, mode };
    try {
      let written = 0;
      while (written < bytes.length) {
        written += writeSync(file, bytes, written, Math.min(bytes.length - written, pieceBytes));
        if (written < bytes.length) yield { pauseAt: written };
      }
      yield { sync: file };
    } finally {
      closeSync(file);
    }
    const isSame = yield* holdsExactly(part, bytes);
    if (!isSame) {
      rmSync(part, { force: true });
      return refuse('write-not-confirmed', facts);
    }
    renameSync(part, join(folder, name.value));
    return statSync(join(folder, name.value)).size === bytes.length
      ? ok(name.value)
      : refuse('write-not-confirmed', facts);
  } catch (fault) {
    removeQuietly(part);
    return refuse(refusalOf(fault), { ...facts, reason: codeOf(fault) });
  }
}

/** Reads a file back, piece by piece: it need not stand in memory twice. */
function* holdsExactly(path: string, bytes: Uint8Array): Generator<SlowStep, boolean, number> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(Math.min(pieceBytes, bytes.length) + 1);
    let read = 0;
    for (;;) {
      const some = readSync(file, piece, 0, piece.length, read);
      if (some === 0) return read === bytes.length;
      if (!piece.subarray(0, some).equals(bytes.subarray(read, read + some))) return false;
      read += some;
      if (read < bytes.length) yield { pauseAt: read };
    }
  } finally {
    closeSync(file);
  }
}

/** Makes new names themselves durable where the system can; Windows cannot and needs no telling. */
function syncFolder(folder: string, fileName: string): Result<null, WriteRefusal> {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (fault) {
    return notSynced(fault, folder, fileName);
  }
  return ok(null);
}

/** The same while the caller's thread goes on: a stick may take its time, and there may be many. */
async function syncFolderLater(folder: string): Promise<Result<null, WriteRefusal>> {
  try {
    const handle = await openLater(folder, 'r', forAll);
    try {
      await fsyncLater(handle);
    } finally {
      closeSync(handle);
    }
  } catch (fault) {
    return notSynced(fault, folder, '');
  }
  return ok(null);
}

function notSynced(fault: unknown, folder: string, fileName: string): Result<null, WriteRefusal> {
  return ['EPERM', 'EISDIR', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(codeOf(fault))
    ? ok(null)
    : refuse(refusalOf(fault), { folder, file: fileName, reason: codeOf(fault) });
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
    if (there?.equals(bytes) === true) return { value, isThere: true };
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

function readIfReadable(path: string): Buffer | null {
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

function asError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error(String(fault));
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown';
}
