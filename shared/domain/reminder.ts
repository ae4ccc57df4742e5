import { daysBetween, dayInVietnam } from '#shared/kit/clock.ts';
import type { CalendarDay, Instant } from '#shared/kit/clock.ts';
import type { Arrival } from './arrival.ts';

/** How far a form came with what was received of it. */
export type FormState = 'not-received' | 'returned' | 'empty' | 'begun' | 'complete' | 'optional';

/** What was counted in a received form. */
export type FormCount = {
  readonly filled: number;
  readonly toFill: number;
  /** Whether anything at all came in it. */
  readonly hasCells: boolean;
};

/**
 * How a received form stands (D156): complete when every row that has to be filled is filled, by the
 * count that the unit itself reads on its first page. A form without such rows is complete with
 * anything in it, and optional without.
 */
export function formState({ filled, toFill, hasCells }: FormCount): FormState {
  if (toFill === 0) return hasCells ? 'complete' : 'optional';
  if (filled >= toFill) return 'complete';
  return hasCells || filled > 0 ? 'begun' : 'empty';
}

/** How a whole report stands: by the least of its forms. */
export function reportState(forms: readonly FormState[]): FormState {
  for (const state of ['not-received', 'returned'] as const) {
    if (forms.includes(state)) return state;
  }
  const due = forms.filter((state) => state !== 'optional');
  if (due.length === 0) return 'optional';
  if (due.every((state) => state === 'complete')) return 'complete';
  return due.every((state) => state === 'empty') ? 'empty' : 'begun';
}

/** Why a unit is spoken to, the most pressing first. */
export const reminderReasons = [
  'nothing-sent',
  'file-refused',
  'returned',
  'incomplete',
  'unexplained',
  'unanswered',
  'late',
] as const;
export type ReminderReason = (typeof reminderReasons)[number];

/** What is known of a unit's report of a period. */
export type ReminderFacts = {
  readonly state: FormState;
  readonly arrival: Arrival | null;
  /** Findings that must be explained, or mended, and were not. */
  readonly unexplained: number;
  /** Remarks of the province's last answer, to which no newer report has come. */
  readonly unanswered: number;
  /** Whether a file in its name was refused and nothing has come since. */
  readonly isFileRefused: boolean;
};

/**
 * Why a unit is spoken to (D157); none when all has come, in time and settled. Of a returned report
 * only that it is to come again: what was missing in it comes anew.
 */
export function reasonsFor(facts: ReminderFacts): readonly ReminderReason[] {
  if (facts.state === 'not-received')
    return [facts.isFileRefused ? 'file-refused' : 'nothing-sent'];
  const late: readonly ReminderReason[] = isLate(facts.arrival) ? ['late'] : [];
  const reasons: ReminderReason[] = facts.isFileRefused ? ['file-refused'] : [];
  if (facts.state === 'returned') return [...reasons, 'returned', ...late];
  if (facts.state === 'begun' || facts.state === 'empty') reasons.push('incomplete');
  if (facts.unexplained > 0) reasons.push('unexplained');
  if (facts.unanswered > 0) reasons.push('unanswered');
  return [...reasons, ...late];
}

/** Orders those who are spoken to by the most pressing reason of each. */
export function byPressing(
  a: { readonly reasons: readonly ReminderReason[] },
  b: { readonly reasons: readonly ReminderReason[] },
): number {
  const rank = ([first]: readonly ReminderReason[]): number =>
    first === undefined ? reminderReasons.length : reminderReasons.indexOf(first);
  return rank(a.reasons) - rank(b.reasons);
}

/** Whether there is something for the unit to do; a report that only came late is done. */
export function asksForWork(reasons: readonly ReminderReason[]): boolean {
  return reasons.some((reason) => reason !== 'late');
}

/** How many days before a deadline its coming is pressing. */
const NEAR_DAYS = 7;

/**
 * Whether a reminder is pressing (D157): what has not come is from a week before the deadline on, all
 * else that asks for work at once.
 */
export function isPressing({
  reasons,
  late,
}: {
  readonly reasons: readonly ReminderReason[];
  readonly late: Lateness;
}): boolean {
  if (reasons.includes('nothing-sent')) return late.received >= -NEAR_DAYS;
  return asksForWork(reasons);
}

function isLate(arrival: Arrival | null): boolean {
  return arrival === 'late' || arrival === 'sealed-on-time';
}

/** By how many days a report missed its deadline, by both clocks; 0 is in time. */
export type Lateness = {
  /** Until it was received; for what has not come, until today. Negative: days left. */
  readonly received: number;
  /** Until the unit's clock says it was sealed; null where that is not known or cannot be right. */
  readonly sealed: number | null;
};

/** Counts the days after the last compliant day, as calendar days in Viet Nam (D158). */
export function lateness(facts: {
  readonly lastCompliantDay: CalendarDay;
  readonly today: CalendarDay;
  readonly receivedAt: Instant | null;
  readonly sealedAt: Instant | null;
  readonly isSealedAtDoubtful: boolean;
}): Lateness {
  const { lastCompliantDay, today, receivedAt, sealedAt, isSealedAtDoubtful } = facts;
  const over = (day: CalendarDay): number => daysBetween(lastCompliantDay, day);
  return {
    received: receivedAt === null ? over(today) : Math.max(0, over(dayInVietnam(receivedAt))),
    sealed:
      sealedAt === null || isSealedAtDoubtful ? null : Math.max(0, over(dayInVietnam(sealedAt))),
  };
}
