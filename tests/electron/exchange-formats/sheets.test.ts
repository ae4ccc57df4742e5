import { describe, expect, it } from 'vitest';

import type { Grid } from '../../../electron/excel/grid.ts';
import { sheetsOf } from '../../../electron/exchange-formats/sheets.ts';
import { samplePeriod } from './samples.ts';

/** The texts of every row of a sheet; numbers as they are written. */
function rowsOf(grid: Grid | undefined): readonly (readonly string[])[] {
  return (grid?.rows ?? []).map((row) =>
    row.map((cell) => {
      if (cell.kind === 'empty') return '';
      return cell.kind === 'number' ? cell.number : cell.text;
    }),
  );
}

describe('the sheets of the workbook', () => {
  it('gives the share of the denominator that a total counts, as the screen does', () => {
    const [overview] = sheetsOf(samplePeriod);
    const row = rowsOf(overview).find(([, name]) => name === 'Tỷ lệ bao phủ bảo hiểm y tế');
    expect(row?.[5]).toBe('1/3 · 67,3%');
  });

  it('names who prepared and who approved beside each source', () => {
    const [, , sources] = sheetsOf(samplePeriod);
    const rows = rowsOf(sources);
    const head = rows.find(([first]) => first === 'Mã') ?? [];
    const of288 = rows.find(([first]) => first === '288') ?? [];
    expect(of288[head.indexOf('Người lập')]).toBe('Phạm Thị Lập');
    expect(of288[head.indexOf('Người duyệt')]).toBe('Vũ Văn Duyệt');
    expect(rows.find(([first]) => first === '291')?.[head.indexOf('Người duyệt')]).toBe('');
  });

  it('says that the province publishes a figure, whatever units sent beside it', () => {
    const rows = samplePeriod.rows.map((row, at) =>
      at === 0 ? { ...row, isOfProvince: true } : row,
    );
    const [overview, amounts] = sheetsOf({ ...samplePeriod, rows });
    const row = rowsOf(overview).find(([, name]) => name === 'Tỷ lệ bao phủ bảo hiểm y tế') ?? [];
    expect(row.slice(10)).toEqual(['Tỉnh công bố', '', '']);
    expect(rowsOf(amounts).some((cells) => cells.includes('905000.25'))).toBe(true);
  });
});
