/**
 * The strict profile of ZIP (PKWARE APPNOTE 6.3): of the many ways to write an archive exactly one is
 * read, because readers disagree about the others. Works on the raw bytes and inflates nothing.
 */
import { ok, refuse } from '#shared/kit/result.ts';
import type { Refused, Result } from '#shared/kit/result.ts';
import { ENTRY_PATH } from './statement.ts';

export const STATEMENT_PATH = 'statement.jws';
export const MAX_ENTRIES = 200;
export const MAX_ENTRY_BYTES = 50 * 1024 * 1024;
export const MAX_TOTAL_BYTES = 200 * 1024 * 1024;
/** How many times an entry may grow when inflated. */
export const MAX_RATIO = 200;

/** The fixed part of each record (PKWARE APPNOTE 4.3): how it begins and how long it is. */
export const LOCAL_HEADER = { signature: 0x04034b50, bytes: 30 };
export const CENTRAL_HEADER = { signature: 0x02014b50, bytes: 46 };
export const END_RECORD = { signature: 0x06054b50, bytes: 22 };
/** Bits 1 and 2 tell how hard the writer compressed, bit 11 that names are UTF-8. No other bit. */
const ALLOWED_FLAGS = 0x0806;
const NEWEST_VERSION_NEEDED = 20;
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** One entry as the directory declares it: `bytes` after inflating, packed bytes from `dataAt`. */
export type ZipEntry = {
  readonly path: string;
  readonly bytes: number;
  readonly packedBytes: number;
  readonly method: 'stored' | 'deflated';
  readonly crc32: number;
  readonly dataAt: number;
};

type Reason =
  | 'signature'
  | 'end-record'
  | 'comment'
  | 'count'
  | 'directory'
  | 'version'
  | 'flags'
  | 'method'
  | 'extra-field'
  | 'name'
  | 'duplicate-name'
  | 'first-entry'
  | 'gap-or-overlap'
  | 'local-header'
  | 'size'
  | 'ratio';

/**
 * Reads the directory of an archive. Refuses `archive-irregular` {reason} for everything that is not
 * in the profile: other methods, encryption, Zip64, several disks, comments, extra fields, bytes
 * before, between or after the entries, entries that overlap, local headers that differ from the
 * directory, names that are not ours or come twice, too many or too large entries.
 */
export function readProfile(archive: Uint8Array): Result<readonly ZipEntry[], 'archive-irregular'> {
  const end = readEndRecord(archive);
  if (!end.ok) return end;
  const view = viewOf(archive);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = end.value.directoryAt;
  let localAt = 0;
  let total = 0;
  for (let index = 0; index < end.value.count; index += 1) {
    if (at + CENTRAL_HEADER.bytes > end.value.endAt) return irregular('directory');
    const entry = readCentralHeader(view, archive, at, localAt);
    if (!entry.ok) return entry;
    const { headerBytes, ...declared } = entry.value;
    const { path, bytes, packedBytes } = declared;
    if (names.has(path)) return irregular('duplicate-name');
    names.add(path);
    total += bytes;
    if (bytes > MAX_ENTRY_BYTES || total > MAX_TOTAL_BYTES) return irregular('size');
    if (bytes > packedBytes * MAX_RATIO) return irregular('ratio');
    const dataAt = localAt + LOCAL_HEADER.bytes + path.length;
    if (dataAt + packedBytes > end.value.directoryAt) return irregular('gap-or-overlap');
    if (!localHeaderAgrees(view, archive, at, localAt, path.length)) {
      return irregular('local-header');
    }
    entries.push({ ...declared, dataAt });
    localAt = dataAt + packedBytes;
    at += headerBytes;
  }
  if (at !== end.value.endAt) return irregular('directory');
  if (localAt !== end.value.directoryAt) return irregular('gap-or-overlap');
  if (entries[0]?.path !== STATEMENT_PATH) return irregular('first-entry');
  return ok(entries);
}

type EndRecord = { readonly count: number; readonly directoryAt: number; readonly endAt: number };

