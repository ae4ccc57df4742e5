import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readNumber } from '#shared/domain/number-input.ts';
import {
  ambiguitiesOf,
  ambiguousShapes,
  resolveAmbiguities,
} from '#shared/domain/pasted-numbers.ts';
import type { AmbiguityChoice, SeparatorReading } from '#shared/domain/pasted-numbers.ts';

const pasted = fc.oneof(
  fc.constantFrom('1.234', '-1.234%', '6.2', '0.765', '1,234', '1 234.567', '6,2', '-', '...', ''),
  fc.constantFrom('1,234.5', '1.234,5', '1.234.567', '12 345,6', 'Xã Đồng Tâm', '22.4.2022'),
  fc.string({ unit: fc.constantFrom('0', '1', '9', '.', ',', ' ', '-', '%'), maxLength: 9 }),
);
const answer = fc.constantFrom<SeparatorReading>('decimal', 'thousands');
const answers: fc.Arbitrary<AmbiguityChoice> = fc
  .tuple(answer, answer, answer, answer)
  .map((all) => Object.fromEntries(ambiguousShapes.map((shape, index) => [shape, all[index]])));

describe('what a pasted block is asked about (D17)', () => {
  it('D17 asks once for all texts of a shape, with both readings', () => {
    const block = ['Xã A', '1.234', '1.500', '6.2', '', '-', '...', '1,234', '5.678%'];
    expect(ambiguitiesOf(block)).toMatchObject([
      { shape: 'point-three', example: '1.234', count: 3, suggested: 'thousands' },
      { shape: 'point-other', example: '6.2', count: 1, suggested: 'decimal' },
      { shape: 'comma-three', example: '1,234', count: 1, suggested: 'decimal' },
    ]);
    expect(ambiguitiesOf(block)[0]?.readings).toEqual({ decimal: '1.234', thousands: '1234' });
    expect(ambiguitiesOf(['1 234.567'])[0]?.readings).toEqual({
      decimal: '1234.567',
      thousands: '1234567',
    });
  });

  it.each([['6,2', '1.234,5', '1.234.567', '1234', '-', '0,765'], ['1,234.5', '1,234,567'], []])(
    'D17 asks nothing where every text can be read one way only',
    (...block) => {
      expect(ambiguitiesOf(block)).toEqual([]);
    },
  );

  it('D17 suggests what the rest of the block shows', () => {
    expect(ambiguitiesOf(['1.234', '6,2'])).toMatchObject([
      { suggested: 'thousands', evidence: '6,2' },
    ]);
    expect(ambiguitiesOf(['1.234', '1,234', '6.2', '12,345.6'])).toMatchObject([
      { shape: 'point-three', suggested: 'decimal', evidence: '12,345.6' },
      { shape: 'point-other', suggested: 'decimal', evidence: '12,345.6' },
      { shape: 'comma-three', suggested: 'thousands', evidence: '12,345.6' },
    ]);
    expect(ambiguitiesOf(['1.234', '6,2', '12,345.6'])).toMatchObject([
      { suggested: 'thousands', evidence: null },
    ]);
  });

  it('D17 writes what was answered, and keeps sign, percent sign and unit', () => {
    const block = ['-1.234 %', '６.２ hộ', '1,234', '6,2', 'Ghi chú 1.5'];
    const choice = { 'point-three': 'decimal', 'comma-three': 'thousands' } as const;
    expect(resolveAmbiguities(block, choice, ['hộ'])).toEqual([
      '-1,234 %',
      '６.２ hộ',
      '1234',
      '6,2',
      'Ghi chú 1.5',
    ]);
    expect(resolveAmbiguities(block, { 'point-other': 'decimal' }, ['hộ'])[1]).toBe('6,2 hộ');
  });

  it('D17 is read afterwards as it was answered; nothing else changes', () => {
    fc.assert(
      fc.property(fc.array(pasted), answers, (block, choice) => {
        const asked = ambiguitiesOf(block);
        const resolved = resolveAmbiguities(block, choice);
        const total = asked.reduce((count, each) => count + each.count, 0);
        let changed = 0;
        block.forEach((text, index) => {
          const [ambiguity] = ambiguitiesOf([text]);
          const written = resolved[index] ?? '';
          if (ambiguity === undefined) {
            expect(written).toBe(text);
            return;
          }
          changed += 1;
          const reading = choice[ambiguity.shape] ?? 'decimal';
          expect(readNumber(written)).toMatchObject({ value: ambiguity.readings[reading] });
        });
        expect(changed).toBe(total);
        expect(ambiguitiesOf(block, ['%'])).toEqual(asked);
      }),
    );
  });

  it('D17 suggests by default what reading without asking gives', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        const [ambiguity] = ambiguitiesOf([text]);
        const reading = readNumber(text);
        if (ambiguity !== undefined && reading.kind === 'number') {
          expect(ambiguity.readings[ambiguity.suggested]).toBe(reading.value);
        }
        if (reading.kind === 'ambiguous') expect(ambiguity).toBeDefined();
      }),
    );
  });
});
