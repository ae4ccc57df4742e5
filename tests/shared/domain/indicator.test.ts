import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compare, wholeNumber } from '#shared/domain/decimal.ts';
import { parseIndicatorCode, rateOf, sumRate } from '#shared/domain/indicator.ts';
import { decimal, indicator } from './samples.ts';

describe('a rate from two amounts (D3)', () => {
  it.each([
    ['a share in percent', 'HI_COVERAGE', '92350', '100000', '92.35'],
    ['communes of the model new countryside', 'NTM_MODEL_COMMUNE', '11', '178', '6.2'],
    ['beds per 10 000 people', 'BEDS_PER_10K', '6450', '1936774', '33.3'],
    ['a plain quotient', 'AGRI_VALUE_PER_HA', '18500000', '100000', '185'],
    ['growth over the estimate', 'DOM_REV_VS_EST', '16424', '12349', '33'],
    ['growth that is a fall', 'DOM_REV_VS_EST', '60', '100', '-40'],
    ['growth over the previous year', 'GRDP_GROWTH', '109.06', '100', '9.06'],
    ['a reduction since the start', 'POOR_HH_REDUCTION', '200', '1000', '80'],
    ['a reduction that is a rise', 'POOR_HH_REDUCTION', '1100', '1000', '-10'],
    ['wastewater of clusters, no decimals', 'CCN_WASTEWATER', '2', '3', '67'],
  ])('computes %s', (_, code, numerator, denominator, rate) => {
    expect(rateOf(indicator(code), decimal(numerator), decimal(denominator))).toEqual({
      ok: true,
      value: rate,
    });
  });

  it('names the amounts that are observed, not their difference', () => {
    expect(indicator('DOM_REV_VS_EST').formula).toMatchObject({
      kind: 'growth',
      numerator: { vi: 'Thu nội địa thực hiện (lũy kế)', unit: 'triệu đồng' },
      denominator: { vi: 'Dự toán thu nội địa năm được giao' },
    });
    expect(indicator('POOR_HH_REDUCTION').formula).toMatchObject({
      kind: 'reduction',
      numerator: { vi: 'Số hộ nghèo cuối kỳ' },
    });
    expect(indicator('BEDS_PER_10K').formula).toMatchObject({
      scale: '10000',
      denominator: { vi: 'Dân số cùng thời điểm', unit: 'người' },
    });
  });
});

describe('a rate that is not there (D4)', () => {
  it('is refused when nothing is there to relate to', () => {
    const result = rateOf(indicator('CCN_WASTEWATER'), decimal('0'), decimal('0'));
    expect(result).toMatchObject({ ok: false, refusal: { code: 'denominator-zero' } });
    expect(sumRate(indicator('CCN_WASTEWATER'), [])).toMatchObject({
      refusal: { code: 'denominator-zero' },
    });
  });

  it('is refused for what is published as one value', () => {
    expect(rateOf(indicator('HDI'), decimal('1'), decimal('2'))).toMatchObject({
      refusal: { code: 'indicator-has-no-rate', facts: { indicator: 'HDI' } },
    });
  });
});

describe('several units together (D5)', () => {
  it('weighs 90% of 1000 and 60% of 100 as 87.3% and not 75%', () => {
    const parts = [
      { numerator: decimal('900'), denominator: decimal('1000') },
      { numerator: decimal('60'), denominator: decimal('100') },
    ];
    expect(sumRate(indicator('NTM_MODEL_COMMUNE'), parts)).toEqual({ ok: true, value: '87.3' });
  });

  it('lies between the lowest and the highest of its parts', () => {
    const part = fc
      .tuple(fc.nat({ max: 10_000 }), fc.integer({ min: 1, max: 10_000 }))
      .map(([n, d]) => ({ numerator: wholeNumber(n), denominator: wholeNumber(d) }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const subject = indicator('HI_COVERAGE');
        const whole = sumRate(subject, parts);
        const single = parts.map((each) => rateOf(subject, each.numerator, each.denominator));
        const rates = single.flatMap((each) => (each.ok ? [each.value] : [])).sort(compare);
        const [lowest] = rates;
        const highest = rates.at(-1);
        if (!whole.ok || lowest === undefined || highest === undefined) return false;
        return compare(lowest, whole.value) <= 0 && compare(whole.value, highest) <= 0;
      }),
    );
  });
});

describe('indicator codes', () => {
  it('are capitals, digits and underscores', () => {
    expect(['HI_COVERAGE', 'BEDS_PER_10K'].map(parseIndicatorCode)).not.toContain(null);
    expect(['hi', '_A', 'A', 'A-B', ''].map(parseIndicatorCode)).toEqual(Array(5).fill(null));
  });
});
