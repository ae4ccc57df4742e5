import { senderKeyIn } from '#shared/bundle/keyring.ts';
import { openBundle } from '#shared/bundle/open.ts';
import type { OpenedReport } from '#shared/bundle/open.ts';
import type { StreamDesk } from '#shared/ipc/calls/streams.ts';
import type { HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { appendAudit } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import { readHeldContent } from '../storage/held-bundles.ts';
import type { HeldBundle } from '../storage/held-bundles.ts';
import { listCurrentOutcomes } from '../storage/issued-receipts.ts';
import { insertDecision } from '../storage/stream-decisions.ts';
import { withOfficeKeys } from './key-use.ts';
import { accountOf, identityOf, storeOf } from './office.ts';
import { answeredBundle, signReceipt, storeReceipt } from './receipt-issuing.ts';
import type { Answer, AnswerDesk, Answered, NewReceipt } from './receipt-issuing.ts';
import type { Office } from './office.ts';
import { receivedActsOf } from './received-acts.ts';
import { answeredReport, storeReceived } from './receiving.ts';
import { isSignedByRevoked, judgeBesidePlace } from './report-judging.ts';
import { openQuestions, questionOf, viewStreams } from './streams.ts';
import type { OpenQuestion, OtherStream } from './streams.ts';
import { currentKeyring } from './trust.ts';

type Judged = Extract<ReturnType<typeof judgeBesidePlace>, { readonly ok: true }>['value'];

/** A held bundle that was verified wholly again, from its kept bytes. */
type Verified = {
  readonly held: HeldBundle;
  readonly content: Uint8Array;
  readonly report: OpenedReport;
  readonly judged: Judged;
};

/**
 * Decides which bundle of a unit and period counts from now on, with a receipt for each bundle about
 * which the unit was told nothing, or something else (B31). A held bundle that is chosen is opened and
 * judged anew in everything but its place in the series. What was decided may be decided otherwise.
 * Refuses `reason-missing`, `stream-settled`
 * where there is nothing to decide, `streams-changed` when something came meanwhile, what
 * `openBundle` and `judgeBesidePlace` refuse, `sender-revoked` {unit}, as `signReceipt`, and wrong
 * passwords.
 */
export async function decideStreams(
  office: Office,
  { unit, period, chosen, known, reason, password }: HandledInput<'stream.decide'>,
): Promise<Result<StreamDesk>> {
  if (reason === '') return refuse('reason-missing');
  const question = questionOf(office, unit, period);
  const isOpen = openQuestions(office, period).some((each) => each.unit === unit);
  const isAsBefore = !isOpen && chosen === (question?.here?.statementSha256 ?? null);
  if (question === null || isAsBefore) return refuse('stream-settled');
  const there = statementsOf(question);
  const isAllSeen = there.length === known.length && there.every((each) => known.includes(each));
  const isThere = chosen === null ? question.here === null : there.includes(chosen);
  if (!isAllSeen || !isThere) return refuse('streams-changed');
  const keyring = currentKeyring(office);
  if (keyring === null) return refuse('call-not-permitted');
  const decided = await withOfficeKeys(office, password, (keys) =>
    decide({ office, keys, keyring }, question, { period, chosen, reason }),
  );
  return decided.ok ? viewStreams(office, period) : decided;
}

type Choice = Pick<HandledInput<'stream.decide'>, 'period' | 'chosen' | 'reason'>;

/** A signed receipt with the bundle that it answers; null for one that is not taken in. */
type Told = { readonly receipt: NewReceipt; readonly bundle: number | null };

async function decide(
  desk: AnswerDesk,
  question: OpenQuestion,
  { period, chosen, reason }: Choice,
): Promise<Result<null>> {
  const { office } = desk;
  const { here, others } = question;
  const isChosen = ({ bundle }: OtherStream): boolean => bundle.statementSha256 === chosen;
  const taken = others.find(isChosen);
  const told: Told[] = [];
  const verified = taken?.kind === 'held' ? await verifiedAgain(desk, taken.bundle) : null;
  if (verified !== null && !verified.ok) return verified;
  const takenReceipt =
    taken === undefined ? null : await tellTaken(desk, taken, verified?.value ?? null, reason);
  if (takenReceipt !== null && !takenReceipt.ok) return takenReceipt;
  const left: OtherStream[] = others.filter((other) => !isChosen(other));
  if (here !== null && here.statementSha256 !== chosen) {
    left.push({ kind: 'received', bundle: here });
  }
  for (const one of left) {
    const ahead = told.length + (takenReceipt === null ? 0 : 1);
    const receipt = await tellSetAside(desk, one, reason, ahead);
    if (receipt !== null) told.push(receipt);
  }
  const account = accountOf(office);
  const at = office.clock.now();
  write(storeOf(office), (handle) => {
    if (verified !== null && takenReceipt !== null) {
      storeTaken(office, verified.value, takenReceipt.value);
    } else if (takenReceipt !== null && taken !== undefined) {
      storeReceipt(office, handle, takenReceipt.value, taken.bundle.id);
    }
    for (const { receipt, bundle } of told) storeReceipt(office, handle, receipt, bundle);
    const setAside = left.map(({ bundle }) => bundle.statementSha256);
    appendAudit(handle, {
      at,
      actor: account.name,
      role: account.role,
      action: 'stream.decide',
      object: `${question.unit}/${period}`,
      detail: [chosen ?? 'none', ...setAside].join(' '),
    });
    insertDecision(handle, {
      unit: question.unit,
      period,
      chosen,
      setAside,
      reason,
      decidedBy: account.displayName,
      decidedAt: at,
    });
  });
  return ok(null);
}

/** The bundle that counts, and those that others sent. */
function statementsOf({ here, others }: OpenQuestion): readonly string[] {
  const own = here === null ? [] : [here.statementSha256];
  return [...own, ...others.map(({ bundle }) => bundle.statementSha256)];
}

/** Opens a held bundle from its kept bytes and judges it as on the day on which it came. */
async function verifiedAgain(
  { office, keys, keyring }: AnswerDesk,
  held: HeldBundle,
): Promise<Result<Verified>> {
  const content = readHeldContent(storeOf(office), held.id);
  const opened = await openBundle(content, {
    unit: identityOf(office).unit,
    identities: [keys.identity],
    findSenderKey: senderKeyIn(keyring.keyring),
    host: keys.host,
  });
  if (!opened.ok) return opened;
  const report = opened.value;
  if (report.kind !== 'report' || report.statementSha256 !== held.statementSha256) {
    return refuse('bundle-altered', { path: held.fileName });
  }
  if (isSignedByRevoked(report, keyring)) return refuse('sender-revoked', { unit: held.unit });
  const judged = judgeBesidePlace(office, report);
  return judged.ok ? ok({ held, content, report, judged: judged.value }) : judged;
}

/** Tells a unit that a bundle counts after all, and why. */
function tellTaken(
  desk: AnswerDesk,
  taken: OtherStream,
  verified: Verified | null,
  reason: string,
): Promise<Result<NewReceipt>> {
  const answered: Answered | null =
    verified !== null
      ? answeredReport(verified.report)
      : taken.kind === 'received'
        ? answeredBundle(storeOf(desk.office), taken.bundle)
        : null;
  if (answered === null) throw new Error('A held bundle is verified before it is taken.');
  const answer = { outcome: 'accepted-with-notes', code: null, note: reason, remarks: [] } as const;
  return signReceipt(desk, answered, answer);
}

/**
 * Tells a unit that a bundle does not count, and why: returned where it was taken in, refused where it
 * was held. Nobody is told anything where nobody can be: a revoked key, or no key at all.
 */
async function tellSetAside(
  desk: AnswerDesk,
  left: OtherStream,
  reason: string,
  ahead: number,
): Promise<Told | null> {
  const store = storeOf(desk.office);
  if (left.kind === 'received') {
    const { bundle } = left;
    if (listCurrentOutcomes(store).get(bundle.id)?.outcome === 'returned') return null;
    const answer = { outcome: 'returned', code: null, note: reason, remarks: [] } as const;
    const receipt = await signReceipt(desk, answeredBundle(store, bundle), answer, ahead);
    return receipt.ok ? { receipt: receipt.value, bundle: bundle.id } : null;
  }
  const verified = await verifiedAgain(desk, left.bundle);
  if (!verified.ok) return null;
  const { code } = left.bundle;
  const answer: Answer = { outcome: 'refused', code, note: reason, remarks: [] };
  const receipt = await signReceipt(desk, answeredReport(verified.value.report), answer, ahead);
  return receipt.ok ? { receipt: receipt.value, bundle: null } : null;
}

function storeTaken(
  office: Office,
  { held, content, report, judged }: Verified,
  receipt: NewReceipt,
): void {
  const { statement } = report;
  storeReceived(office, {
    bundle: {
      unit: judged.unit,
      series: statement.from.series,
      sequence: statement.seq,
      period: judged.period,
      revision: statement.revision,
      fileName: held.fileName,
      fileSha256: report.fileSha256,
      statementSha256: report.statementSha256,
      prev: statement.prev,
      auditHead: statement.audit.head,
      receivedBy: accountOf(office).displayName,
      receivedAt: receipt.receipt.answeredAt,
    },
    content,
    receipt,
    observations: judged.observations,
    cells: judged.cells,
    files: judged.files,
    acts: receivedActsOf(report),
    report,
  });
}
