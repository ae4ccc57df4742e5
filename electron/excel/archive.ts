/**
 * Reads the ZIP that an .xlsx file is (ECMA-376 part 2, PKWARE APPNOTE 6.3), wider than the bundle's
 * strict profile, since many programs write such files, and narrow where it guards: entries that
 * overlap, lie about their size or are damaged are refused before anything else sees the bytes.
 */
import { inflateRawSync } from 'node:zlib';

import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

/** One entry as the directory declares it; `bytes` after inflating. */
export type ArchiveEntry = {
  readonly name: string;
  readonly bytes: number;
  readonly packedBytes: number;
  readonly isDeflated: boolean;
  readonly checksum: number;
  readonly dataAt: number;
};

export type ArchiveRefusal = 'excel-damaged' | 'excel-encrypted-or-old' | 'excel-too-large-inside';

const MAX_ENTRIES = 2_000;
const MAX_DECLARED_BYTES = 200 * 1024 * 1024;
const LOCAL_HEADER = { signature: 0x04034b50, bytes: 30 };
const CENTRAL_HEADER = { signature: 0x02014b50, bytes: 46 };
const END_RECORD = { signature: 0x06054b50, bytes: 22 };
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED_FLAG = 0x0001;
const STORED = 0;
const DEFLATED = 8;
const IN_ZIP64_FIELD = 0xffff_ffff;
const ZIP64_FIELD = 0x0001;

type DirectoryEntry = Omit<ArchiveEntry, 'dataAt'> & { readonly localAt: number };

/**
 * Lists the entries, by names in lower case with `/` between folders. Refuses `excel-damaged`
 * {reason}, `excel-encrypted-or-old` for entries with a password, and `excel-too-large-inside`
 * {reason} for too many entries, entries that overlap, or more declared bytes than any office has.
 */
export function listArchive(
  archive: Uint8Array,
): Result<ReadonlyMap<string, ArchiveEntry>, ArchiveRefusal> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const directory = findDirectory(view);
  if (directory === null) return refuse('excel-damaged', { reason: 'end-record' });
  if (directory.count > MAX_ENTRIES) return refuse('excel-too-large-inside', { reason: 'entries' });
  const listed: DirectoryEntry[] = [];
  let at = directory.at;
  for (let index = 0; index < directory.count; index += 1) {
    const read = readDirectoryEntry(archive, view, at);
    if (!read.ok) return read;
    listed.push(read.value.entry);
    at = read.value.end;
  }
  const declared = listed.reduce((total, { bytes }) => total + bytes, 0);
  if (declared > MAX_DECLARED_BYTES)
    return refuse('excel-too-large-inside', { reason: 'declared' });
  return placeEntries(view, listed, directory.at);
}

/**
 * The content of an entry, never more than it declares or than `limit`. Refuses `excel-damaged`
 * {reason, part} and `excel-too-large-inside` {reason, part}.
 */
export function inflateEntry(
  archive: Uint8Array,
  entry: ArchiveEntry,
  limit: number,
): Result<Uint8Array, ArchiveRefusal> {
  const part = entry.name;
  if (entry.bytes > limit) return refuse('excel-too-large-inside', { reason: 'part', part });
  const packed = archive.subarray(entry.dataAt, entry.dataAt + entry.packedBytes);
  let content = packed;
  if (entry.isDeflated) {
    try {
      // One byte is the least that may be asked for; the length is compared below.
      content = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) });
    } catch (error) {
      const isTooLarge = error instanceof RangeError;
      return isTooLarge
        ? refuse('excel-too-large-inside', { reason: 'undeclared', part })
        : refuse('excel-damaged', { reason: 'deflate', part });
    }
  }
  if (content.length !== entry.bytes) return refuse('excel-damaged', { reason: 'length', part });
  if (crc32(content) !== entry.checksum) return refuse('excel-damaged', { reason: 'crc', part });
  return ok(content);
}

function findDirectory(view: DataView): { readonly at: number; readonly count: number } | null {
  const last = view.byteLength - END_RECORD.bytes;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) !== END_RECORD.signature) continue;
    if (at + END_RECORD.bytes + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const count = view.getUint16(at + 10, true);
    const directoryAt = view.getUint32(at + 16, true);
    const isWhole =
      view.getUint32(at + 4, true) === 0 &&
      view.getUint16(at + 8, true) === count &&
      directoryAt + view.getUint32(at + 12, true) <= at;
    return isWhole ? { at: directoryAt, count } : null;
  }
  return null;
}

