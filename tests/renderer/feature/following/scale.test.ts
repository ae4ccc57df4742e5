import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compare } from '#shared/domain/decimal.ts';
import {
  decimal,
  placeIn,
  spanFromZero,
  spanOf,
} from '../../../../renderer/feature/following/scale.ts';

const figures = fc
  .array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 1, maxLength: 27 })
  .map((values) => values.map((value) => decimal(String(value / 100))));

describe('where figures stand in a picture', () => {
  it('places every figure within the picture, the larger one further along', () => {
    fc.assert(
      fc.property(figures, (values) => {
        for (const span of [spanFromZero(values), spanOf(values)]) {
          if (span === null) throw new Error('There are figures.');
          for (const value of values) {
            const place = placeIn(span, value, '100');
            expect(compare(place, decimal('0'))).toBeGreaterThanOrEqual(0);
            expect(compare(place, decimal('100'))).toBeLessThanOrEqual(0);
          }
          const [first, second] = values;
          if (first === undefined || second === undefined) continue;
          const order = compare(placeIn(span, first, '100'), placeIn(span, second, '100'));
          if (order !== 0) expect(order).toBe(compare(first, second));
        }
      }),
    );
  });

  it('draws a bar from zero, also for figures below it', () => {
    const span = spanFromZero([decimal('-20.2'), decimal('-3'), decimal('10')]);
    expect(span.low).toBe('-20.2');
    expect(placeIn(span, decimal('-20.2'), '100')).toBe('0');
    expect(compare(placeIn(span, decimal('0'), '100'), decimal('50'))).toBe(1);
  });

  it('knows what to do with one figure, and with none', () => {
    expect(spanOf([])).toBeNull();
    expect(spanFromZero([])).toEqual({ low: '0', high: '0' });
    const one = spanOf([decimal('7')]);
    expect(one === null ? null : placeIn(one, decimal('7'), '100')).toBe('50');
  });
});
