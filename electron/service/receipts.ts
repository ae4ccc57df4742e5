import { ageOpener } from '#shared/bundle/age-envelope.ts';
import type { OpenedReceipt } from '#shared/bundle/open.ts';
import { senderKeyIn } from '#shared/bundle/keyring.ts';
import { parsePeriodCode } from '#shared/domain/period.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { write } from '../storage/handle.ts';
import { findSentByStatement, markReceipted } from '../storage/sent-bundles.ts';
import type { SentBundle } from '../storage/sent-bundles.ts';
import { findSubmission } from '../storage/submissions.ts';
import { bareVerdict, exchangeFiles, isNamedFor } from './exchange-folder.ts';
import { judgeFiles } from './judge-files.ts';
import type { Opened } from './judge-files.ts';
import { withOfficeKeys } from './key-use.ts';
import { identityOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { takeStep } from './submissions.ts';
import { currentKeyring } from './trust.ts';

/**
 * District: reads the province's answers in a folder (or one file). Only a receipt that the trusted
 * province signed, for a bundle that this office sealed, ends the waiting. One verdict per file.
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
      opener: await ageOpener(keys.identity, keys.x25519),
      findSenderKey: senderKeyIn(keyring.keyring),
      isForHere: ({ fileName }) => isNamedFor(fileName, unit),
      skip: ({ fileName }) => ({
        ...bareVerdict(fileName, 'skipped'),
        refusal: { code: 'named-for-other', facts: {} },
      }),
      judge: ({ fileName }, opened) => Promise.resolve(judgeOpened(office, fileName, opened)),
      report,
    });
    return ok([...verdicts]);
  });
}

function judgeOpened(office: Office, fileName: string, opened: Opened): Verdict {
  if (!opened.ok) return { ...bareVerdict(fileName, 'refused'), refusal: opened.refusal };
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
  const store = storeOf(office);
  const unit = parseUnitCode(receipt.from.unit);
  const about: Verdict = {
    ...bareVerdict(fileName, 'refused'),
    unit,
    unitName: unit === null ? null : unitName(office, unit),
    period: parsePeriodCode(receipt.about.period),
    revision: receipt.about.revision,
  };
  const bundle = findSentByStatement(store, receipt.about.statement);
  if (bundle === null || receipt.from.unit !== currentKeyring(office)?.keyring.province) {
    return { ...about, refusal: { code: 'receipt-of-unknown-bundle', facts: {} } };
  }
  if (bundle.receiptStatementSha256 === statementSha256) {
    return { ...about, outcome: 'already-received' };
  }
  write(store, (handle) => {
    markReceipted(handle, bundle.id, {
      statement: statementSha256,
      outcome: receipt.outcome,
      code: receipt.code,
      at: receipt.created,
    });
    if (receipt.outcome === 'accepted' && isCurrent(office, bundle)) {
      takeStep(office, handle, bundle.period, 'receive', null);
    }
  });
  return { ...about, outcome: 'accepted' };
}

/** A receipt of an earlier revision is kept, but does not end the waiting for the newest. */
function isCurrent(office: Office, bundle: SentBundle): boolean {
  const submission = findSubmission(storeOf(office), identityOf(office).unit, bundle.period);
  return submission?.revision === bundle.revision && submission.state === 'sealed';
}
