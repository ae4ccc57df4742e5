import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { judgeArrival } from '#shared/domain/arrival.ts';
import { parseDay, parseInstant } from '#shared/kit/clock.ts';
import type { CalendarDay, Instant } from '#shared/kit/clock.ts';

function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(text);
  return instant;
}

function dayOf(text: string): CalendarDay {
  const day = parseDay(text);
  if (day === null) throw new Error(text);
  return day;
}

const lastCompliantDay = dayOf('2022-08-30');
const inTime = at('2022-08-30T16:59Z');
const after = at('2022-08-30T17:00Z');
const times = fc.constantFrom(inTime, after, at('2012-01-01T00:00Z'), at('2092-01-01T00:00Z'));

describe('how a report came, by both clocks (D107)', () => {
  const judge = (receivedAt: Instant, sealedAt: Instant | null, isSealedAtDoubtful = false) =>
    judgeArrival({ receivedAt, sealedAt, isSealedAtDoubtful, lastCompliantDay });

  it('D107 tells late reports from those that were sealed in time, by the day in Viet Nam', () => {
    expect(judge(inTime, inTime)).toBe('on-time');
    expect(judge(after, inTime)).toBe('sealed-on-time');
    expect(judge(after, after)).toBe('late');
    expect(judge(after, null)).toBe('late');
  });

  it('D107 never decides by a time of sealing that cannot be right', () => {
    fc.assert(
      fc.property(times, times, (receivedAt, sealedAt) => {
        expect(judge(receivedAt, sealedAt, true)).toBe(judge(receivedAt, null));
        if (receivedAt <= inTime) expect(judge(receivedAt, sealedAt)).toBe('on-time');
      }),
    );
  });
});
