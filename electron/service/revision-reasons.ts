import { z } from 'zod';

import type { OpenedReport } from '#shared/bundle/open.ts';
import { plainText } from '#shared/kit/plain-text.ts';

import type { WriteHandle } from '../storage/handle.ts';
import { insertRevisionReason } from '../storage/revision-reasons.ts';
import type { RevisionReason } from '../storage/revision-reasons.ts';

/** What of the unit's log tells why it revised a report; everything else of it is passed over. */
const revised = z.looseObject({
  at: z.string().max(40),
  action: z.literal('submission.revise'),
  object: z.string().max(60),
  detail: z.string().min(1).max(4000),
});

/** The reasons in the log that came with a bundle (B32): of this unit's reports, whichever they are. */
function revisionReasonsOf({
  statement,
  auditSegment,
}: Pick<OpenedReport, 'statement' | 'auditSegment'>): readonly RevisionReason[] {
  return auditSegment.flatMap((line) => {
    const entry = revised.safeParse(JSON.parse(line));
    if (!entry.success) return [];
    const [unit, period, revision] = entry.data.object.split('/');
    const number = Number(revision);
    if (unit !== statement.from.unit || period === undefined || !Number.isInteger(number))
      return [];
    const { detail, at } = entry.data;
    return [{ period, revision: number, reason: plainText(detail), revisedAt: at }];
  });
}

/** Keeps them in the transaction that keeps the bundle. */
export function keepRevisionReasons(
  handle: WriteHandle,
  bundle: number,
  report: OpenedReport,
): void {
  for (const reason of revisionReasonsOf(report)) {
    insertRevisionReason(handle, bundle, report.statement.from, reason);
  }
}
