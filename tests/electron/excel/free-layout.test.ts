import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';

import { applyMapping, proposeMapping } from '../../../electron/excel/free-layout.ts';
import type { LayoutMapping } from '../../../electron/excel/free-layout.ts';
import { nameKey } from '../../../electron/excel/name-match.ts';
import { readWorkbook } from '../../../electron/excel/read-workbook.ts';
import type { RawSheet } from '../../../electron/excel/read-workbook.ts';
import { fingerprintLayout } from '../../../electron/excel/sheet-header.ts';
import type { ExcelTable } from '../../../electron/excel/table.ts';
import { columns, locked, open, sample, statuses } from './tables.ts';

const communes: ExcelTable = {
  ...sample,
  identity: { ...sample.identity, form: 'B04' },
  columns: columns.filter(({ kind }) => kind !== 'day'),
  rows: [
    ['10621', 'Xã Thanh Quang'],
    ['10624', 'Xã Hồng Phong'],
    ['10627', 'Xã Đồng Lạc'],
    ['10606', 'Thị trấn Nam Sách'],
    ['10630', 'Xã An Bình và các thôn mới sáp nhập'],
  ].map(([code = '', name = ''], index) => ({
    code,
    ordinal: String(index + 1),
    group: null,
    name,
    unitOfMeasure: 'hộ',
    cells: {
      numerator: open(code === '10624' ? '12' : ''),
      denominator: open(''),
      value: locked(''),
      status: open(''),
      comment: open(''),
    },
  })),
};

type Fill = (sheet: ExcelJS.Worksheet) => void;

async function sheetOf(fill: Fill): Promise<RawSheet> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Tổng hợp'));
  const read = await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
  const [sheet] = read.ok ? read.value.sheets : [];
  if (sheet === undefined) throw new Error(JSON.stringify(read));
  return sheet;
}

/** A table as a district office keeps it: letterhead, merged header, numbering, a total. */
function office(year: number): Fill {
  return (sheet) => {
    sheet.getCell('A1').value = 'UBND HUYỆN NAM SÁCH';
    sheet.getCell('E1').value = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
    sheet.getCell('A3').value = `BẢNG TỔNG HỢP HỘ NGHÈO 8 THÁNG NĂM ${year}`;
    sheet.getRow(5).values = ['TT', 'Địa phương', 'Hộ nghèo', '', 'Tình trạng', 'Ghi chú'];
    sheet.getRow(6).values = ['', '', `Tử số (${year})`, 'Mẫu số', '', ''];
    for (const range of ['A5:A6', 'B5:B6', 'C5:D5', 'E5:E6', 'F5:F6']) sheet.mergeCells(range);
    sheet.getRow(7).values = ['A', 'B', 1, 2, 3, 4];
    sheet.getRow(8).values = [1, 'Hồng Phong', 13, 2100, 'Sơ bộ', ''];
    sheet.getRow(9).values = [2, 'X. Thanh Quang', '1.234', 5000, 'chính thức', 'đã rà soát'];
    sheet.getRow(10).values = [3, 'TT Nam Sách', '-', 3000, '', ''];
    sheet.getRow(11).values = [4, 'ĐỒNG LẠC', 7, '', '', ''];
    sheet.getRow(12).values = [5, 'An Bình và thôn mới sáp nhập', 2, 900, '', ''];
    sheet.getRow(13).values = [
      '',
      'Tổng cộng',
      { formula: 'SUM(C8:C12)', result: 1256 },
      11000,
      '',
      '',
    ];
  };
}

function proposed(sheet: RawSheet, table: ExcelTable): LayoutMapping {
  const mapping = proposeMapping(sheet, table);
  if (mapping === null) throw new Error('No mapping was found.');
  return mapping;
}

describe('names', () => {
  it.each([
    ['1.2. Xã Hồng Phong', 'hong phong'],
    ['IV) Thị trấn  Nam Sách', 'nam sach'],
    ['- Tỷ lệ hộ nghèo (%)', 'ty le ho ngheo'],
    ['(a) Đồng Lạc', 'dong lac'],
    ['TT. Ninh Giang', 'ninh giang'],
    ['Xã', 'xa'],
    ['12', '12'],
  ])('%s is compared as %s', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });
});

