import { ageOpener } from '#shared/bundle/age-envelope.ts';
import type { OpenedReport } from '#shared/bundle/open.ts';
import { senderKeyIn } from '#shared/bundle/keyring.ts';
import type { OpenedKeyring } from '#shared/bundle/keyring.ts';
import { keyIdOf } from '#shared/bundle/signing-key.ts';
import { parsePeriodCode } from '#shared/domain/period.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import { ok } from '#shared/kit/result.ts';
import type { Refusal, Result } from '#shared/kit/result.ts';
import { ruleOf } from '#shared/ipc/verdict-rules.ts';

import { appendAudit } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import type { WriteHandle } from '../storage/handle.ts';
import { listIssuedReceipts, readReceiptContent } from '../storage/issued-receipts.ts';
import { insertReceivedActs } from '../storage/received-acts.ts';
import type { ReceivedAct } from '../storage/received-acts.ts';
import { insertReceivedCells } from '../storage/received-cells.ts';
import type { ReceivedCell } from '../storage/received-cells.ts';
import { insertReceivedFiles } from '../storage/received-attachments.ts';
import type { ReceivedFiles } from '../storage/received-attachments.ts';
import { findReceived, insertReceived } from '../storage/received-sheets.ts';
import type { ReceivedBundle, ReceivedObservation } from '../storage/received-sheets.ts';
import { receivedActsOf } from './received-acts.ts';
import { bareVerdict, isNamedFor } from './exchange-folder.ts';
import type { ExchangeFile, ExchangeFiles } from './exchange-folder.ts';
import { heldOrRefused, setAsideBefore } from './held-bundles.ts';
import { judgeFiles } from './judge-files.ts';
import type { Opened, Watch } from './judge-files.ts';
import type { KeysInUse } from './keys-in-use.ts';
import { knownReports } from './known-reports.ts';
import type { KnownReports } from './known-reports.ts';
import {
  answeredBundle,
  canAnswer,
  isStillGood,
  notEnrolled,
  plainlyAccepted,
  signReceipt,
  storeReceipt,
} from './receipt-issuing.ts';
import type { AnswerDesk, Answered, NewReceipt } from './receipt-issuing.ts';
import { isSignedByRevoked, judgeReport } from './report-judging.ts';
import { noteWritten } from './receipt-handing.ts';
import { receiptWriter } from './receipt-writer.ts';
import type { ReceiptWriter } from './receipt-writer.ts';
import { accountOf, identityOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { keepSealing } from './received-sealings.ts';
import { keepRevisionReasons } from './revision-reasons.ts';
import { currentKeyring } from './trust.ts';

/** How an import goes on: what it is called in reports of bugs, and who looks on. */
export type Import = {
  readonly call: 'bundle.receive' | 'inbox.preview' | 'inbox.takeIn';
  /** A dry run judges all the same and changes nothing: no receipt, nothing in the store. */
  readonly isTrial: boolean;
  readonly watch?: Watch;
  /** Is told of each report in the transaction that stores it. */
  readonly onStored?: (handle: WriteHandle, verdict: Verdict) => void;
  /** Is told of bugs that one file ran into: that file is refused, the others go on. */
  readonly report: (fault: unknown) => void;
};

/**
 * Province: looks at every file, takes in what is sound, and answers each such bundle with a receipt
 * beside it. One verdict per file; a refused file changes nothing and hides nothing.
 */
export async function receiveFiles(
  office: Office,
  keys: KeysInUse,
  { folder, files }: Pick<ExchangeFiles, 'folder' | 'files'>,
  { call, isTrial, watch, onStored, report }: Import,
): Promise<readonly Verdict[]> {
  const keyring = currentKeyring(office);
  if (keyring === null) throw new Error('A province has a keyring from the beginning.');
  const desk: Desk = {
    office,
    keys,
    keyring,
    receipts: receiptWriter(folder, report),
    known: knownReports(storeOf(office)),
    isTrial,
    onStored: onStored ?? (() => undefined),
  };
  const verdicts = await judgeFiles(office, files, {
    call,
    opener: await ageOpener(keys.identity, keys.host),
    host: keys.host,
    findSenderKey: senderKeyIn(keyring.keyring),
    isForHere: () => true,
    skip: ({ fileName }) => bareVerdict(fileName, 'skipped'),
    judge: (file, opened) => judgeOpened(desk, file, opened),
    report,
    ...(watch === undefined ? {} : { watch }),
  });
  return noteWritten(office, await desk.receipts.answered(verdicts));
}

/** What one import stands on. */
type Desk = AnswerDesk & {
  readonly receipts: ReceiptWriter;
  readonly known: KnownReports;
  readonly isTrial: boolean;
  readonly onStored: NonNullable<Import['onStored']>;
};

async function judgeOpened(desk: Desk, file: ExchangeFile, opened: Opened): Promise<Verdict> {
  if (!opened.ok) return notOpened(desk, file.fileName, opened.refusal);
  if (opened.value.kind !== 'report') {
    return {
      ...bareVerdict(file.fileName, 'skipped'),
      refusal: { code: 'receipt-not-for-here', facts: {} },
    };
  }
  return file.bytes.ok
    ? takeIn(desk, file.fileName, file.bytes.value, opened.value)
    : bareVerdict(file.fileName, 'refused');
}

/** Our own receipts lie in the same folder; they are for others and no failure of anybody's. */
function notOpened({ office, keyring }: Desk, fileName: string, refusal: Refusal): Verdict {
  const { unit } = identityOf(office);
  if (isNamedFor(fileName, unit) || refusal.code !== 'addressed-to-other') {
    return notTakenIn(bareVerdict(fileName, 'refused'), revokedRather(refusal, keyring));
  }
  const isOurs = refusal.facts['from'] === unit;
  return {
    ...bareVerdict(fileName, 'skipped'),
    refusal: isOurs ? { code: 'own-receipt', facts: {} } : refusal,
  };
}

/** A key that was revoked is none that somebody forgot to enrol: the advice must be another. */
function revokedRather(refusal: Refusal, { keyring }: OpenedKeyring): Refusal {
  const { unit, kid } = refusal.facts;
  const isRevoked =
    refusal.code === 'sender-not-enrolled' &&
    keyring.units.some(
      (each) => each.unit === unit && keyIdOf(each.jwk) === kid && each.status === 'revoked',
    );
  return isRevoked ? { code: 'sender-revoked', facts: { unit: String(unit) } } : refusal;
}

async function takeIn(
  desk: Desk,
  fileName: string,
  content: Uint8Array,
  report: OpenedReport,
): Promise<Verdict> {
  const { office, keyring, receipts } = desk;
  const { statement } = report;
  const unit = parseUnitCode(statement.from.unit);
  const period = parsePeriodCode(statement.period);
  const about: Verdict = {
    ...bareVerdict(fileName, 'refused'),
    unit,
    unitName: unit === null ? null : unitName(office, unit),
    period,
    revision: statement.revision,
  };
  const refused = (refusal: Refusal): Verdict => notTakenIn(about, refusal);
  const again: Verdict = { ...about, outcome: 'already-received' };
  const copyOf = desk.known.expectedFrom(report.statementSha256);
  if (copyOf !== null) return { ...again, copyOf };
  // Before any rule of today's: what was taken in once is taken in.
  const existing = findReceived(storeOf(office), report.statementSha256);
  if (existing !== null) {
    if (desk.isTrial) return again;
    const answered = await answeredAgain(desk, existing);
    if (!answered.ok) return refused(answered.refusal);
    receipts.write(fileName, answered.value.fileName, answered.value.bytes);
    return again;
  }
  // What came before a revocation is known here; whatever is new may be a thief's.
  if (isSignedByRevoked(report, keyring)) {
    return refused({ code: 'sender-revoked', facts: { unit: statement.from.unit } });
  }
  const aside = setAsideBefore(desk, report, about);
  if (aside !== null) return aside;
  const judged = judgeReport(office, report, desk.known);
  if (!judged.ok) return heldOrRefused(desk, content, report, refused(judged.refusal));
  const accepted: Verdict = {
    ...about,
    outcome: 'accepted',
    replaces: replacedBy(report, desk.known),
  };
  if (desk.isTrial) {
    if (!canAnswer(desk, statement.from.unit)) return refused(notEnrolled(statement.from.unit));
    desk.known.expect(report, fileName);
    return accepted;
  }
  const { observations, cells, files } = judged.value;
  const answered = answeredReport(report);
  const receipt = await signReceipt(desk, answered, plainlyAccepted);
  if (!receipt.ok) return refused(receipt.refusal);
  const received = {
    bundle: {
      unit: judged.value.unit,
      series: statement.from.series,
      sequence: statement.seq,
      period: judged.value.period,
      revision: statement.revision,
      fileName,
      fileSha256: report.fileSha256,
      statementSha256: report.statementSha256,
      prev: statement.prev,
      auditHead: statement.audit.head,
      receivedBy: accountOf(office).displayName,
      receivedAt: receipt.value.receipt.answeredAt,
    },
    content,
    receipt: receipt.value,
    observations,
    cells,
    files,
    acts: receivedActsOf(report),
    report,
  };
  storeReceived(office, received, (handle) => {
    desk.onStored(handle, accepted);
  });
  receipts.write(fileName, receipt.value.receipt.fileName, receipt.value.bytes);
  return accepted;
}

/** The verdict of a refusal, as the one table of refusals has it. */
function notTakenIn(about: Verdict, refusal: Refusal): Verdict {
  const { isHeld, isAnswerable } = ruleOf(refusal.code);
  return {
    ...about,
    outcome: isHeld ? 'held' : 'refused',
    isAnswerable: isAnswerable && about.unit !== null,
    refusal,
  };
}

/** The report that a newer one of the same period stands in for: of its own series the last one. */
function replacedBy(
  { statement: { from, period } }: OpenedReport,
  known: KnownReports,
): Verdict['replaces'] {
  const before = known.seen(from.unit).filter((one) => one.period === period);
  const ofSeries = before.filter(({ series }) => series === from.series);
  const [first, ...others] = ofSeries.length > 0 ? ofSeries : before;
  if (first === undefined) return null;
  const { revision, receivedAt } = others.reduce(
    (last, one) => (one.series === last.series && one.sequence < last.sequence ? last : one),
    first,
  );
  return { revision, receivedAt };
}

/** What a receipt says of a report that was just opened. */
export function answeredReport({
  statement,
  statementSha256,
  fileSha256,
  observations,
  cells,
}: OpenedReport): Answered {
  return {
    statement: statementSha256,
    file: fileSha256,
    unit: statement.from.unit,
    series: statement.from.series,
    seq: statement.seq,
    period: statement.period,
    revision: statement.revision,
    auditHeadSeen: statement.audit.head,
    counts: { rows: observations.length, cells: cells.length },
  };
}

/**
 * The same bundle again gets the very same receipt: the courier may have lost it. It is signed and
 * sealed anew, saying the same, when the unit could not use the old one any more.
 */
async function answeredAgain(
  desk: Desk,
  bundle: ReceivedBundle,
): Promise<Result<{ readonly fileName: string; readonly bytes: Uint8Array }>> {
  const store = storeOf(desk.office);
  const [current] = listIssuedReceipts(store, bundle.statementSha256);
  if (current !== undefined && isStillGood(desk, bundle.unit, current)) {
    const bytes = readReceiptContent(store, current.sequence);
    return ok({ fileName: current.fileName, bytes });
  }
  const { outcome, code, note, remarks } = current ?? plainlyAccepted;
  const answer = { outcome, code, note, remarks };
  const anew = await signReceipt(desk, answeredBundle(store, bundle), answer);
  if (!anew.ok) return anew;
  write(store, (handle) => {
    storeReceipt(desk.office, handle, anew.value, bundle.id);
  });
  return ok({ fileName: anew.value.receipt.fileName, bytes: anew.value.bytes });
}

/**
 * Stores a report that was judged sound, with its receipt, in one transaction; what is to be written
 * with it goes into the same one.
 */
export function storeReceived(
  office: Office,
  received: {
    readonly bundle: Omit<ReceivedBundle, 'id'>;
    readonly content: Uint8Array;
    readonly receipt: NewReceipt;
    readonly observations: readonly ReceivedObservation[];
    readonly cells: readonly ReceivedCell[];
    readonly files: ReceivedFiles;
    readonly acts: readonly ReceivedAct[];
    readonly report: OpenedReport;
  },
  beside: (handle: WriteHandle) => void = () => undefined,
): void {
  const account = accountOf(office);
  const { bundle } = received;
  write(storeOf(office), (handle) => {
    const { content, receipt, observations, cells, files, acts } = received;
    const id = insertReceived(handle, bundle, content, observations);
    insertReceivedCells(handle, id, cells);
    insertReceivedFiles(handle, id, files);
    insertReceivedActs(handle, id, acts);
    keepSealing(handle, id, received.report.statement);
    keepRevisionReasons(handle, id, received.report);
    appendAudit(handle, {
      at: bundle.receivedAt,
      actor: account.name,
      role: account.role,
      action: 'bundle.receive',
      object: `${bundle.unit}/${bundle.period}/${String(bundle.revision)}`,
      detail: bundle.statementSha256,
    });
    storeReceipt(office, handle, receipt, id);
    beside(handle);
  });
}
