import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';

import type { Instant } from '#shared/kit/clock.ts';

const ENGINE = { useWebWorkers: false, useCompressionStream: false } as const;
/** More than any province's figures, less than what would stall a reader. */
const mostBytes = 50 * 1024 * 1024;

export type ArchiveFile = { readonly path: string; readonly bytes: Uint8Array };

/** An ordinary ZIP archive of these files in their order. */
export async function writeArchive(
  files: readonly ArchiveFile[],
  now: Instant,
): Promise<Uint8Array> {
  const target = new Uint8ArrayWriter();
  const writer = new ZipWriter(target, { ...ENGINE, lastModDate: new Date(now) });
  for (const { path, bytes } of files) await writer.add(path, new Uint8ArrayReader(bytes));
  await writer.close();
  return await target.getData();
}

/** The files of an archive that holds exactly these paths in this order, checked; else null. */
export async function readArchive(
  bytes: Uint8Array,
  paths: readonly string[],
): Promise<readonly Uint8Array[] | null> {
  try {
    const reader = new ZipReader(new Uint8ArrayReader(bytes), ENGINE);
    const entries = await reader.getEntries();
    if (JSON.stringify(entries.map(({ filename }) => filename)) !== JSON.stringify(paths)) {
      return null;
    }
    const contents: Uint8Array[] = [];
    for (const entry of entries) {
      if (entry.directory || entry.uncompressedSize > mostBytes) return null;
      const options = { ...ENGINE, checkSignature: true };
      contents.push(await entry.getData(new Uint8ArrayWriter(), options));
    }
    await reader.close();
    return contents;
  } catch {
    return null;
  }
}
