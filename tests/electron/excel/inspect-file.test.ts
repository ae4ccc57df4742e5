import { describe, expect, it } from 'vitest';

import { inspectFile } from '../../../electron/excel/inspect-file.ts';
import { readWorkbook } from '../../../electron/excel/read-workbook.ts';
import { template } from './tables.ts';
import { edited, unzip, workbook, zip } from './zips.ts';
import type { Entry } from './zips.ts';

const row = '<row r="1"><c r="A1"><v>1</v></c></row>';

function codeOf(bytes: Uint8Array): string {
  const inspected = inspectFile(bytes);
  return inspected.ok ? 'ok' : inspected.refusal.code;
}

/** The sound workbook with entries added, or some of them changed. */
function changed(change: (entries: Entry[]) => Entry[]): Uint8Array {
  return zip(change(workbook(row)));
}

describe('files that are refused before they are read', () => {
  it('takes a sound workbook', () => {
    expect(codeOf(zip(workbook(row)))).toBe('ok');
  });

  it('refuses a file of 200 MB for its size', () => {
    expect(inspectFile(new Uint8Array(200 * 1024 * 1024))).toMatchObject({
      refusal: { code: 'excel-too-large', facts: { megabytes: 200, most: 20 } },
    });
  });

  it('refuses the compound file of .xls and of workbooks with a password', () => {
    const old = new Uint8Array(1_024);
    old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(codeOf(old)).toBe('excel-encrypted-or-old');
  });

  it('refuses a ZIP entry with a password', () => {
    expect(codeOf(changed((all) => all.map((each) => ({ ...each, flags: 1 }))))).toBe(
      'excel-encrypted-or-old',
    );
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', Buffer.from('TT;Chỉ tiêu;Giá trị\n1;Tỷ lệ hộ nghèo;2,7\n')],
    ['half of a workbook', zip(workbook(row)).subarray(0, 900)],
    ['the end of a workbook', zip(workbook(row)).subarray(200)],
  ])('refuses %s as damaged', (_, bytes) => {
    expect(codeOf(new Uint8Array(bytes))).toBe('excel-damaged');
  });

  it('refuses a content that does not fit its checksum', () => {
    const bytes = changed((all) => all.map((each) => ({ ...each, checksum: 1 })));
    expect(inspectFile(bytes)).toMatchObject({
      refusal: { code: 'excel-damaged', facts: { reason: 'crc' } },
    });
  });

  it('refuses any workbook with one byte of its figures changed', async () => {
    const sound = await template();
    const sheetAt = Buffer.from(sound).indexOf('xl/worksheets/sheet1.xml') + 60;
    for (let at = sheetAt; at < sheetAt + 40; at += 1) {
      const bytes = new Uint8Array(sound);
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      expect(['excel-damaged', 'excel-too-large-inside']).toContain(codeOf(bytes));
    }
  });

  it.each([
    ['xl/vbaProject.bin', 'VBA'],
    ['xl/VBAPROJECT.BIN', 'VBA'],
    ['xl/macrosheets/sheet1.xml', '<xm:macrosheet/>'],
  ])('refuses the macro part %s', (name, content) => {
    expect(codeOf(changed((all) => [...all, { name, content }]))).toBe('excel-has-macros');
  });

  it('refuses the content type of .xlsm', () => {
    const bytes = edited(zip(workbook(row)), (text) =>
      text.replace(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      ),
    );
    expect(codeOf(bytes)).toBe('excel-has-macros');
  });

  it('refuses a ZIP that is no workbook', () => {
    const document: Entry[] = [{ name: 'word/document.xml', content: '<w:document/>' }];
    expect(codeOf(zip(document))).toBe('excel-not-a-workbook');
    expect(codeOf(changed((all) => all.filter(({ name }) => !name.includes('rels'))))).toBe(
      'excel-not-a-workbook',
    );
  });

  it('refuses a bomb by what it declares', () => {
    const large = ' '.repeat(65 * 1024 * 1024);
    const bytes = changed((all) =>
      all.map((each) =>
        each.name.endsWith('bieu.xml') ? { ...each, content: String(each.content) + large } : each,
      ),
    );
    expect(bytes.length).toBeLessThan(100_000);
    expect(codeOf(bytes)).toBe('excel-too-large-inside');
  });

  it('refuses a bomb that declares little', () => {
    const large = ' '.repeat(30 * 1024 * 1024);
    const bytes = changed((all) =>
      all.map((each) =>
        each.name.endsWith('bieu.xml')
          ? { ...each, content: String(each.content) + large, declaredBytes: 500 }
          : each,
      ),
    );
    expect(inspectFile(bytes)).toMatchObject({
      refusal: { code: 'excel-too-large-inside', facts: { reason: 'undeclared' } },
    });
  });

  it('refuses entries that share their bytes, and too many of them', () => {
    const shared = changed((all) => [...all, { name: 'xl/again.xml', content: 'x', localAt: 0 }]);
    expect(inspectFile(shared)).toMatchObject({
      refusal: { code: 'excel-too-large-inside', facts: { reason: 'overlap' } },
    });
    const many = Array.from({ length: 2_001 }, (_, n) => ({ name: `${n}.xml`, content: '' }));
    expect(codeOf(zip(many))).toBe('excel-too-large-inside');
  });

  it('refuses more cells than a table has, before objects are made of them', () => {
    const cells = '<c r="A1"><v>1</v></c>'.repeat(400_001);
    expect(codeOf(zip(workbook(`<row r="1">${cells}</row>`)))).toBe('excel-too-large-inside');
  });

  it('reads past links to other files, huge ranges and entities of its own', async () => {
    const hostile = zip(
      workbook(row, {
        after:
          '<mergeCells><mergeCell ref="B1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576" type="list"/></dataValidations><hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks><drawing r:id="rId8"/>',
      }).map((entry) =>
        entry.name === 'xl/workbook.xml'
          ? {
              ...entry,
              content: `<!DOCTYPE workbook [<!ENTITY a SYSTEM "file:///somewhere">]>${String(entry.content).replace('<sheets>', '<definedNames><definedName name="x">$A$1:$XFD$1048576</definedName></definedNames><externalReferences><externalReference r:id="rId7"/></externalReferences><sheets>')}`,
            }
          : entry,
      ),
    );
    const read = await readWorkbook(hostile);
    expect(read.ok && read.value.sheets[0]?.rows[0]?.cells[0]?.text).toBe('1');
  });

  it.each([
    ['rows without an end', { rows: '<row '.repeat(1_000_000), after: '', styles: '' }],
    ['merges without an end', { rows: row, after: '<mergeCell ref="'.repeat(300_001), styles: '' }],
    [
      'one long attribute',
      { rows: row, after: `<mergeCell ${'a'.repeat(3_000_000)}/>`, styles: '' },
    ],
    [
      'merges that overlap',
      {
        rows: `${row}<row r="20000"><c r="A20000"><v>1</v></c></row>`,
        after: '<mergeCell ref="A1:B20000"/>'.repeat(10_000),
        styles: '',
      },
    ],
    [
      'formats without an end',
      { rows: row, after: '', styles: '<cellXfs <fonts '.repeat(300_000) },
    ],
  ])('is done soon with %s', async (_, { rows, after, styles }) => {
    const start = performance.now();
    await readWorkbook(zip(workbook(rows, { after, styles })));
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('refuses rows beyond what a sheet has, and cells without an address', async () => {
    const far = await readWorkbook(zip(workbook('<row r="999999999"><c r="A1"/></row>')));
    expect(far).toMatchObject({ refusal: { code: 'excel-damaged' } });
    const lost = await readWorkbook(zip(workbook('<row r="1"><c s="0"><v>1</v></c></row>')));
    expect(lost).toMatchObject({ refusal: { code: 'excel-damaged' } });
  });
});

describe('what a template is made of', () => {
  it('has no macro, no link to another file and one sheet that only programs see', async () => {
    const parts = unzip(await template());
    const book = String(parts.find(({ name }) => name === 'xl/workbook.xml')?.content);
    expect(book).toContain('state="veryHidden"');
    expect(parts.map(({ name }) => name).filter((name) => /vba|external/i.test(name))).toEqual([]);
  });
});
