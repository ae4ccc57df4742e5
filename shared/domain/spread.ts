import { compare, multiply, parseDecimal, subtract, sum, ZERO, type Decimal } from './decimal.ts';

const HALF = parseDecimal('0.5') ?? ZERO;

/** The middle of a list, the mean of the two middle ones of an even count; null of an empty list. */
export function median(values: readonly Decimal[]): Decimal | null {
  const sorted = [...values].sort(compare);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  return upper === undefined || lower === undefined ? null : multiply(sum([lower, upper]), HALF);
}

/** The median of the distances from the median (MAD): a spread that few odd values do not stretch. */
export function medianDeviation(values: readonly Decimal[]): Decimal | null {
  const middle = median(values);
  return middle === null ? null : median(values.map((value) => distance(value, middle)));
}

/** How far two numbers are apart. */
export function distance(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) < 0 ? subtract(b, a) : subtract(a, b);
}
