import { describe, expect, it } from 'vitest';

import type { ExcelPreviewColumn, LayoutMapping } from '#shared/ipc/calls/excel.ts';
import {
  freeRows,
  isUnmatched,
  withColumn,
  withLegacy,
  withOwnRows,
  withRow,
} from '../../../../renderer/feature/excel/mapping-edit.ts';

const mapping: LayoutMapping = {
  headerRow: 3,
  nameColumn: 2,
  columns: [{ sheetColumn: 3, column: 'numerator', legacy: 'keep' }],
  rows: [{ name: 'hong phong', occurrence: 1, row: '10624' }],
};

const name = (key: string, sheetRow: number, row: string | null = null) => ({
  sheetRow,
  name: key,
  key,
  occurrence: 1,
  row,
  isPassedOver: false,
});

describe('a mapping', () => {
  it('takes another column of the file and keeps what was said of its fonts', () => {
    expect(withColumn(mapping, 'numerator', 5).columns).toEqual([
      { sheetColumn: 5, column: 'numerator', legacy: 'keep' },
    ]);
    expect(withColumn(mapping, 'denominator', 4).columns).toHaveLength(2);
    expect(withColumn(mapping, 'numerator', null).columns).toEqual([]);
    expect(withLegacy(mapping, 'numerator', 'convert').columns[0]?.legacy).toBe('convert');
  });

  it('takes a row of the form once, for the row that was chosen last', () => {
    const other = withRow(mapping, name('thon moi', 10), '10624');
    expect(other.rows).toEqual([{ name: 'thon moi', occurrence: 1, row: '10624' }]);
    const back = withRow(other, name('thon moi', 10), null);
    expect(back.rows).toEqual([{ name: 'thon moi', occurrence: 1, row: null }]);
    const two = withRow(back, name('tong cong', 30), null);
    expect(two.rows.map(({ row }) => row)).toEqual([null, null]);
  });

  it('makes rows of the unit of what is unmatched, with their names, as long as there are any', () => {
    const row = (code: string, isFree: boolean) => ({
      row: code,
      ordinal: '',
      group: null,
      name: '',
      unitOfMeasure: '',
      isFree,
    });
    const column: ExcelPreviewColumn = {
      column: 'name',
      header: 'Tên dự án',
      group: null,
      unit: null,
      kind: 'text',
      choices: null,
      isOpen: true,
      isName: true,
    };
    const rows = [row('DA.001', false), row('DA.002', true), row('DA.003', true)];
    const names = [
      name('tram y te', 4, 'DA.001'),
      name('duong tinh', 5),
      { ...name('tong cong', 6), isPassedOver: true },
      name('cau', 7),
      name('truong hoc', 8),
    ];
    const grown = withOwnRows({ ...mapping, rows: [] }, { names }, { rows, columns: [column] });
    expect(grown.rows.map(({ name: key, row: code }) => [key, code])).toEqual([
      ['duong tinh', 'DA.002'],
      ['cau', 'DA.003'],
    ]);
    expect(grown.columns).toContainEqual({ sheetColumn: 2, column: 'name', legacy: 'convert' });
    expect(freeRows(grown, rows)).toEqual([]);
    expect(names.filter(isUnmatched).map(({ sheetRow }) => sheetRow)).toEqual([5, 7, 8]);
  });
});
