import type { PeriodView } from '#shared/ipc/calls/sheet.ts';

/**
 * The period that people most likely work on: the report whose deadline comes next, today included,
 * else the last one that passed. Null without report periods.
 */
export function initialPeriod(periods: readonly PeriodView[]): PeriodView | null {
  const reports = periods.filter((period) => period.kind === 'report');
  const ahead = reports.filter((period) => period.daysLeft >= 0);
  return nearest(ahead.length > 0 ? ahead : reports);
}

function nearest(periods: readonly PeriodView[]): PeriodView | null {
  return periods.reduce<PeriodView | null>(
    (best, period) =>
      best === null || Math.abs(period.daysLeft) < Math.abs(best.daysLeft) ? period : best,
    null,
  );
}