function readDirectoryEntry(
  archive: Uint8Array,
  view: DataView,
  at: number,
): Result<{ readonly entry: DirectoryEntry; readonly end: number }, ArchiveRefusal> {
  const damaged = refuse('excel-damaged', { reason: 'directory' });
  if (at + CENTRAL_HEADER.bytes > view.byteLength) return damaged;
  if (view.getUint32(at, true) !== CENTRAL_HEADER.signature) return damaged;
  const nameEnd = at + CENTRAL_HEADER.bytes + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const end = extraEnd + view.getUint16(at + 32, true);
  if (end > view.byteLength) return damaged;
  if ((view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0)
    return refuse('excel-encrypted-or-old');
  const method = view.getUint16(at + 10, true);
  if (method !== STORED && method !== DEFLATED) return damaged;
  const sizes = readSizes(view, at, nameEnd, extraEnd);
  if (sizes === null) return damaged;
  const entry: DirectoryEntry = {
    name: partName(archive.subarray(at + CENTRAL_HEADER.bytes, nameEnd)),
    isDeflated: method === DEFLATED,
    checksum: view.getUint32(at + 16, true),
    ...sizes,
  };
  if (!entry.isDeflated && entry.bytes !== entry.packedBytes) return damaged;
  return ok({ entry, end });
}

/** Sizes and place; some writers put them in the Zip64 field even where they are small. */
function readSizes(
  view: DataView,
  at: number,
  extraAt: number,
  extraEnd: number,
): Pick<DirectoryEntry, 'bytes' | 'packedBytes' | 'localAt'> | null {
  const short = [24, 20, 42].map((offset) => view.getUint32(at + offset, true));
  const long = short.includes(IN_ZIP64_FIELD) ? readZip64Field(view, extraAt, extraEnd) : [];
  const [bytes, packedBytes, localAt] = short.map((value) =>
    value === IN_ZIP64_FIELD ? long.shift() : value,
  );
  if (bytes === undefined || packedBytes === undefined || localAt === undefined) return null;
  return { bytes, packedBytes, localAt };
}

function readZip64Field(view: DataView, from: number, end: number): number[] {
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_FIELD) continue;
    const values: number[] = [];
    const fieldEnd = Math.min(end, at + 4 + view.getUint16(at + 2, true));
    for (let value = at + 4; value + 8 <= fieldEnd; value += 8) {
      values.push(Number(view.getBigUint64(value, true)));
    }
    return values;
  }
  return [];
}

/** Part names are ASCII and compare without case (ECMA-376 part 2, 6.2.2). */
function partName(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .toLowerCase()
    .replaceAll('\\', '/')
    .replace(/^\/+/, '');
}

function placeEntries(
  view: DataView,
  listed: readonly DirectoryEntry[],
  directoryAt: number,
): Result<ReadonlyMap<string, ArchiveEntry>, ArchiveRefusal> {
  const entries = new Map<string, ArchiveEntry>();
  let free = 0;
  for (const { localAt, ...entry } of [...listed].sort((a, b) => a.localAt - b.localAt)) {
    if (localAt < free) return refuse('excel-too-large-inside', { reason: 'overlap' });
    if (localAt + LOCAL_HEADER.bytes > directoryAt)
      return refuse('excel-damaged', { reason: 'cut' });
    if (view.getUint32(localAt, true) !== LOCAL_HEADER.signature) {
      return refuse('excel-damaged', { reason: 'local-header' });
    }
    const dataAt =
      localAt +
      LOCAL_HEADER.bytes +
      view.getUint16(localAt + 26, true) +
      view.getUint16(localAt + 28, true);
    free = dataAt + entry.packedBytes;
    if (free > directoryAt) return refuse('excel-damaged', { reason: 'cut' });
    if (entries.has(entry.name)) return refuse('excel-damaged', { reason: 'duplicate' });
    entries.set(entry.name, { ...entry, dataAt });
  }
  return ok(entries);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb8_8320 : rest >>> 1;
  }
  return rest >>> 0;
});

/** The checksum of ZIP; Node has one only from version 20 on. */
function crc32(bytes: Uint8Array): number {
  let rest = 0xffff_ffff;
  for (let at = 0; at < bytes.length; at += 1) {
    rest = (crcTable[(rest ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (rest >>> 8);
  }
  return (rest ^ 0xffff_ffff) >>> 0;
}
