import { certainNow, checkClock, latestNow } from '#shared/domain/clock-check.ts';
import type { ClockFacts } from '#shared/domain/clock-check.ts';
import type { SessionState } from '#shared/ipc/calls/session.ts';
import { dayInVietnam, parseInstant } from '#shared/kit/clock.ts';
import type { CalendarDay, Instant } from '#shared/kit/clock.ts';

import { appendAudit, auditHead } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import type { ReadHandle } from '../storage/handle.ts';
import {
  latestAuditInstant,
  lowerSignedInstant,
  readSignedInstant,
} from '../storage/known-time.ts';
import { readSetting, upsertSetting } from '../storage/store-identity.ts';
import { accountOf, storeOf } from './office.ts';
import type { Office } from './office.ts';

/** The setting with the number of the audit entry before which the log's times no longer count. */
const trustedFrom = 'clock.trustedFrom';

/** The setting with what was known before the clock leapt far past it; empty without such a leap. */
const leapFrom = 'clock.leapFrom';

/** What there is to say about the machine's clock; null while nothing speaks against it. */
export function clockState(office: Office): SessionState['clock'] {
  if (office.store === null) return null;
  const verdict = checkClock(clockFacts(office, office.store));
  switch (verdict.kind) {
    case 'fine':
      return null;
    case 'own-ahead':
      return { known: verdict.known, from: 'own-log' };
    case 'far-ahead':
      return { known: verdict.known, from: 'leap' };
    case 'behind':
      return { known: verdict.known, from: readSignedInstant(office.store)?.in ?? 'receipt' };
  }
}

/**
 * Keeps what is known before somebody signs in under a clock that is far past it: from then on the
 * log goes with that clock. Forgotten when nothing speaks against the clock any more.
 */
export function noteLeap(office: Office): void {
  const store = storeOf(office);
  const facts = clockFacts(office, store);
  const verdict = checkClock(facts);
  const isNew = verdict.kind === 'far-ahead' && facts.leapFrom === null;
  const isOver = verdict.kind === 'fine' && facts.leapFrom !== null;
  if (!isNew && !isOver) return;
  write(store, (handle) => {
    upsertSetting(handle, leapFrom, isNew ? verdict.known : '');
  });
}

/** The instant that has come for certain: the clock's, or a later one that the province signed. */
export function certainInstant(office: Office): Instant {
  return certainNow(clockFacts(office, storeOf(office)));
}

/** The day that has come for certain: what is counted from today is counted from it. */
export function certainDay(office: Office): CalendarDay {
  return dayInVietnam(certainInstant(office));
}

/** The latest day that may have come: only what lies after it is in the future for certain. */
export function latestDay(office: Office): CalendarDay {
  return dayInVietnam(latestNow(clockFacts(office, storeOf(office))));
}

/**
 * An administrator says that the clock is right as it is now: times that were written while it, or
 * the province's, ran ahead no longer count. Stands in the audit log.
 */
export function confirmClock(office: Office): void {
  const doubt = clockState(office);
  if (doubt === null) return;
  const { name: actor, role } = accountOf(office);
  const at = office.clock.now();
  write(storeOf(office), (handle) => {
    const act = { at, actor, role, object: 'clock', detail: doubt.known };
    appendAudit(handle, { ...act, action: 'clock.confirm' });
    upsertSetting(handle, trustedFrom, String(auditHead(handle).n));
    upsertSetting(handle, leapFrom, '');
    lowerSignedInstant(handle, at);
  });
}

function clockFacts({ clock }: Office, store: ReadHandle): ClockFacts {
  return {
    now: clock.now(),
    ownLatest: latestAuditInstant(store, Number(readSetting(store, trustedFrom) ?? 0)),
    provinceLatest: readSignedInstant(store)?.at ?? null,
    leapFrom: parseInstant(readSetting(store, leapFrom) ?? ''),
  };
}
