import { Big } from 'big.js';
import type { Brand } from '#shared/kit/brand.ts';

/**
 * Exact decimal numbers as text (D1). A `Decimal` is canonical: `-?\d+(\.\d+)?` without leading
 * zeros, without trailing zeros after the point and without `-0`, so two equal numbers are equal
 * text. Numbers of the domain never pass through a binary float.
 */
export type Decimal = Brand<string, 'Decimal'>;

const PLAIN = /^-?\d+(?:\.\d+)?$/;
const CANONICAL = /^(?:0|-?(?:[1-9]\d*|0(?=\.))(?:\.\d*[1-9])?)$/;
/** Longer texts are refused: no official figure is that long, and hostile ones could be. */
const MAX_LENGTH = 64;
/** big.js's name for it is 1: halves go away from zero. */
const ROUND_HALF_UP = 1;

/**
 * Reads a plain decimal text with `.` as the decimal point and brings it to its canonical form
 * (`-007.50` becomes `-7.5`). Null when the text is anything else: spaces, signs such as `+`,
 * exponents, group separators, more than 64 characters.
 */
export function parseDecimal(text: string): Decimal | null {
  if (text.length > MAX_LENGTH || !PLAIN.test(text)) return null;
  return canonical(new Big(text));
}

/** Says whether a text is a decimal in its canonical form already; bundles accept nothing else. */
export function isDecimal(text: string): text is Decimal {
  return text.length <= MAX_LENGTH && CANONICAL.test(text);
}

/** A count as a decimal; `count` is a safe integer, which a count always is. */
export function wholeNumber(count: number): Decimal {
  if (!Number.isSafeInteger(count)) throw new Error('Not a whole number: ' + String(count));
  return canonical(new Big(count));
}

/** Zero, the empty sum. */
export const ZERO: Decimal = wholeNumber(0);

/**
 * A whole number of any length, shifted by so many digits to behind the point: `fromMantissa('1205',
 * 2)` is 12.05. So a sum that was made of whole numbers becomes a decimal, without a float between.
 */
export function fromMantissa(mantissa: string, digits: number): Decimal {
  return canonical(new Big(`${mantissa}e-${String(digits)}`));
}

/** `a + b`, exact. */
export function add(a: Decimal, b: Decimal): Decimal {
  return canonical(new Big(a).plus(b));
}

/** The exact sum of a list; zero for an empty one. */
export function sum(parts: readonly Decimal[]): Decimal {
  return canonical(parts.reduce((total, part) => total.plus(part), new Big(0)));
}

/** `a - b`, exact. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return canonical(new Big(a).minus(b));
}

/** `a × b`, exact. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return canonical(new Big(a).times(b));
}

/**
 * `a / b`, rounded once, half up in magnitude, to `scale` digits after the point (0 to 20). Null when
 * `b` is zero.
 */
export function divide(a: Decimal, b: Decimal, scale: number): Decimal | null {
  if (b === ZERO) return null;
  const Scaled = scaledTo(scale);
  return canonical(new Scaled(a).div(b));
}

const dividers = new Map<number, ReturnType<typeof Big>>();

/** The library's numbers with this many digits after the point of a quotient; made once for each. */
function scaledTo(scale: number): ReturnType<typeof Big> {
  const known = dividers.get(scale);
  if (known !== undefined) return known;
  const Scaled = Big();
  Scaled.DP = scale;
  Scaled.RM = ROUND_HALF_UP;
  dividers.set(scale, Scaled);
  return Scaled;
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  return new Big(a).cmp(b);
}

/**
 * Rounds to `decimals` digits after the point (0 to 20), a half going up in magnitude (D2): 6.15
 * becomes 6.2 and -6.15 becomes -6.2, as official statistics and Vietnamese spreadsheets round.
 */
export function roundHalfUp(value: Decimal, decimals: number): Decimal {
  return canonical(new Big(value).round(decimals, ROUND_HALF_UP));
}

function canonical(value: Big): Decimal {
  return (value.eq(0) ? '0' : value.toFixed()) as Decimal;
}
