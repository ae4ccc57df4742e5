import { ageOpener } from '#shared/bundle/age-envelope.ts';
import type { Sha256 } from '#shared/bundle/bytes.ts';
import { checkCode } from '#shared/bundle/fingerprint.ts';
import type { OpenedReport } from '#shared/bundle/open.ts';
import { senderKeyIn } from '#shared/bundle/keyring.ts';
import type { OpenedKeyring } from '#shared/bundle/keyring.ts';
import { keyIdOf } from '#shared/bundle/signing-key.ts';
import { sealReceipt } from '#shared/bundle/seal.ts';
import { judgeSequence } from '#shared/bundle/sequence.ts';
import { parsePeriodCode } from '#shared/domain/period.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Refusal, Result } from '#shared/kit/result.ts';

import { appendAudit } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import type { ReadHandle } from '../storage/handle.ts';
import { listEnrolledSeries } from '../storage/keyrings.ts';
import { insertReceivedActs } from '../storage/received-acts.ts';
import type { ReceivedAct } from '../storage/received-acts.ts';
import { insertReceivedCells } from '../storage/received-cells.ts';
import type { ReceivedCell } from '../storage/received-cells.ts';
import { insertReceivedFiles } from '../storage/received-attachments.ts';
import type { ReceivedFiles } from '../storage/received-attachments.ts';
import {
  findReceived,
  insertReceived,
  listCurrentBundles,
  listReceivedBundles,
  listSeen,
  nextReceiptSequence,
  readReceiptContent,
} from '../storage/received-sheets.ts';
import type { ReceivedBundle, ReceivedObservation } from '../storage/received-sheets.ts';
import { receivedActsOf } from './received-acts.ts';
import { receivedCellsOf } from './cell-records.ts';
import { bareVerdict, exchangeFiles, isNamedFor } from './exchange-folder.ts';
import type { ExchangeFile } from './exchange-folder.ts';
import { judgeFiles } from './judge-files.ts';
import type { Opened } from './judge-files.ts';
import { withOfficeKeys } from './key-use.ts';
import type { KeysInUse } from './key-use.ts';
import { receivedOf } from './observation-records.ts';
import { receiptWriter } from './receipt-writer.ts';
import type { ReceiptWriter } from './receipt-writer.ts';
import { accountOf, catalogueOf, identityOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { findPeriod } from './ledger.ts';
import { receivedFilesOf } from './received-attachments.ts';
import { currentKeyring } from './trust.ts';

/**
 * Province: looks at every file of a place, takes in what is sound, and answers each such bundle
 * with a receipt beside it. One verdict per file; a refused file changes nothing and hides nothing.
 * `report` is told of a bug that one file ran into: that file is refused, the others go on.
 */
export async function receiveBundles(
  office: Office,
  { place, password }: HandledInput<'bundle.receive'>,
  report: (fault: unknown) => void,
): Promise<Result<CallOutput<'bundle.receive'>>> {
  const path = office.places.any(place);
  if (!path.ok) return path;
  const files = exchangeFiles(path.value);
  if (!files.ok) return files;
  if (currentKeyring(office) === null) return refuse('call-not-permitted');
  return withOfficeKeys(office, password, async (keys) =>
    ok(await receiveFiles(office, keys, files.value, report)),
  );
}

/** As `receiveBundles`, with the office's keys open and the files at hand, in their order. */
export async function receiveFiles(
  office: Office,
  keys: KeysInUse,
  { folder, files }: { readonly folder: string; readonly files: Iterable<ExchangeFile> },
  report: (fault: unknown) => void,
): Promise<CallOutput<'bundle.receive'>> {
  const keyring = currentKeyring(office);
  if (keyring === null) throw new Error('A province has a keyring from the beginning.');
  const desk: Desk = {
    office,
    keys,
    keyring,
    receipts: receiptWriter(folder, report),
    enrolledSeries: rememberedSeries(storeOf(office)),
  };
  const verdicts = await judgeFiles(office, files, {
    call: 'bundle.receive',
    opener: await ageOpener(keys.identity, keys.x25519),
    findSenderKey: senderKeyIn(keyring.keyring),
    isForHere: () => true,
    skip: ({ fileName }) => bareVerdict(fileName, 'skipped'),
    judge: (file, opened) => judgeOpened(desk, file, opened),
    report,
  });
  return desk.receipts.answered(verdicts);
}

/** What one import stands on. */
type Desk = {
  readonly office: Office;
  readonly keys: KeysInUse;
  readonly keyring: OpenedKeyring;
  readonly receipts: ReceiptWriter;
  /** The accepted series of a unit: nobody is enrolled while an import runs. */
  readonly enrolledSeries: (unit: string) => readonly string[];
};

/** Everything that was received, newest first; `isCurrent` marks what the consolidation stands on. */
export function listReceived(office: Office): CallOutput<'bundle.received'> {
  const store = storeOf(office);
  const bundles = listReceivedBundles(store);
  const periods = new Set(bundles.map((bundle) => bundle.period));
  const current = new Set(
    [...periods].flatMap((period) => listCurrentBundles(store, period).map(({ id }) => id)),
  );
  return bundles.map((bundle) => ({
    unit: bundle.unit,
    unitName: unitName(office, bundle.unit),
    period: bundle.period,
    revision: bundle.revision,
    sequence: bundle.sequence,
    fileName: bundle.fileName,
    checkCode: checkCode(bundle.statementSha256 as Sha256),
    receivedAt: bundle.receivedAt,
    isCurrent: current.has(bundle.id),
  }));
}

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
function notOpened({ office }: Desk, fileName: string, refusal: Refusal): Verdict {
  const { unit } = identityOf(office);
  if (isNamedFor(fileName, unit) || refusal.code !== 'addressed-to-other') {
    return { ...bareVerdict(fileName, 'refused'), refusal };
  }
  const isOurs = refusal.facts['from'] === unit;
  return {
    ...bareVerdict(fileName, 'skipped'),
    refusal: isOurs ? { code: 'own-receipt', facts: {} } : refusal,
  };
}

async function takeIn(
  desk: Desk,
  fileName: string,
  content: Uint8Array,
  report: OpenedReport,
): Promise<Verdict> {
  const { office, keys, keyring, receipts } = desk;
  const { statement } = report;
  const judged = judgeReport(desk, report);
  const unit = parseUnitCode(statement.from.unit);
  const period = parsePeriodCode(statement.period);
  const about: Verdict = {
    ...bareVerdict(fileName, 'refused'),
    unit,
    unitName: unit === null ? null : unitName(office, unit),
    period,
    revision: statement.revision,
  };
  const refused = (refusal: Refusal): Verdict => ({ ...about, refusal });
  if (!judged.ok) return refused(judged.refusal);
  const existing = findReceived(storeOf(office), report.statementSha256);
  if (existing !== null) {
    // The same bundle again gets the very same receipt: the courier may have lost it.
    receipts.write(
      fileName,
      existing.receiptFileName,
      readReceiptContent(storeOf(office), existing.id),
    );
    return { ...about, outcome: 'already-received' };
  }

  const keysOfUnit = keyring.keyring.units.filter((one) => one.unit === statement.from.unit);
  const isRevoked = keysOfUnit.some(
    ({ jwk, status }) => status === 'revoked' && report.signedBy.includes(keyIdOf(jwk)),
  );
  // What came before the revocation is known here; whatever is new may be a thief's.
  if (isRevoked) {
    return refused({ code: 'sender-revoked', facts: { unit: statement.from.unit } });
  }
  const { observations, cells, files } = judged.value;
  const sequence = nextReceiptSequence(storeOf(office));
  // The answer is for whoever can open it now, also where a key before this one sealed the bundle.
  const entry = keysOfUnit.find(({ status }) => status === 'active') ?? keysOfUnit.at(-1);
  if (entry === undefined)
    return refused({ code: 'sender-not-enrolled', facts: { unit: statement.from.unit } });
  const now = office.clock.now();
  const { series } = identityOf(office);
  const sealed = await sealReceipt({
    facts: {
      from: { unit: identityOf(office).unit, series },
      to: { unit: entry.unit, recipients: [entry.recipient] },
      seq: sequence,
      created: now,
      about: {
        statement: report.statementSha256,
        file: report.fileSha256,
        unit: statement.from.unit,
        series: statement.from.series,
        seq: statement.seq,
        period: statement.period,
        revision: statement.revision,
      },
      outcome: 'accepted',
      code: null,
      note: null,
      remarks: [],
      answeredBy: accountOf(office).displayName,
      previous: null,
      counts: { rows: observations.length, cells: cells.length },
      auditHeadSeen: statement.audit.head,
      keyring: keyring.keyring.version,
      catalogue: catalogueOf(office).version,
    },
    signer: keys.signer,
    ownRecipient: keys.ownRecipient,
    x25519: keys.x25519,
  });
  if (!sealed.ok) return refused(sealed.refusal);
  storeReceived(office, {
    bundle: {
      unit: judged.value.unit,
      series: statement.from.series,
      sequence: statement.seq,
      period: judged.value.period,
      revision: statement.revision,
      fileName,
      fileSha256: report.fileSha256,
      statementSha256: report.statementSha256,
      auditHead: statement.audit.head,
      receivedBy: accountOf(office).displayName,
      receivedAt: now,
      receiptSequence: sequence,
      receiptFileName: sealed.value.fileName,
    },
    content,
    receipt: sealed.value.bytes,
    observations,
    cells,
    files,
    acts: receivedActsOf(report),
  });
  receipts.write(fileName, sealed.value.fileName, sealed.value.bytes);
  return { ...about, outcome: 'accepted' };
}

function rememberedSeries(store: ReadHandle): Desk['enrolledSeries'] {
  const known = new Map<string, readonly string[]>();
  return (unit) => {
    const series = known.get(unit) ?? listEnrolledSeries(store, unit);
    known.set(unit, series);
    return series;
  };
}

type Judged = {
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  readonly observations: readonly ReceivedObservation[];
  readonly cells: readonly ReceivedCell[];
  readonly files: ReceivedFiles;
};

/** The rules behind a sound signature: its place in the series, the period, figures and cells. */
function judgeReport({ office, enrolledSeries }: Desk, report: OpenedReport): Result<Judged> {
  const { statement } = report;
  const store = storeOf(office);
  const { unit: from, series } = statement.from;
  const seen = listSeen(store, from).filter((bundle) => bundle.series === series);
  const place = judgeSequence(
    {
      period: statement.period,
      seq: statement.seq,
      statementSha256: report.statementSha256,
      prev: statement.prev,
    },
    {
      accepted: enrolledSeries(from).includes(series),
      received: seen.map(({ period, sequence, statementSha256 }) => ({
        period,
        seq: sequence,
        statementSha256: statementSha256 as Sha256,
      })),
    },
  );
  if (!place.ok) return place;
  const unit = parseUnitCode(from);
  const period = parsePeriodCode(statement.period);
  if (unit === null) return refuse('unit-unknown', { unit: from });
  if (period === null) return refuse('period-unknown', { period: statement.period });
  const known = findPeriod(office, period);
  if (!known.ok) return known;
  if (statement.catalogue > catalogueOf(office).version) {
    return refuse('catalogue-newer', { version: statement.catalogue });
  }
  const observations: ReceivedObservation[] = [];
  for (const record of report.observations) {
    const received = receivedOf(record, from, catalogueOf(office));
    if (!received.ok) return received;
    observations.push(received.value);
  }
  const cells = receivedCellsOf(report.cells, unit, known.value, catalogueOf(office));
  if (!cells.ok) return cells;
  const files = receivedFilesOf(report);
  return files.ok
    ? ok({ unit, period, observations, cells: cells.value, files: files.value })
    : files;
}

function storeReceived(
  office: Office,
  received: {
    readonly bundle: Omit<ReceivedBundle, 'id'>;
    readonly content: Uint8Array;
    readonly receipt: Uint8Array;
    readonly observations: readonly ReceivedObservation[];
    readonly cells: readonly ReceivedCell[];
    readonly files: ReceivedFiles;
    readonly acts: readonly ReceivedAct[];
  },
): void {
  const account = accountOf(office);
  const { bundle } = received;
  write(storeOf(office), (handle) => {
    const { content, receipt, observations, cells, files, acts } = received;
    const id = insertReceived(handle, bundle, content, receipt, observations);
    insertReceivedCells(handle, id, cells);
    insertReceivedFiles(handle, id, files);
    insertReceivedActs(handle, id, acts);
    appendAudit(handle, {
      at: bundle.receivedAt,
      actor: account.name,
      role: account.role,
      action: 'bundle.receive',
      object: `${bundle.unit}/${bundle.period}/${String(bundle.revision)}`,
      detail: bundle.statementSha256,
    });
  });
}
