import { describe, expect, it } from 'vitest';

import { clearedBlock, filledDown, layBlock } from '../../../renderer/state/paste-block.ts';
import { gridOf, provinceRow, sheetColumn, sheetRow } from './rows.ts';

const grid = gridOf([sheetRow('A'), provinceRow('P'), sheetRow('B')]);
const at = (row: string, column: string) => ({ row, column });

describe('pasting a block from a spreadsheet', () => {
  it('lays texts from the cursor on, and says how many found no place', () => {
    const start = at('A', 'numerator');
    const pasted = layBlock(grid, { from: start, to: start }, [
      ['152.300', '141.000'],
      ['1', '2'],
      ['6,2', ''],
    ]);
    expect(pasted).toEqual({
      cells: [
        { row: 'A', column: 'numerator', typed: '152.300' },
        { row: 'A', column: 'denominator', typed: '141.000' },
        { row: 'B', column: 'numerator', typed: '6,2' },
        { row: 'B', column: 'denominator', typed: '' },
      ],
      skipped: 2,
    });
  });

  it('understands statuses as people write them and keeps what it does not understand', () => {
    const start = at('A', 'status');
    const texts = [['Ước tính'], ['x'], ['tạm tính']];
    const { cells } = layBlock(grid, { from: start, to: start }, texts);
    expect(cells.map(({ typed }) => typed)).toEqual(['estimated', 'tạm tính']);
  });

  it('fills the whole selection with one text', () => {
    const selection = { from: at('B', 'denominator'), to: at('A', 'numerator') };
    const { cells } = layBlock(grid, selection, [['-']]);
    expect(cells.map(({ row, column }) => `${row}.${column}`)).toEqual([
      'A.numerator',
      'A.denominator',
      'B.numerator',
      'B.denominator',
    ]);
  });

  it('repeats one line in every row of the selection', () => {
    const selection = { from: at('A', 'numerator'), to: at('B', 'denominator') };
    const { cells } = layBlock(grid, selection, [['1', '2']]);
    expect(cells.map(({ row, typed }) => row + typed)).toEqual(['A1', 'A2', 'B1', 'B2']);
  });

  it('begins rows of the unit’s own below the last one', () => {
    const tasks = { ...grid, rows: [sheetRow('NV.001'), sheetRow('NV.002', { isOwn: true })] };
    const start = at('NV.002', 'note');
    const { cells, skipped } = layBlock(tasks, { from: start, to: start }, [['a'], ['b'], ['c']]);
    expect(cells.map(({ row, typed }) => `${row} ${typed}`)).toEqual([
      'NV.002 a',
      'NV.003 b',
      'NV.004 c',
    ]);
    expect(skipped).toBe(0);
  });

  it('counts what lies beyond the last row', () => {
    const start = at('B', 'note');
    const { cells, skipped } = layBlock(grid, { from: start, to: start }, [
      ['một', 'hai'],
      ['ba', ''],
    ]);
    expect(cells).toEqual([{ row: 'B', column: 'note', typed: 'một' }]);
    expect(skipped).toBe(2);
  });

  it('clears only what may be filled', () => {
    const selection = { from: at('A', 'numerator'), to: at('B', 'numerator') };
    expect(clearedBlock(grid, selection)).toEqual([
      { row: 'A', column: 'numerator', typed: '' },
      { row: 'B', column: 'numerator', typed: '' },
    ]);
  });

  it('understands choices by their names, and keeps what fits none of them', () => {
    const choices = [
      { code: 'ongoing', name: 'Đang thực hiện' },
      { code: 'doneInTime', name: 'Hoàn thành đúng hạn' },
      { code: 'doneLate', name: 'Hoàn thành quá hạn' },
    ];
    const tasks = {
      rows: ['A', 'B', 'C'].map((row) => sheetRow(row, { fillable: ['state'] })),
      columns: [sheetColumn('state', { kind: 'choice', choices })],
    };
    const start = at('A', 'state');
    const texts = [['đang thực hiện'], ['Hoàn thành'], ['HOÀN THÀNH ĐÚNG HẠN']];
    const { cells } = layBlock(tasks, { from: start, to: start }, texts);
    expect(cells.map(({ typed }) => typed)).toEqual(['ongoing', 'Hoàn thành', 'doneInTime']);
  });
});

describe('filling down', () => {
  it('repeats the first row of a selection, column by column, in rows that take it', () => {
    const selection = { from: at('A', 'numerator'), to: at('B', 'denominator') };
    const cells = filledDown(grid, selection, (row, column) => ({
      typed: `${row} ${column}`,
    }));
    expect(cells).toEqual([
      { row: 'B', column: 'numerator', typed: 'A numerator' },
      { row: 'B', column: 'denominator', typed: 'A denominator' },
    ]);
  });

  it('takes what stands above into a selection of one row, but not out of a row for the province', () => {
    const two = gridOf([sheetRow('A'), sheetRow('B')]);
    const one = { from: at('B', 'numerator'), to: at('B', 'numerator') };
    const above = () => ({ typed: '900', isCarried: true });
    expect(filledDown(two, one, above)).toEqual([
      { row: 'B', column: 'numerator', typed: '900', isCarried: true },
    ]);
    expect(filledDown(grid, one, above)).toEqual([]);
  });

  it('does nothing in the first row', () => {
    const selection = { from: at('A', 'numerator'), to: at('A', 'note') };
    expect(filledDown(grid, selection, () => ({ typed: 'x' }))).toEqual([]);
  });
});
