import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { coverageOf } from '#shared/domain/coverage.ts';
import { decimal } from './samples.ts';

const left = (...amounts: readonly (string | null)[]) =>
  amounts.map((amount) => ({ denominator: amount === null ? null : decimal(amount) }));

describe('how much of the whole a total stands on (D141)', () => {
  it.each([
    ['830', left('100', '70'), '83'],
    ['1000', [], '100'],
    ['2', left('1'), '66.7'],
    ['0.5', left('0.5'), '50'],
  ])('D141 of %s is a share in percent with one decimal', (denominator, leftOut, share) => {
    expect(coverageOf(decimal(denominator), leftOut)).toEqual({ share, why: null });
  });

  it('D141 is below 100 while somebody is missing, however little they weigh', () => {
    expect(coverageOf(decimal('1000000'), left('1')).share).toBe('99.9');
  });

  it.each([
    ['a unit of which nothing is known', decimal('830'), left('100', null), 'left-out-unknown'],
    ['a total without a denominator', null, left('100'), 'no-denominator'],
    ['a denominator of zero', decimal('0'), left('100'), 'no-denominator'],
  ])('D141 says why there is none for %s', (_, denominator, leftOut, why) => {
    expect(coverageOf(denominator, leftOut)).toEqual({ share: null, why });
  });

  it('D141 never grows when another unit is left out', () => {
    const amount = fc.integer({ min: 1, max: 10 ** 9 }).map((each) => decimal(String(each)));
    fc.assert(
      fc.property(amount, fc.array(amount), amount, (counted, others, another) => {
        const share = (amounts: readonly string[]) =>
          Number(coverageOf(counted, left(...amounts)).share);
        expect(share([...others, another])).toBeLessThanOrEqual(share(others));
      }),
    );
  });
});
