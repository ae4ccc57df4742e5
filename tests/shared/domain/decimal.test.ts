import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  add,
  compare,
  divide,
  fromMantissa,
  isDecimal,
  multiply,
  parseDecimal,
  roundHalfUp,
  subtract,
  sum,
  wholeNumber,
  ZERO,
} from '#shared/domain/decimal.ts';
import { anyDecimal, decimal } from './samples.ts';

describe('exact decimals (D1)', () => {
  it.each([
    ['1205', 2, '12.05'],
    ['-5', 3, '-0.005'],
    ['1000', 3, '1'],
    ['-0', 4, '0'],
    ['123456789012345678901234567890', 1, '12345678901234567890123456789'],
  ])('makes %s with %i digits behind the point %s', (mantissa, digits, expected) => {
    expect(fromMantissa(mantissa, digits)).toBe(expected);
  });

  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['-0.000', '0'],
    ['007.50', '7.5'],
    ['-12.0', '-12'],
    ['0.765', '0.765'],
    ['123456789012345678901234567890.12', '123456789012345678901234567890.12'],
    ['0.0000000000001', '0.0000000000001'],
  ])('brings %s to %s', (text, canonical) => {
    expect(parseDecimal(text)).toBe(canonical);
  });

  it.each(['', ' 1', '1 ', '+1', '1.', '.5', '1,5', '1e3', 'NaN', 'Infinity', '1.2.3', '９'])(
    'reads no decimal in "%s"',
    (text) => {
      expect(parseDecimal(text)).toBeNull();
    },
  );

  it('reads no decimal in an endless row of digits', () => {
    expect(parseDecimal('1'.repeat(65))).toBeNull();
  });

  it('knows a canonical text from one that only means the same', () => {
    expect(['0', '6.2', '-6.2', '0.5', '100'].every(isDecimal)).toBe(true);
    expect(['-0', '6.20', '06.2', '.5', '1.', '', '1e2'].some(isDecimal)).toBe(false);
  });

  it('is canonical and stays the same when it is read again', () => {
    fc.assert(
      fc.property(anyDecimal, (value) => isDecimal(value) && parseDecimal(value) === value),
    );
  });

  it('adds what floats cannot', () => {
    expect(add(decimal('0.1'), decimal('0.2'))).toBe('0.3');
    expect(sum([])).toBe(ZERO);
    expect(sum([decimal('0.1'), decimal('0.2'), decimal('-0.3')])).toBe('0');
  });

  it('undoes what it did', () => {
    fc.assert(fc.property(anyDecimal, anyDecimal, (a, b) => subtract(add(a, b), b) === a));
    fc.assert(
      fc.property(
        anyDecimal,
        anyDecimal,
        (a, b) => b === ZERO || divide(multiply(a, b), b, 6) === a,
      ),
    );
  });

  it('orders as numbers and not as text', () => {
    expect(compare(decimal('9'), decimal('10'))).toBeLessThan(0);
    expect(compare(decimal('-9'), decimal('-10'))).toBeGreaterThan(0);
    expect(compare(decimal('1.50'), decimal('1.5'))).toBe(0);
  });

  it('makes decimals of counts, and of nothing else', () => {
    expect(wholeNumber(178)).toBe('178');
    expect(() => wholeNumber(0.5)).toThrow('whole number');
  });
});

describe('rounding half up (D2)', () => {
  it.each([
    ['2.675', 2, '2.68'],
    ['6.15', 1, '6.2'],
    ['-6.15', 1, '-6.2'],
    ['6.149', 1, '6.1'],
    ['-0.04', 1, '0'],
    ['99.5', 0, '100'],
    ['0.7695', 3, '0.77'],
  ])('rounds %s to %i decimals: %s', (value, decimals, rounded) => {
    expect(roundHalfUp(decimal(value), decimals)).toBe(rounded);
  });

  it('divides with one rounding, half up', () => {
    expect(divide(decimal('1'), decimal('3'), 2)).toBe('0.33');
    expect(divide(decimal('1'), decimal('8'), 2)).toBe('0.13');
    expect(divide(decimal('-1'), decimal('8'), 2)).toBe('-0.13');
    expect(divide(decimal('0.1449999'), decimal('1'), 2)).toBe('0.14');
    expect(divide(decimal('1'), ZERO, 2)).toBeNull();
  });
});
