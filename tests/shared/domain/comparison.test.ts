import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { comparisonWords } from '#shared/domain/comparison-words.ts';
import {
  againstPlan,
  againstTarget,
  changeBetween,
  compareRow,
  measureOf,
  requiredPace,
} from '#shared/domain/comparison.ts';
import type { Measure } from '#shared/domain/comparison.ts';
import { add, compare, multiply, roundHalfUp, subtract } from '#shared/domain/decimal.ts';
import type { Figure } from '#shared/domain/observation.ts';
import { isPercentage } from '#shared/domain/percent.ts';
import { attainment, firstYearOf, lastYearOf } from '#shared/domain/target.ts';
import { anyDecimal, decimal, indicator, target } from './samples.ts';

const { indicators, targets } = builtInCatalogue;
const amount: Measure = { better: 'higher', nature: 'amount', decimals: 1, isLevel: false };
const nature = (code: string) => measureOf(indicator(code)).nature;

function figure(text: string): Figure {
  if (text === '-') return { kind: 'nil' };
  if (text === '...') return { kind: 'missing' };
  return text === '' ? { kind: 'empty' } : { kind: 'number', number: decimal(text) };
}

describe('what kind of number an indicator is (D70)', () => {
  it('D70 follows from its unit and formula', () => {
    expect(nature('HI_COVERAGE')).toBe('share');
    expect(nature('DOM_REV_VS_EST')).toBe('growth');
    expect(nature('GRDP_GROWTH_AVG')).toBe('growth');
    expect(nature('POOR_HH_REDUCTION')).toBe('reduction');
    expect(nature('AGRI_VALUE_PER_HA')).toBe('amount');
    expect(nature('DOCTORS_PER_10K')).toBe('amount');
    expect(nature('HDI')).toBe('amount');
  });

  it('D70 holds for the whole catalogue: percent is written in percent, and scaled so', () => {
    for (const each of indicators) {
      expect(isPercentage(each), each.code).toBe(each.unit.vi.startsWith('%'));
      if (each.formula.kind !== 'value') {
        expect(each.formula.scale === '100', each.code).toBe(isPercentage(each));
      }
    }
  });

  it('D70 takes no notice of what a plan calls its units', () => {
    for (const each of indicators) {
      const renamed = { ...each, unit: { ...each.unit, code: 'U1' } };
      expect(measureOf(renamed), each.code).toEqual(measureOf(each));
    }
    const hectares = { ...indicator('HI_COVERAGE'), unit: { code: 'PCT', vi: 'ha' } };
    expect(measureOf(hectares).nature).toBe('amount');
  });

  it('D70 finds targets that point where their indicator is better, as finely as it is published', () => {
    const signs = { higher: '>=', lower: '<=', 'target-equal': '=' };
    for (const each of targets) {
      const own = indicator(each.indicator);
      expect(each.comparison, each.id).toBe(signs[own.better]);
      expect(roundHalfUp(each.value, own.decimals), each.id).toBe(each.value);
    }
  });
});

describe('percent of plan or distance (D71)', () => {
  it('D71 gives the percent where more is better', () => {
    expect(againstPlan(amount, figure('183.1'), figure('500'))).toMatchObject({
      kind: 'percent-of-plan',
      percent: { percent: '36.62' },
      distance: { in: 'unit', by: '316.9', side: 'below', isFavourable: false },
      verdict: 'not-met',
    });
    const coverage = againstPlan(
      measureOf(indicator('HI_COVERAGE')),
      figure('92.04'),
      figure('92'),
    );
    expect(coverage).toMatchObject({ percent: { percent: '100.04' }, verdict: 'exceeded' });
    expect(coverage).toMatchObject({ distance: { in: 'points', by: '0.04', side: 'above' } });
  });

  it.each([
    ['POVERTY_RATE', '1.9', '1.75', 'lower-is-better', 'not-met', false],
    ['POVERTY_RATE', '1.5', '1.75', 'lower-is-better', 'exceeded', true],
    ['GRDP_SHARE_AGRI', '8', '8', 'target-equal', 'met', true],
    ['DOM_REV_VS_EST', '5', '10', 'growth', 'not-met', false],
    ['HI_COVERAGE', '50', '0', 'plan-not-positive', 'exceeded', true],
    ['POOR_HH_REDUCTION', '-5', '10', 'figure-negative', 'not-met', false],
  ] as const)('D71 gives for %s, %s against %s, the distance: %s', (code, now, plan, ...rest) => {
    const [reason, verdict, isFavourable] = rest;
    expect(againstPlan(measureOf(indicator(code)), figure(now), figure(plan))).toMatchObject({
      kind: 'distance',
      reason,
      verdict,
      distance: { isFavourable },
    });
  });

  it('D71 says nothing without a figure or a plan', () => {
    for (const [now, plan] of [
      ['', '5'],
      ['-', '5'],
      ['...', '5'],
      ['5', ''],
      ['5', '-'],
    ] as const) {
      expect(againstPlan(amount, figure(now), figure(plan))).toEqual({ kind: 'none' });
    }
    expect(againstPlan(amount, figure('5'), null)).toEqual({ kind: 'none' });
  });
});

