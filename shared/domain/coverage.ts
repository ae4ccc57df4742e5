import { add, compare, divide, multiply, subtract, sum, wholeNumber, ZERO } from './decimal.ts';
import type { Decimal } from './decimal.ts';

/** A unit that a total stands without, and its denominator where some report that counts tells it. */
export type LeftOut = { readonly denominator: Decimal | null };

/** How much of the whole a total stands on; without a share, why it cannot be known. */
export type Coverage =
  | { readonly share: Decimal; readonly why: null }
  | { readonly share: null; readonly why: 'no-denominator' | 'left-out-unknown' };

const HUNDRED = wholeNumber(100);
const JUST_BELOW = subtract(HUNDRED, divide(wholeNumber(1), wholeNumber(10), 1) ?? ZERO);

/**
 * The share of the denominator that the counted units hold, in percent with one decimal (D141). Of
 * each unit that is left out its denominator must be known, or no share is stated: a guess would be
 * read as a figure. A share that only rounds to 100 is stated as 99.9, since somebody is missing.
 * @param denominator Σ denominator of the counted units; null where the total has none.
 */
export function coverageOf(denominator: Decimal | null, leftOut: readonly LeftOut[]): Coverage {
  if (denominator === null || compare(denominator, ZERO) <= 0) {
    return { share: null, why: 'no-denominator' };
  }
  const known = leftOut.flatMap((one) => (one.denominator === null ? [] : [one.denominator]));
  if (known.length < leftOut.length) return { share: null, why: 'left-out-unknown' };
  const whole = add(denominator, sum(known));
  const share = divide(multiply(denominator, HUNDRED), whole, 1);
  if (share === null) return { share: null, why: 'no-denominator' };
  return {
    share: compare(share, HUNDRED) >= 0 && leftOut.length > 0 ? JUST_BELOW : share,
    why: null,
  };
}
