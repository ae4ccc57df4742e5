import { closeSync, openSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import {
  applying,
  communes,
  exported,
  fileOf,
  found,
  freeFile,
  nameOf,
  newFolder,
  newOffice,
  outcomes,
  period,
  previewOf,
} from '../../helpers/excel-files.ts';
import type { Edit } from '../../helpers/excel-files.ts';
import { storeContents } from '../../helpers/store-contents.ts';
import { edited, zip } from '../excel/zips.ts';

/** A table of an office of its own, its names and notes in a TCVN3 font. */
const ownTable: Edit = (sheet) => {
  sheet.getRow(1).values = ['UBND huyện'];
  sheet.getRow(3).values = ['TT', 'Xã, thị trấn', 'Hộ nghèo', 'Tổng số hộ'];
  communes.slice(0, 3).forEach(({ name }, index) => {
    sheet.getRow(4 + index).values = [index + 1, name, 10 + index, 2000 + index];
  });
  sheet.getRow(7).values = ['', 'Tổng cộng', 33, 6003];
};

describe('a file of any layout', () => {
  it('is matched by names, tried with another mapping, recorded and remembered', async () => {
    const office = await newOffice();
    const path = await freeFile(ownTable);
    const file = office.pick(path);
    const first = await previewOf(office, path, 'B04');
    expect(first.free).toMatchObject({ sheet: 0, isRemembered: false });
    expect(first.free?.mapping).toMatchObject({ headerRow: 3, nameColumn: 2 });
    expect(first.free?.names.map(({ row }) => row)).toEqual([
      ...communes.slice(0, 3).map(({ code }) => code),
      null,
    ]);
    expect(first.free?.columns[2]).toMatchObject({ letters: 'C', heading: 'Hộ nghèo' });
    const mapping = {
      ...(first.free?.mapping ?? { headerRow: 3, nameColumn: 2, rows: [] }),
      columns: [
        { sheetColumn: 3, column: 'POVERTY_RATE.numerator', legacy: 'convert' as const },
        { sheetColumn: 4, column: 'POVERTY_RATE.denominator', legacy: 'convert' as const },
      ],
    };
    const which = { period, form: 'B04', file, headerRow: null, nameColumn: null };
    const tried = await office.must('excel.remap', { ...which, sheet: 0, mapping });
    expect(outcomes(tried)).toEqual({ new: 6, refused: 2 });
    const passedOver = {
      ...mapping,
      rows: [...mapping.rows, { name: 'tong cong', occurrence: 1, row: null }],
    };
    const clean = await office.must('excel.remap', { ...which, sheet: 0, mapping: passedOver });
    expect(outcomes(clean)).toEqual({ new: 6 });
    const done = await office.must('excel.apply', applying(office, path, clean, 'B04'));
    expect(done).toMatchObject({ recorded: 6, refused: 0 });

    const again = await previewOf(office, path, 'B04');
    expect(again.free?.isRemembered).toBe(true);
    expect(again.free?.mapping).toEqual(passedOver);
    expect(outcomes(again)).toEqual({ unchanged: 6 });
  });

  it('gives up a remembered mapping that is none', async () => {
    const office = await newOffice();
    const path = await freeFile(ownTable);
    const preview = await previewOf(office, path, 'B04');
    const mapping = {
      headerRow: 3,
      nameColumn: 2,
      rows: [],
      columns: [{ sheetColumn: 3, column: 'POVERTY_RATE.numerator', legacy: 'keep' as const }],
    };
    const input = { period, form: 'B04', file: office.pick(path) };
    const tried = await office.must('excel.remap', {
      ...input,
      sheet: 0,
      headerRow: null,
      nameColumn: null,
      mapping,
    });
    await office.must('excel.apply', applying(office, path, tried, 'B04'));
    for (const text of ['{}', 'no JSON', '{"headerRow":-1}']) {
      office.office.store?.prepare('UPDATE excel_layout SET mapping = ?').run(text);
      const again = await previewOf(office, path, 'B04');
      expect(again.free?.isRemembered).toBe(false);
      expect(again.free?.mapping.nameColumn).toBe(preview.free?.mapping.nameColumn);
    }
  });

  it('shows text of old fonts before and after, and keeps it when told to', async () => {
    const office = await newOffice();
    const path = await freeFile((sheet) => {
      sheet.getRow(1).values = ['TT', 'ChØ tiªu', 'Tö sè', 'Ghi chó'];
      sheet.getRow(2).values = [1, nameOf('HI_COVERAGE'), 118_250, 'Sè liÖu \u00adíc tÝnh'];
      sheet.getRow(3).values = [2, nameOf('SI_COVERAGE'), 28_500, 'theo BHXH'];
      for (const place of ['A1', 'B1', 'C1', 'D1', 'D2']) {
        sheet.getCell(place).font = { name: '.VnTime' };
      }
    });
    const preview = await previewOf(office, path);
    expect(preview.free?.columns[3]).toMatchObject({
      heading: 'Ghi chú',
      legacy: { encoding: 'tcvn3', after: 'Số liệu ước tính' },
    });
    expect(found(preview, 'HI_COVERAGE', 'note')).toMatchObject({
      after: 'Số liệu ước tính',
      legacy: { before: 'Sè liÖu \u00adíc tÝnh' },
    });
    const mapping = preview.free?.mapping;
    if (mapping === undefined) throw new Error('There is no mapping.');
    const kept = await office.must('excel.remap', {
      period,
      form: 'B01',
      file: office.pick(path),
      sheet: 0,
      headerRow: null,
      nameColumn: null,
      mapping: {
        ...mapping,
        columns: mapping.columns.map((column) => ({ ...column, legacy: 'keep' as const })),
      },
    });
    expect(found(kept, 'HI_COVERAGE', 'note').after).toBe('Sè liÖu \u00adíc tÝnh');
  });

  it('takes each cell of the form from one cell of the file only', async () => {
    const office = await newOffice();
    const path = await freeFile((sheet) => {
      sheet.getRow(1).values = ['TT', 'Chỉ tiêu', 'Tử số'];
      sheet.getRow(2).values = [1, 'BHYT (số cũ)', 5];
      sheet.getRow(3).values = [2, 'BHYT (số mới)', 6];
    });
    const which = {
      period,
      form: 'B01',
      file: office.pick(path),
      headerRow: null,
      nameColumn: null,
    };
    const preview = await office.must('excel.remap', {
      ...which,
      sheet: 0,
      mapping: {
        headerRow: 1,
        nameColumn: 2,
        columns: [{ sheetColumn: 3, column: 'numerator', legacy: 'convert' }],
        rows: [
          { name: 'bhyt so cu', occurrence: 1, row: 'HI_COVERAGE' },
          { name: 'bhyt so moi', occurrence: 1, row: 'HI_COVERAGE' },
        ],
      },
    });
    expect(preview.cells.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
      'new',
      'excel-cell-twice',
    ]);
  });

  it('brings projects as rows of the unit, which are not remembered by their codes', async () => {
    const office = await newOffice();
    const path = await freeFile((sheet) => {
      sheet.getRow(1).values = ['TT', 'Tên dự án', 'Tổng mức đầu tư'];
      sheet.getRow(2).values = [1, 'Trạm y tế Đoàn Tùng', 4_500];
      sheet.getRow(3).values = [2, 'Đường tỉnh 396B', 125_400];
    });
    const which = { period: '2022-KH', form: 'DA', file: office.pick(path) };
    const guessed = await office.must('excel.preview', which);
    expect(guessed.free?.mapping).toMatchObject({
      nameColumn: 2,
      columns: [{ sheetColumn: 3, column: 'totalInvestment' }],
      rows: [],
    });
    const preview = await office.must('excel.remap', {
      ...which,
      sheet: 0,
      headerRow: null,
      nameColumn: null,
      mapping: {
        headerRow: 1,
        nameColumn: 2,
        columns: [
          { sheetColumn: 2, column: 'name', legacy: 'convert' },
          { sheetColumn: 3, column: 'totalInvestment', legacy: 'convert' },
        ],
        rows: [
          { name: 'tram y te doan tung', occurrence: 1, row: 'DA.001' },
          { name: 'duong tinh 396b', occurrence: 1, row: 'DA.002' },
        ],
      },
    });
    expect(preview.rows.every(({ isFree }) => isFree)).toBe(true);
    const input = { ...applying(office, path, preview, 'DA'), period: '2022-KH' };
    expect(await office.must('excel.apply', input)).toMatchObject({ recorded: 4 });
    const again = await office.must('excel.preview', which);
    expect(again.free?.mapping.rows).toEqual([]);
    expect(again.free?.names.map(({ row }) => row)).toEqual(['DA.001', 'DA.002']);
  });

  it('is asked about by hand when nothing in it is known', async () => {
    const office = await newOffice();
    const path = await freeFile((sheet) => {
      sheet.getRow(1).values = ['a', 'b'];
    });
    const preview = await previewOf(office, path);
    expect(preview.cells).toEqual([]);
    expect(preview.free?.mapping).toMatchObject({ nameColumn: 1, columns: [], rows: [] });
  });
});

