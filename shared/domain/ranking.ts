import { compare, roundHalfUp } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import type { Direction } from './indicator.ts';

/** A unit's figure as it enters a ranking; null where there is no number. */
export type Ranked<Of> = {
  readonly of: Of;
  /** 1 is best; the same figure has the same rank. Null without a number. */
  readonly rank: number | null;
  readonly value: Decimal | null;
};

/**
 * Ranks figures (D155): rounded as they are published, the best first, equal ones with one rank (1, 2,
 * 2, 4) in the order in which they came. What has no number stands at the end in that order and is never
 * left out. An indicator that has no better direction is ordered from high to low.
 */
export function rankFigures<Of>(
  figures: readonly { readonly of: Of; readonly value: Decimal | null }[],
  { better, decimals }: { readonly better: Direction; readonly decimals: number },
): readonly Ranked<Of>[] {
  const sign = better === 'lower' ? 1 : -1;
  const known = figures
    .flatMap(({ of, value }) =>
      value === null ? [] : [{ of, value: roundHalfUp(value, decimals) }],
    )
    .sort((a, b) => sign * compare(a.value, b.value));
  const ranked = known.map(({ of, value }) => ({
    of,
    value,
    rank: 1 + known.findIndex((other) => compare(other.value, value) === 0),
  }));
  const rest = figures
    .filter(({ value }) => value === null)
    .map(({ of }) => ({ of, rank: null, value: null }));
  return [...ranked, ...rest];
}
