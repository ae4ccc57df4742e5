import { describe, expect, it } from 'vitest';

import { isComputedByNature, recordedColumn } from '#shared/catalogue/sheets/typed-column.ts';
import {
  block,
  firstToFill,
  gridColumnOf,
  nextToFill,
  stepFrom,
} from '../../../renderer/state/grid-cells.ts';
import type { GridCell } from '../../../renderer/state/grid-cells.ts';
import { gridOf, indicatorColumns, provinceRow, sheetColumn, sheetRow, valueRow } from './rows.ts';

const grid = gridOf([provinceRow('P'), sheetRow('A'), provinceRow('Q'), valueRow('V')]);

/** A column of Biểu 01. */
function column(code: string) {
  return indicatorColumns.find((each) => each.code === code) ?? sheetColumn(code);
}

function walk(from: GridCell, direction: 1 | -1, count: number): readonly string[] {
  const places: string[] = [];
  let cell = from;
  for (let step = 0; step < count; step += 1) {
    cell = nextToFill(grid, cell, direction);
    places.push(`${cell.row}.${cell.column}`);
  }
  return places;
}

describe('walking over the grid', () => {
  it('begins where there is something to fill', () => {
    expect(firstToFill(grid)).toEqual({ row: 'A', column: 'numerator' });
    expect(firstToFill(gridOf([]))).toBeNull();
  });

  it('goes by Tab over the cells to fill alone, past computed results and rows of others', () => {
    const places = ['A.denominator', 'A.status', 'A.note', 'V.result', 'V.status', 'V.note'];
    expect(walk({ row: 'A', column: 'numerator' }, 1, 6)).toEqual(places);
    expect(walk({ row: 'V', column: 'note' }, -1, 6)).toEqual(
      ['A.numerator', ...places.slice(0, -1)].reverse(),
    );
  });

  it('stays at the last cell to fill, so that Tab can leave the grid', () => {
    const last: GridCell = { row: 'V', column: 'note' };
    expect(nextToFill(grid, last, 1)).toBe(last);
  });

  it('holds arrows at the edges', () => {
    const corner: GridCell = { row: 'P', column: 'numerator' };
    expect(stepFrom(grid, corner, -1, -1)).toEqual(corner);
    expect(stepFrom(grid, corner, 1000, 1000)).toEqual({ row: 'V', column: 'note' });
  });

  it('takes a typed result only as long as there are no amounts', () => {
    const typed = { typed: '5', canonical: '5', fault: null };
    const withAmount = sheetRow('A', { cells: { ...sheetRow('A').cells, numerator: typed } });
    expect(recordedColumn(sheetRow('A'), column('result'))).toBe('value');
    expect(recordedColumn(withAmount, column('result'))).toBeNull();
    expect(recordedColumn(provinceRow('P'), column('numerator'))).toBeNull();
    expect(isComputedByNature(sheetRow('A'), column('result'))).toBe(true);
    expect(isComputedByNature(valueRow('V'), column('result'))).toBe(false);
  });

  it('takes a text under the heading "result" of another form at any time', () => {
    const task = sheetRow('IV.1.1', { fillable: ['result'], amountLabels: null, cells: {} });
    expect(recordedColumn(task, sheetColumn('result', { kind: 'text' }))).toBe('result');
  });

  it('finds the column of a recorded value, and the first one for what stands nowhere', () => {
    expect(gridColumnOf(grid, 'value')).toBe('result');
    expect(gridColumnOf(grid, 'note')).toBe('note');
    expect(gridColumnOf(grid, null)).toBe('numerator');
    expect(gridColumnOf(grid, 'plan')).toBe('numerator');
  });

  it('spans a block between any two corners', () => {
    const spanned = block(
      grid,
      { row: 'V', column: 'status' },
      { row: 'A', column: 'denominator' },
    );
    expect(spanned.rows.map(({ row }) => row)).toEqual(['A', 'Q', 'V']);
    expect(spanned.columns.map(({ code }) => code)).toEqual(['denominator', 'result', 'status']);
  });
});
