import { ageOpener } from '#shared/bundle/age-envelope.ts';
import type { OpenedReceipt } from '#shared/bundle/open.ts';
import { senderKeyIn } from '#shared/bundle/keyring.ts';
import { readShortReceipt } from '#shared/bundle/short-receipt.ts';
import type { Origin } from '#shared/bundle/statement.ts';
import { parsePeriodCode } from '#shared/domain/period.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { appendAudit } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import type { WriteHandle } from '../storage/handle.ts';
import { raiseSignedInstant } from '../storage/known-time.ts';
import { findSentByStatement, listSentBundles } from '../storage/sent-bundles.ts';
import type { SentBundle } from '../storage/sent-bundles.ts';
import { findSubmission } from '../storage/submissions.ts';
import {
  completeTakenReceipt,
  currentReceipt,
  findTakenReceipt,
  insertTakenReceipt,
} from '../storage/taken-receipts.ts';
import type { TakenReceipt } from '../storage/taken-receipts.ts';
import { bareVerdict, exchangeFiles, isNamedAsDrafts, isNamedFor } from './exchange-folder.ts';
import { judgeFiles } from './judge-files.ts';
import type { Opened } from './judge-files.ts';
import { hearReceipt } from './freshness.ts';
import { withOfficeKeys } from './key-use.ts';
import { accountOf, identityOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { takeStep } from './submissions.ts';
import { holdCatalogue } from './take-catalogue.ts';
import { currentKeyring } from './trust.ts';

/**
 * District: reads the province's answers in a folder (or one file). Only a receipt that the trusted
 * province signed, for a bundle that this office sealed, ends the waiting. The province's catalogues
 * come the same way. One verdict per file.
 * `report` is told of a bug that one file ran into: that file is refused, the others go on.
 */
export async function importReceipts(
  office: Office,
  { folder: handle, password }: HandledInput<'receipt.import'>,
  report: (fault: unknown) => void,
): Promise<Result<CallOutput<'receipt.import'>>> {
  const path = office.places.any(handle);
  if (!path.ok) return path;
  const files = exchangeFiles(path.value);
  if (!files.ok) return files;
  const keyring = currentKeyring(office);
  if (keyring === null) return refuse('province-not-trusted');
  const { unit } = identityOf(office);
  return withOfficeKeys(office, password, async (keys) => {
    const verdicts = await judgeFiles(office, files.value.files, {
      call: 'receipt.import',
      opener: await ageOpener(keys.identity, keys.host),
      host: keys.host,
      findSenderKey: senderKeyIn(keyring.keyring),
      isForHere: ({ fileName }) => isNamedFor(fileName, unit) && !isNamedAsDrafts(fileName, unit),
      skip: ({ fileName }) => ({
        ...bareVerdict(fileName, 'skipped'),
        refusal: isNamedAsDrafts(fileName, unit)
          ? { code: 'own-drafts', facts: {} }
          : { code: 'named-for-other', facts: {} },
      }),
      judge: ({ fileName }, opened) => Promise.resolve(judgeOpened(office, fileName, opened)),
      report,
    });
    return ok([...verdicts]);
  });
}

function judgeOpened(office: Office, fileName: string, opened: Opened): Verdict {
  if (!opened.ok) return { ...bareVerdict(fileName, 'refused'), refusal: opened.refusal };
  if (opened.value.kind === 'catalogue') return holdCatalogue(office, fileName, opened.value);
  if (opened.value.kind !== 'receipt') {
    return { ...bareVerdict(fileName, 'skipped'), refusal: { code: 'not-a-receipt', facts: {} } };
  }
  return takeReceipt(office, fileName, opened.value);
}

function takeReceipt(
  office: Office,
  fileName: string,
  { receipt, statementSha256 }: OpenedReceipt,
): Verdict {
  const { from, about, seq, outcome, code, note, remarks, answeredBy, created, previous } = receipt;
  const { auditHeadSeen: auditHead } = receipt;
  const said = { outcome, code, note, remarks, answeredBy, previous, auditHead };
  const taken = { ...said, statement: statementSha256, sequence: seq };
  return takeAnswer(office, bareVerdict(fileName, 'refused'), {
    from,
    about,
    answer: { ...taken, answeredAt: created, isShort: false },
    hear: (handle) => {
      hearReceipt(handle, receipt);
    },
  });
}

/**
 * District: reads the short form of a receipt from the province's paper, typed or scanned; nothing is
 * opened with it, so no password is asked. Remarks come with the whole receipt only. Refuses as
 * `readShortReceipt`, `province-not-trusted` and `receipt-of-unknown-bundle`.
 */
export function enterReceipt(
  office: Office,
  { text }: HandledInput<'receipt.enter'>,
): Result<CallOutput<'receipt.enter'>> {
  const keyring = currentKeyring(office);
  if (keyring === null) return refuse('province-not-trusted');
  const read = readShortReceipt(text, senderKeyIn(keyring.keyring));
  if (!read.ok) return read;
  const { receipt: statement, from, to, seq, outcome, code, created, ...about } = read.value;
  if (to !== identityOf(office).unit) {
    return refuse('addressed-to-other', { to, from: from.unit, unit: identityOf(office).unit });
  }
  const verdict = takeAnswer(office, bareVerdict('', 'refused'), {
    from,
    about: { ...about, statement: about.about },
    answer: {
      statement,
      sequence: seq,
      outcome,
      code,
      note: null,
      remarks: [],
      answeredBy: null,
      previous: null,
      auditHead: read.value.auditHeadSeen,
      answeredAt: created,
      isShort: true,
    },
    hear: (handle) => {
      raiseSignedInstant(handle, { at: created, in: 'receipt' });
    },
  });
  return verdict.refusal === null ? ok(verdict) : { ok: false, refusal: verdict.refusal };
}

/** What a receipt of either form says, its signature verified. */
type SaidOf = {
  readonly from: Origin;
  readonly about: {
    readonly statement: string;
    readonly period: string;
    readonly revision: number;
  };
  readonly answer: Omit<TakenReceipt, 'bundle' | 'series'>;
  /** Keeps what it tells of the province's time and versions. */
  readonly hear: (handle: WriteHandle) => void;
};

function takeAnswer(office: Office, bare: Verdict, { from, about, answer, hear }: SaidOf): Verdict {
  const store = storeOf(office);
  const unit = parseUnitCode(from.unit);
  const verdict: Verdict = {
    ...bare,
    unit,
    unitName: unit === null ? null : unitName(office, unit),
    period: parsePeriodCode(about.period),
    revision: about.revision,
    answer: answer.outcome,
  };
  const bundle = findSentByStatement(store, about.statement);
  if (bundle === null || from.unit !== currentKeyring(office)?.keyring.province) {
    return { ...verdict, refusal: { code: 'receipt-of-unknown-bundle', facts: {} } };
  }
  const taken: TakenReceipt = { ...answer, bundle: bundle.id, series: from.series };
  const known = findTakenReceipt(store, answer.statement);
  if (known !== null && (!known.isShort || answer.isShort)) {
    return { ...verdict, outcome: 'already-received' };
  }
  write(store, (handle) => {
    hear(handle);
    if (known === null) insertTakenReceipt(handle, taken);
    else completeTakenReceipt(handle, taken);
    noteAnswer(office, handle, taken);
    followAnswer(office, handle, bundle);
  });
  return { ...verdict, outcome: 'accepted' };
}

function noteAnswer(office: Office, handle: WriteHandle, taken: TakenReceipt): void {
  const account = accountOf(office);
  appendAudit(handle, {
    at: office.clock.now(),
    actor: account.name,
    role: account.role,
    action: taken.isShort ? 'receipt.enter' : 'receipt.take',
    object: taken.statement,
    detail: taken.outcome,
  });
}

/** What an answer makes of a report; a refused one waits on, as nothing of it is there. */
const steps: Readonly<Record<TakenReceipt['outcome'], 'receive' | 'hand-back' | null>> = {
  accepted: 'receive',
  'accepted-with-notes': 'receive',
  returned: 'hand-back',
  refused: null,
};

/**
 * An answer to an earlier bundle than the newest of its period, or an older answer than the newest, is
 * kept and moves nothing.
 */
function followAnswer(office: Office, handle: WriteHandle, bundle: SentBundle): void {
  const submission = findSubmission(handle, identityOf(office).unit, bundle.period);
  const current = currentReceipt(handle, bundle.id);
  const [newest] = listSentBundles(handle, bundle.period);
  if (submission?.revision !== bundle.revision || current === null) return;
  // A restored office sealed the same revision once more: that bundle is the one that waits.
  if (newest?.id !== bundle.id) return;
  const step = steps[current.outcome];
  // In a state that does not know the step, as when it was answered so before, nothing is to do.
  if (step !== null) takeStep(office, handle, bundle.period, step, current.note);
}
