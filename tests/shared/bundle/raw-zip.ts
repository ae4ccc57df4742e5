/** Writes ZIP archives by hand, right ones and wrong ones. */
import { crc32, deflateRawSync } from 'node:zlib';

export type RawEntry = {
  readonly name: string | Uint8Array;
  readonly data: Uint8Array;
  readonly deflate?: boolean;
  /** What the directory says instead of the truth, by byte offset in the central header. */
  readonly central?: readonly Patch[];
  /** What the local header says instead of the truth, by byte offset in it. */
  readonly local?: readonly Patch[];
  readonly extra?: Uint8Array;
  readonly comment?: string;
  /** Bytes after the entry's data. */
  readonly gap?: Uint8Array;
};

/** Writes `value` little-endian in `width` bytes at an offset of a header. */
export type Patch = { readonly at: number; readonly width: 2 | 4; readonly value: number };

export type RawArchive = {
  readonly before?: Uint8Array;
  readonly after?: Uint8Array;
  readonly comment?: string;
  readonly end?: readonly Patch[];
};

export function rawZip(entries: readonly RawEntry[], archive: RawArchive = {}): Uint8Array {
  const locals: Buffer[] = [Buffer.from(archive.before ?? [])];
  const centrals: Buffer[] = [];
  let offset = locals[0]?.length ?? 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const packed = entry.deflate === true ? deflateRawSync(entry.data) : Buffer.from(entry.data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(entry.deflate === true ? 20 : 10, 0);
    fields.writeUInt16LE(entry.deflate === true ? 8 : 0, 4);
    fields.writeUInt32LE(0x0021_0000, 6);
    fields.writeUInt32LE(crc32(entry.data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    fields.writeUInt16LE(entry.extra?.length ?? 0, 24);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields]);
    const tail = Buffer.alloc(14);
    tail.writeUInt16LE(entry.comment?.length ?? 0, 0);
    tail.writeUInt32LE(offset, 10);
    const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, tail]);
    patch(local, entry.local);
    patch(central, entry.central);
    const extra = Buffer.from(entry.extra ?? []);
    const written = Buffer.concat([local, name, extra, packed, Buffer.from(entry.gap ?? [])]);
    locals.push(written);
    offset += written.length;
    centrals.push(Buffer.concat([central, name, extra, Buffer.from(entry.comment ?? '')]));
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(archive.comment?.length ?? 0, 20);
  patch(end, archive.end);
  const rest = [Buffer.from(archive.comment ?? ''), Buffer.from(archive.after ?? [])];
  return new Uint8Array(Buffer.concat([...locals, directory, end, ...rest]));
}

function patch(header: Buffer, patches: readonly Patch[] = []): void {
  for (const { at, width, value } of patches) header.writeUIntLE(value, at, width);
}
