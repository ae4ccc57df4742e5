import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { rateOf } from '#shared/domain/indicator.ts';
import { attainment, targetFor } from '#shared/domain/target.ts';
import { decimal, indicator, target } from './samples.ts';

function ntmAttainment(targetId: string, communes: string): { met: boolean; distance: string } {
  const subject = indicator('NTM_MODEL_COMMUNE');
  const rate = rateOf(subject, decimal(communes), decimal('178'));
  if (!rate.ok) throw new Error('no rate');
  return attainment(target(targetId), subject, rate.value);
}

describe('the target of a year (D6)', () => {
  it.each([
    ['HI_COVERAGE', 2022, 'T2022.10'],
    ['HI_COVERAGE', 2023, 'T2025.08'],
    ['HI_COVERAGE', 2024, 'T2025.08'],
    ['HI_COVERAGE', 2025, 'T2025.08'],
    ['CULTURE_VILLAGE', 2022, 'T2022.13.a'],
    ['CULTURE_VILLAGE', 2023, 'T2025.26'],
    ['HDI', 2022, 'T2025.12'],
    ['POOR_HH_REDUCTION', 2022, 'T2025.25'],
  ])('of %s in %i is %s', (code, year, id) => {
    expect(targetFor(builtInCatalogue.targets, indicator(code).code, year)?.id).toBe(id);
  });

  it('is none where the plan sets none', () => {
    const { code } = indicator('POVERTY_RATE');
    expect(targetFor(builtInCatalogue.targets, code, 2023)).toBeNull();
    expect(targetFor(builtInCatalogue.targets, indicator('HI_COVERAGE').code, 2026)).toBeNull();
  });
});

describe('met or not (D7)', () => {
  it('holds 11 of 178 communes for 6.2% and met, 10 not', () => {
    expect(ntmAttainment('T2022.5', '11')).toEqual({ met: true, distance: '0' });
    expect(ntmAttainment('T2022.5', '10')).toEqual({ met: false, distance: '-0.6' });
  });

  it('asks 36 of 178 communes for 20%', () => {
    expect(ntmAttainment('T2025.10', '35')).toEqual({ met: false, distance: '-0.3' });
    expect(ntmAttainment('T2025.10', '36')).toEqual({ met: true, distance: '0.2' });
  });

  it('rounds before it compares', () => {
    const subject = indicator('NTM_MODEL_COMMUNE');
    expect(attainment(target('T2022.5'), subject, decimal('6.1798')).met).toBe(true);
  });

  it('wants more than 45% where the plan says "trên 45%"', () => {
    const subject = indicator('URBANIZATION');
    expect(attainment(target('T2025.11'), subject, decimal('45')).met).toBe(false);
    expect(attainment(target('T2025.11'), subject, decimal('45.04')).met).toBe(false);
    expect(attainment(target('T2025.11'), subject, decimal('45.1')).met).toBe(true);
  });

  it('takes the upper end of a span, and lower as better', () => {
    const subject = indicator('UNEMPLOYMENT');
    expect(target('T2025.19').range).toEqual({ min: '3', max: '4' });
    expect(attainment(target('T2025.19'), subject, decimal('4'))).toEqual({
      met: true,
      distance: '0',
    });
    expect(attainment(target('T2025.19'), subject, decimal('4.01')).met).toBe(false);
    expect(attainment(target('T2025.19'), subject, decimal('2.5')).met).toBe(true);
  });

  it('wants a share of the economy exactly', () => {
    const subject = indicator('GRDP_SHARE_INDCON');
    expect(attainment(target('T2025.04'), subject, decimal('61.46')).met).toBe(true);
    expect(attainment(target('T2025.04'), subject, decimal('62')).met).toBe(false);
  });
});
