import { describe, expect, it } from 'vitest';

import {
  firstToFill,
  nextToFill,
  recordedColumn,
  stepFrom,
} from '../../../renderer/state/grid-cells.ts';
import type { GridCell } from '../../../renderer/state/grid-cells.ts';
import { provinceRow, sheetRow, valueRow } from './rows.ts';

const rows = [provinceRow('P'), sheetRow('A'), provinceRow('Q'), valueRow('V')];

function walk(from: GridCell, direction: 1 | -1, count: number): readonly string[] {
  const places: string[] = [];
  let cell = from;
  for (let step = 0; step < count; step += 1) {
    cell = nextToFill(rows, cell, direction);
    places.push(`${cell.row}.${cell.column}`);
  }
  return places;
}

describe('walking over the grid', () => {
  it('begins where there is something to fill', () => {
    expect(firstToFill(rows)).toEqual({ row: 'A', column: 'numerator' });
    expect(firstToFill([])).toBeNull();
  });

  it('goes by Tab over the cells to fill alone, past computed results and rows of others', () => {
    const places = ['A.denominator', 'A.status', 'A.note', 'V.rate', 'V.status', 'V.note'];
    expect(walk({ row: 'A', column: 'numerator' }, 1, 6)).toEqual(places);
    expect(walk({ row: 'V', column: 'note' }, -1, 6)).toEqual(
      ['A.numerator', ...places.slice(0, -1)].reverse(),
    );
  });

  it('stays at the last cell to fill, so that Tab can leave the grid', () => {
    const last: GridCell = { row: 'V', column: 'note' };
    expect(nextToFill(rows, last, 1)).toBe(last);
  });

  it('holds arrows at the edges', () => {
    const corner: GridCell = { row: 'P', column: 'numerator' };
    expect(stepFrom(rows, corner, -1, -1)).toEqual(corner);
    expect(stepFrom(rows, corner, 1000, 1000)).toEqual({ row: 'V', column: 'note' });
  });

  it('takes a typed result only as long as there are no amounts', () => {
    const typed = { typed: '5', canonical: '5', fault: null };
    const withAmount = sheetRow('A', { cells: { ...sheetRow('A').cells, numerator: typed } });
    expect(recordedColumn(sheetRow('A'), 'rate')).toBe('value');
    expect(recordedColumn(withAmount, 'rate')).toBeNull();
    expect(recordedColumn(provinceRow('P'), 'numerator')).toBeNull();
  });
});
