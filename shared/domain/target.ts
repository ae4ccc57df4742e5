import { compare, roundHalfUp, subtract, type Decimal } from './decimal.ts';
import type { Indicator, IndicatorCode } from './indicator.ts';
import type { UnitCode } from './unit.ts';

export type Comparison = '>=' | '<=' | '=';

/** A value that the province's plan sets for one indicator and one horizon. */
export type Target = {
  readonly id: string;
  /** The number in the plan's own list, 1 to 16 for 2022; null where the plan numbers nothing. */
  readonly planNumber: number | null;
  readonly indicator: IndicatorCode;
  /** A year or a span of years: `2022`, `2025`, `2021-2025`. */
  readonly horizon: string;
  readonly value: Decimal;
  readonly comparison: Comparison;
  /** True where the value itself does not meet the target: "trên 45%". */
  readonly strict: boolean;
  /** The span that the plan gives instead of one value; `value` is the end that counts. */
  readonly range: { readonly min: Decimal; readonly max: Decimal } | null;
  readonly unit: { readonly vi: string };
  /** True where the target is to be met in each year of its horizon. */
  readonly eachYear: boolean;
  /** True where a level is to be kept and not reached. */
  readonly maintain: boolean;
  /** The value as the plan writes it, where that differs: `4/5`. */
  readonly originalValue: string | null;
  readonly originalText: string;
  readonly notes: readonly string[];
};

/** A value that the province set for one unit, and the document that says so. */
export type UnitTarget = {
  readonly unit: UnitCode;
  readonly indicator: IndicatorCode;
  readonly horizon: string;
  readonly value: Decimal;
  readonly comparison: Comparison;
  readonly basis: string;
};

/** What of a target decides whether it is met; a unit's own plan figure is one too. */
export type Goal = Pick<Target, 'value' | 'comparison' | 'strict'>;

/** How far a figure is from a target. */
export type Attainment = {
  readonly met: boolean;
  /**
   * The rounded figure minus the target's value, in the indicator's unit (percentage points for a
   * percentage). Its sign says nothing of good or bad: that depends on the target's comparison.
   */
  readonly distance: Decimal;
};

/**
 * The target that a report of a year is held against (D6): the one of that very year, else the one
 * whose horizon reaches furthest and includes or follows the year. Null when the plan sets none.
 */
export function targetFor(
  targets: readonly Target[],
  indicator: IndicatorCode,
  year: number,
): Target | null {
  const own = targets.filter((target) => target.indicator === indicator);
  return (
    own.find((target) => target.horizon === String(year)) ??
    own
      .filter((target) => lastYearOf(target) >= year)
      .reduce<Target | null>(
        (best, target) => (best === null || lastYearOf(target) > lastYearOf(best) ? target : best),
        null,
      )
  );
}

/** How a target reads: "trên 45%" is `>` and not `>=`, because 45 itself does not meet it. */
export function comparisonOf({ comparison, strict }: Target): Comparison | '>' | '<' {
  if (!strict || comparison === '=') return comparison;
  return comparison === '>=' ? '>' : '<';
}

/**
 * Holds a figure against a target (D7): the figure is rounded half up to the indicator's decimals
 * before it is compared, so that 11 of 178 communes, 6.2%, meets 6.2%.
 */
export function attainment(
  target: Goal,
  { decimals }: Pick<Indicator, 'decimals'>,
  rate: Decimal,
): Attainment {
  const figure = roundHalfUp(rate, decimals);
  return {
    met: isMet(target, compare(figure, target.value)),
    distance: subtract(figure, target.value),
  };
}

function isMet(target: Goal, order: number): boolean {
  if (order === 0) return !target.strict;
  switch (target.comparison) {
    case '>=':
      return order > 0;
    case '<=':
      return order < 0;
    case '=':
      return false;
  }
}

/** The year with which a target's horizon ends. */
export function lastYearOf(target: Pick<Target, 'horizon'>): number {
  return Number(target.horizon.slice(-4));
}

/** The year with which a target's horizon begins. */
export function firstYearOf(target: Pick<Target, 'horizon'>): number {
  return Number(target.horizon.slice(0, 4));
}
