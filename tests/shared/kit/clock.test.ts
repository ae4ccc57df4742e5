import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  daysBetween,
  dayInVietnam,
  parseDay,
  parseInstant,
  sampleClock,
  timeInVietnam,
} from '#shared/kit/clock.ts';
import type { CalendarDay, Instant } from '#shared/kit/clock.ts';

function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

function day(text: string): CalendarDay {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

describe('instants', () => {
  it.each([
    ['2022-08-24T08:00+07:00', '2022-08-24T01:00:00.000Z'],
    ['2022-08-24T01:00:00Z', '2022-08-24T01:00:00.000Z'],
    ['2022-08-24T01:00:00.5Z', '2022-08-24T01:00:00.500Z'],
  ])('reads %s as %s', (text, utc) => {
    expect(parseInstant(text)).toBe(utc);
  });

  it.each(['2022-08-24', '2022-08-24T08:00', '24/8/2022', '2022-13-01T00:00Z', ''])(
    'does not guess what "%s" means',
    (text) => {
      expect(parseInstant(text)).toBeNull();
    },
  );

  it('D34 belong to the day in Viet Nam, whatever the zone of the PC', () => {
    expect(dayInVietnam(instant('2022-08-30T16:59:59.999Z'))).toBe('2022-08-30');
    expect(dayInVietnam(instant('2022-08-30T17:00:00.000Z'))).toBe('2022-08-31');
    expect(timeInVietnam(instant('2022-08-30T17:05:00.000Z'))).toBe('00:05');
  });

  it('sort as text in the order of time', () => {
    const anyTime = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyTime, anyTime, (a, b) => {
        const [first, second] = [instant(a.toISOString()), instant(b.toISOString())];
        expect(first < second).toBe(a.getTime() < b.getTime());
      }),
    );
  });
});

describe('days', () => {
  it.each(['2022-02-29', '2022-04-31', '2022-4-1', '2022-08-24T00:00Z'])('are not "%s"', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('are counted whole, over leap days too', () => {
    expect(daysBetween(day('2022-08-24'), day('2022-08-30'))).toBe(6);
    expect(daysBetween(day('2024-03-01'), day('2024-02-28'))).toBe(-2);
  });
});

describe('a sample clock', () => {
  it('starts where it is told and says that it is a sample', () => {
    const clock = sampleClock(instant('2022-08-24T01:00:00Z'));
    expect(clock.isSample).toBe(true);
    expect(clock.now().slice(0, 16)).toBe('2022-08-24T01:00');
  });
});
