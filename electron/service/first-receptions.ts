import type { PeriodCode } from '#shared/domain/period.ts';

import type { ReadHandle } from '../storage/handle.ts';
import { listReceptions } from '../storage/received-sheets.ts';
import type { Reception } from '../storage/received-sheets.ts';
import { listDecisions, standingAside } from '../storage/stream-decisions.ts';

/**
 * The first report of each unit of a period that was received and that nobody set aside: by it a unit
 * is in time or late (D107), for a correction that is sent later makes no report late. Of all units, or
 * of some.
 */
export function firstReceptions(
  store: ReadHandle,
  period: PeriodCode,
  units: readonly string[] | null = null,
): ReadonlyMap<string, Reception> {
  const firsts = new Map<string, Reception>();
  if (units?.length === 0) return firsts;
  const decisions = listDecisions(store, period);
  const aside = new Map<string, ReadonlySet<string>>();
  for (const unit of new Set(decisions.map((each) => each.unit as string))) {
    aside.set(unit, standingAside(decisions.filter((each) => each.unit === unit)));
  }
  for (const reception of listReceptions(store, period, units)) {
    const isAside = aside.get(reception.unit)?.has(reception.statementSha256) === true;
    if (!isAside && !firsts.has(reception.unit)) firsts.set(reception.unit, reception);
  }
  return firsts;
}
