import {
  compare,
  divide,
  multiply,
  roundHalfUp,
  subtract,
  wholeNumber,
  ZERO,
  type Decimal,
} from './decimal.ts';
import type { Direction, Indicator } from './indicator.ts';
import type { Figure } from './observation.ts';
import { isPercentage, isPercentPerYear } from './percent.ts';
import {
  attainment,
  firstYearOf,
  lastYearOf,
  targetFor,
  type Goal,
  type Target,
} from './target.ts';

/**
 * What a figure is held against (D70 to D75): the unit's own plan, the province's target, the report
 * before and the same period of last year. All figures are first rounded to the decimals with which
 * they are published, so that anybody can compute the same from the printed table.
 */

/**
 * What kind of number a figure is. Amounts change in percent; shares, growth rates and reductions
 * are percentages themselves and change in percentage points (điểm phần trăm).
 */
export type MeasureNature = 'amount' | 'share' | 'growth' | 'reduction';
export type Measure = {
  readonly better: Direction;
  readonly nature: MeasureNature;
  readonly decimals: number;
  /** Whether it is a level at a point in time, which may be reached early, and no flow of a year. */
  readonly isLevel: boolean;
};

/** "Bằng 104%": the figure in percent of its base. Never to be mixed up with `PercentChange`. */
export type PercentOfBase = { readonly kind: 'percent-of-base'; readonly percent: Decimal };
/** "Tăng 4%": the change in percent of the base, without its sign. */
export type PercentChange = { readonly kind: 'percent-change'; readonly percent: Decimal };

export type Course = 'up' | 'down' | 'same';

export type Change =
  | {
      readonly kind: 'percent';
      readonly course: Course;
      readonly change: PercentChange;
      readonly ofBase: PercentOfBase;
      readonly isFavourable: boolean | null;
    }
  | {
      readonly kind: 'points';
      readonly course: Course;
      readonly points: Decimal;
      readonly isFavourable: boolean | null;
    }
  | { readonly kind: 'none'; readonly reason: NoChangeReason };

/** Why two figures cannot be compared; `base` is the earlier one. */
export type NoChangeReason =
  'figure-absent' | 'figure-nil' | 'base-absent' | 'base-nil' | 'base-not-positive';

/** How far a figure is from a goal, in the figure's unit or, for percentages, in points. */
export type Distance = {
  readonly in: 'unit' | 'points';
  readonly by: Decimal;
  readonly side: 'above' | 'below' | 'at';
  readonly isFavourable: boolean | null;
};

export const verdicts = ['exceeded', 'met', 'not-met', 'not-due'] as const;
export type Verdict = (typeof verdicts)[number];

/** Why no percent of plan is given, and the distance alone speaks. */
export type NoPercentReason =
  'lower-is-better' | 'target-equal' | 'growth' | 'plan-not-positive' | 'figure-negative';

export type AgainstPlan =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'percent-of-plan';
      readonly percent: PercentOfBase;
      readonly distance: Distance;
      readonly verdict: Verdict;
    }
  | {
      readonly kind: 'distance';
      readonly reason: NoPercentReason;
      readonly distance: Distance;
      readonly verdict: Verdict;
    };

export type AgainstTarget = {
  readonly target: Target;
  readonly distance: Distance;
  readonly verdict: Verdict;
};

/** What is still needed in each year until a target's horizon ends. */
export type Pace =
  | {
      readonly kind: 'needed';
      readonly in: 'unit' | 'points';
      /** `same`: the figure stands at the value itself, and a strict target asks for more. */
      readonly course: Course;
      readonly perYear: Decimal;
      readonly figure: Decimal;
      readonly years: number;
      readonly target: Target;
    }
  | { readonly kind: 'reached'; readonly target: Target }
  | {
      readonly kind: 'none';
      readonly reason: 'no-target' | 'no-path' | 'no-figure' | 'horizon-over';
    };

export type RowComparison = {
  readonly plan: AgainstPlan;
  readonly target: AgainstTarget | null;
  readonly previous: Change;
  readonly samePeriod: Change;
  readonly pace: Pace;
};

/** What stands beside a figure; null where there is no such period or plan. */
export type ComparisonBasis = {
  readonly figure: Figure;
  readonly ownPlan: Figure | null;
  /** The province's targets, of this indicator or of all. */
  readonly targets: readonly Target[];
  /** The year of the period that is reported. */
  readonly year: number;
  readonly previous: Figure | null;
  readonly samePeriod: Figure | null;
};

/** Digits after the point of every percent that a comparison gives. */
const PERCENT_DECIMALS = 2;
const HUNDRED = wholeNumber(100);

