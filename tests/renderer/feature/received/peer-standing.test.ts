import { describe, expect, it } from 'vitest';

import type { SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import { extremeOf, standingOf } from '../../../../renderer/feature/received/peer-standing.ts';

/** A row that shows a result; only what the standing reads matters. */
function rowWith(number: string | null): SheetRow {
  const rate = number === null ? { kind: 'missing' } : { kind: 'number', number, decimals: 1 };
  return { row: 'HI_COVERAGE', rate, shown: {}, cells: {} } as unknown as SheetRow;
}

const peers = (...numbers: readonly string[]) => ({
  row: 'HI_COVERAGE',
  column: 'result',
  numbers: numbers.map((number, at) => ({
    unit: String(290 + at),
    unitName: `Huyện ${String(at)}`,
    number,
  })),
});

describe('the standing of a figure', () => {
  it('D132 counts from the highest, with lowest, middle and highest of the others', () => {
    expect(standingOf(rowWith('91.5'), peers('90', '95.2', '88', '91.5'))).toEqual({
      lowest: { unitName: 'Huyện 2', number: '88' },
      middle: '90.75',
      highest: { unitName: 'Huyện 1', number: '95.2' },
      place: 2,
      of: 5,
    });
  });

  it('D132 gives no place to a unit without a number, and nothing without others', () => {
    expect(standingOf(rowWith(null), peers('90', '80'))).toMatchObject({ place: null, of: 2 });
    expect(standingOf(rowWith('91'), peers())).toBeNull();
  });

  it('says which figure lies beyond those of all others, and nothing beside fewer than two', () => {
    expect(extremeOf(rowWith('82.92'), [peers('90', '95.2', '88')])).toBe('isLowest');
    expect(extremeOf(rowWith('99'), [peers('90', '95.2', '88')])).toBe('isHighest');
    expect(extremeOf(rowWith('91'), [peers('90', '95.2', '88')])).toBeNull();
    expect(extremeOf(rowWith('88'), [peers('90', '95.2', '88')])).toBeNull();
    expect(extremeOf(rowWith('82.92'), [peers('90')])).toBeNull();
    expect(extremeOf(rowWith(null), [peers('90', '95.2')])).toBeNull();
  });
});
