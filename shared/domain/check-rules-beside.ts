import type {
  ChangeLimit,
  Check,
  CheckContext,
  Found,
  OutlierParameters,
  Restart,
} from './check.ts';
import { differsInPoints, pointOf, type Place } from './check-place.ts';
import {
  add,
  compare,
  divide,
  multiply,
  roundHalfUp,
  subtract,
  wholeNumber,
  ZERO,
  type Decimal,
} from './decimal.ts';
import type { Figure } from './observation.ts';
import { partsOfPeriod, type PeriodCode } from './period.ts';
import { distance, median, medianDeviation } from './spread.ts';

/** The rules that hold a sheet against other periods, other units and the calendar. */
export type BesideRule = Extract<
  Check,
  {
    readonly kind:
      | 'cumulative-never-falls'
      | 'cumulative-is-previous-plus-period'
      | 'change-from-previous'
      | 'change-from-same-period'
      | 'outlier-own-history'
      | 'outlier-peers'
      | 'status-against-calendar';
  }
>;

type Earlier = { readonly number: Decimal; readonly period: PeriodCode };

const nothing: readonly Found[] = [];
const HUNDRED = wholeNumber(100);
/** Digits after the point of what findings tell of changes and spreads. */
const TOLD_DECIMALS = 2;
const HUNDREDTH = divide(wholeNumber(1), HUNDRED, TOLD_DECIMALS) ?? ZERO;

/** Evaluates a rule that needs what stands beside the sheet; without that it says nothing. */
export function findAgainstOthers(
  check: BesideRule,
  place: Place,
  context: CheckContext,
): readonly Found[] {
  switch (check.kind) {
    case 'cumulative-never-falls':
      return fallen(check.parameters, place, context);
    case 'cumulative-is-previous-plus-period':
      return notContinued(check.parameters, place, context);
    case 'change-from-previous':
      return changed(check.parameters, place, context.previous);
    case 'change-from-same-period':
      return changed(check.parameters, place, context.samePeriod);
    case 'outlier-own-history':
      return outlying(check.parameters, place, context.history);
    case 'outlier-peers':
      return outlying(check.parameters, place, context.peers);
    case 'status-against-calendar':
      return tooEarly(check.parameters, place, context);
  }
}

/** D88 */
function fallen(
  { column, restarts }: Extract<BesideRule, { kind: 'cumulative-never-falls' }>['parameters'],
  place: Place,
  context: CheckContext,
): readonly Found[] {
  const now = numberIn(place, column);
  const before = cumulatedBefore(column, restarts, place, context);
  if (now === null || before === null || compare(now, before.number) >= 0) return nothing;
  const facts = { value: now, before: before.number, previousPeriod: before.period };
  return [{ column: pointOf(column, place), facts, how: 'neverFalls' }];
}

/** D88: lũy kế(t) = lũy kế(t − 1) + kỳ(t); a period in which nothing occurred adds nothing. */
function notContinued(
  parameters: Extract<BesideRule, { kind: 'cumulative-is-previous-plus-period' }>['parameters'],
  place: Place,
  context: CheckContext,
): readonly Found[] {
  const { cumulative, restarts, tolerance } = parameters;
  const now = numberIn(place, cumulative);
  const period = place.figure(parameters.inPeriod);
  const before = cumulatedBefore(cumulative, restarts, place, context);
  if (now === null || before === null) return nothing;
  if (period.kind !== 'number' && period.kind !== 'nil') return nothing;
  const inPeriod = period.kind === 'number' ? period.number : ZERO;
  const expected = add(before.number, inPeriod);
  if (compare(distance(now, expected), tolerance) <= 0) return nothing;
  const facts = {
    value: now,
    before: before.number,
    inPeriod,
    expected,
    previousPeriod: before.period,
  };
  return [{ column: pointOf(cumulative, place), facts, how: 'previousPlusPeriod' }];
}

