import type { InboxProgress } from '#shared/ipc/calls/inbox.ts';
import { addMinutes } from '#shared/kit/clock.ts';
import type { Instant } from '#shared/kit/clock.ts';

import type { HeldKeys } from './keys-in-use.ts';

/** How long a reading waits for its taking in with the office's keys open. */
export const readingMinutes = 10;

/** A place that was looked at and waits to be taken in. */
export type Reading = {
  readonly handle: string;
  readonly place: string;
  readonly held: HeldKeys;
  /** When it began to wait: a timer stands still while the machine sleeps. */
  readonly since: Instant;
  readonly timer: NodeJS.Timeout;
};

/** What the inbox of an office is at; all of it is forgotten when the program ends. */
export type InboxState = {
  reading: Reading | null;
  /** The last reading that is over: it was used, or its minutes were. */
  over: { readonly handle: string; readonly how: 'used' | 'expired' } | null;
  /** The run that goes on; `id` is its number in the register, null for a dry run. */
  run: { progress: InboxProgress; id: number | null; isCancelled: boolean } | null;
};

export const emptyInbox = (): InboxState => ({ reading: null, over: null, run: null });

/** Takes the waiting reading out, for whoever uses its keys and wipes them afterwards. */
export function takeReading(inbox: InboxState): Reading | null {
  const { reading } = inbox;
  if (reading !== null) clearTimeout(reading.timer);
  inbox.reading = null;
  return reading;
}

/** When a reading that began to wait then is over. */
export function readingEnd(since: Instant): Instant {
  return addMinutes(since, readingMinutes);
}

/** Wipes the keys of a reading that waits, if any. */
export function forgetReading(inbox: InboxState): void {
  takeReading(inbox)?.held.wipe();
}