describe('a file that is not read', () => {
  const refusalOf = async (path: string): Promise<string> => {
    const office = await newOffice();
    const before = storeContents(office);
    const code = await office.refusal('excel.preview', {
      period,
      form: 'B01',
      file: office.pick(path),
    });
    expect(storeContents(office)).toBe(before);
    return code;
  };

  it('of 200 MB is refused without reading it', async () => {
    const path = join(newFolder(), 'lon.xlsx');
    closeSync(openSync(path, 'w'));
    truncateSync(path, 200 * 1024 * 1024);
    const begun = performance.now();
    expect(await refusalOf(path)).toBe('excel-too-large');
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('that is a bomb, has macros, has a password, is damaged or is no workbook', async () => {
    const bomb = zip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/workbook.xml', content: new Uint8Array(80 * 1024 * 1024) },
    ]);
    expect(await refusalOf(fileOf(bomb))).toBe('excel-too-large-inside');
    const macros = zip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/vbaProject.bin', content: 'x' },
    ]);
    expect(await refusalOf(fileOf(macros, 'a.xlsm'))).toBe('excel-has-macros');
    const compound = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    expect(await refusalOf(fileOf(compound, 'a.xls'))).toBe('excel-encrypted-or-old');
    const office = await newOffice();
    const whole = readFileSync(await exported(office));
    expect(await refusalOf(fileOf(whole.subarray(0, whole.length / 2)))).toBe('excel-damaged');
    expect(await refusalOf(fileOf(zip([{ name: 'a.txt', content: 'a' }])))).toBe(
      'excel-not-a-workbook',
    );
    expect(await refusalOf(fileOf(new Uint8Array()))).toBe('excel-damaged');
  });

  it('whose identity was changed, until it is matched by hand', async () => {
    const office = await newOffice();
    const bytes = readFileSync(await exported(office));
    const changed = edited(bytes, (text, name) =>
      name.endsWith('sharedStrings.xml') ? text.replace('2022-08&quot;]', '2022-09&quot;]') : text,
    );
    const input = { period, form: 'B01', file: office.pick(fileOf(changed)) };
    expect(await office.refusal('excel.preview', input)).toBe('excel-identity-damaged');
    const free = { sheet: null, headerRow: null, nameColumn: null, mapping: null };
    const preview = await office.must('excel.remap', { ...input, ...free });
    expect(preview.free?.names.filter(({ row }) => row !== null).length).toBeGreaterThan(10);
  });
});
