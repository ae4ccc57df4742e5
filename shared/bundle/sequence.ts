import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import type { Sha256 } from './bytes.ts';
import type { Lineage } from './lineage.ts';

/** How far a number may run ahead of the last one before a person must look. */
const MAX_SEQUENCE_JUMP = 1000;

/** Where an incoming bundle stands in its series. `prev` is null for the first, or where unused. */
export type IncomingBundle = {
  readonly period: string;
  readonly seq: number;
  readonly statementSha256: Sha256;
  readonly prev: Sha256 | null;
};

/** What is known of the same unit and series, with what people decided about its copies. */
export type SeriesSeen = Lineage & {
  /** True when the series came with the unit's enrolment or was accepted by hand. */
  readonly accepted: boolean;
  readonly received: readonly {
    readonly period: string;
    readonly seq: number;
    readonly statementSha256: Sha256;
  }[];
  /**
   * Statements of this series that are verified and held, or were set aside, and not received: whatever
   * continues them has a past that nobody let count.
   */
  readonly held: ReadonlySet<Sha256>;
};

export type SequenceVerdict =
  /** `missed`: how many numbers were skipped. Nothing is lost by that, bundles are snapshots. */
  | { readonly kind: 'new'; readonly missed: number }
  /** Answer with the same receipt; nothing changes. */
  | { readonly kind: 'same-again' };

export type SequenceRefusal =
  'series-unknown' | 'sequence-fork' | 'sequence-replayed' | 'sequence-jump';

/**
 * Judges a verified bundle by its place in the series (the order of bundles never trusts a clock).
 * Refuses `series-unknown` {seq}; `sequence-fork` {seq}: another bundle has this number, or this
 * one continues another history than ours (two copies of one installation), or what is held or was
 * set aside for another copy (B31), or no known one while another copy is set aside; `sequence-replayed` {seq, highest}: older than what was received of its period (each bundle is the whole of one period,
 * so one of another period may come late); `sequence-jump` {seq, highest}.
 */
export function judgeSequence(
  incoming: IncomingBundle,
  seen: SeriesSeen,
): Result<SequenceVerdict, SequenceRefusal> {
  const { period, seq, statementSha256, prev } = incoming;
  if (!seen.accepted) return refuse('series-unknown', { seq });
  if (seen.received.some((bundle) => bundle.statementSha256 === statementSha256)) {
    return ok({ kind: 'same-again' });
  }
  // Copies count on by themselves: the numbers of one that was decided against say nothing of the others.
  const own = seen.received.filter((bundle) => !seen.leftBehind.has(bundle.statementSha256));
  const isOfOther = prev !== null && (seen.leftBehind.has(prev) || seen.held.has(prev));
  const hasNumber = own.some((bundle) => bundle.seq === seq);
  if (hasNumber || isOfOther) return refuse('sequence-fork', { seq });
  const newest = highestOf(own.filter((bundle) => bundle.period === period));
  if (seq < newest) return refuse('sequence-replayed', { seq, highest: newest });
  const highest = highestOf(own);
  if (seq > highest + MAX_SEQUENCE_JUMP) return refuse('sequence-jump', { seq, highest });
  const before = own.filter((bundle) => bundle.seq === seq - 1);
  const continues = before.some((bundle) => bundle.statementSha256 === prev);
  if (before.length > 0 && prev !== null && !continues) return refuse('sequence-fork', { seq });
  if (!isProven(incoming, seen.proven)) return refuse('sequence-fork', { seq });
  return ok({ kind: 'new', missed: Math.max(0, seq - highest - 1) });
}

/** Once copies were told apart, what skips a number might be either's: it shows that it is the chosen one's. */
function isProven({ statementSha256, prev }: IncomingBundle, proven: Lineage['proven']): boolean {
  return (
    proven === null ||
    proven.before.has(statementSha256) ||
    (prev !== null && proven.line.has(prev))
  );
}

function highestOf(bundles: SeriesSeen['received']): number {
  return bundles.reduce((most, bundle) => Math.max(most, bundle.seq), 0);
}