describe('the province’s target (D72, D73)', () => {
  it.each([
    ['NTM_MODEL_COMMUNE', 'T2022.5', '6.1798', 2022, 'met'],
    ['NTM_MODEL_COMMUNE', 'T2025.10', '6.2', 2023, 'not-due'],
    ['GRDP_GROWTH_AVG', 'T2025.01', '9.06', 2022, 'not-due'],
    ['GRDP_GROWTH_AVG', 'T2025.01', '9.06', 2025, 'exceeded'],
    ['TFP_CONTRIBUTION', 'T2025.21', '55', 2024, 'not-due'],
    ['POOR_HH_REDUCTION', 'T2025.25', '80', 2024, 'not-due'],
    ['POOR_HH_REDUCTION', 'T2025.25', '80', 2025, 'met'],
    ['CULTURE_VILLAGE', 'T2025.26', '90', 2022, 'met'],
    ['NEW_ENT_GROWTH', 'T2025.23', '16', 2022, 'exceeded'],
    ['NTM_MODEL_COMMUNE', 'T2025.10', '19.7', 2025, 'not-met'],
    ['URBANIZATION', 'T2025.11', '45.1', 2024, 'met'],
    ['UNEMPLOYMENT', 'T2025.19', '3.5', 2025, 'met'],
    ['UNEMPLOYMENT', 'T2025.19', '2.99', 2025, 'exceeded'],
    ['UNEMPLOYMENT', 'T2025.19', '4.01', 2025, 'not-met'],
    ['CULTURE_VILLAGE', 'T2025.26', '89.9', 2023, 'not-met'],
    ['NEW_ENT_GROWTH', 'T2025.23', '11', 2023, 'not-met'],
    ['GRDP_SHARE_INDCON', 'T2025.04', '61.46', 2025, 'met'],
    ['POVERTY_RATE', 'T2022.14', '1.7', 2022, 'exceeded'],
    // A flow of an earlier year is no flow of the target's; a level may be reached early.
    ['GRDP_PER_CAPITA', 'T2025.02', '120', 2024, 'not-due'],
    ['GRDP_PER_CAPITA', 'T2025.02', '120', 2025, 'exceeded'],
    ['GRDP_GROWTH', 'T2022.1', '12', 2021, 'not-due'],
    ['CULTURE_VILLAGE', 'T2025.26', '80', 2020, 'not-due'],
    ['NEW_ENT_GROWTH', 'T2025.23', '20', 2020, 'not-due'],
    ['UNEMPLOYMENT', 'T2025.19', '2.5', 2023, 'exceeded'],
  ] as const)('D73 judges %s against %s: %s in %i is %s', (code, id, now, year, verdict) => {
    const measure = measureOf(indicator(code));
    expect(againstTarget(measure, figure(now), target(id), year)).toMatchObject({ verdict });
  });

  it.each([
    ['19', 'not-met'],
    ['20', 'met'],
    ['25', 'met'],
    ['25.1', 'exceeded'],
  ])(
    'D73 exceeds a span of at least 20 to 25 beyond its far end only: %s is %s',
    (now, verdict) => {
      const span = { ...target('T2025.10'), range: { min: decimal('20'), max: decimal('25') } };
      const measure = measureOf(indicator('NTM_MODEL_COMMUNE'));
      expect(againstTarget(measure, figure(now), span, 2025)).toMatchObject({ verdict });
    },
  );

  it('D73 agrees with the published outcome of 2022: 9 of 16 goals, by their parts', () => {
    const { values, statusByPlanNumber } = builtInCatalogue.knownResults;
    for (const { indicator: code, value } of values) {
      const own = targets.find((each) => each.indicator === code && each.horizon === '2022');
      if (own === undefined) continue;
      const verdict = againstTarget(measureOf(indicator(code)), figure(value), own, 2022)?.verdict;
      const published = statusByPlanNumber[String(own.planNumber)] ?? '';
      expect(['exceeded', 'met'].includes(verdict ?? ''), `${code} ${value}: ${published}`).toBe(
        !/chưa|không|not/i.test(published),
      );
    }
  });
});

