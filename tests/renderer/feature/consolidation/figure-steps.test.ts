import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hasTotal, nextFigure } from '../../../../renderer/feature/consolidation/figure-steps.ts';
import type { SteppedTable } from '../../../../renderer/feature/consolidation/figure-steps.ts';

const added = { aggregation: 'sum', total: { kind: 'number' } } as const;
const notAdded = { aggregation: 'not-additive', total: { kind: 'empty' } } as const;
const entered = { aggregation: 'not-additive', total: { kind: 'number' } } as const;
const ofProvince = { aggregation: 'province-only', total: { kind: 'empty' } } as const;

const down = { row: 1, column: 0 };
const up = { row: -1, column: 0 };
const left = { row: 0, column: -1 };
const pageDown = { row: 10, column: 0 };
const home = { row: 0, column: -Infinity };
const at = (row: number, column: number) => ({ row, column });

function table(...rows: SteppedTable['rows']): SteppedTable {
  return { rows, shown: { count: 12 } };
}

describe('steps from figure to figure', () => {
  const mixed = table(added, notAdded, notAdded, ofProvince, entered, notAdded);

  it('go over a row whose first column has no figure, downwards and upwards', () => {
    expect(nextFigure(mixed, at(0, 0), down)).toEqual(at(3, 0));
    expect(nextFigure(mixed, at(3, 0), down)).toEqual(at(4, 0));
    expect(nextFigure(mixed, at(3, 0), up)).toEqual(at(0, 0));
  });

  it('stop at the last figure, where the row behind it has none', () => {
    expect(nextFigure(mixed, at(4, 0), down)).toBeNull();
    expect(nextFigure(mixed, at(0, 0), pageDown)).toEqual(at(4, 0));
    expect(nextFigure(mixed, at(0, 0), up)).toBeNull();
  });

  it('find the units of a row without a total', () => {
    expect(nextFigure(mixed, at(0, 5), down)).toEqual(at(1, 5));
    expect(nextFigure(mixed, at(1, 5), home)).toEqual(at(1, 1));
    expect(nextFigure(mixed, at(1, 1), left)).toBeNull();
    expect(nextFigure(mixed, at(2, 5), down)).toEqual(at(3, 0));
  });

  it('reach every total with one key, and come back the same way', () => {
    const rows = fc.array(fc.constantFrom(added, notAdded, entered, ofProvince), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(rows, (list) => {
        const stepped = table(...list);
        const totals = list.flatMap((row, index) => (hasTotal(row) ? [index] : []));
        expect(walk(stepped, totals[0], down)).toEqual(totals);
        expect(walk(stepped, totals.at(-1), up)).toEqual([...totals].reverse());
      }),
    );
  });
});

/** The rows that one key pressed again and again comes to in the first column. */
function walk(stepped: SteppedTable, first: number | undefined, step: typeof down): number[] {
  const seen: number[] = [];
  let place = first === undefined ? null : at(first, 0);
  while (place !== null) {
    seen.push(place.row);
    place = nextFigure(stepped, place, step);
  }
  return seen;
}