export function measureOf(indicator: Indicator): Measure {
  const { better, decimals, timeNature } = indicator;
  const isLevel = timeNature === 'point-in-time';
  return { better, decimals, nature: natureOf(indicator), isLevel };
}

function natureOf(indicator: Indicator): MeasureNature {
  if (!isPercentage(indicator)) return 'amount';
  const { kind } = indicator.formula;
  if (kind === 'reduction') return 'reduction';
  return kind === 'growth' || isPercentPerYear(indicator) ? 'growth' : 'share';
}

/** Everything that a row of an indicator is compared with. */
export function compareRow(indicator: Indicator, basis: ComparisonBasis): RowComparison {
  const measure = measureOf(indicator);
  const { figure, targets, year } = basis;
  const ofYear = targetFor(targets, indicator.code, year);
  return {
    plan: againstPlan(measure, figure, basis.ownPlan),
    target: ofYear === null ? null : againstTarget(measure, figure, ofYear, year),
    previous: changeBetween(measure, figure, basis.previous),
    samePeriod: changeBetween(measure, figure, basis.samePeriod),
    pace: requiredPace(measure, figure, furthestTarget(targets, indicator), year),
  };
}

/**
 * A figure against the unit's own plan (D71): figure / plan × 100 where more is better; where it is
 * not, and for growth rates, the distance alone.
 */
export function againstPlan(measure: Measure, figure: Figure, plan: Figure | null): AgainstPlan {
  if (figure.kind !== 'number' || plan?.kind !== 'number') return { kind: 'none' };
  const goal: Goal = { value: plan.number, comparison: SIGNS[measure.better], strict: false };
  const value = roundHalfUp(figure.number, measure.decimals);
  const distance = distanceTo(measure, value, goal);
  const verdict = verdictOn(measure, value, goal, null, true);
  const reason = noPercentReason(measure, value, plan.number);
  const percent = percentOf(value, plan.number);
  return reason !== null || percent === null
    ? { kind: 'distance', reason: reason ?? 'plan-not-positive', distance, verdict }
    : { kind: 'percent-of-plan', percent, distance, verdict };
}

/** A figure against a target of the province (D72, D73); null for a figure that is no number. */
export function againstTarget(
  measure: Measure,
  figure: Figure,
  target: Target,
  year: number,
): AgainstTarget | null {
  if (figure.kind !== 'number') return null;
  const value = roundHalfUp(figure.number, measure.decimals);
  const distance = distanceTo(measure, value, target);
  const due = isDue(target, year);
  if (isBeforeItsTime(measure, target, year) || (!due && isOfWholeSpan(target))) {
    return { target, distance, verdict: 'not-due' };
  }
  const verdict = verdictOn(measure, value, target, farEndOf(target), due);
  return { target, distance, verdict };
}

/**
 * The change from an earlier figure (D74). Amounts: 100 × now / before, rounded once to two decimals,
 * is "bằng …%", and what it has above or below 100 is "tăng/giảm …%". Percentages: the difference in
 * percentage points.
 */
export function changeBetween(measure: Measure, now: Figure, before: Figure | null): Change {
  if (now.kind === 'nil') return none('figure-nil');
  if (now.kind !== 'number') return none('figure-absent');
  if (before?.kind === 'nil') return none('base-nil');
  if (before?.kind !== 'number') return none('base-absent');
  const value = roundHalfUp(now.number, measure.decimals);
  const base = roundHalfUp(before.number, measure.decimals);
  const course = courseOf(compare(value, base));
  const isFavourable = favour(measure.better, course);
  if (measure.nature !== 'amount') {
    return { kind: 'points', course, points: magnitude(subtract(value, base)), isFavourable };
  }
  const ofBase = compare(base, ZERO) > 0 ? percentOf(value, base) : null;
  if (ofBase === null) return none('base-not-positive');
  const percent = magnitude(subtract(ofBase.percent, HUNDRED));
  return {
    kind: 'percent',
    course,
    change: { kind: 'percent-change', percent },
    ofBase,
    isFavourable,
  };
}

/**
 * What a target still asks for in each year (D75): (target − figure) / (last year of its horizon −
 * year of the figure), rounded half up to one decimal more than the figure has. A horizon of several
 * years whose target holds for each of them, or for all as one, has no such path; a reduction since
 * the start has.
 */
