import { describe, expect, it } from 'vitest';

import { formatDecimal } from '#shared/text/format-number.ts';

describe('numbers for people', () => {
  it.each([
    ['0', '0'],
    ['6.2', '6,2'],
    ['999', '999'],
    ['1000', '1.000'],
    ['1234.5', '1.234,5'],
    ['-1234567.89', '-1.234.567,89'],
    ['12345678901234567890.125', '12.345.678.901.234.567.890,125'],
  ])('writes %s as %s in Vietnamese', (value, written) => {
    expect(formatDecimal(value)).toBe(written);
  });

  it('rounds half up and pads to the decimals that are asked for', () => {
    expect(formatDecimal('2.675', 2)).toBe('2,68');
    expect(formatDecimal('8', 1)).toBe('8,0');
    expect(formatDecimal('999.95', 1)).toBe('1.000,0');
    expect(formatDecimal('0.4', 0)).toBe('0');
  });

  it('writes no minus before what is rounded to zero', () => {
    expect(formatDecimal('-0.04', 1)).toBe('0,0');
  });

  it('turns the separators round in English', () => {
    expect(formatDecimal('1234.5', undefined, 'en')).toBe('1,234.5');
    expect(formatDecimal('-1234567', 2, 'en')).toBe('-1,234,567.00');
  });
});