describe('a sheet of an office of its own', () => {
  it('is read by guessing header, names and columns', async () => {
    const sheet = await sheetOf(office(2022));
    const mapping = proposed(sheet, communes);
    expect(mapping).toMatchObject({ headerRow: 6, nameColumn: 2 });
    expect(mapping.columns.map(({ column, sheetColumn }) => [column, sheetColumn])).toEqual([
      ['numerator', 3],
      ['denominator', 4],
      ['status', 5],
      ['comment', 6],
    ]);
    expect(mapping.rows).toHaveLength(5);
    const cells = applyMapping(sheet, mapping, communes);
    expect(
      cells.map(({ row, column, address, before, after, outcome, reason }) =>
        [row, column, address, before, after, outcome, reason].join('|'),
      ),
    ).toEqual([
      '10624|numerator|C8|12|13|changed|',
      '10624|denominator|D8||2100|new|',
      '10624|status|E8||provisional|new|',
      '10621|numerator|C9||1234|new|',
      '10621|denominator|D9||5000|new|',
      '10621|status|E9||official|new|',
      '10621|comment|F9||đã rà soát|new|',
      '10606|numerator|C10||-|new|',
      '10606|denominator|D10||3000|new|',
      '10627|numerator|C11||7|new|',
      '10630|numerator|C12||2|new|',
      '10630|denominator|D12||900|new|',
      '|numerator|C13|||refused|excel-row-unknown',
      '|denominator|D13|||refused|excel-row-unknown',
    ]);
    expect(cells.filter(({ isAssumed }) => isAssumed).map(({ address }) => address)).toEqual([
      'C9',
    ]);
  });

  it('changes nothing when it is read again', async () => {
    const sheet = await sheetOf(office(2022));
    const mapping = proposed(sheet, communes);
    const taken = new Map(
      applyMapping(sheet, mapping, communes).map(({ row, column, after }) => [
        `${row} ${column}`,
        after,
      ]),
    );
    const after: ExcelTable = {
      ...communes,
      rows: communes.rows.map((row) => ({
        ...row,
        cells: Object.fromEntries(
          Object.entries(row.cells).map(([column, cell]) => [
            column,
            { ...cell, text: taken.get(`${row.code} ${column}`) ?? cell.text },
          ]),
        ),
      })),
    };
    const again = applyMapping(sheet, mapping, after);
    expect(new Set(again.filter(({ row }) => row !== '').map(({ outcome }) => outcome))).toEqual(
      new Set(['unchanged']),
    );
  });

  it('is known again next year, and its mapping still fits when rows move', async () => {
    const [first, next] = [await sheetOf(office(2022)), await sheetOf(office(2023))];
    const other = await sheetOf((sheet) => {
      office(2023)(sheet);
      sheet.getCell('F5').value = 'Nguồn số liệu';
    });
    expect(fingerprintLayout(next)).toBe(fingerprintLayout(first));
    expect(fingerprintLayout(other)).not.toBe(fingerprintLayout(first));
    expect(fingerprintLayout(first)).toMatch(/^[0-9a-f]{64}$/);
    // A mapping is remembered as JSON.
    const mapping: unknown = JSON.parse(JSON.stringify(proposed(first, communes)));
    const moved = await sheetOf((sheet) => {
      office(2023)(sheet);
      sheet.getRow(8).values = [1, 'Đồng Lạc', 70, 71, '', ''];
      sheet.getRow(11).values = [4, 'Hồng Phong', 80, 81, '', ''];
    });
    const cells = applyMapping(moved, mapping as LayoutMapping, communes);
    expect(cells.find(({ address }) => address === 'C8')).toMatchObject({
      row: '10627',
      after: '70',
    });
    expect(cells.find(({ address }) => address === 'C11')).toMatchObject({
      row: '10624',
      after: '80',
    });
  });

  it('leaves locked cells alone and says so', async () => {
    const sheet = await sheetOf(office(2022));
    const mapping = proposed(sheet, communes);
    const onLocked = {
      ...mapping,
      columns: [{ sheetColumn: 4, column: 'value', legacy: 'convert' as const }],
    };
    expect(applyMapping(sheet, onLocked, communes)[0]).toMatchObject({
      outcome: 'refused',
      reason: 'excel-cell-locked',
    });
  });

  it('may be written in an old font throughout, by choice of each column', async () => {
    const sheet = await sheetOf((sheet_) => {
      sheet_.getRow(1).values = ['TT', 'Tªn x·', 'Tö sè', 'Ghi chó'];
      sheet_.getRow(2).values = [1, 'Hång Phong', 5, '§· ®èi chiÕu'];
      sheet_.getRow(3).values = [2, 'Thanh Quang', 6, ''];
      sheet_.eachRow((row) => {
        row.eachCell((cell) => {
          cell.font = { name: '.VnTime' };
        });
      });
    });
    const mapping = proposed(sheet, communes);
    const cells = applyMapping(sheet, mapping, communes);
    expect(cells.find(({ column }) => column === 'comment')).toMatchObject({
      row: '10624',
      after: 'Đã đối chiếu',
      legacy: { encoding: 'tcvn3', before: '§· ®èi chiÕu' },
    });
    const kept = mapping.columns.map((each) => ({ ...each, legacy: 'keep' as const }));
    const asIs = applyMapping(sheet, { ...mapping, columns: kept }, communes);
    expect(asIs.find(({ column }) => column === 'comment')).toMatchObject({
      after: '§· ®èi chiÕu',
      legacy: null,
    });
  });

  it('of another kind is not guessed at', async () => {
    const letter = await sheetOf((sheet) => {
      sheet.getCell('A1').value = 'Kính gửi: Sở Kế hoạch và Đầu tư';
    });
    expect(proposeMapping(letter, communes)).toBeNull();
    expect(fingerprintLayout(letter)).toBeNull();
  });

  it('finds indicators that are written a little differently, each at most once', async () => {
    const sheet = await sheetOf((sheet_) => {
      sheet_.getRow(1).values = ['STT', 'Chỉ tiêu', 'ĐVT', 'Giá trị', 'Tình trạng'];
      sheet_.getRow(2).values = [
        '1',
        'Tỷ lệ dân số tham gia BHYT (bảo hiểm y tế)',
        '%',
        92.5,
        statuses[2]?.label,
      ];
      sheet_.getRow(3).values = ['2', 'Tỉ lệ hộ nghèo đa chiều', '%', 2.5, ''];
      sheet_.getRow(4).values = [
        '3',
        'Tổng thu ngân sách nhà nước trên địa bàn',
        'tr.đ',
        '123.456',
        '',
      ];
    });
    const cells = applyMapping(sheet, proposed(sheet, sample), sample);
    expect(
      cells.map(({ row, column, after, outcome, reason }) => [row, column, after, outcome, reason]),
    ).toEqual([
      ['HEALTH_INSURANCE', 'value', '92.5', 'new', null],
      ['HEALTH_INSURANCE', 'status', 'official', 'new', null],
      ['POVERTY_RATE', 'value', '2.7', 'refused', 'excel-cell-locked'],
      ['BUDGET', 'value', '123456', 'changed', null],
    ]);
  });
});
