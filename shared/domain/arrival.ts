import { dayInVietnam } from '../kit/clock.ts';
import type { CalendarDay, Instant } from '../kit/clock.ts';

/**
 * How a report came. `sealed-on-time`: late here, though its unit's clock says that it was sealed in
 * time, and nothing speaks against that clock: the way may have taken the days between, or the clock
 * was set back. People decide; the program says what both clocks say.
 */
export const arrivals = ['on-time', 'sealed-on-time', 'late'] as const;
export type Arrival = (typeof arrivals)[number];

/** The times of a received report; `sealedAt` is null where it was not kept. */
export type ArrivalFacts = {
  readonly receivedAt: Instant;
  readonly sealedAt: Instant | null;
  /** A time of sealing that cannot be right (D105) never decides. */
  readonly isSealedAtDoubtful: boolean;
  readonly lastCompliantDay: CalendarDay;
};

/** Judges by both clocks (D107): what was received in time is in time, whatever the sender's says. */
export function judgeArrival(facts: ArrivalFacts): Arrival {
  const { receivedAt, sealedAt, isSealedAtDoubtful, lastCompliantDay } = facts;
  if (dayInVietnam(receivedAt) <= lastCompliantDay) return 'on-time';
  return sealedAt !== null && !isSealedAtDoubtful && dayInVietnam(sealedAt) <= lastCompliantDay
    ? 'sealed-on-time'
    : 'late';
}