describe('change (D74)', () => {
  it('D74 keeps "tăng 4%" and "bằng 104%" apart', () => {
    const change = changeBetween(amount, figure('104'), figure('100'));
    expect(change).toEqual({
      kind: 'percent',
      course: 'up',
      change: { kind: 'percent-change', percent: '4' },
      ofBase: { kind: 'percent-of-base', percent: '104' },
      isFavourable: true,
    });
    const words = comparisonWords('triệu đồng', 'vi');
    expect(words.change(change, 'samePeriod').full).toBe('tăng 4% so với cùng kỳ năm trước');
    expect(words.ofBase(change, 'samePeriod')?.full).toBe('bằng 104% cùng kỳ năm trước');
  });

  it('D74 compares percentages in percentage points', () => {
    const measure = measureOf(indicator('POVERTY_RATE'));
    const change = changeBetween(measure, figure('1.75'), figure('2.4'));
    expect(change).toMatchObject({ kind: 'points', course: 'down', points: '0.65' });
    expect(change).toMatchObject({ isFavourable: true });
    const words = comparisonWords('%', 'vi');
    expect(words.change(change, 'previous').full).toBe('giảm 0,65 điểm phần trăm so với kỳ trước');
    expect(words.ofBase(change, 'previous')).toBeNull();
  });

  it.each([
    ['-', '5', 'figure-nil'],
    ['...', '5', 'figure-absent'],
    ['', '5', 'figure-absent'],
    ['5', '-', 'base-nil'],
    ['5', '...', 'base-absent'],
    ['5', '0', 'base-not-positive'],
    ['5', '-3', 'base-not-positive'],
  ])('D74 does not compare "%s" with "%s": %s', (now, before, reason) => {
    expect(changeBetween(amount, figure(now), figure(before))).toEqual({ kind: 'none', reason });
  });

  it('D74 does not call a small change none', () => {
    const change = changeBetween(amount, figure('1000000.1'), figure('1000000'));
    expect(comparisonWords('triệu đồng', 'vi').change(change, 'previous').full).toBe(
      'tăng dưới 0,01% so với kỳ trước',
    );
    const same = changeBetween(amount, figure('7.04'), figure('7'));
    expect(comparisonWords('ha', 'vi').change(same, 'previous').short).toBe('không đổi');
  });

  it('D74 fits together: base part is 100 plus or minus the change, turning it round turns the course', () => {
    const positive = fc.integer({ min: 1, max: 10 ** 9 }).map((n) => decimal(`${n}`));
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const now: Figure = { kind: 'number', number: a };
        const before: Figure = { kind: 'number', number: b };
        const change = changeBetween(amount, now, before);
        if (change.kind !== 'percent') throw new Error('both are positive');
        const { percent } = change.change;
        const rebuilt =
          change.course === 'down'
            ? subtract(decimal('100'), percent)
            : add(decimal('100'), percent);
        expect(rebuilt).toBe(change.ofBase.percent);
        const back = changeBetween(amount, before, now);
        const turned = { up: 'down', down: 'up', same: 'same' }[change.course];
        expect(back).toMatchObject({ course: turned });
      }),
    );
  });
});

