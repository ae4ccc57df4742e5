import {
  Uint8ArrayReader,
  Uint8ArrayWriter,
  Writer,
  ZipReader,
  ZipWriter,
  configure,
} from '@zip.js/zip.js';
import type { FileEntry as ZipFile } from '@zip.js/zip.js';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { crc32 } from './crc32.ts';
import { DESCRIBED_BYTES, FIXED_TIME, storedPart, writeParts } from './stored-zip.ts';
import type { ZipContent, ZipPart } from './stored-zip.ts';
import { LOCAL_HEADER, MAX_RATIO, readProfile } from './zip-profile.ts';
import type { ZipEntry } from './zip-profile.ts';

/** An archive whose directory was read and whose entries were not. */
export type StrictZip = {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  readonly files: ReadonlyMap<string, ZipFile>;
};

export type ZipWriting = {
  readonly checksum?: (bytes: Uint8Array) => number;
  readonly roomBefore?: (bytes: number) => number;
};

/** Below this size deflating gains nothing that an office would notice, and costs more than sealing. */
const STORED_BELOW_BYTES = 8 * 1024;
const CHUNK_BYTES = 64 * 1024;
configure({ useWebWorkers: false, chunkSize: CHUNK_BYTES });

/** No workers and no streams of the platform: the same bytes on every one of them. */
const ENGINE = { useWebWorkers: false, useCompressionStream: false } as const;
const PLAIN_ENTRY = {
  ...ENGINE,
  dataDescriptor: false,
  extendedTimestamp: false,
  useUnicodeFileNames: false,
  msDosCompatible: true,
  versionMadeBy: 20,
  externalFileAttributes: 0,
  rawLastModDate: FIXED_TIME,
} as const;

/**
 * Writes entries in the given order in the strict profile, always the same bytes for the same
 * contents. Paths outside the profile are a bug of the caller and throw. `checksum` is a host's CRC-32;
 * `roomBefore` says how many bytes of the archive's buffer stand free before it, none by itself.
 */
export async function writeStrictZip(
  contents: readonly ZipContent[],
  { checksum = crc32, roomBefore }: ZipWriting = {},
): Promise<Uint8Array> {
  const stored = new Set<string>();
  const write = async (): Promise<Uint8Array> =>
    writeParts(await partsOf(contents, stored, checksum), roomBefore);
  let archive = await write();
  let profile = readProfile(archive);
  if (!profile.ok && profile.refusal.facts['reason'] === 'ratio') {
    // Very repetitive contents, such as an empty scan, are stored rather than called a bomb later.
    for (const { path, bytes } of contents) if (bytes.length > MAX_RATIO) stored.add(path);
    archive = await write();
    profile = readProfile(archive);
  }
  if (!profile.ok) {
    throw new Error(`The archive breaks the profile: ${String(profile.refusal.facts['reason'])}`);
  }
  return archive;
}

/** Reads the directory only. Refuses `archive-irregular` {reason}. */
export async function readDirectory(
  bytes: Uint8Array,
): Promise<Result<StrictZip, 'archive-irregular'>> {
  const profile = readProfile(bytes);
  if (!profile.ok) return profile;
  const files = await listStrictly(bytes);
  // A second reader must see the very same entries.
  const agrees =
    files !== null && [...files.keys()].join() === profile.value.map(({ path }) => path).join();
  return agrees
    ? ok({ bytes, entries: profile.value, files })
    : refuse('archive-irregular', { reason: 'second-reader' });
}

/**
 * Inflates one entry, never beyond its declared size, and checks its CRC. Refuses
 * `archive-irregular` {reason} when it is absent, larger than `limit` or than it declares, or damaged.
 */
export async function readEntry(
  archive: StrictZip,
  path: string,
  limit: number,
  checksum = crc32,
): Promise<Result<Uint8Array, 'archive-irregular'>> {
  const declared = archive.entries.find((entry) => entry.path === path);
  const file = archive.files.get(path);
  if (declared === undefined || file === undefined) {
    return refuse('archive-irregular', { reason: 'absent', path });
  }
  if (declared.bytes > limit) return refuse('archive-irregular', { reason: 'size', path });
  if (declared.method === 'stored') {
    const stored = archive.bytes.subarray(declared.dataAt, declared.dataAt + declared.bytes);
    return checksum(stored) === declared.crc32
      ? ok(stored)
      : refuse('archive-irregular', { reason: 'content', path });
  }
  const target = new BoundedWriter(declared.bytes);
  try {
    await file.getData(target, { ...ENGINE, checkSignature: true });
  } catch {
    return refuse('archive-irregular', { reason: 'content', path });
  }
  const content = await target.getData();
  return content.length === declared.bytes
    ? ok(content)
    : refuse('archive-irregular', { reason: 'size', path });
}

/** Takes up to a number of bytes and fails at the next one: a bomb stops where it was declared. */
class BoundedWriter extends Writer<Uint8Array> {
  readonly #content: Uint8Array;
  #length = 0;

  constructor(limit: number) {
    super();
    this.#content = new Uint8Array(limit);
  }

  override writeUint8Array(chunk: Uint8Array): Promise<void> {
    if (this.#length + chunk.length > this.#content.length) {
      return Promise.reject(new Error('The entry is larger than it declares.'));
    }
    this.#content.set(chunk, this.#length);
    this.#length += chunk.length;
    return Promise.resolve();
  }

  override getData(): Promise<Uint8Array> {
    return Promise.resolve(this.#content.subarray(0, this.#length));
  }
}

async function partsOf(
  contents: readonly ZipContent[],
  stored: ReadonlySet<string>,
  checksum: (bytes: Uint8Array) => number,
): Promise<readonly ZipPart[]> {
  const isStored = ({ path, bytes }: ZipContent): boolean =>
    bytes.length < STORED_BELOW_BYTES ||
    stored.has(path) ||
    // Scans and PDFs are compressed by themselves.
    path.startsWith('attachments/');
  const parts: ZipPart[] = [];
  for (const content of contents) {
    parts.push(isStored(content) ? storedPart(content, checksum) : await deflatedPart(content));
  }
  return parts;
}

/** An entry as zip.js deflates it into an archive of its own. */
async function deflatedPart({ path, bytes }: ZipContent): Promise<ZipPart> {
  const target = new Uint8ArrayWriter();
  const writer = new ZipWriter(target, PLAIN_ENTRY);
  await writer.add(path, new Uint8ArrayReader(bytes), { level: 6 });
  await writer.close();
  const archive = await target.getData();
  const described = archive.subarray(4, 4 + DESCRIBED_BYTES);
  const view = new DataView(described.buffer, described.byteOffset, DESCRIBED_BYTES);
  const at = LOCAL_HEADER.bytes + view.getUint16(22, true);
  return { path, described, packed: archive.subarray(at, at + view.getUint32(14, true)) };
}

async function listStrictly(bytes: Uint8Array): Promise<ReadonlyMap<string, ZipFile> | null> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), {
    ...ENGINE,
    strictness: 'strict',
    filenameValidation: 'strict',
  });
  try {
    const files = new Map<string, ZipFile>();
    for (const entry of await reader.getEntries()) {
      if (entry.directory) return null;
      files.set(entry.filename, entry);
    }
    return files;
  } catch {
    return null;
  } finally {
    await reader.close();
  }
}
