import { dayInVietnam, timeInVietnam, type CalendarDay, type Instant } from '#shared/kit/clock.ts';

/** A day as tables and screens write it: `22/4/2022`. */
export function formatDay(day: CalendarDay): string {
  const { year, month, date } = partsOf(day);
  return `${String(date)}/${String(month)}/${year}`;
}

/**
 * A day as documents write it, after the place name: `ngày 22 tháng 4 năm 2022`. By Nghị định
 * 30/2020/NĐ-CP days below 10 and the months 1 and 2 take a leading zero, the months 3 to 9 none.
 */
export function formatLongDay(day: CalendarDay): string {
  const { year, month, date } = partsOf(day);
  return `ngày ${padded(date, 10)} tháng ${padded(month, 3)} năm ${year}`;
}

/** A moment as registers and logs write it, in Viet Nam's time: `08:05 24/8/2022`. */
export function formatInstant(instant: Instant): string {
  return `${timeInVietnam(instant)} ${formatDay(dayInVietnam(instant))}`;
}

function partsOf(day: CalendarDay): { year: string; month: number; date: number } {
  return { year: day.slice(0, 4), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

function padded(value: number, below: number): string {
  return value < below ? `0${String(value)}` : String(value);
}
