import { openBundle } from '#shared/bundle/open.ts';
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
import type { ExchangeFile } from './exchange-folder.ts';
import { withOfficeKeys } from './key-use.ts';
import type { KeysInUse } from './key-use.ts';
import { identityOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { takeStep } from './submissions.ts';
import { currentKeyring } from './trust.ts';

/**
 * District: reads the province's answers in a folder (or one file). Only a receipt that the trusted
 * province signed, for a bundle that this office sealed, ends the waiting. One verdict per file.
 */
export async function importReceipts(
  office: Office,
  { folder: handle, password }: HandledInput<'receipt.import'>,
): Promise<Result<CallOutput<'receipt.import'>>> {
  const path = office.places.any(handle);
  if (!path.ok) return path;
  const files = exchangeFiles(path.value);
  if (!files.ok) return files;
  if (currentKeyring(office) === null) return refuse('province-not-trusted');
  return withOfficeKeys(office, password, async (keys) => {
    const verdicts: Verdict[] = [];
    for (const file of files.value) verdicts.push(await judgeFile(office, file, keys));
    return ok(verdicts);
  });
}

async function judgeFile(office: Office, file: ExchangeFile, keys: KeysInUse): Promise<Verdict> {
  if (!file.bytes.ok) {
    const { refusal } = file.bytes;
    const outcome = refusal.code === 'not-a-bundle' ? 'skipped' : 'refused';
    return { ...bareVerdict(file.fileName, outcome), refusal };
  }
  const { unit } = identityOf(office);
  if (!isNamedFor(file.fileName, unit)) {
    return {
      ...bareVerdict(file.fileName, 'skipped'),
      refusal: { code: 'named-for-other', facts: {} },
    };
  }
  const keyring = currentKeyring(office);
  const opened = await openBundle(file.bytes.value, {
    unit,
    identities: [keys.identity],
    findSenderKey: keyring === null ? () => null : senderKeyIn(keyring.keyring),
  });
  if (!opened.ok) return { ...bareVerdict(file.fileName, 'refused'), refusal: opened.refusal };
  if (opened.value.kind !== 'receipt') {
    return {
      ...bareVerdict(file.fileName, 'skipped'),
      refusal: { code: 'not-a-receipt', facts: {} },
    };
  }
  return takeReceipt(office, file.fileName, opened.value);
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
