import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compare, roundHalfUp } from '#shared/domain/decimal.ts';
import { rankFigures } from '#shared/domain/ranking.ts';
import { anyDecimal, decimal } from './samples.ts';

const higher = { better: 'higher', decimals: 1 } as const;

function ranks(values: readonly (string | null)[], by: Parameters<typeof rankFigures>[1]) {
  const figures = values.map((value, at) => ({
    of: at,
    value: value === null ? null : decimal(value),
  }));
  return rankFigures(figures, by).map(({ of, rank }) => [of, rank]);
}

describe('ranking', () => {
  it('D155 gives equal figures one rank, and those without a number the end', () => {
    expect(ranks(['5', null, '7.04', '7.0', null, '6'], higher)).toEqual([
      [2, 1],
      [3, 1],
      [5, 3],
      [0, 4],
      [1, null],
      [4, null],
    ]);
    expect(ranks(['5', '7', '6'], { better: 'lower', decimals: 0 })).toEqual([
      [0, 1],
      [2, 2],
      [1, 3],
    ]);
    expect(ranks([], higher)).toEqual([]);
    expect(ranks([null], higher)).toEqual([[0, null]]);
  });

  it('D155 loses nobody, and never ranks a worse figure before a better one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(anyDecimal), { maxLength: 27 }),
        fc.constantFrom('higher', 'lower', 'target-equal'),
        (values, better) => {
          const ranked = rankFigures(
            values.map((value, of) => ({ of, value })),
            { better, decimals: 2 },
          );
          expect(ranked.map(({ of }) => of).sort((a, b) => a - b)).toEqual(
            values.map((_, at) => at),
          );
          const known = ranked.filter((one) => one.value !== null);
          expect(ranked.slice(0, known.length)).toEqual(known);
          for (const [at, { value, rank }] of known.entries()) {
            const best = known.filter(
              (other) =>
                other.value !== null &&
                value !== null &&
                (better === 'lower' ? -1 : 1) * compare(other.value, value) > 0,
            );
            expect(rank).toBe(best.length + 1);
            expect(known[at]?.value).toBe(value === null ? null : roundHalfUp(value, 2));
          }
        },
      ),
    );
  });
});
