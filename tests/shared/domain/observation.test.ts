import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { rateOf } from '#shared/domain/indicator.ts';
import { columnsFor, figureFor, isBlank, isFilledBy } from '#shared/domain/observation.ts';
import { observation, rowCells } from './observation-samples.ts';
import { anyDecimal, indicator } from './samples.ts';

describe('the figure of a row (D63)', () => {
  it.each([
    [
      { numerator: '11', denominator: '178' },
      { kind: 'number', number: '6.2' },
    ],
    [
      { numerator: '11', denominator: '178', value: '99' },
      { kind: 'number', number: '6.2' },
    ],
    [{ value: '6,15' }, { kind: 'number', number: '6.15' }],
    [{ value: '-' }, { kind: 'nil' }],
    [{ value: '...' }, { kind: 'missing' }],
    [{}, { kind: 'empty' }],
    [{ numerator: '11' }, { kind: 'empty' }],
    [{ denominator: '178' }, { kind: 'empty' }],
    [{ numerator: '11', value: '6' }, { kind: 'empty' }],
    [{ numerator: '...', denominator: '178' }, { kind: 'missing' }],
    [{ numerator: '-', denominator: '...' }, { kind: 'missing' }],
    [{ numerator: '-', denominator: '178' }, { kind: 'nil' }],
    [{ numerator: '11', denominator: '-' }, { kind: 'nil' }],
    [{ numerator: '11', denominator: '0' }, { kind: 'nil' }],
    [
      { numerator: '0', denominator: '178' },
      { kind: 'number', number: '0' },
    ],
  ] as const)('D63 of a share with %o is %o', (typed, figure) => {
    expect(figureFor(indicator('NTM_MODEL_COMMUNE'), observation(typed))).toEqual(figure);
  });

  it('D63 of an index is the value as entered, whatever stands beside it', () => {
    expect(figureFor(indicator('HDI'), observation({ value: '0,735', numerator: '1' }))).toEqual({
      kind: 'number',
      number: '0.735',
    });
  });

  it('D63 counts a draft with a fault as nothing', () => {
    const cells = observation({ numerator: 'mười một', denominator: '178' });
    expect(figureFor(indicator('NTM_MODEL_COMMUNE'), cells)).toEqual({ kind: 'empty' });
    expect(rowCells({ numerator: 'mười một' }).numerator.fault).toBe('number-unreadable');
  });

  it('D63 is never zero unless an amount says so', () => {
    const part = fc.oneof(fc.constantFrom('', '-', '...'), anyDecimal.map(comma));
    fc.assert(
      fc.property(part, part, part, (numerator, denominator, value) => {
        const one = observation({ numerator, denominator, value });
        const figure = figureFor(indicator('HI_COVERAGE'), one);
        if (figure.kind !== 'number') return;
        const { numerator: n, denominator: d } = one;
        if (n.kind === 'number' && d.kind === 'number') {
          const rate = rateOf(indicator('HI_COVERAGE'), n.number, d.number);
          expect(rate).toEqual({ ok: true, value: figure.number });
        } else {
          expect(one.value).toEqual(figure);
        }
      }),
    );
  });
});

describe('rows and columns', () => {
  it('D61 gives a rate both amounts, an index one value', () => {
    expect(columnsFor(indicator('HI_COVERAGE'))).toContain('numerator');
    expect(columnsFor(indicator('HDI'))).toEqual(['value', 'status', 'note']);
  });

  it('D62 lets a district fill what districts and communes report, the province what no sum gives', () => {
    const { indicators } = builtInCatalogue;
    expect(indicators.filter((one) => isFilledBy(one, 'district'))).toHaveLength(18);
    for (const one of indicators) {
      expect(isFilledBy(one, 'province')).toBe(one.aggregation !== 'weighted');
      expect(isFilledBy(one, 'district') || isFilledBy(one, 'province')).toBe(true);
    }
  });

  it('knows a row in which nothing was entered', () => {
    expect(isBlank(observation({ status: '' }))).toBe(true);
    expect(isBlank(observation({ status: '', note: 'chờ' }))).toBe(false);
    expect(isBlank(observation({ status: '', value: '-' }))).toBe(false);
  });
});

function comma(text: string): string {
  return text.replace('.', ',');
}
