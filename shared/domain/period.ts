import type { Brand } from '#shared/kit/brand.ts';
import type { CalendarDay } from '#shared/kit/clock.ts';

/**
 * A reporting period's code (D30): a year and either `KH`, the unit's own plan of that year, or the
 * month of a report: `2022-KH`, `2022-08`, `2024-04`. It is no date and has no day.
 */
export type PeriodCode = Brand<string, 'PeriodCode'>;

export type PeriodKind = 'plan' | 'report';

/** A period of the catalogue. */
export type Period = {
  readonly code: PeriodCode;
  /** The id by which the plan's transcription names it, such as `RPT_2022_08`. */
  readonly id: string;
  readonly kind: PeriodKind;
  readonly name: { readonly vi: string; readonly en: string };
  readonly year: number;
  /** The day at which figures are cut off; null until the province sets it. */
  readonly cutOff: CalendarDay | null;
  readonly deadline: {
    /** The plan's own words; the province's where it added the period. */
    readonly text: string;
    /** The report is due before this day. */
    readonly before: CalendarDay;
    readonly lastCompliantDay: CalendarDay;
    /** The last working day in time, where it differs from the last compliant one. */
    readonly lastWorkingDay: CalendarDay | null;
    readonly note: string | null;
    /**
     * The day that the plan set, where the province has set another one since; null for a period that
     * the plan does not know. Absent where the deadline is the plan's own.
     */
    readonly planned?: CalendarDay | null | undefined;
  };
  /** What is to be handed in, in the plan's words; null where the plan says only "report". */
  readonly deliverable: string | null;
};

/** What the plan itself says of a deadline; null for a period that the province added. */
export function plansWords({ deadline }: Period): string | null {
  return deadline.planned === null ? null : deadline.text;
}

/** Whether the province set the deadline, and not the plan. */
export function isSetByProvince({ deadline }: Period): boolean {
  return deadline.planned !== undefined;
}

const CODE = /^(\d{4})-(KH|0[1-9]|1[0-2])$/;
const PLAN = 'KH';

/** Reads a period code; null when the text is none. */
export function parsePeriodCode(text: string): PeriodCode | null {
  return CODE.test(text) ? (text as PeriodCode) : null;
}

/** The year and the month (1 to 12) of a code; month 0 is the plan, which opens its year. */
export function partsOfPeriod(code: PeriodCode): { readonly year: number; readonly month: number } {
  const [, year = '', month = ''] = CODE.exec(code) ?? [];
  return { year: Number(year), month: month === PLAN ? 0 : Number(month) };
}

/** The first day of what a code stands for: of its month, or of the plan's year. */
export function firstDayOf(code: PeriodCode): CalendarDay {
  const { year, month } = partsOfPeriod(code);
  const digits = (number: number, count: number): string => String(number).padStart(count, '0');
  // A code has four digits of year and a month that exists, so this is a day.
  return `${digits(year, 4)}-${digits(Math.max(month, 1), 2)}-01` as CalendarDay;
}

/** Orders codes in time (D31): negative when `a` comes first. Code text would sort `KH` last. */
export function comparePeriods(a: PeriodCode, b: PeriodCode): number {
  const left = partsOfPeriod(a);
  const right = partsOfPeriod(b);
  return left.year - right.year || left.month - right.month;
}

/** The latest report before a period, whatever its year (D32); null when there is none. */
export function previousReport(periods: readonly Period[], code: PeriodCode): Period | null {
  return periods
    .filter((period) => period.kind === 'report' && comparePeriods(period.code, code) < 0)
    .reduce<Period | null>(
      (latest, period) =>
        latest === null || comparePeriods(period.code, latest.code) > 0 ? period : latest,
      null,
    );
}

/**
 * The period with the same month one year earlier (D33), "cùng kỳ năm trước"; null when the
 * catalogue has none: the report of April 2024 has no counterpart.
 */
export function samePeriodLastYear(periods: readonly Period[], code: PeriodCode): Period | null {
  const wanted = partsOfPeriod(code);
  return (
    periods.find((period) => {
      const parts = partsOfPeriod(period.code);
      return parts.year === wanted.year - 1 && parts.month === wanted.month;
    }) ?? null
  );
}