describe('required pace (D75)', () => {
  it('D75 is the same step in each year that is left', () => {
    const measure = measureOf(indicator('NTM_MODEL_COMMUNE'));
    const pace = requiredPace(measure, figure('6.2'), target('T2025.10'), 2022);
    expect(pace).toMatchObject({ kind: 'needed', perYear: '4.6', years: 3, course: 'up' });
    const words = comparisonWords('%', 'vi').pace(pace);
    expect(words?.full).toBe('cần tăng 4,6 điểm phần trăm mỗi năm để đạt 20% vào năm 2025');
    expect(words?.how).toBe('(20 − 6,2) / 3 năm còn lại');
    const urban = requiredPace(
      measureOf(indicator('URBANIZATION')),
      figure('35'),
      target('T2025.11'),
      2023,
    );
    expect(comparisonWords('%', 'vi').pace(urban)?.full).toContain('để đạt > 45% vào năm 2025');
  });

  it('D75 asks to pass the very value of a strict target, and for no step of zero', () => {
    const measure = measureOf(indicator('URBANIZATION'));
    const pace = requiredPace(measure, figure('45'), target('T2025.11'), 2024);
    expect(pace).toMatchObject({ kind: 'needed', course: 'same', perYear: '0' });
    expect(comparisonWords('%', 'vi').pace(pace)).toMatchObject({
      short: 'cần > 45%',
      full: 'đang bằng đúng mức của mục tiêu, cần hơn mức này để đạt > 45% vào năm 2025',
    });
  });

  it.each([
    ['UNEMPLOYMENT', 'T2025.19', '4.5', 2023, { course: 'down', perYear: '0.25' }],
    ['AGRI_VALUE_PER_HA', 'T2025.09', '185', 2022, { in: 'unit', perYear: '8.33' }],
    ['POOR_HH_REDUCTION', 'T2025.25', '20', 2022, { in: 'points', perYear: '20' }],
    ['HI_COVERAGE', 'T2025.08', '95', 2023, { kind: 'reached' }],
    ['HI_COVERAGE', 'T2025.08', '94', 2025, { kind: 'none', reason: 'horizon-over' }],
    ['NEW_ENT_GROWTH', 'T2025.23', '5', 2022, { kind: 'none', reason: 'no-path' }],
    ['GRDP_GROWTH_AVG', 'T2025.01', '5', 2022, { kind: 'none', reason: 'no-path' }],
    ['CULTURE_VILLAGE', 'T2025.26', '85', 2022, { kind: 'none', reason: 'no-path' }],
    ['TFP_CONTRIBUTION', 'T2025.21', '40', 2022, { kind: 'none', reason: 'no-path' }],
  ] as const)('D75 of %s to %s from %s in %i', (code, id, now, year, expected) => {
    const measure = measureOf(indicator(code));
    expect(requiredPace(measure, figure(now), target(id), year)).toMatchObject(expected);
  });

  it('D75 leads to the target, but for rounding', () => {
    fc.assert(
      fc.property(fc.constantFrom(...targets), anyDecimal, (to, now) => {
        const measure = measureOf(indicator(to.indicator));
        const pace = requiredPace(measure, { kind: 'number', number: now }, to, 2022);
        if (pace.kind !== 'needed') return;
        const all = multiply(pace.perYear, decimal(String(pace.years)));
        const end = pace.course === 'up' ? add(pace.figure, all) : subtract(pace.figure, all);
        const off = subtract(roundHalfUp(end, measure.decimals), to.value);
        expect(compare(multiply(off, off), decimal('1'))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('a whole row', () => {
  it('never throws, and its verdict is the one of the target', () => {
    const any = fc.oneof(
      anyDecimal.map((number): Figure => ({ kind: 'number', number })),
      fc.constantFrom('', '-', '...', '0').map(figure),
    );
    const year = fc.integer({ min: 2021, max: 2027 });
    fc.assert(
      fc.property(
        fc.constantFrom(...indicators),
        any,
        any,
        any,
        year,
        (own, now, plan, before, of) => {
          const row = compareRow(own, {
            figure: now,
            ownPlan: plan,
            targets,
            year: of,
            previous: before,
            samePeriod: null,
          });
          for (const language of ['vi', 'en'] as const) {
            const words = comparisonWords(own.unit.vi, language);
            const said = [
              words.plan(row.plan)?.full,
              row.target === null ? '' : words.target(row.target).full,
              words.change(row.previous, 'previous').full,
              words.change(row.samePeriod, 'samePeriod').full,
              words.ofBase(row.previous, 'previous')?.full,
              words.pace(row.pace)?.full,
            ].join(' ');
            expect(said).not.toMatch(/\{\{|undefined|comparison\./);
          }
          if (row.target !== null && now.kind === 'number') {
            const { target: goal, verdict } = row.target;
            const { met } = attainment(goal, own, now.number);
            // A span that counts as one is judged in its last year, a flow from its first year on.
            const isLevel = own.timeNature === 'point-in-time' && !goal.eachYear && !goal.maintain;
            const isAhead = firstYearOf(goal) > of && !isLevel;
            const runsOn =
              goal.horizon.includes('-') &&
              !goal.eachYear &&
              !goal.maintain &&
              lastYearOf(goal) > of;
            if (isAhead || runsOn) expect(verdict).toBe('not-due');
            else expect(['met', 'exceeded'].includes(verdict)).toBe(met);
          }
        },
      ),
    );
  });
});
