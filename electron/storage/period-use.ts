import type { PeriodCode } from '#shared/domain/period.ts';

import { prepared } from './handle.ts';
import type { ReadHandle } from './handle.ts';

/**
 * The periods that something stands in: figures that were recorded here, bundles that were received or
 * held apart, or locks, whether lifted or not.
 */
export function listPeriodsInUse(handle: ReadHandle): ReadonlySet<PeriodCode> {
  const rows = prepared<[], { period: PeriodCode }>(
    handle,
    `SELECT period_code AS period FROM received_bundle
     UNION SELECT period_code FROM held_bundle
     UNION SELECT period_code FROM period_lock
     UNION SELECT period_code FROM sheet
       WHERE EXISTS (SELECT 1 FROM cell_change WHERE sheet_id = sheet.id)`,
  ).all();
  return new Set(rows.map(({ period }) => period));
}