function readEndRecord(archive: Uint8Array): Result<EndRecord, 'archive-irregular'> {
  const endAt = archive.length - END_RECORD.bytes;
  if (endAt < 0) return irregular('end-record');
  const view = viewOf(archive);
  if (view.getUint32(endAt, true) !== END_RECORD.signature) return irregular('end-record');
  if (view.getUint16(endAt + 20, true) !== 0) return irregular('comment');
  const disks = view.getUint32(endAt + 4, true);
  const count = view.getUint16(endAt + 10, true);
  if (disks !== 0 || view.getUint16(endAt + 8, true) !== count) return irregular('count');
  if (count < 1 || count > MAX_ENTRIES) return irregular('count');
  const directoryBytes = view.getUint32(endAt + 12, true);
  const directoryAt = view.getUint32(endAt + 16, true);
  if (directoryAt + directoryBytes !== endAt) return irregular('directory');
  return ok({ count, directoryAt, endAt });
}

type CentralHeader = Omit<ZipEntry, 'dataAt'> & { readonly headerBytes: number };

/** Reads one header of the directory, whose local header must stand at `localAt`. */
function readCentralHeader(
  view: DataView,
  archive: Uint8Array,
  at: number,
  localAt: number,
): Result<CentralHeader, 'archive-irregular'> {
  if (view.getUint32(at, true) !== CENTRAL_HEADER.signature) return irregular('signature');
  if (view.getUint16(at + 6, true) > NEWEST_VERSION_NEEDED) return irregular('version');
  if ((view.getUint16(at + 8, true) & ~ALLOWED_FLAGS) !== 0) return irregular('flags');
  const methodCode = view.getUint16(at + 10, true);
  if (methodCode !== 0 && methodCode !== 8) return irregular('method');
  const packedBytes = view.getUint32(at + 20, true);
  const bytes = view.getUint32(at + 24, true);
  const nameBytes = view.getUint16(at + 28, true);
  if (view.getUint16(at + 30, true) !== 0) return irregular('extra-field');
  if (view.getUint16(at + 32, true) !== 0) return irregular('comment');
  if (view.getUint16(at + 34, true) !== 0) return irregular('count');
  if (view.getUint32(at + 42, true) !== localAt) return irregular('gap-or-overlap');
  if (methodCode === 0 && packedBytes !== bytes) return irregular('size');
  const headerBytes = CENTRAL_HEADER.bytes + nameBytes;
  const path = asciiName(archive.subarray(at + CENTRAL_HEADER.bytes, at + headerBytes));
  if (path?.length !== nameBytes) return irregular('name');
  const method = methodCode === 0 ? 'stored' : 'deflated';
  const crc32 = view.getUint32(at + 16, true);
  return ok({ path, bytes, packedBytes, method, crc32, headerBytes });
}

/**
 * A name of ours; null otherwise. Only lower-case ASCII passes, so that two names that fold or
 * normalise to one another cannot both be there, and none leaves the folder it is in.
 */
function asciiName(bytes: Uint8Array): string | null {
  const name = String.fromCharCode(...bytes.subarray(0, 200));
  if (name === STATEMENT_PATH) return name;
  if (!ENTRY_PATH.test(name) || name.endsWith('.')) return null;
  const base = name.slice(name.indexOf('/') + 1);
  return WINDOWS_DEVICE.test(base.split('.', 1)[0] ?? '') ? null : name;
}

/** Version, flags, method, time, date, CRC, sizes, name length, no extra field, and the name. */
function localHeaderAgrees(
  view: DataView,
  archive: Uint8Array,
  centralAt: number,
  localAt: number,
  nameBytes: number,
): boolean {
  if (view.getUint32(localAt, true) !== LOCAL_HEADER.signature) return false;
  const sharedFields = archive.subarray(centralAt + 6, centralAt + 32);
  const name = archive.subarray(
    centralAt + CENTRAL_HEADER.bytes,
    centralAt + CENTRAL_HEADER.bytes + nameBytes,
  );
  return (
    sharedFields.every((byte, offset) => archive[localAt + 4 + offset] === byte) &&
    name.every((byte, offset) => archive[localAt + LOCAL_HEADER.bytes + offset] === byte)
  );
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function irregular(reason: Reason): Refused<'archive-irregular'> {
  return refuse('archive-irregular', { reason });
}
