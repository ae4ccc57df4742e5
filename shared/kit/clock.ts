import type { Brand } from './brand.ts';

/** An instant in UTC, ISO 8601 with milliseconds: `2022-08-24T01:00:00.000Z`. Sorts as text. */
export type Instant = Brand<string, 'Instant'>;

/** A calendar day in Asia/Ho_Chi_Minh: `2022-08-24`. Sorts as text. */
export type CalendarDay = Brand<string, 'CalendarDay'>;

/** The only source of time. `isSample` says that a stated clock stands in for the real one. */
export type Clock = {
  readonly now: () => Instant;
  readonly isSample: boolean;
};

const VIETNAM_OFFSET_MINUTES = 7 * 60;
const MILLISECONDS_PER_MINUTE = 60_000;
const MILLISECONDS_PER_DAY = 24 * 60 * MILLISECONDS_PER_MINUTE;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Reads an ISO 8601 instant that states its offset; null when it is none. */
export function parseInstant(text: string): Instant | null {
  if (!INSTANT.test(text)) return null;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : instantOf(milliseconds);
}

/** Reads an ISO 8601 calendar day that exists; null when it is none. */
export function parseDay(text: string): CalendarDay | null {
  if (!DAY.test(text)) return null;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) return null;
  return new Date(milliseconds).toISOString().startsWith(text) ? (text as CalendarDay) : null;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => instantOf(Date.now()), isSample: false };

/**
 * A clock that starts at a stated instant and then runs as the machine's does. For samples, pictures
 * and tests, never for a packaged program.
 */
export function sampleClock(start: Instant): Clock {
  const offset = Date.parse(start) - Date.now();
  return { now: () => instantOf(Date.now() + offset), isSample: true };
}

/** The calendar day of an instant in Viet Nam (UTC+7 all year), whatever the PC's zone is. */
export function dayInVietnam(instant: Instant): CalendarDay {
  const local = Date.parse(instant) + VIETNAM_OFFSET_MINUTES * MILLISECONDS_PER_MINUTE;
  return new Date(local).toISOString().slice(0, 10) as CalendarDay;
}

/** The time of day of an instant in Viet Nam: `08:05`. */
export function timeInVietnam(instant: Instant): string {
  const local = Date.parse(instant) + VIETNAM_OFFSET_MINUTES * MILLISECONDS_PER_MINUTE;
  return new Date(local).toISOString().slice(11, 16);
}

/** Minutes from one instant to another; negative when `to` is the earlier one. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_MINUTE;
}

/** The instant so many minutes after one. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantOf(Date.parse(instant) + minutes * MILLISECONDS_PER_MINUTE);
}

/** Whole days from one calendar day to another; negative when `to` is the earlier one. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round(
    (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS_PER_DAY,
  );
}

/** The calendar day so many days after one; before it for a negative number. */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  const moved = Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS_PER_DAY;
  return new Date(moved).toISOString().slice(0, 10) as CalendarDay;
}

function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}
