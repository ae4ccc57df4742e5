import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compare } from '#shared/domain/decimal.ts';
import { median, medianDeviation } from '#shared/domain/spread.ts';
import { anyDecimal, decimal } from './samples.ts';

describe('the middle and the spread of a list (D100)', () => {
  it.each([
    [[], null, null],
    [['5'], '5', '0'],
    [['1', '2'], '1.5', '0.5'],
    [['1', '1', '2', '2', '4', '6', '9'], '2', '1'],
    [['10', '9', '100'], '10', '1'],
  ] as const)('D100 of %o: median %s, deviation %s', (values, middle, deviation) => {
    const list = values.map((value) => decimal(value));
    expect(median(list)).toBe(middle);
    expect(medianDeviation(list)).toBe(deviation);
  });

  it('D100 has as many below as above, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyDecimal, { minLength: 1 }), (values) => {
        const middle = median(values);
        if (middle === null) throw new Error('not empty');
        const below = values.filter((value) => compare(value, middle) < 0).length;
        const above = values.filter((value) => compare(value, middle) > 0).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
        expect(median([...values].reverse())).toBe(middle);
      }),
    );
  });
});
