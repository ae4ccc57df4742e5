/**
 * Archives of stored entries, in the strict profile: small statements and tables gain nothing by
 * deflating, and a general ZIP writer's streams cost more than everything else about them.
 */
import { concatBytes, utf8 } from './bytes.ts';
import { CENTRAL_HEADER, END_RECORD, LOCAL_HEADER } from './zip-profile.ts';

/** MS-DOS date and time of 1980-01-01 00:00: archives do not tell when they were made. */
export const FIXED_TIME = 0x0021_0000;
const VERSION_NEEDED = 10;
const VERSION_MADE_BY = 20;
const CRC32_POLYNOMIAL = 0xedb8_8320;

/** One entry to write: path and content. */
export type ZipContent = { readonly path: string; readonly bytes: Uint8Array };

const SLICES = 8;

/**
 * Eight tables of 256: the remainder of each byte with none to seven zero bytes behind it, so that
 * eight bytes are taken at a time ("slicing-by-8", Kounavis and Berry 2005).
 */
const crcTables = makeCrcTables();

function makeCrcTables(): Uint32Array {
  const tables = new Uint32Array(SLICES * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      value = (value & 1) === 1 ? (value >>> 1) ^ CRC32_POLYNOMIAL : value >>> 1;
    }
    tables[byte] = value;
  }
  for (let at = 256; at < tables.length; at += 1) {
    const before = tables[at - 256] ?? 0;
    tables[at] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
  }
  return tables;
}

/** CRC-32 of bytes as ZIP has it (PKWARE APPNOTE 4.4.7): 0 to 2^32-1. */
export function crc32(bytes: Uint8Array): number {
  const table = (slice: number, byte: number): number => crcTables[slice * 256 + byte] ?? 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = bytes.length - (bytes.length % SLICES);
  let crc = 0xffff_ffff;
  for (let at = 0; at < whole; at += SLICES) {
    const low = crc ^ view.getUint32(at, true);
    const high = view.getUint32(at + 4, true);
    crc =
      table(7, low & 0xff) ^
      table(6, (low >>> 8) & 0xff) ^
      table(5, (low >>> 16) & 0xff) ^
      table(4, low >>> 24) ^
      table(3, high & 0xff) ^
      table(2, (high >>> 8) & 0xff) ^
      table(1, (high >>> 16) & 0xff) ^
      table(0, high >>> 24);
  }
  for (let at = whole; at < bytes.length; at += 1) {
    crc = table(0, (crc ^ (bytes[at] ?? 0)) & 0xff) ^ (crc >>> 8);
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}

/**
 * Writes entries in the given order, none deflated: byte for byte what zip.js writes for them with
 * the options of `strict-zip.ts`. Names are not checked here.
 */
export function writeStoredZip(contents: readonly ZipContent[]): Uint8Array {
  const entries: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { path, bytes } of contents) {
    const name = utf8(path);
    const described = describe(name.length, bytes);
    const local = header(LOCAL_HEADER);
    local.set(described, 4);
    const central = header(CENTRAL_HEADER);
    const view = viewOf(central);
    view.setUint16(4, VERSION_MADE_BY, true);
    central.set(described, 6);
    view.setUint32(42, at, true);
    entries.push(local, name, bytes);
    directory.push(central, name);
    at += local.length + name.length + bytes.length;
  }
  const end = header(END_RECORD);
  const view = viewOf(end);
  view.setUint16(8, contents.length, true);
  view.setUint16(10, contents.length, true);
  view.setUint32(
    12,
    directory.reduce((sum, part) => sum + part.length, 0),
    true,
  );
  view.setUint32(16, at, true);
  return concatBytes(...entries, ...directory, end);
}

/** What both headers of an entry say: from the version needed to the length of the extra field. */
function describe(nameBytes: number, content: Uint8Array): Uint8Array {
  const described = new Uint8Array(26);
  const view = viewOf(described);
  view.setUint16(0, VERSION_NEEDED, true);
  view.setUint32(6, FIXED_TIME, true);
  view.setUint32(10, crc32(content), true);
  view.setUint32(14, content.length, true);
  view.setUint32(18, content.length, true);
  view.setUint16(22, nameBytes, true);
  return described;
}

function header({ signature, bytes }: { signature: number; bytes: number }): Uint8Array {
  const written = new Uint8Array(bytes);
  viewOf(written).setUint32(0, signature, true);
  return written;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
