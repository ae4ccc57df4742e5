import { senderKeyIn } from '#shared/bundle/keyring.ts';
import { openBundle } from '#shared/bundle/open.ts';
import { keyIdOf } from '#shared/bundle/signing-key.ts';
import { longestNote, longestRefusalNote } from '#shared/domain/answer-limits.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import { plainText } from '#shared/kit/plain-text.ts';
import type { Result } from '#shared/kit/result.ts';
import { describeRefusal } from '#shared/text/translate.ts';

import { write } from '../storage/handle.ts';
import { listIssuedReceipts, readReceiptContent } from '../storage/issued-receipts.ts';
import { findReceived } from '../storage/received-sheets.ts';
import { writeDurably } from './durable-file.ts';
import { pickedFiles } from './exchange-folder.ts';
import { withOfficeKeys } from './key-use.ts';
import { identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { noteHanded } from './receipt-handing.ts';
import { isStillGood, signReceipt, storeReceipt } from './receipt-issuing.ts';
import type { AnswerDesk } from './receipt-issuing.ts';
import { answeredReport } from './receiving.ts';
import { judgeReport } from './report-judging.ts';
import { currentKeyring } from './trust.ts';

/**
 * Province: tells a unit, signed, that a bundle of it was not taken in and why, when somebody decides
 * so; nothing of the bundle is kept. Only what the unit verifiably sent is answered: anything else
 * keeps its refusal. Refuses `file-missing`, `bundle-not-refused` for what can be received, what
 * `openBundle` refuses, as `signReceipt`, and as `writeDurably`.
 */
export async function refuseBundle(
  office: Office,
  { place, fileName, note: written, password }: HandledInput<'answer.refuse'>,
): Promise<Result<CallOutput<'answer.refuse'>>> {
  const paths = office.places.all(place);
  if (!paths.ok) return paths;
  const files = pickedFiles(paths.value);
  if (!files.ok) return files;
  const keyring = currentKeyring(office);
  if (keyring === null) return refuse('call-not-permitted');
  const { folder } = files.value;
  const bytes = bytesOf(files.value.files, fileName);
  if (!bytes.ok) return bytes;
  const receipt = await withOfficeKeys(office, password, (keys) =>
    signRefusal({ office, keys, keyring }, bytes.value, written === '' ? null : written),
  );
  if (!receipt.ok) return receipt;
  const name = writeDurably(folder, receipt.value.fileName, receipt.value.bytes);
  if (!name.ok) return name;
  noteHanded(office, [receipt.value.sequence], 'folder');
  return ok({ fileName: name.value, code: receipt.value.code });
}

function bytesOf(
  files: Iterable<{ readonly fileName: string; readonly bytes: Result<Uint8Array> }>,
  fileName: string,
): Result<Uint8Array> {
  for (const file of files) if (file.fileName === fileName) return file.bytes;
  return refuse('file-missing', { file: fileName });
}

/** A reason that leaves room for the longest words of an officer. */
function shortened(reason: string): string {
  const most = longestNote - longestRefusalNote - 1;
  return reason.length <= most ? reason : `${reason.slice(0, most - 1).trimEnd()}…`;
}

type Refusal = {
  readonly sequence: number;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly code: string;
};

async function signRefusal(
  desk: AnswerDesk,
  bytes: Uint8Array,
  written: string | null,
): Promise<Result<Refusal>> {
  const { office, keys, keyring } = desk;
  const { unit } = identityOf(office);
  const findSenderKey = senderKeyIn(keyring.keyring);
  const opened = await openBundle(bytes, { unit, identities: [keys.identity], findSenderKey });
  if (!opened.ok) return opened;
  if (opened.value.kind !== 'report') return refuse('bundle-not-refused');
  const report = opened.value;
  const store = storeOf(office);
  if (findReceived(store, report.statementSha256) !== null) return refuse('bundle-not-refused');
  const from = report.statement.from.unit;
  // Whoever holds a revoked key is nobody to answer; the unit has a new one.
  const isRevoked = keyring.keyring.units.some(
    ({ jwk, status }) => status === 'revoked' && report.signedBy.includes(keyIdOf(jwk)),
  );
  if (isRevoked) return refuse('sender-revoked', { unit: from });
  const judged = judgeReport(office, report);
  if (judged.ok) return refuse('bundle-not-refused');
  const { code } = judged.refusal;
  // The code alone would not tell which row or cell: the receipt carries no facts but in its note.
  const reason = shortened(plainText(describeRefusal(judged.refusal, 'vi').text));
  const note = written === null ? reason : `${reason}\n${written}`;
  const [known] = listIssuedReceipts(store, report.statementSha256);
  if (known?.code === code && known.note === note && isStillGood(desk, from, known)) {
    const { sequence, fileName } = known;
    return ok({ sequence, fileName, bytes: readReceiptContent(store, sequence), code });
  }
  const answer = { outcome: 'refused', code, note, remarks: [] } as const;
  const receipt = await signReceipt(desk, answeredReport(report), answer);
  if (!receipt.ok) return receipt;
  write(store, (handle) => {
    storeReceipt(office, handle, receipt.value, null);
  });
  const { sequence, fileName } = receipt.value.receipt;
  return ok({ sequence, fileName, bytes: receipt.value.bytes, code });
}
