import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { againstTarget, measureOf } from '#shared/domain/comparison.ts';
import {
  concluded,
  goalsByYear,
  goalsOf,
  publishedVerdict,
  tallyOf,
  verdictOfParts,
  verdictOnTarget,
  reasonOfVerdict,
} from '#shared/domain/goal.ts';
import { periodCode } from '../../helpers/world.ts';
import { decimal, indicator, target } from './samples.ts';

const { targets, knownResults } = builtInCatalogue;
const verdicts = ['exceeded', 'met', 'not-met', 'not-due', null] as const;

describe('goals and their parts', () => {
  it('D152 puts the sixteen goals of 2022 together from their parts', () => {
    const numbered = goalsOf(targets).filter(({ number }) => number !== null);
    expect(numbered.map(({ number }) => number)).toEqual(
      Array.from({ length: 16 }, (_, at) => at + 1),
    );
    const several = numbered.filter((goal) => goal.targets.length > 1);
    expect(several.map((goal) => [goal.number, goal.targets.length])).toEqual([
      [11, 4],
      [12, 2],
      [13, 2],
    ]);
    expect(goalsOf(targets).flatMap((goal) => goal.targets)).toHaveLength(targets.length);
  });

  it('D152 asks for every part', () => {
    expect(verdictOfParts(['met', 'exceeded'])).toBe('met');
    expect(verdictOfParts(['exceeded', 'exceeded'])).toBe('exceeded');
    expect(verdictOfParts(['exceeded', null])).toBeNull();
    expect(verdictOfParts(['not-met', null])).toBe('not-met');
    expect(verdictOfParts(['met', 'not-due'])).toBe('not-due');
    expect(verdictOfParts([])).toBeNull();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verdicts), { minLength: 1 }), (parts) => {
        const whole = verdictOfParts(parts);
        expect(verdictOfParts([...parts].reverse())).toBe(whole);
        if (whole === 'met' || whole === 'exceeded') {
          expect(parts.every((part) => part === 'met' || part === 'exceeded')).toBe(true);
        }
      }),
    );
  });

  it('D153 gives no verdict on figures that nobody called an estimate of the year', () => {
    expect(concluded('not-met', null)).toBe('not-due');
    expect(concluded('met', null)).toBe('not-due');
    expect(concluded('not-met', 'estimated')).toBe('not-met');
    expect(concluded(null, null)).toBeNull();
  });
});

describe('a verdict on a figure of a period', () => {
  const judged = (code: string, id: string, now: string, period: string) =>
    verdictOnTarget(indicator(code), target(id), {
      figure: { kind: 'number', number: decimal(now) },
      status: 'estimated',
      period: { code: periodCode(period), year: Number(period.slice(0, 4)) },
    });

  it.each([
    ['DOM_REV_VS_EST', 'T2022.3', '-25', '2022-08', 'not-due'],
    ['DOM_REV_VS_EST', 'T2022.3', '9.9', '2022-12', 'not-met'],
    ['DOM_REV_VS_EST', 'T2022.3', '12', '2022-08', 'exceeded'],
    ['NEW_ENT_GROWTH', 'T2025.23', '11', '2023-08', 'not-due'],
    ['NEW_ENT_GROWTH', 'T2025.23', '11', '2023-12', 'not-met'],
    // What is estimated of the whole year, and a level, are judged in any month.
    ['GRDP_GROWTH', 'T2022.1', '9.06', '2022-08', 'not-met'],
    ['HI_COVERAGE', 'T2022.10', '91', '2022-08', 'not-met'],
  ])('D153 %s by %s: %s in %s is %s', (code, id, now, period, verdict) => {
    expect(judged(code, id, now, period)).toBe(verdict);
  });
});

describe('goals counted', () => {
  it('tells years and verdicts apart, and leaves none out', () => {
    const goals = goalsOf(targets).map(({ targets: parts }, at) => ({
      parts: parts.map((target) => ({ target })),
      verdict: verdicts[at % verdicts.length] ?? null,
    }));
    const years = goalsByYear(goals);
    expect(years.map((each) => [each.year, each.goals.length])).toEqual([
      ['2022', 16],
      ['2025', 30],
    ]);
    for (const each of years) {
      const counted = Object.values(tallyOf(each.goals)).reduce((sum, one) => sum + one, 0);
      expect(counted).toBe(each.goals.length);
    }
  });
});

describe('the published outcome of 2022', () => {
  it('D154 reads each published word', () => {
    const read = Object.entries(knownResults.statusByPlanNumber).map(
      ([number, word]) => [Number(number), publishedVerdict(word)] as const,
    );
    const numbers = (verdict: string) =>
      read.filter(([, said]) => said === verdict).map(([number]) => number);
    // As the summary has it: 6 exceeded, 3 met, 7 not met.
    expect(numbers('exceeded')).toEqual([3, 4, 5, 8, 9, 16]);
    expect(numbers('met')).toEqual([13, 14, 15]);
    expect(numbers('not-met')).toHaveLength(7);
    expect(publishedVerdict('đang thực hiện')).toBeNull();
  });

  it('D73 computes from the published values of goals 1, 2, 3 and 6 what was published', () => {
    const computed = knownResults.values.flatMap(({ indicator: code, value }) => {
      const own = targets.find((each) => each.indicator === code && each.horizon === '2022');
      if (own === undefined) return [];
      const figure = { kind: 'number', number: decimal(value) } as const;
      const judged = againstTarget(measureOf(indicator(code)), figure, own, 2022);
      return [[own.planNumber, value, judged?.verdict ?? null] as const];
    });
    expect(computed).toEqual([
      [1, '9.06', 'not-met'],
      [1, '9', 'not-met'],
      [2, '31.7', 'not-met'],
      [3, '33', 'exceeded'],
      [6, '11', 'not-met'],
    ]);
    for (const [number, , verdict] of computed) {
      const word = knownResults.statusByPlanNumber[String(number)] ?? '';
      expect(publishedVerdict(word), `goal ${String(number)}`).toBe(verdict);
    }
  });
});

describe('the reason for a verdict', () => {
  const rate = indicator('GRDP_GROWTH');
  const goal = (value: string, horizon: string, eachYear = false) => ({
    ...target('T2022.1'),
    value: decimal(value),
    horizon,
    eachYear,
    maintain: false,
    strict: false,
  });
  const judged = (year: string) =>
    ({
      figure: { kind: 'number', number: decimal('9.1') },
      status: 'estimated',
      period: { code: periodCode(`${year}-08`), year: Number(year) },
    }) as const;

  it('D73 tells a target of a whole span from one that has to be met in each year', () => {
    const span = goal('9', '2021-2025');
    expect(verdictOnTarget(rate, span, judged('2022'))).toBe('not-due');
    expect(reasonOfVerdict(rate, span, judged('2022'))).toBe('whole-span');
    const each = goal('9', '2021-2025', true);
    expect(verdictOnTarget(rate, each, judged('2022'))).toBe('exceeded');
    expect(reasonOfVerdict(rate, each, judged('2022'))).toBe('each-year');
  });

  it('says of a figure without a status that nobody called it anything, and else nothing', () => {
    const year = goal('9', '2022');
    expect(reasonOfVerdict(rate, year, { ...judged('2022'), status: null })).toBe('no-status');
    expect(reasonOfVerdict(rate, year, judged('2022'))).toBeNull();
    const level = { ...rate, timeNature: 'point-in-time' } as const;
    const later = goal('95', '2025');
    expect(reasonOfVerdict(level, later, judged('2022'))).toBe('later-year');
  });
});
