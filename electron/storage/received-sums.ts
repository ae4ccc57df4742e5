import type { ObservationStatus } from '#shared/domain/cell.ts';
import { observationStatuses } from '#shared/domain/cell.ts';
import type { PartSums } from '#shared/domain/consolidate.ts';
import { noSums } from '#shared/domain/consolidate.ts';
import { add, fromMantissa, parseDecimal, sum, ZERO } from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';

import { prepared } from './handle.ts';
import type { ReadHandle } from './handle.ts';

/** The sums of an indicator over some bundles, and which of those bundles are not in them. */
export type ReceivedSums = PartSums & {
  /** Bundles that state the indicator and neither add to it nor say "-". */
  readonly leftOut: readonly number[];
};

/** Two amounts that are weighed, or one value that is added up. */
type What = 'amounts' | 'value';

/**
 * The longest text whose digits are summed as one 64-bit whole number, and how many bundles go into
 * one query: 10^15 × 5000 stays below 2^63. Longer texts are handed out and added up as decimals.
 */
const longestSummed = 15;
const mostBundles = 5000;

type Group = {
  readonly indicator: string;
  readonly firstDigits: number;
  readonly secondDigits: number;
  readonly stated: number;
  readonly added: number;
  readonly nil: number;
  readonly first: string;
  readonly second: string;
  /** Amounts that are too long to be summed in SQL: `12.5 100;3 4`. */
  readonly long: string | null;
  readonly lowest: number | null;
  readonly leftOut: string | null;
};

/**
 * Sums what some bundles state of some indicators, exactly: whole mantissas for each number of digits
 * behind the point (D142). No row of a bundle leaves the store but what is too long to be summed
 * there. It says what `sumsOf` says of the same observations.
 * @param bundles ids of bundles that count, one for each unit.
 */
export function sumReceived(
  handle: ReadHandle,
  bundles: readonly number[],
  indicators: readonly string[],
  what: What,
): ReadonlyMap<string, ReceivedSums> {
  const sums = new Map<string, ReceivedSums>();
  if (indicators.length === 0) return sums;
  for (let at = 0; at < bundles.length; at += mostBundles) {
    const groups = prepared<[string, string], Group>(handle, queries[what]).all(
      JSON.stringify(bundles.slice(at, at + mostBundles)),
      JSON.stringify(indicators),
    );
    for (const group of groups) {
      const before = sums.get(group.indicator) ?? { ...noSums, leftOut: [] };
      sums.set(group.indicator, plus(before, group, what));
    }
  }
  return sums;
}

function plus(before: ReceivedSums, group: Group, what: What): ReceivedSums {
  const long = (group.long ?? '').split(';').filter((pair) => pair !== '');
  const first = add(
    fromMantissa(group.first, group.firstDigits),
    sum(long.map((pair) => decimalOf(pair.split(' ')[0]))),
  );
  const second = add(
    fromMantissa(group.second, group.secondDigits),
    sum(long.map((pair) => decimalOf(pair.split(' ')[1]))),
  );
  return {
    stated: before.stated + group.stated,
    added: before.added + group.added,
    nil: before.nil + group.nil,
    numerator: what === 'amounts' ? add(before.numerator, first) : ZERO,
    denominator: what === 'amounts' ? add(before.denominator, second) : ZERO,
    value: what === 'value' ? add(before.value, first) : ZERO,
    status: lower(before, group),
    leftOut: [...before.leftOut, ...(group.leftOut ?? '').split(',').filter(Boolean).map(Number)],
  };
}

/** What was stored is a decimal: `receivedOf` lets in nothing else. */
function decimalOf(text = ''): Decimal {
  const decimal = parseDecimal(text);
  if (decimal === null) throw new Error(`A stored amount is no decimal: ${text}`);
  return decimal;
}

/** The lower of two statuses; one that is missing is the lowest of all. */
function lower({ added, status }: ReceivedSums, group: Group): ObservationStatus | null {
  if (group.lowest === null) return status;
  const found = observationStatuses[group.lowest - 1] ?? null;
  if (added === 0) return found;
  return status === null || found === null
    ? null
    : (observationStatuses.find((each) => each === status || each === found) ?? null);
}

const isNumber = (column: string): string => `${column} NOT IN ('', '-', '...')`;
const digitsOf = (column: string): string =>
  `iif(instr(${column}, '.') = 0, 0, length(${column}) - instr(${column}, '.'))`;
const mantissaOf = (column: string): string => `CAST(replace(${column}, '.', '') AS INTEGER)`;
const rank = `CASE status ${observationStatuses
  .map((status, at) => `WHEN '${status}' THEN ${String(at + 1)}`)
  .join(' ')} ELSE 0 END`;

/** The same rule for both: `isAdded` and `isNil` say of a row what `sumsOf` says of it. */
function query(of: {
  readonly first: string;
  readonly second: string;
  readonly isAdded: string;
  readonly isNil: string;
}): string {
  const { first, second, isAdded, isNil } = of;
  const isLong = `max(length(${first}), length(${second})) > ${String(longestSummed)}`;
  // The digits of a row that adds nothing, or is long, put it into no group of its own.
  const digits = (column: string): string => `CASE kind WHEN 1 THEN ${digitsOf(column)} ELSE 0 END`;
  return `
    SELECT indicator_code AS indicator, ${digits(first)} AS firstDigits,
      ${digits(second)} AS secondDigits, COUNT(*) AS stated,
      SUM(kind IN (1, 2)) AS added, SUM(kind = 3) AS nil,
      CAST(SUM(iif(kind = 1, ${mantissaOf(first)}, 0)) AS TEXT) AS first,
      CAST(SUM(iif(kind = 1, ${mantissaOf(second)}, 0)) AS TEXT) AS second,
      group_concat(iif(kind = 2, ${first} || ' ' || ${second}, NULL), ';') AS long,
      MIN(iif(kind IN (1, 2), ${rank}, NULL)) AS lowest,
      group_concat(iif(kind = 0, bundle_id, NULL)) AS leftOut
    FROM (
      SELECT *, CASE
        WHEN ${isAdded} THEN iif(${isLong}, 2, 1)
        WHEN ${isNil} THEN 3 ELSE 0 END AS kind
      FROM received_observation
      WHERE bundle_id IN (SELECT value FROM json_each(?))
        AND indicator_code IN (SELECT value FROM json_each(?))
    )
    GROUP BY 1, 2, 3`;
}

const queries: Readonly<Record<What, string>> = {
  amounts: query({
    first: 'numerator',
    second: 'denominator',
    isAdded: `${isNumber('numerator')} AND ${isNumber('denominator')}`,
    // What a rate of these amounts says (D63): "..." before "-", and nothing where one is empty.
    isNil: `(numerator = '' AND denominator = '' AND value = '-')
      OR (numerator NOT IN ('', '...') AND denominator NOT IN ('', '...')
        AND (numerator = '-' OR denominator = '-'))`,
  }),
  value: query({
    first: 'value',
    second: "'0'",
    isAdded: isNumber('value'),
    isNil: `value = '-'`,
  }),
};
