import { describe, expect, it } from 'vitest';

import { parseDay, parseInstant, type CalendarDay } from '#shared/kit/clock.ts';
import { formatDay, formatInstant, formatLongDay } from '#shared/text/format-date.ts';

function day(text: string): CalendarDay {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

describe('days for people', () => {
  it('writes them short in tables', () => {
    expect(formatDay(day('2022-04-22'))).toBe('22/4/2022');
    expect(formatDay(day('2023-01-05'))).toBe('5/1/2023');
  });

  it.each([
    ['2022-04-22', 'ngày 22 tháng 4 năm 2022'],
    ['2023-01-05', 'ngày 05 tháng 01 năm 2023'],
    ['2022-02-10', 'ngày 10 tháng 02 năm 2022'],
    ['2022-03-09', 'ngày 09 tháng 3 năm 2022'],
    ['2022-12-31', 'ngày 31 tháng 12 năm 2022'],
  ])('writes %s in documents as Nghị định 30 wants: %s', (text, written) => {
    expect(formatLongDay(day(text))).toBe(written);
  });

  it('writes moments in the time of Viet Nam', () => {
    const evening = parseInstant('2022-08-24T18:05:09.000Z');
    expect(evening && formatInstant(evening)).toBe('01:05 25/8/2022');
  });
});
