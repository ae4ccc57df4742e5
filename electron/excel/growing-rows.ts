import {
  TextReader,
  TextWriter,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from '@zip.js/zip.js';

const ENGINE = { useWebWorkers: false, useCompressionStream: false } as const;
const FORM = 'xl/worksheets/sheet1.xml';
/** What makes a row keep its height when somebody types more into it (ECMA-376 part 1, 18.3.1.73). */
const FIXED = / customHeight="1"/g;

/**
 * A workbook whose rows of the first sheet have their heights and grow beyond them as people type.
 * The library that writes workbooks fixes every height that it is given.
 */
export async function withGrowingRows(workbook: Uint8Array): Promise<Uint8Array> {
  const reader = new ZipReader(new Uint8ArrayReader(workbook), ENGINE);
  const target = new Uint8ArrayWriter();
  const writer = new ZipWriter(target, ENGINE);
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    const { filename, lastModDate } = entry;
    if (filename === FORM) {
      const xml = await entry.getData(new TextWriter(), ENGINE);
      await writer.add(filename, new TextReader(xml.replace(FIXED, '')), { lastModDate });
      continue;
    }
    const bytes = await entry.getData(new Uint8ArrayWriter(), ENGINE);
    await writer.add(filename, new Uint8ArrayReader(bytes), { lastModDate });
  }
  await reader.close();
  await writer.close();
  return await target.getData();
}
