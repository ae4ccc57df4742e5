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

/** Sums as they grow: until a status was seen there is none to be lower than. */
type Running = ReceivedSums & { readonly lowest: number | null };

/** Two amounts that are weighed, or one value that is added up. */
type What = 'amounts' | 'value';

/**
 * The longest text whose digits are summed as one 64-bit whole number, and how many bundles go into
 * one query: 10^15 × 5000 stays below 2^63. Longer texts are handed out and added up as decimals.
 */
const longestSummed = 15;
const mostBundles = 5000;

/** Keys of rows that are not summed in SQL; every other key is the digits of both amounts. */
const keyOf = { long: -3, nil: -2, leftOut: -1 } as const;
/** The digits of the first amount in a key; an amount that is summed has fewer than the second has room for. */
const firstDigitsBy = 100;

type Group = {
  readonly indicator: string;
  readonly key: number;
  readonly rows: number;
  readonly first: string | null;
  readonly second: string | null;
  /** Amounts that are too long: `12.5 100;3 4`. */
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
  const sums = new Map<string, Running>();
  if (indicators.length === 0) return sums;
  for (let at = 0; at < bundles.length; at += mostBundles) {
    const groups = prepared<[string, string], Group>(handle, queries[what]).all(
      JSON.stringify(bundles.slice(at, at + mostBundles)),
      JSON.stringify(indicators),
    );
    for (const group of groups) {
      const before = sums.get(group.indicator) ?? { ...noSums, leftOut: [], lowest: null };
      sums.set(group.indicator, plus(before, group, what));
    }
  }
  return new Map([...sums].map(([indicator, { lowest: _, ...of }]) => [indicator, of]));
}

function plus(before: Running, group: Group, what: What): Running {
  const { key, rows } = group;
  const long = listIn(group.long, ';').map((pair) => pair.split(' '));
  const first = sum([
    fromMantissa(group.first ?? '0', Math.floor(Math.max(key, 0) / firstDigitsBy)),
    ...long.map(([text]) => decimalOf(text)),
  ]);
  const second = sum([
    fromMantissa(group.second ?? '0', Math.max(key, 0) % firstDigitsBy),
    ...long.map(([, text]) => decimalOf(text)),
  ]);
  const isAdded = key >= 0 || key === keyOf.long;
  const lowest = lower(before.lowest, group.lowest);
  return {
    stated: before.stated + rows,
    added: before.added + (isAdded ? rows : 0),
    nil: before.nil + (key === keyOf.nil ? rows : 0),
    numerator: what === 'amounts' ? add(before.numerator, first) : ZERO,
    denominator: what === 'amounts' ? add(before.denominator, second) : ZERO,
    value: what === 'value' ? add(before.value, first) : ZERO,
    status: observationStatuses[(lowest ?? 0) - 1] ?? null,
    lowest,
    leftOut: [...before.leftOut, ...listIn(group.leftOut, ',').map(Number)],
  };
}

function listIn(text: string | null, separator: string): readonly string[] {
  return text === null ? [] : text.split(separator);
}

/** What was stored is a decimal: `receivedOf` lets in nothing else. */
function decimalOf(text = ''): Decimal {
  const decimal = parseDecimal(text);
  if (decimal === null) throw new Error(`A stored amount is no decimal: ${text}`);
  return decimal;
}

/** The lower of two ranks of statuses; one that is missing is the lowest of all. */
function lower(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

/** Of canonical texts: "" and "-" come before every number, "..." between "-1" and "0". */
const isNumber = (column: string): string =>
  `(${column} >= '0' OR (${column} > '-' AND ${column} < '.'))`;
const digitsOf = (column: string): string =>
  `iif(instr(${column}, '.'), length(${column}) - instr(${column}, '.'), 0)`;
const mantissaOf = (column: string): string => `CAST(replace(${column}, '.', '') AS INTEGER)`;
const rank = `CASE status ${observationStatuses
  .map((status, at) => `WHEN '${status}' THEN ${String(at + 1)}`)
  .join(' ')} ELSE 0 END`;

/**
 * The same rule for both: `isAdded`, `isNil` and `hasStatus` say of a row what `sumsOf` says of it. The
 * limit keeps SQLite from folding the inner query into the outer one, which would work out each key at every use.
 */
function query(of: {
  readonly first: string;
  readonly second: string;
  readonly isAdded: string;
  readonly isNil: string;
  readonly hasStatus: string;
}): string {
  const { first, second, isAdded, isNil, hasStatus } = of;
  const { long, nil, leftOut } = keyOf;
  const isLong = [first, second]
    .map((column) => `length(${column}) > ${String(longestSummed)}`)
    .join(' OR ');
  const digits = `${digitsOf(first)} * ${String(firstDigitsBy)} + ${digitsOf(second)}`;
  return `
    SELECT indicator, key, COUNT(*) AS rows,
      CAST(SUM(CASE WHEN key >= 0 THEN ${mantissaOf('first')} END) AS TEXT) AS first,
      CAST(SUM(CASE WHEN key >= 0 THEN ${mantissaOf('second')} END) AS TEXT) AS second,
      group_concat(CASE key WHEN ${String(long)} THEN first || ' ' || second END, ';') AS long,
      MIN(CASE WHEN ${hasStatus} AND (key >= 0 OR key = ${String(long)}) THEN ${rank} END) AS lowest,
      group_concat(CASE key WHEN ${String(leftOut)} THEN bundle END) AS leftOut
    FROM (
      SELECT indicator_code AS indicator, bundle_id AS bundle, status, numerator,
        ${first} AS first, ${second} AS second,
        CASE WHEN ${isAdded} THEN iif(${isLong}, ${String(long)}, ${digits})
          WHEN ${isNil} THEN ${String(nil)} ELSE ${String(leftOut)} END AS key
      FROM received_observation
      WHERE bundle_id IN (SELECT value FROM json_each(?))
        AND indicator_code IN (SELECT value FROM json_each(?))
      LIMIT -1
    )
    GROUP BY 1, 2`;
}

const queries: Readonly<Record<What, string>> = {
  amounts: query({
    first: `iif(numerator = '-', '0', numerator)`,
    second: 'denominator',
    // Zero has one spelling (D1).
    isAdded: `(numerator = '-' OR ${isNumber('numerator')})
      AND ${isNumber('denominator')} AND denominator <> '0'`,
    // What a rate of these amounts says (D63): "..." before "-", and nothing where one is empty.
    isNil: `(numerator = '' AND denominator = '' AND value = '-')
      OR (numerator NOT IN ('', '...') AND denominator NOT IN ('', '...')
        AND (numerator = '-' OR denominator IN ('-', '0')))`,
    hasStatus: `numerator <> '-'`,
  }),
  value: query({
    first: 'value',
    second: "'0'",
    isAdded: isNumber('value'),
    isNil: `value = '-'`,
    hasStatus: '1',
  }),
};
