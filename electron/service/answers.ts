import { sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import { checkCode } from '#shared/bundle/fingerprint.ts';
import type { Sha256 } from '#shared/bundle/bytes.ts';
import { MAX_REMARK_BYTES, mostRemarks, remarkBytes } from '#shared/bundle/receipt.ts';
import type { Receipt } from '#shared/bundle/receipt.ts';
import type { AnswerView } from '#shared/ipc/calls/answer.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { findHanded } from '../storage/handed-receipts.ts';
import { appendAudit } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import {
  findIssuedReceipt,
  listIssuedReceipts,
  readReceiptContent,
} from '../storage/issued-receipts.ts';
import { findReceivedBundle } from '../storage/received-sheets.ts';
import { insertRemark, listRemarks } from '../storage/remarks.ts';
import { listUnitDecisions, standingAside } from '../storage/stream-decisions.ts';
import { receivedTargetNames } from './attachment-targets.ts';
import { writeDurably } from './durable-file.ts';
import { withOfficeKeys } from './key-use.ts';
import { findPeriod } from './ledger.ts';
import { accountOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { noteHanded } from './receipt-handing.ts';
import { answeredBundle, signReceipt, storeReceipt } from './receipt-issuing.ts';
import { isCellOfReport } from './received-report.ts';
import { languageOf } from './sessions.ts';
import { currentKeyring } from './trust.ts';

/**
 * Province: what was answered to a received report, and what somebody wants to say of it. Refuses
 * `bundle-unknown`.
 */
export function viewAnswer(
  office: Office,
  { bundle: id }: HandledInput<'answer.view'>,
): Result<AnswerView> {
  const store = storeOf(office);
  const bundle = findReceivedBundle(store, id);
  if (bundle === null) return refuse('bundle-unknown');
  const names = receivedTargetNames(office, bundle);
  const named = (remarks: Receipt['remarks']) =>
    remarks.map((remark) => ({ ...remark, place: names(remark) ?? remark.row }));
  const period = findPeriod(office, bundle.period);
  return ok({
    bundle: bundle.id,
    unit: bundle.unit,
    unitName: unitName(office, bundle.unit),
    period: bundle.period,
    periodName: period.ok ? period.value.name[languageOf(office)] : bundle.period,
    revision: bundle.revision,
    checkCode: checkCode(bundle.statementSha256 as Sha256), // a digest when it was stored
    receivedAt: bundle.receivedAt,
    receipts: listIssuedReceipts(store, bundle.statementSha256).map((receipt) => ({
      sequence: receipt.sequence,
      outcome: receipt.outcome,
      code: receipt.code,
      note: receipt.note,
      remarks: named(receipt.remarks),
      answeredBy: receipt.answeredBy,
      answeredAt: receipt.answeredAt,
      fileName: receipt.fileName,
      isPrintable: receipt.shortForm !== null,
      handed: findHanded(store, receipt.sequence),
    })),
    remarks: named([...listRemarks(store, bundle.id)]),
  });
}

/**
 * Keeps what somebody says of a row or cell. It stands there until it is taken back: an answer replaces
 * the one before it, so each carries all that stands. Refuses `bundle-unknown`,
 * `form-unknown` {form}, `cell-not-yours` {row, column}, and for what no receipt would carry
 * `too-many-remarks` {most} and `remarks-too-long` {kilobytes, most}; what is shortened is always kept.
 */
export function saveRemark(
  office: Office,
  { bundle: id, ...remark }: HandledInput<'remark.save'>,
): Result<AnswerView> {
  const store = storeOf(office);
  const bundle = findReceivedBundle(store, id);
  if (bundle === null) return refuse('bundle-unknown');
  const isThere = isCellOfReport(office, bundle, remark);
  if (!isThere.ok) return isThere;
  const written = listRemarks(store, id);
  const before = written.find(
    ({ form, row, column }) =>
      form === remark.form && row === remark.row && column === remark.column,
  );
  if (remark.text !== '' && before === undefined && written.length >= mostRemarks) {
    return refuse('too-many-remarks', { most: mostRemarks });
  }
  if (remark.text.length > (before?.text.length ?? 0)) {
    const others = written.filter((one) => one !== before);
    const fitting = checkRoom([...others, remark]);
    if (!fitting.ok) return fitting;
  }
  const account = accountOf(office);
  const at = office.clock.now();
  write(store, (handle) => {
    insertRemark(handle, id, remark, { name: account.displayName, at });
    appendAudit(handle, {
      at,
      actor: account.name,
      role: account.role,
      action: 'remark.save',
      object: `${bundle.unit}/${bundle.period}/${remark.form}/${remark.row}/${remark.column ?? ''}`,
      detail: remark.text === '' ? '' : sha256Hex(utf8(remark.text)),
    });
  });
  return viewAnswer(office, { bundle: id });
}

/** Whether one receipt carries these remarks beside the longest note. */
function checkRoom(remarks: Receipt['remarks']): Result<null, 'remarks-too-long'> {
  const bytes = remarkBytes(remarks);
  const kilobytes = Math.ceil(bytes / 1024);
  return bytes > MAX_REMARK_BYTES
    ? refuse('remarks-too-long', { kilobytes, most: MAX_REMARK_BYTES / 1024 })
    : ok(null);
}

/**
 * Signs the province's answer to a report, in place of the one before it: returned with its reason,
 * or accepted, with notes where there is a note or a remark. Refuses `bundle-unknown`,
 * `report-set-aside` for what people decided against (B31), `reason-missing` for a return without one,
 * `remarks-too-long` {kilobytes, most} before anything is signed, as `signReceipt`, and wrong passwords.
 */
export async function giveAnswer(
  office: Office,
  { bundle: id, answer, note: written, password }: HandledInput<'answer.give'>,
): Promise<Result<AnswerView>> {
  const store = storeOf(office);
  const bundle = findReceivedBundle(store, id);
  if (bundle === null) return refuse('bundle-unknown');
  const aside = standingAside(listUnitDecisions(store, bundle.unit));
  if (aside.has(bundle.statementSha256)) return refuse('report-set-aside');
  const note = written === null || written === '' ? null : written;
  if (answer === 'returned' && note === null) return refuse('reason-missing');
  const keyring = currentKeyring(office);
  if (keyring === null) return refuse('call-not-permitted');
  const fitting = checkRoom([...listRemarks(store, id)]);
  if (!fitting.ok) return fitting;
  const given = await withOfficeKeys(office, password, async (keys) => {
    const remarks = [...listRemarks(store, id)];
    const hasNotes = note !== null || remarks.length > 0;
    const outcome = answer === 'accepted' && hasNotes ? 'accepted-with-notes' : answer;
    const said = { outcome, code: null, note, remarks } as const;
    const receipt = await signReceipt(
      { office, keys, keyring },
      answeredBundle(store, bundle),
      said,
    );
    if (!receipt.ok) return receipt;
    write(store, (handle) => {
      storeReceipt(office, handle, receipt.value, id);
    });
    return ok(null);
  });
  return given.ok ? viewAnswer(office, { bundle: id }) : given;
}

/**
 * Writes a signed receipt to a folder; the same one may be written as often as it gets lost. Refuses
 * `receipt-unknown` and as `writeDurably`.
 */
export function writeReceipt(
  office: Office,
  { sequence, folder: handle }: HandledInput<'answer.write'>,
): Result<CallOutput<'answer.write'>> {
  const folder = office.places.folder(handle);
  if (!folder.ok) return folder;
  const receipt = findIssuedReceipt(storeOf(office), sequence);
  if (receipt === null) return refuse('receipt-unknown');
  const content = readReceiptContent(storeOf(office), sequence);
  const name = writeDurably(folder.value, receipt.fileName, content);
  if (!name.ok) return name;
  noteHanded(office, [sequence], 'folder');
  return ok({ fileName: name.value, folderLabel: folder.value });
}
