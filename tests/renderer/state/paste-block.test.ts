import { describe, expect, it } from 'vitest';

import { clearedBlock, layBlock } from '../../../renderer/state/paste-block.ts';
import { provinceRow, sheetRow } from './rows.ts';

const rows = [sheetRow('A'), provinceRow('P'), sheetRow('B')];
const at = (row: string, column: 'numerator' | 'denominator' | 'status' | 'note') => ({
  row,
  column,
});

describe('pasting a block from a spreadsheet', () => {
  it('lays texts from the cursor on, and says how many found no place', () => {
    const start = at('A', 'numerator');
    const pasted = layBlock(rows, { from: start, to: start }, [
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
    const { cells } = layBlock(rows, { from: start, to: start }, texts);
    expect(cells.map(({ typed }) => typed)).toEqual(['estimated', 'tạm tính']);
  });

  it('fills the whole selection with one text', () => {
    const selection = { from: at('B', 'denominator'), to: at('A', 'numerator') };
    const { cells } = layBlock(rows, selection, [['-']]);
    expect(cells.map(({ row, column }) => `${row}.${column}`)).toEqual([
      'A.numerator',
      'A.denominator',
      'B.numerator',
      'B.denominator',
    ]);
  });

  it('counts what lies beyond the last row', () => {
    const start = at('B', 'note');
    const { cells, skipped } = layBlock(rows, { from: start, to: start }, [
      ['một', 'hai'],
      ['ba', ''],
    ]);
    expect(cells).toEqual([{ row: 'B', column: 'note', typed: 'một' }]);
    expect(skipped).toBe(2);
  });

  it('clears only what may be filled', () => {
    const selection = { from: at('A', 'numerator'), to: at('B', 'numerator') };
    expect(clearedBlock(rows, selection)).toEqual([
      { row: 'A', column: 'numerator', typed: '' },
      { row: 'B', column: 'numerator', typed: '' },
    ]);
  });
});
