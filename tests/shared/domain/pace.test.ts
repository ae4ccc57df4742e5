import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { add, compare, multiply, subtract, wholeNumber } from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import type { Figure } from '#shared/domain/observation.ts';
import { yearlyPace } from '#shared/domain/pace.ts';
import { attainment, firstYearOf, lastYearOf } from '#shared/domain/target.ts';
import { decimal, indicator, target } from './samples.ts';

const figure = (text: string): Figure => ({ kind: 'number', number: decimal(text) });
const paceOf = (code: string, id: string, now: string, year: number) =>
  yearlyPace(indicator(code), figure(now), target(id), year);
const tenths = fc.integer({ min: -5000, max: 50_000 }).map((n) => decimal(String(n / 10)));

describe('the pace that every kind of target asks for', () => {
  it.each([
    ['AGRI_VALUE_PER_HA', 'T2025.09', '185', 2022, 'up', '8.33'],
    ['UNEMPLOYMENT', 'T2025.19', '4.6', 2022, 'down', '0.2'],
    ['GRDP_SHARE_AGRI', 'T2025.03', '9.5', 2022, 'down', '0.5'],
    ['GRDP_SHARE_INDCON', 'T2025.04', '60', 2022, 'up', '0.5'],
    ['POOR_HH_REDUCTION', 'T2025.25', '20', 2022, 'up', '20'],
  ])('D75 %s by %s from %s in %i: %s %s a year', (code, id, now, year, course, perYear) => {
    expect(paceOf(code, id, now, year)).toMatchObject({ kind: 'needed', course, perYear });
  });

  it('D150 a level of each year, or one that is kept, is held or not', () => {
    expect(paceOf('NEW_ENT_GROWTH', 'T2025.23', '11', 2022)).toMatchObject({
      kind: 'hold',
      isHeld: false,
    });
    expect(paceOf('CULTURE_VILLAGE', 'T2025.26', '90', 2023)).toMatchObject({
      kind: 'hold',
      isHeld: true,
    });
    // Nothing is to be held before the horizon begins.
    expect(paceOf('NEW_ENT_GROWTH', 'T2025.23', '11', 2020)).toMatchObject({ isHeld: null });
  });

  it('D151 a mean over years asks for the mean of those left', () => {
    // Two years of 9.06 are behind: (9 × 5 − 9.06 × 2) / 3 = 8.96.
    expect(paceOf('GRDP_GROWTH_AVG', 'T2025.01', '9.06', 2022)).toMatchObject({
      kind: 'mean',
      perYear: '8.96',
      past: 2,
      years: 3,
    });
    expect(paceOf('GRDP_GROWTH_AVG', 'T2025.01', '9', 2025).kind).toBe('reached');
    expect(paceOf('GRDP_GROWTH_AVG', 'T2025.01', '8.9', 2025)).toMatchObject({
      reason: 'horizon-over',
    });
    expect(paceOf('GRDP_GROWTH_AVG', 'T2025.01', '9', 2020)).toMatchObject({ kind: 'none' });
  });

  it('D151 states no path from a figure of one year to a target of a span', () => {
    for (const year of [2021, 2022, 2025]) {
      expect(paceOf('TFP_CONTRIBUTION', 'T2025.21', '45', year)).toMatchObject({
        kind: 'none',
        reason: 'no-path',
      });
    }
  });

  it('D151 brings the mean of all years to the target, but for rounding', () => {
    const means = builtInCatalogue.targets.filter(
      (each) => each.horizon.includes('-') && !each.eachYear && !each.maintain,
    );
    expect(means.length).toBeGreaterThan(2);
    fc.assert(
      fc.property(
        fc.constantFrom(...means),
        tenths,
        fc.integer({ min: 2021, max: 2024 }),
        (t, f, year) => {
          const own = indicator(t.indicator);
          const pace = yearlyPace(own, { kind: 'number', number: f }, t, year);
          if (pace.kind !== 'mean') return;
          const sum = add(
            multiply(pace.figure, wholeNumber(pace.past)),
            multiply(pace.perYear, wholeNumber(pace.years)),
          );
          const whole = multiply(t.value, wholeNumber(pace.past + pace.years));
          expect(pace.past + pace.years).toBe(5);
          // A surplus asks for nothing; a shortfall is made up, to half of the last digit for each year.
          const off = subtract(sum, whole);
          const slack = multiply(unitOf(own.decimals + 1), wholeNumber(pace.years));
          expect(compare(off, subtract(decimal('0'), slack))).toBeGreaterThanOrEqual(0);
          if (pace.perYear !== '0') expect(compare(off, slack)).toBeLessThanOrEqual(0);
        },
      ),
    );
  });

  it('never throws, and never asks for a step where the target is met', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...builtInCatalogue.targets),
        tenths,
        fc.integer({ min: 2019, max: 2030 }),
        (t, f, year) => {
          const own = indicator(t.indicator);
          const pace = yearlyPace(own, { kind: 'number', number: f }, t, year);
          const isMet = attainment(t, own, f).met;
          if (pace.kind === 'needed') expect(isMet && year <= lastYearOf(t)).toBe(false);
          if (pace.kind === 'hold') expect(pace.isHeld).toBe(year < firstYearOf(t) ? null : isMet);
          if (pace.kind === 'reached') expect(isMet).toBe(true);
        },
      ),
    );
  });

  it('says nothing without a number', () => {
    for (const each of builtInCatalogue.targets) {
      const own = indicator(each.indicator);
      for (const kind of ['empty', 'nil', 'missing'] as const) {
        expect(yearlyPace(own, { kind }, each, 2022).kind).toBe('none');
      }
    }
  });
});

function unitOf(decimals: number): Decimal {
  return decimal(`0.${'0'.repeat(decimals - 1)}1`);
}
