import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { isDecimal } from '#shared/domain/decimal.ts';
import { readNumber } from '#shared/domain/number-input.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import { anyDecimal } from './samples.ts';

describe('what stands in a number cell (D10)', () => {
  it.each(['', ' ', '\u00a0', '\u200b'])('finds "%s" empty', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'empty' });
  });
  it.each(['-', ' - ', '–', '—', '−', '－'])('reads "%s" as không phát sinh', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'nil' });
  });
  it.each(['...', '…', ' ... ', '. . .', '．．．'])('reads "%s" as chưa có số liệu', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'missing' });
  });
  it('reads zero as zero', () => {
    expect(readNumber('0')).toEqual({ kind: 'number', value: '0', assumed: false });
    expect(readNumber('-0,0')).toEqual({ kind: 'number', value: '0', assumed: false });
  });
});

describe('numbers that are plain (D11, D13, D14)', () => {
  it.each([
    ['1234', '1234'],
    ['6,2', '6.2'],
    ['0,5', '0.5'],
    ['-12,50', '-12.5'],
    ['+3', '3'],
    ['1.234,5', '1234.5'],
    ['1.234.567', '1234567'],
    ['1.234.567,89', '1234567.89'],
    ['12 345', '12345'],
    ['12\u00a0345,6', '12345.6'],
    ['1\u202f234\u202f567', '1234567'],
    ['  92,35 % ', '92.35'],
    ['92%', '92'],
    ['− 5', '-5'],
    ['１２３，４', '123.4'],
    ['000', '0'],
  ])('reads "%s" as %s', (text, value) => {
    expect(readNumber(text)).toEqual({ kind: 'number', value, assumed: false });
  });

  it('takes the unit of its column behind the number, with or without accents', () => {
    expect(readNumber('1500 người', ['người'])).toMatchObject({ value: '1500' });
    expect(readNumber('1500 nguoi', ['người'])).toMatchObject({ value: '1500' });
    expect(readNumber('6,2 tỷ', ['triệu đồng'])).toMatchObject({ kind: 'fault' });
  });

  it('D14 takes every unit of the catalogue behind the number', () => {
    for (const { unit } of builtInCatalogue.indicators) {
      for (const typed of [`92,5 ${unit.vi}`, `92,5${unit.vi}`, '92,5%', '92,5']) {
        expect(readNumber(typed, [unit.vi]), typed).toMatchObject({ value: '92.5' });
      }
    }
    expect(readNumber('5%%', ['%'])).toMatchObject({ kind: 'fault' });
    expect(readNumber('35 giường/10.000 dân', ['người'])).toMatchObject({ kind: 'fault' });
  });
});

describe('numbers that are read by assumption (D12, D13)', () => {
  it.each([
    ['1.234', '1234'],
    ['12.345', '12345'],
    ['6.2', '6.2'],
    ['0.765', '0.765'],
    ['1234.567', '1234.567'],
    ['.5', '0.5'],
    [',5', '0.5'],
    ['1,234', '1.234'],
    ['1,234,567', '1234567'],
    ['1,234.5', '1234.5'],
    ['12w', '12'],
    ['12ư', '12'],
    ['6,2fs', '6.2'],
    ['w1.234,5', '1234.5'],
  ])('reads "%s" as %s and says so', (text, value) => {
    expect(readNumber(text)).toEqual({ kind: 'number', value, assumed: true });
  });
});

describe('what is not guessed (D15, D16)', () => {
  it('names both readings of blanks and a point', () => {
    expect(readNumber('1 234.567')).toEqual({
      kind: 'ambiguous',
      readings: ['1234.567', '1234567'],
    });
  });

  it.each([
    '1.2.3',
    '22.4.2022',
    '1,2,3',
    '1.23,4',
    '1,234,5',
    '12 34',
    '6, 2',
    '6,',
    '6.',
    ',',
    '..',
    '--5',
    '5-',
    '1e3',
    '12wsf',
    '12 w',
    'w12w',
    '12k',
    'mười',
    '5%%',
    '%',
    '(5)',
    '1/2',
  ])('finds "%s" unreadable', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'fault', code: 'number-unreadable' });
  });

  it('finds a page of digits too long', () => {
    expect(readNumber('1'.repeat(70))).toEqual({ kind: 'fault', code: 'number-too-long' });
    expect(readNumber('1'.repeat(100_000))).toEqual({ kind: 'fault', code: 'number-too-long' });
  });

  it('never throws, and every number it gives is canonical', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('0', '1', '9', '.', ',', ' ', '-', '%', '\u00a0', 'w') }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const reading = readNumber(text);
        if (reading.kind === 'number') return isDecimal(reading.value);
        return reading.kind !== 'ambiguous' || reading.readings.every(isDecimal);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back every number that the program writes in Vietnamese', () => {
    fc.assert(
      fc.property(anyDecimal, (value) => {
        expect(readNumber(formatDecimal(value))).toMatchObject({ kind: 'number', value });
      }),
    );
  });
});
