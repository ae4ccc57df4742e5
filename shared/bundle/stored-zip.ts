/**
 * Archives in the strict profile, put together from entries that are stored or were packed elsewhere:
 * a general ZIP writer's streams cost more than everything else about an entry that is only stored.
 */
import { concatBytes, utf8 } from './bytes.ts';
import { crc32 } from './crc32.ts';
import { CENTRAL_HEADER, END_RECORD, LOCAL_HEADER } from './zip-profile.ts';

/** MS-DOS date and time of 1980-01-01 00:00: archives do not tell when they were made. */
export const FIXED_TIME = 0x0021_0000;
const VERSION_NEEDED = 10;
const VERSION_MADE_BY = 20;

/** One entry to write: path and content. */
export type ZipContent = { readonly path: string; readonly bytes: Uint8Array };

/** An entry as it stands in an archive: what both its headers say of it, and its bytes there. */
export type ZipPart = {
  readonly path: string;
  /** From the version needed to the length of the extra field: 26 bytes. */
  readonly described: Uint8Array;
  readonly packed: Uint8Array;
};

export const DESCRIBED_BYTES = 26;

/** An entry that is not deflated. */
export function storedPart({ path, bytes }: ZipContent, checksum = crc32): ZipPart {
  const described = new Uint8Array(DESCRIBED_BYTES);
  const view = viewOf(described);
  view.setUint16(0, VERSION_NEEDED, true);
  view.setUint32(6, FIXED_TIME, true);
  view.setUint32(10, checksum(bytes), true);
  view.setUint32(14, bytes.length, true);
  view.setUint32(18, bytes.length, true);
  view.setUint16(22, utf8(path).length, true);
  return { path, described, packed: bytes };
}

/**
 * Writes an archive of entries in the given order: byte for byte what zip.js writes for them with the
 * options of `strict-zip.ts`. It stands at the end of a buffer of its own, behind as many bytes as
 * `roomBefore` wants for an archive of its length. Names are not checked here.
 */
export function writeParts(
  parts: readonly ZipPart[],
  roomBefore: (bytes: number) => number = () => 0,
): Uint8Array {
  const entries: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { path, described, packed } of parts) {
    const name = utf8(path);
    const local = header(LOCAL_HEADER);
    local.set(described, 4);
    const central = header(CENTRAL_HEADER);
    const view = viewOf(central);
    view.setUint16(4, VERSION_MADE_BY, true);
    central.set(described, 6);
    view.setUint32(42, at, true);
    entries.push(local, name, packed);
    directory.push(central, name);
    at += local.length + name.length + packed.length;
  }
  const end = header(END_RECORD);
  const view = viewOf(end);
  view.setUint16(8, parts.length, true);
  view.setUint16(10, parts.length, true);
  view.setUint32(
    12,
    directory.reduce((sum, part) => sum + part.length, 0),
    true,
  );
  view.setUint32(16, at, true);
  const written = [...entries, ...directory, end];
  const room = new Uint8Array(roomBefore(written.reduce((sum, part) => sum + part.length, 0)));
  return concatBytes(room, ...written).subarray(room.length);
}

function header({ signature, bytes }: { signature: number; bytes: number }): Uint8Array {
  const written = new Uint8Array(bytes);
  viewOf(written).setUint32(0, signature, true);
  return written;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
