import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  asksForWork,
  formState,
  isPressing,
  lateness,
  reasonsFor,
  reportState,
} from '#shared/domain/reminder.ts';
import type { FormState } from '#shared/domain/reminder.ts';
import { parseDay, parseInstant } from '#shared/kit/clock.ts';
import type { CalendarDay, Instant } from '#shared/kit/clock.ts';

const day = (text: string): CalendarDay => {
  const read = parseDay(text);
  if (read === null) throw new Error(text);
  return read;
};
const instant = (text: string): Instant => {
  const read = parseInstant(text);
  if (read === null) throw new Error(text);
  return read;
};
const settled = {
  arrival: 'on-time',
  unexplained: 0,
  unanswered: 0,
  isFileRefused: false,
} as const;
const states = ['not-received', 'returned', 'empty', 'begun', 'complete', 'optional'] as const;

describe('how a received form stands', () => {
  it('D156 counts the rows that have to be filled', () => {
    const of = (filled: number, toFill: number, hasCells: boolean) =>
      formState({ filled, toFill, hasCells });
    expect(of(21, 21, true)).toBe('complete');
    expect(of(20, 21, true)).toBe('begun');
    expect(of(0, 21, true)).toBe('begun');
    expect(of(0, 21, false)).toBe('empty');
    expect(of(0, 0, true)).toBe('complete');
    expect(of(0, 0, false)).toBe('optional');
  });

  it('D156 takes a report for complete when every form that is due is', () => {
    expect(reportState(['complete', 'optional'])).toBe('complete');
    expect(reportState(['complete', 'begun'])).toBe('begun');
    expect(reportState(['complete', 'empty'])).toBe('begun');
    expect(reportState(['empty', 'optional'])).toBe('empty');
    expect(reportState(['returned', 'returned'])).toBe('returned');
    expect(reportState([])).toBe('optional');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states)), (forms: readonly FormState[]) => {
        if (reportState(forms) === 'complete') {
          expect(forms.every((one) => one === 'complete' || one === 'optional')).toBe(true);
        }
      }),
    );
  });
});

describe('who is reminded, and of what', () => {
  it('D157 names each reason, the most pressing first', () => {
    expect(reasonsFor({ ...settled, state: 'not-received', arrival: null })).toEqual([
      'nothing-sent',
    ]);
    expect(reasonsFor({ ...settled, state: 'complete' })).toEqual([]);
    expect(reasonsFor({ ...settled, state: 'complete', arrival: 'late' })).toEqual(['late']);
    expect(
      reasonsFor({
        ...settled,
        state: 'begun',
        arrival: 'sealed-on-time',
        unexplained: 2,
        unanswered: 1,
      }),
    ).toEqual(['incomplete', 'unexplained', 'unanswered', 'late']);
    expect(reasonsFor({ ...settled, state: 'returned', unexplained: 2, unanswered: 1 })).toEqual([
      'returned',
    ]);
    expect(asksForWork(['late'])).toBe(false);
    expect(asksForWork(['incomplete', 'late'])).toBe(true);
    expect(asksForWork([])).toBe(false);
  });

  it('D157 names a refused file instead of silence, and before what else is open', () => {
    const refused = { ...settled, isFileRefused: true };
    expect(reasonsFor({ ...refused, state: 'not-received', arrival: null })).toEqual([
      'file-refused',
    ]);
    expect(reasonsFor({ ...refused, state: 'complete', arrival: 'late' })).toEqual([
      'file-refused',
      'late',
    ]);
    expect(reasonsFor({ ...refused, state: 'returned' })).toEqual(['file-refused', 'returned']);
    expect(asksForWork(['file-refused'])).toBe(true);
  });

  it('D157 presses for what has not come in the last week only, for all else at once', () => {
    const pressing = (reasons: Parameters<typeof isPressing>[0]['reasons'], received: number) =>
      isPressing({ reasons, late: { received, sealed: null } });
    expect(pressing(['nothing-sent'], -8)).toBe(false);
    expect(pressing(['nothing-sent'], -7)).toBe(true);
    expect(pressing(['nothing-sent'], 3)).toBe(true);
    expect(pressing(['returned'], -300)).toBe(true);
    expect(pressing(['late'], 3)).toBe(false);
  });

  it('D158 counts days in Viet Nam, by both clocks', () => {
    const facts = {
      lastCompliantDay: day('2022-08-30'),
      today: day('2022-09-02'),
      receivedAt: null,
      sealedAt: null,
      isSealedAtDoubtful: false,
    };
    expect(lateness(facts)).toEqual({ received: 3, sealed: null });
    expect(lateness({ ...facts, today: day('2022-08-24') }).received).toBe(-6);
    // 23:30 of the 31st in Viet Nam is still the 31st in UTC; half past midnight is the next day.
    const received = { ...facts, receivedAt: instant('2022-08-31T00:30+07:00') };
    expect(lateness(received).received).toBe(1);
    const sealedAt = instant('2022-08-30T23:59+07:00');
    expect(lateness({ ...received, sealedAt })).toEqual({ received: 1, sealed: 0 });
    expect(lateness({ ...received, sealedAt, isSealedAtDoubtful: true }).sealed).toBeNull();
    const early = { ...facts, receivedAt: instant('2022-08-20T08:00+07:00') };
    expect(lateness(early).received).toBe(0);
  });
});
