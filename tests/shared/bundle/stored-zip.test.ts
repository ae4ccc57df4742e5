import { crc32 as zlibCrc32 } from 'node:zlib';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '#shared/bundle/bytes.ts';
import { FIXED_TIME, crc32, writeStoredZip } from '#shared/bundle/stored-zip.ts';
import type { ZipContent } from '#shared/bundle/stored-zip.ts';

/** As the general writer writes the same entries. */
async function byZipJs(contents: readonly ZipContent[]): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    dataDescriptor: false,
    extendedTimestamp: false,
    useUnicodeFileNames: false,
    msDosCompatible: true,
    versionMadeBy: 20,
    externalFileAttributes: 0,
    rawLastModDate: FIXED_TIME,
  });
  for (const { path, bytes } of contents) {
    await writer.add(path, new Uint8ArrayReader(bytes), { level: 0 });
  }
  return await writer.close();
}

describe('archives of stored entries', () => {
  it('B8 are byte for byte what the general writer makes', async () => {
    const someContents = fc.uniqueArray(
      fc.record({
        path: fc.stringMatching(/^(?:data|audit)\/[a-z0-9]{1,12}\.csv$/),
        bytes: fc.uint8Array({ maxLength: 3000 }),
      }),
      { selector: ({ path }) => path, maxLength: 5, minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(someContents, async (contents) => {
        expect(writeStoredZip(contents)).toEqual(await byZipJs(contents));
      }),
      { numRuns: 40 },
    );
  });

  it('B8 have the CRC-32 of the catalogue of checksums', () => {
    expect(crc32(utf8('123456789'))).toBe(0xcbf4_3926);
    expect(crc32(new Uint8Array())).toBe(0);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(9), (bytes, from) => {
        const part = new Uint8Array(bytes).subarray(from);
        expect(crc32(part)).toBe(zlibCrc32(part));
      }),
    );
  });
});
