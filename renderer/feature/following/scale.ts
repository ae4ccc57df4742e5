import { ZERO, compare, divide, multiply, parseDecimal, subtract } from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';

const PLACES = 3;
/** Some air beyond the largest figure. */
const AIR = decimal('1.08');

/** A span of figures that a picture shows. */
export type Span = { readonly low: Decimal; readonly high: Decimal };

/** The span from zero, or the lowest negative figure, to a little beyond the largest. */
export function spanFromZero(values: readonly Decimal[]): Span {
  return {
    low: values.reduce((low, value) => (compare(value, low) < 0 ? value : low), ZERO),
    high: multiply(
      values.reduce((high, value) => (compare(value, high) > 0 ? value : high), ZERO),
      AIR,
    ),
  };
}

/** The span of the figures themselves; null without any. */
export function spanOf(values: readonly Decimal[]): Span | null {
  const [first] = values;
  if (first === undefined) return null;
  return {
    low: values.reduce((low, value) => (compare(value, low) < 0 ? value : low), first),
    high: values.reduce((high, value) => (compare(value, high) > 0 ? value : high), first),
  };
}

/** Where a figure stands on a line of a length; the middle where the span is a single figure. */
export function placeIn({ low, high }: Span, value: Decimal, length: string): Decimal {
  const whole = decimal(length);
  const place = divide(multiply(subtract(value, low), whole), subtract(high, low), PLACES);
  return place ?? divide(whole, decimal('2'), PLACES) ?? ZERO;
}

/** A decimal of ours, or of a view that the services made; zero for anything else. */
export function decimal(text: string): Decimal {
  return parseDecimal(text) ?? ZERO;
}
