import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** What SQLite's first page says of a file, the write-ahead log's word going before the file's. */
export type FirstPage = {
  /** False for anything that no SQLite wrote. */
  readonly isSqlite: boolean;
  readonly applicationId: number;
  readonly userVersion: number;
  /** Whether any table, index or view is there. */
  readonly hasSchema: boolean;
};

const headerBytes = 108;
const logHeaderBytes = 32;
const frameHeaderBytes = 24;
const smallestPage = 512;
const largestPage = 65_536;

/**
 * Reads the first page of a database without opening it: opening would already change a file that
 * belongs to a newer program or to another one. Null when there is no file, or an empty one. Throws
 * what the file system throws. Format: sqlite.org/fileformat2.html, 1.3 (header) and 4 (log).
 */
export function readFirstPage(path: string): FirstPage | null {
  const main = readStart(path, headerBytes);
  if (main === null || main.length === 0) return null;
  const page = newestFirstPageOfLog(`${path}-wal`) ?? main;
  return {
    isSqlite: main.length === headerBytes && magicOf(main) === 'SQLite format 3\0',
    applicationId: page.length < headerBytes ? 0 : page.readUInt32BE(68),
    userVersion: page.length < headerBytes ? 0 : page.readUInt32BE(60),
    hasSchema: page.length === headerBytes && page.readUInt16BE(103) > 0,
  };
}

/** Page 1 as the last committed transaction of a log left it; null when the log has none. */
function newestFirstPageOfLog(path: string): Buffer | null {
  const header = readStart(path, logHeaderBytes);
  if (header?.length !== logHeaderBytes) return null;
  const pageBytes = header.readUInt32BE(8);
  if (pageBytes < smallestPage || pageBytes > largestPage) return null;
  const salts = header.subarray(16, 24);
  const frame = Buffer.alloc(frameHeaderBytes + headerBytes);
  const file = openSync(path, 'r');
  try {
    let committed: Buffer | null = null;
    let pending: Buffer | null = null;
    const { size } = fstatSync(file);
    const frameBytes = frameHeaderBytes + pageBytes;
    for (let at = logHeaderBytes; at + frameBytes <= size; at += frameBytes) {
      readSync(file, frame, 0, frame.length, at);
      // Frames of an earlier round of the log keep that round's salts: they no longer count.
      if (!frame.subarray(8, 16).equals(salts)) return committed;
      if (frame.readUInt32BE(0) === 1) pending = Buffer.from(frame.subarray(frameHeaderBytes));
      if (frame.readUInt32BE(4) !== 0) committed = pending ?? committed;
    }
    return committed;
  } finally {
    closeSync(file);
  }
}

function readStart(path: string, bytes: number): Buffer | null {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return null;
  const buffer = Buffer.alloc(bytes);
  const file = openSync(path, 'r');
  try {
    return buffer.subarray(0, readSync(file, buffer, 0, bytes, 0));
  } finally {
    closeSync(file);
  }
}

function magicOf(bytes: Buffer): string {
  return bytes.subarray(0, 16).toString('latin1');
}
