import { measureOf, requiredPace } from './comparison.ts';
import type { Pace } from './comparison.ts';
import { compare, divide, multiply, roundHalfUp, subtract, wholeNumber, ZERO } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import type { Indicator } from './indicator.ts';
import type { Figure } from './observation.ts';
import { isPercentPerYear } from './percent.ts';
import { attainment, firstYearOf, lastYearOf, type Target } from './target.ts';

/**
 * What a target asks for in each year that is left, for every kind of target: the path to one value
 * (D75), the level that each year has to show, or the mean that the years left have to reach.
 */
export type YearlyPace =
  | Pace
  | {
      /** Each year of the horizon has to show at least, or at most, the target's value (D150). */
      readonly kind: 'hold';
      /** Null before the horizon begins. */
      readonly isHeld: boolean | null;
      readonly target: Target;
    }
  | {
      /** The mean of the years left that brings the mean of the whole horizon to its target (D151). */
      readonly kind: 'mean';
      readonly perYear: Decimal;
      readonly figure: Decimal;
      /** The years that the figure is the mean of, and those that are left. */
      readonly past: number;
      readonly years: number;
      readonly target: Target;
    };

/**
 * The pace that a target asks for from a figure of a year on.
 * @param year the year of the figure; the years after it, up to the target's last one, are left.
 */
export function yearlyPace(
  indicator: Indicator,
  figure: Figure,
  target: Target,
  year: number,
): YearlyPace {
  const measure = measureOf(indicator);
  const pace = requiredPace(measure, figure, target, year);
  if (pace.kind !== 'none' || pace.reason !== 'no-path' || figure.kind !== 'number') return pace;
  const value = roundHalfUp(figure.number, indicator.decimals);
  if (target.eachYear || target.maintain) {
    const isHeld = year < firstYearOf(target) ? null : attainment(target, indicator, value).met;
    return { kind: 'hold', isHeld, target };
  }
  return isMeanSinceStart(indicator) && firstYearOf(target) < lastYearOf(target)
    ? meanPace(value, target, year, indicator.decimals)
    : pace;
}

/**
 * Whether an indicator is itself a mean since the start of a span: "bình quân 9%/năm" of 2021-2025. A
 * figure of one year says nothing of the years before it, whatever span its target is set for.
 */
function isMeanSinceStart(indicator: Indicator): boolean {
  return indicator.timeNature === 'period-multi-year' && isPercentPerYear(indicator);
}

/**
 * (target × all years − figure × years past) / years left, the figure being the mean since the
 * horizon began. Means of rates are taken as the plan takes them: each year counts alike.
 */
function meanPace(value: Decimal, target: Target, year: number, decimals: number): YearlyPace {
  const all = lastYearOf(target) - firstYearOf(target) + 1;
  const past = year - firstYearOf(target) + 1;
  const years = all - past;
  if (past <= 0) return { kind: 'none', reason: 'no-figure' };
  if (years <= 0) {
    return years === 0 && attainment(target, { decimals }, value).met
      ? { kind: 'reached', target }
      : { kind: 'none', reason: 'horizon-over' };
  }
  const toGo = subtract(
    multiply(target.value, wholeNumber(all)),
    multiply(value, wholeNumber(past)),
  );
  const perYear = divide(toGo, wholeNumber(years), decimals + 1) ?? ZERO;
  return {
    kind: 'mean',
    perYear: compare(perYear, ZERO) < 0 ? ZERO : perYear,
    figure: value,
    past,
    years,
    target,
  };
}
