/** The middle of a series and its ends, in the unit of what was measured. */
export type Spread = { readonly median: number; readonly min: number; readonly max: number };

/** One line of the bench: what the program takes, what its reference takes, and how they compare. */
export type Comparison = {
  readonly what: string;
  readonly unit: 'ms' | 'MiB' | 'KiB';
  readonly ours: Spread;
  readonly reference: Spread;
  /** Median of the ratios of the rounds; null where the reference is too small to be measured. */
  readonly ratio: Spread | null;
  readonly aim: number | null;
  readonly note: string;
};

/** Nothing shorter can be told from noise, in milliseconds or MiB. */
const smallestMeasurable = 0.05;

/** What one round measured, both sides in the same unit. */
export type Round = { readonly ours: number; readonly reference: number };

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return {
    median: (lower + upper) / 2,
    min: sorted[0] ?? Number.NaN,
    max: sorted[sorted.length - 1] ?? Number.NaN,
  };
}

/** Runs both sides in turn; every other round begins with the other side, so drift hits both. */
export async function interleave(
  count: number,
  ours: () => Promise<number>,
  reference: () => Promise<number>,
): Promise<readonly Round[]> {
  const rounds: Round[] = [];
  for (let round = 0; round < count; round += 1) {
    if (round % 2 === 0) {
      const own = await ours();
      rounds.push({ ours: own, reference: await reference() });
    } else {
      const other = await reference();
      rounds.push({ ours: await ours(), reference: other });
    }
  }
  return rounds;
}

/** Makes the bench's line of its rounds. */
export function compare(
  facts: Pick<Comparison, 'what' | 'unit' | 'aim' | 'note'>,
  rounds: readonly Round[],
): Comparison {
  const reference = spreadOf(rounds.map((round) => round.reference));
  return {
    ...facts,
    ours: spreadOf(rounds.map((round) => round.ours)),
    reference,
    ratio:
      reference.min < smallestMeasurable
        ? null
        : spreadOf(rounds.map((round) => round.ours / round.reference)),
  };
}

/** How long some work takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