/** D89: amounts by percent of the earlier figure, percentages by points; no base, no finding. */
function changed(
  { column, limit }: { readonly column: string; readonly limit: ChangeLimit },
  place: Place,
  earlier: CheckContext['previous'],
): readonly Found[] {
  const now = numberIn(place, column);
  const base = earlier?.figure(place.row.row, place.codeOf(column));
  if (now === null || earlier === null || base?.kind !== 'number') return nothing;
  const before = base.number;
  const inPoints = differsInPoints(column, place.indicator);
  const change = subtract(now, before);
  const allowed = inPoints ? limit.points : hundredthOf(multiply(magnitude(before), limit.percent));
  if (!inPoints && before === ZERO) return nothing;
  if (compare(magnitude(change), allowed) <= 0) return nothing;
  const told = inPoints
    ? roundHalfUp(change, TOLD_DECIMALS)
    : divide(multiply(change, HUNDRED), magnitude(before), TOLD_DECIMALS);
  const facts = {
    value: now,
    before,
    change: told ?? ZERO,
    limit: inPoints ? limit.points : limit.percent,
    basePeriod: earlier.period,
  };
  const how = inPoints ? 'changePoints' : 'changePercent';
  return [{ column: pointOf(column, place), facts, how }];
}

/** D100 */
function outlying(
  parameters: OutlierParameters,
  place: Place,
  lookup: CheckContext['peers'],
): readonly Found[] {
  const { column, factor, atLeast, leastSpread } = parameters;
  const now = numberIn(place, column);
  const values = lookup?.(place.row.row, place.codeOf(column)) ?? [];
  const middle = median(values);
  const deviation = medianDeviation(values);
  if (now === null || middle === null || deviation === null) return nothing;
  if (values.length < atLeast) return nothing;
  const least = differsInPoints(column, place.indicator)
    ? leastSpread.points
    : hundredthOf(multiply(magnitude(middle), leastSpread.percent));
  const spread = compare(deviation, least) < 0 ? least : deviation;
  const limit = multiply(spread, factor);
  const away = distance(now, middle);
  if (compare(away, limit) <= 0) return nothing;
  const facts = {
    value: now,
    median: middle,
    spread: roundHalfUp(spread, TOLD_DECIMALS),
    factor,
    limit: roundHalfUp(limit, TOLD_DECIMALS),
    away: roundHalfUp(away, TOLD_DECIMALS),
    count: values.length,
  };
  return [{ column: pointOf(column, place), facts, how: 'outlier' }];
}

/**
 * D101: the figure that a report can know is the one of its last day, or of today while its month runs;
 * a clock that is wrong by months changes nothing.
 */
function tooEarly(
  parameters: Extract<BesideRule, { kind: 'status-against-calendar' }>['parameters'],
  place: Place,
  { period, today }: CheckContext,
): readonly Found[] {
  const { column, status, yearBeforeUpTo, notBefore } = parameters;
  const stated = place.cell(column)?.value;
  if (stated?.kind !== 'status' || stated.status !== status) return nothing;
  const { year, month } = partsOfPeriod(period);
  const figureYear = month > 0 && month <= yearBeforeUpTo ? year - 1 : year;
  const from = dayText(figureYear + notBefore.yearsAfter, notBefore.month, notBefore.day);
  const isRunning = today.startsWith(`${String(year)}-${twoDigits(month)}-`);
  const known = isRunning ? today : dayText(year, month === 0 ? 1 : month, 31);
  if (known >= from) return nothing;
  const facts = { status, figureYear, officialFrom: from };
  return [{ column: place.codeOf(column), facts, how: 'calendar' }];
}

/** The cumulative figure of the report before, unless it has begun anew since. */
function cumulatedBefore(
  column: string,
  restarts: Restart,
  place: Place,
  { period, previous }: CheckContext,
): Earlier | null {
  if (previous === null) return null;
  const isSameYear = partsOfPeriod(period).year === partsOfPeriod(previous.period).year;
  if (restarts === 'yearly' && !isSameYear) return null;
  const figure: Figure = previous.figure(place.row.row, place.codeOf(column));
  return figure.kind === 'number' ? { number: figure.number, period: previous.period } : null;
}

function numberIn(place: Place, column: string): Decimal | null {
  const figure = place.figure(column);
  return figure.kind === 'number' ? figure.number : null;
}

function magnitude(value: Decimal): Decimal {
  return distance(value, ZERO);
}

/** A hundredth of a number, exact. */
function hundredthOf(value: Decimal): Decimal {
  return multiply(value, HUNDREDTH);
}

/** Days sort as text; a 31st that a month lacks still sorts after its last day. */
function dayText(year: number, month: number, day: number): string {
  return `${String(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
