import type { PeriodView } from '#shared/ipc/calls/sheet.ts';

/**
 * The period that people most likely work on: the report whose deadline is nearest, passed or to come.
 * After a deadline those who are late still send, and the province reminds and sums up; next year's
 * report is nothing to begin with yet. Null without report periods.
 */
export function initialPeriod(periods: readonly PeriodView[]): PeriodView | null {
  return nearest(periods.filter((period) => period.kind === 'report'));
}

function nearest(periods: readonly PeriodView[]): PeriodView | null {
  return periods.reduce<PeriodView | null>(
    (best, period) =>
      best === null || Math.abs(period.daysLeft) < Math.abs(best.daysLeft) ? period : best,
    null,
  );
}
