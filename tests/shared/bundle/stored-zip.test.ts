import { crc32 as zlibCrc32 } from 'node:zlib';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '#shared/bundle/bytes.ts';
import { crc32 } from '#shared/bundle/crc32.ts';
import { FIXED_TIME, storedPart, writeParts } from '#shared/bundle/stored-zip.ts';
import type { ZipContent } from '#shared/bundle/stored-zip.ts';
import { writeStrictZip } from '#shared/bundle/strict-zip.ts';

/** As the general writer writes the same entries. */
async function byZipJs(
  contents: readonly ZipContent[],
  levelOf: (content: ZipContent) => number = () => 0,
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    useCompressionStream: false,
    dataDescriptor: false,
    extendedTimestamp: false,
    useUnicodeFileNames: false,
    msDosCompatible: true,
    versionMadeBy: 20,
    externalFileAttributes: 0,
    rawLastModDate: FIXED_TIME,
  });
  for (const content of contents) {
    const reader = new Uint8ArrayReader(content.bytes);
    await writer.add(content.path, reader, { level: levelOf(content) });
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
        const parts = contents.map((content) => storedPart(content));
        const wanted = await byZipJs(contents);
        expect(writeParts(parts)).toEqual(wanted);
        // With room before it, it ends its buffer.
        const behind = writeParts(parts, (bytes) => bytes % 100);
        expect(behind).toEqual(wanted);
        expect(behind.byteOffset).toBe(wanted.length % 100);
        expect(behind.buffer.byteLength).toBe(behind.byteOffset + wanted.length);
      }),
      { numRuns: 40 },
    );
  });

  it('B8 are so too where large tables are deflated and attachments are not', async () => {
    const lines = (count: number): Uint8Array => {
      const figures = Array.from({ length: count }, (_, at) => String((at * 7919) % 10_007));
      return utf8(figures.map((figure) => `300,2022-08,B02,ROW,COLUMN,${figure}\r\n`).join(''));
    };
    const contents = [
      { path: 'statement.jws', bytes: utf8('{}') },
      { path: 'data/observations.csv', bytes: lines(301) },
      { path: 'data/cells.csv', bytes: lines(900) },
      { path: `attachments/${'0'.repeat(64)}.pdf`, bytes: lines(5000) },
      { path: 'audit/segment.jsonl', bytes: lines(3) },
    ];
    const written = await writeStrictZip(contents);
    const level = ({ path }: ZipContent) => (/observations|cells/.test(path) ? 6 : 0);
    expect(written).toEqual(await byZipJs(contents, level));
    expect(written.length).toBeLessThan(lines(5300).length);
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
