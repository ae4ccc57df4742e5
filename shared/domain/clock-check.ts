import { dayInVietnam } from '../kit/clock.ts';
import type { CalendarDay, Instant } from '../kit/clock.ts';

/**
 * How far a PC's clock may be behind what is known before anybody is told. Clocks that people set by
 * hand differ by minutes; an hour is the smallest mistake of a wrong time zone, and the least that can
 * change the day of an act for long.
 */
export const CLOCK_TOLERANCE_MINUTES = 60;

const DAY = 24 * 60 * 60_000;

/**
 * How far it may be past everything that is known. Units report every year, so that a year without
 * a trace is rather a wrong year in the clock than a year of rest.
 */
export const FAR_AHEAD_DAYS = 366;

/** What an office knows of time besides its clock; null where it knows nothing. */
export type ClockFacts = {
  readonly now: Instant;
  /** The latest instant of this office's own log: its clock wrote it, so it may be wrong itself. */
  readonly ownLatest: Instant | null;
  /** The latest instant in a statement of the province whose signature held. */
  readonly provinceLatest: Instant | null;
  /** What was known when the clock leapt far past it; the log has gone with the clock since. */
  readonly leapFrom: Instant | null;
};

/**
 * `behind`: the province's statement of `known` exists, so that instant has passed for certain.
 * `own-ahead`: this office's own log goes up to `known`: the clock is behind now or was ahead then,
 * and only a person can say which. `far-ahead`: nothing is known of more than a year before now.
 */
export type ClockVerdict =
  | { readonly kind: 'fine' }
  | { readonly kind: 'behind'; readonly known: Instant }
  | { readonly kind: 'own-ahead'; readonly known: Instant }
  | { readonly kind: 'far-ahead'; readonly known: Instant };

/** Judges a clock (D104) by what is known to have passed. What the province signed weighs more. */
export function checkClock(facts: ClockFacts): ClockVerdict {
  const { now, ownLatest, provinceLatest, leapFrom } = facts;
  if (provinceLatest !== null && isWellBefore(now, provinceLatest)) {
    return { kind: 'behind', known: provinceLatest };
  }
  if (ownLatest !== null && isWellBefore(now, ownLatest)) {
    return { kind: 'own-ahead', known: ownLatest };
  }
  const own = leapFrom ?? ownLatest;
  const known = own === null ? provinceLatest : laterOf(own, provinceLatest);
  return known !== null && Date.parse(now) - Date.parse(known) > FAR_AHEAD_DAYS * DAY
    ? { kind: 'far-ahead', known }
    : { kind: 'fine' };
}

type KnownTimes = Omit<ClockFacts, 'leapFrom'>;

/** The time that has come for certain: the clock's, or the province's where the clock is behind it. */
export function certainNow({ now, provinceLatest }: KnownTimes): Instant {
  return laterOf(now, provinceLatest);
}

/** The latest time that may have come: for refusing only what lies after everything that is known. */
export function latestNow({ now, ownLatest, provinceLatest }: KnownTimes): Instant {
  return laterOf(laterOf(now, ownLatest), provinceLatest);
}

/** A bundle's place in its series, and the times that belong to it. */
export type SealedAt = {
  /** Names the bundle: two copies of a series may both have its number. */
  readonly bundle: number;
  readonly sequence: number;
  readonly statement: string;
  /** The statement that it continues; null for the first, or where nobody kept it. */
  readonly prev: string | null;
  /** The sender's clock. */
  readonly sealedAt: Instant;
  /** The province's clock. */
  readonly receivedAt: Instant;
  /** When the keyring was issued under which it was sealed; null where that is not known. */
  readonly keyringIssued: Instant | null;
  /** The first day of the period that it reports. */
  readonly periodBegins: CalendarDay;
};

/**
 * Of the bundles of one series those whose time of sealing cannot be right (D105): after their
 * reception, before the keyring that they were sealed under, or before an earlier one of their history,
 * each by more than the tolerance, or before the day on which the period begins. A time that is
 * doubtful itself makes no later one doubtful.
 */
export function doubtfulSealings(bundles: readonly SealedAt[]): ReadonlySet<number> {
  const doubtful = new Set<number>();
  const fork = forkOf(bundles);
  // The latest time up to each statement, along what it continues; and up to the fork, of all.
  const latestAt = new Map<string, Instant | null>();
  let shared: Instant | null = null;
  for (const one of [...bundles].sort((a, b) => a.sequence - b.sequence)) {
    const { bundle, sealedAt, receivedAt, keyringIssued, periodBegins, sequence, prev } = one;
    const known: Instant | null = prev === null ? null : (latestAt.get(prev) ?? null);
    const before: Instant | null = known ?? shared;
    const isDoubtful: boolean =
      isWellBefore(receivedAt, sealedAt) ||
      (keyringIssued !== null && isWellBefore(sealedAt, keyringIssued)) ||
      (before !== null && isWellBefore(sealedAt, before)) ||
      dayInVietnam(sealedAt) < periodBegins;
    if (isDoubtful) doubtful.add(bundle);
    const latest: Instant | null = isDoubtful ? before : laterOf(sealedAt, before);
    if (sequence < fork) shared = latest;
    else latestAt.set(one.statement, latest);
  }
  return doubtful;
}

/**
 * The first number from which the copies of a series have histories of their own: two bundles bear it,
 * or the next one continues another than the one that is known. Infinite where there is one history.
 */
function forkOf(bundles: readonly SealedAt[]): number {
  const numbers = new Map<number, string>();
  let fork = Infinity;
  for (const { sequence, statement } of bundles) {
    if (numbers.has(sequence)) fork = Math.min(fork, sequence);
    numbers.set(sequence, statement);
  }
  for (const { sequence, prev } of bundles) {
    const before = numbers.get(sequence - 1);
    if (before !== undefined && prev !== null && before !== prev) {
      fork = Math.min(fork, sequence - 1);
    }
  }
  return fork;
}

function isWellBefore(one: Instant, other: Instant): boolean {
  return Date.parse(other) - Date.parse(one) > CLOCK_TOLERANCE_MINUTES * 60_000;
}

function laterOf(one: Instant, other: Instant | null): Instant {
  return other !== null && other > one ? other : one;
}
