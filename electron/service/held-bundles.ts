import type { OpenedReport } from '#shared/bundle/open.ts';
import type { Verdict } from '#shared/ipc/calls/exchange.ts';

import { appendAudit } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import { findHeld, insertHeld } from '../storage/held-bundles.ts';
import { listIssuedReceipts, readReceiptContent } from '../storage/issued-receipts.ts';
import { isSetAside } from '../storage/stream-decisions.ts';
import type { KnownReports } from './known-reports.ts';
import { accountOf, storeOf } from './office.ts';
import type { AnswerDesk } from './receipt-issuing.ts';
import type { ReceiptWriter } from './receipt-writer.ts';
import { receivedActsOf } from './received-acts.ts';
import { judgeBesidePlace } from './report-judging.ts';

/** What only the place in the series speaks against: a person can decide that. */
const holdable: readonly string[] = ['sequence-fork', 'sequence-jump', 'series-unknown'];

/** Held bundles of one unit, and bytes of all: nobody fills the disk with what counts for nothing. */
const mostOfUnit = 32;
const mostBytes = 512 * 1024 * 1024;

type HoldingDesk = AnswerDesk & {
  readonly receipts: ReceiptWriter;
  readonly known: KnownReports;
  readonly isTrial: boolean;
};

/**
 * The verdict about a bundle that somebody decided against and that was never taken in; null for any
 * other. It is refused for what it was held for, and gets its receipt again, whatever its place would
 * be by now: only another decision lets it count. A dry run says the same and writes nothing.
 */
export function setAsideBefore(
  { office, receipts, known, isTrial }: HoldingDesk,
  { statement: { from, seq }, statementSha256 }: OpenedReport,
  about: Verdict,
): Verdict | null {
  const store = storeOf(office);
  if (!isSetAside(store, statementSha256)) return null;
  const [told] = listIssuedReceipts(store, statementSha256);
  if (told !== undefined && !isTrial) {
    receipts.write(about.fileName, told.fileName, readReceiptContent(store, told.sequence));
  }
  const code = findHeld(store, statementSha256)?.code ?? 'sequence-fork';
  const numbers = known
    .seen(from.unit)
    .filter(({ series }) => series === from.series)
    .map(({ sequence }) => sequence);
  const facts = { seq, highest: Math.max(0, ...numbers) };
  return { ...about, outcome: 'refused', isAnswerable: true, refusal: { code, facts } };
}

/**
 * Keeps a verified bundle that is refused for nothing but its place in the series (B31): a copy of the
 * installation, or one that nobody enrolled yet. It counts for nothing; the stick may go. Everything
 * else keeps its verdict; what is unsound in any other way is refused, and so is what finds no room
 * (`held-full` {waiting}): nobody is told so, since it is taken once there is room again. A dry run says
 * the same, counts what it would have kept, and keeps nothing.
 */
export function heldOrRefused(
  { office, known, isTrial }: HoldingDesk,
  content: Uint8Array,
  report: OpenedReport,
  verdict: Verdict,
): Verdict {
  const { refusal, fileName } = verdict;
  if (refusal === null || !holdable.includes(refusal.code)) return verdict;
  const refused: Verdict = { ...verdict, outcome: 'refused' };
  const store = storeOf(office);
  const { statement, statementSha256 } = report;
  const held: Verdict = { ...verdict, outcome: 'held' };
  const isKept = known
    .held(statement.from.unit)
    .some((one) => one.statementSha256 === statementSha256);
  if (isKept) return held;
  const judged = judgeBesidePlace(office, report, known);
  if (!judged.ok) return refused;
  const { unit, period, observations, cells } = judged.value;
  const there = known.waiting(unit);
  if (there.ofUnit >= mostOfUnit || there.bytes + content.length > mostBytes) {
    const full = { code: 'held-full', facts: { waiting: there.ofUnit } };
    return { ...refused, isAnswerable: false, refusal: full };
  }
  if (isTrial) {
    known.expectHeld(report, content.length);
    return held;
  }
  const account = accountOf(office);
  const at = office.clock.now();
  const bundle = {
    unit,
    series: statement.from.series,
    sequence: statement.seq,
    period,
    revision: statement.revision,
    fileName,
    statementSha256,
    prev: statement.prev,
    code: refusal.code,
    sealedAt: statement.created,
    heldBy: account.displayName,
    heldAt: at,
  };
  write(store, (handle) => {
    insertHeld(handle, bundle, { observations, cells, acts: receivedActsOf(report) }, content);
    appendAudit(handle, {
      at,
      actor: account.name,
      role: account.role,
      action: 'bundle.hold',
      object: `${unit}/${period}/${String(statement.revision)}`,
      detail: `${refusal.code} ${statementSha256}`,
    });
  });
  return held;
}