export function requiredPace(
  measure: Measure,
  figure: Figure,
  target: Target | null,
  year: number,
): Pace {
  if (target === null) return { kind: 'none', reason: 'no-target' };
  if (!hasPath(measure, target)) return { kind: 'none', reason: 'no-path' };
  if (figure.kind !== 'number') return { kind: 'none', reason: 'no-figure' };
  const value = roundHalfUp(figure.number, measure.decimals);
  const years = lastYearOf(target) - year;
  if (years >= 0 && attainment(target, measure, value).met) return { kind: 'reached', target };
  if (years <= 0) return { kind: 'none', reason: 'horizon-over' };
  const perYear = divide(subtract(target.value, value), wholeNumber(years), measure.decimals + 1);
  return {
    kind: 'needed',
    in: unitOfChange(measure),
    course: courseOf(compare(target.value, value)),
    perYear: magnitude(perYear ?? ZERO),
    figure: value,
    years,
    target,
  };
}

/** The target of an indicator whose horizon ends last: what the whole plan leads to. */
function furthestTarget(targets: readonly Target[], { code }: Indicator): Target | null {
  return targets
    .filter(({ indicator }) => indicator === code)
    .reduce<Target | null>(
      (best, each) => (best === null || lastYearOf(each) > lastYearOf(best) ? each : best),
      null,
    );
}

function hasPath({ nature }: Measure, target: Target): boolean {
  if (nature === 'growth' || target.eachYear || target.maintain) return false;
  return nature === 'reduction' || !isOfWholeSpan(target);
}

/** Whether a target speaks of a span of years as one, as a mean or a total does. */
export function isOfWholeSpan({ horizon, eachYear, maintain }: Target): boolean {
  return horizon.includes('-') && !eachYear && !maintain;
}

/** A target is due in the last year of its horizon, and each year if it holds for each or is kept. */
function isDue(target: Target, year: number): boolean {
  return target.eachYear || target.maintain || lastYearOf(target) <= year;
}

/**
 * Whether a figure of a year before the horizon says nothing of the target (D73): a level may be reached
 * early, but what flows in a year, and what each year has to show, is counted anew.
 */
export function isBeforeItsTime({ isLevel }: Measure, target: Target, year: number): boolean {
  return year < firstYearOf(target) && !(isLevel && !target.eachYear && !target.maintain);
}

/** The end of a target's span that has to be passed for "vượt": the one that is better still. */
function farEndOf({ range, comparison }: Target): Decimal | null {
  return (comparison === '>=' ? range?.max : range?.min) ?? null;
}

/**
 * D73: decided on the rounded figure. Beyond the goal in the good direction is "vượt"; a goal that asks
 * for more than its value ("trên 45%") cannot be told from that and is "đạt"; of a span, beyond its
 * far end.
 */
function verdictOn(
  measure: Measure,
  value: Decimal,
  goal: Goal,
  farEnd: Decimal | null,
  due: boolean,
): Verdict {
  if (!attainment(goal, measure, value).met) return due ? 'not-met' : 'not-due';
  if (goal.strict || goal.comparison === '=') return 'met';
  const order = compare(value, farEnd ?? goal.value);
  return (goal.comparison === '>=' ? order > 0 : order < 0) ? 'exceeded' : 'met';
}

function distanceTo(measure: Measure, value: Decimal, goal: Goal): Distance {
  const { distance } = attainment(goal, measure, value);
  const course = courseOf(compare(distance, ZERO));
  return {
    in: unitOfChange(measure),
    by: magnitude(distance),
    side: SIDES[course],
    isFavourable: course === 'same' ? !goal.strict : favour(measure.better, course),
  };
}

function noPercentReason(measure: Measure, value: Decimal, plan: Decimal): NoPercentReason | null {
  if (measure.better === 'lower') return 'lower-is-better';
  if (measure.better === 'target-equal') return 'target-equal';
  if (measure.nature === 'growth') return 'growth';
  if (compare(plan, ZERO) <= 0) return 'plan-not-positive';
  return compare(value, ZERO) < 0 ? 'figure-negative' : null;
}

function percentOf(value: Decimal, base: Decimal): PercentOfBase | null {
  const percent = divide(multiply(value, HUNDRED), base, PERCENT_DECIMALS);
  return percent === null ? null : { kind: 'percent-of-base', percent };
}

function unitOfChange({ nature }: Measure): 'unit' | 'points' {
  return nature === 'amount' ? 'unit' : 'points';
}

function favour(better: Direction, course: Course): boolean | null {
  if (better === 'target-equal' || course === 'same') return null;
  return (course === 'up') === (better === 'higher');
}

function courseOf(order: number): Course {
  if (order === 0) return 'same';
  return order > 0 ? 'up' : 'down';
}

function magnitude(value: Decimal): Decimal {
  return compare(value, ZERO) < 0 ? subtract(ZERO, value) : value;
}

function none(reason: NoChangeReason): Change {
  return { kind: 'none', reason };
}

const SIGNS = { higher: '>=', lower: '<=', 'target-equal': '=' } as const;
const SIDES = { up: 'above', down: 'below', same: 'at' } as const;
