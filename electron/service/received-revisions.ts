import { checkCode } from '#shared/bundle/fingerprint.ts';
import type { Sha256 } from '#shared/bundle/bytes.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { listCurrentOutcomes } from '../storage/issued-receipts.ts';
import { listBundlesOf, listCurrentBundles } from '../storage/received-sheets.ts';
import { findRevisionReason } from '../storage/revision-reasons.ts';
import { listDecisions, standingAside } from '../storage/stream-decisions.ts';
import { storeOf } from './office.ts';
import type { Office } from './office.ts';
import { differingCells, receivedReportCells } from './report-cells.ts';

/**
 * Every revision that a unit sent of a period, newest first, and what its current one changed of the
 * last one before it that the province accepted: cell by cell, first what stood, then what stands.
 * Refuses `period-unknown` and `report-not-received` {unit}.
 */
export function viewRevisions(
  office: Office,
  { unit, period }: HandledInput<'received.revisions'>,
): Result<CallOutput<'received.revisions'>> {
  const store = storeOf(office);
  const current = listCurrentBundles(store, period).find((bundle) => bundle.unit === unit);
  if (current === undefined) return refuse('report-not-received', { unit });
  const outcomes = listCurrentOutcomes(store);
  const outcomeOf = (id: number) => outcomes.get(id)?.outcome ?? 'accepted';
  const bundles = listBundlesOf(store, unit, period);
  const aside = standingAside(listDecisions(store, period).filter((each) => each.unit === unit));
  const isSetAside = (statement: string) => aside.has(statement);
  const before = bundles.find(
    ({ id, statementSha256 }) =>
      id < current.id && outcomeOf(id).startsWith('accepted') && !isSetAside(statementSha256),
  );
  const cells =
    before === undefined
      ? ok([])
      : differingCells(office, current, [
          receivedReportCells(office, before.id),
          receivedReportCells(office, current.id),
        ]);
  if (!cells.ok) return cells;
  return ok({
    revisions: bundles.map((bundle) => ({
      bundle: bundle.id,
      revision: bundle.revision,
      sequence: bundle.sequence,
      checkCode: checkCode(bundle.statementSha256 as Sha256), // a digest when it was stored
      receivedAt: bundle.receivedAt,
      answer: outcomeOf(bundle.id),
      reason: findRevisionReason(store, bundle),
      isCurrent: bundle.id === current.id,
      isSetAside: isSetAside(bundle.statementSha256),
    })),
    comparedWith: before?.id ?? null,
    cells: [...cells.value],
  });
}
