import type { Sha256 } from '#shared/bundle/bytes.ts';
import type { Attachment as SealedAttachment } from '#shared/bundle/seal.ts';
import type { ReportFacts } from '#shared/bundle/statement.ts';
import {
  endingFor,
  isOpenForAttachments,
  judgeRoom,
  mostPeriodBytes,
} from '#shared/domain/attachment.ts';
import type { AttachmentTarget } from '#shared/domain/attachment.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { isOpenForDocument } from '#shared/domain/signed-document.ts';
import type { SubmissionState } from '#shared/domain/workflow.ts';
import type { AttachmentsView } from '#shared/ipc/calls/attachment.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { hostCrypto } from '../keys/host-crypto.ts';
import {
  findAttachment,
  findSignedDocument,
  insertAttachment,
  keepFile,
  listAttachments,
  markRemoved,
  measureAttachments,
  readFileContent,
} from '../storage/attachments.ts';
import type { AttachedFile, Attachment, AttachmentId } from '../storage/attachments.ts';
import { write } from '../storage/handle.ts';
import type { ReadHandle, WriteHandle } from '../storage/handle.ts';
import { findSubmission } from '../storage/submissions.ts';
import { auditAccount } from './account-audit.ts';
import { judgeTarget, ownTargetNames } from './attachment-targets.ts';
import { writeDurably } from './durable-file.ts';
import { findPeriod } from './ledger.ts';
import { accountOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { readPickedFile } from './picked-file.ts';
import type { PickedFile } from './picked-file.ts';

/** What is attached to this unit's report of a period. Refuses `period-unknown`. */
export function viewAttachments(office: Office, period: PeriodCode): Result<AttachmentsView> {
  const known = findPeriod(office, period);
  if (!known.ok) return known;
  const store = storeOf(office);
  const { unit } = identityOf(office);
  const { role } = accountOf(office);
  const state = stateOf(office, store, period);
  const document = findSignedDocument(store, unit, period);
  const names = ownTargetNames(office, period);
  const attachments = listAttachments(store, unit, period).map((one) => ({
    ...toldOf(one),
    targetName: names(one),
    isSignedDocument: one.id === document?.attachment,
    addedBy: one.addedBy,
    at: one.at,
  }));
  const pdf = attachments.find(({ isSignedDocument }) => isSignedDocument);
  return ok({
    period,
    attachments,
    document:
      document === null || pdf === undefined
        ? null
        : {
            number: document.number,
            symbol: document.symbol,
            day: document.day,
            signer: document.signer,
            fileName: pdf.fileName,
            sha256: pdf.sha256,
            recordedBy: document.recordedBy,
            at: document.at,
          },
    mayChange: role === 'recorder' && isOpenForAttachments(state),
    mayRecordDocument: (role === 'recorder' || role === 'approver') && isOpenForDocument(state),
    bytes: measureAttachments(store, unit, period).bytes,
    mostBytes: mostPeriodBytes,
  });
}

/**
 * Attaches a picked file to a period, a form, a row or a cell. The same file for the same target
 * again changes nothing. Refuses as `readPickedFile` and `judgeTarget`, `attachments-locked` {state}
 * and `attachments-too-many`.
 */
export function addAttachment(
  office: Office,
  { period, file: handle, target }: HandledInput<'attachment.add'>,
): Result<AttachmentsView> {
  const judged = judgeTarget(office, period, target);
  if (!judged.ok) return judged;
  const state = stateOf(office, storeOf(office), period);
  if (!isOpenForAttachments(state)) return refuse('attachments-locked', { state });
  const path = office.places.file(handle);
  if (!path.ok) return path;
  const file = readPickedFile(path.value);
  if (!file.ok) return file;
  const added = write(storeOf(office), (transaction) =>
    attach(office, transaction, period, file.value, target),
  );
  return added.ok ? viewAttachments(office, period) : added;
}

/**
 * Takes an attachment away: it is marked, its file stays. The signed document goes with its PDF, as
 * long as it could still be recorded. Refuses `attachment-unknown` and `attachments-locked` {state}.
 */
export function removeAttachment(
  office: Office,
  { id }: HandledInput<'attachment.remove'>,
): Result<AttachmentsView> {
  const store = storeOf(office);
  const found = findOwn(office, store, id);
  if (found === null) return refuse('attachment-unknown');
  const state = stateOf(office, store, found.period);
  const document = findSignedDocument(store, found.unit, found.period);
  const mayGo = document?.attachment === found.id ? isOpenForDocument : isOpenForAttachments;
  if (!mayGo(state)) return refuse('attachments-locked', { state });
  write(store, (handle) => {
    takeAway(office, handle, found);
  });
  return viewAttachments(office, found.period);
}

/**
 * Writes a copy of an attachment to a folder. Refuses `attachment-unknown`, `attachment-altered`
 * {file}, and as `writeDurably`.
 */
export function saveAttachmentCopy(
  office: Office,
  { id, folder }: HandledInput<'attachment.saveCopy'>,
): Result<CallOutput<'attachment.saveCopy'>> {
  const found = findOwn(office, storeOf(office), id);
  if (found === null) return refuse('attachment-unknown');
  return saveFile(office, found, folder, objectOf(found));
}

/** Writes a kept file to a picked folder and notes who took it. */
export function saveFile(
  office: Office,
  file: AttachedFile,
  folder: string,
  object: string,
): Result<{ fileName: string }> {
  const place = office.places.folder(folder);
  if (!place.ok) return place;
  const content = soundContent(storeOf(office), file);
  if (!content.ok) return content;
  const name = writeDurably(place.value, file.fileName, content.value);
  if (!name.ok) return name;
  write(storeOf(office), (handle) => {
    auditAccount(office, handle, 'attachment.save', object, file.sha256);
  });
  return ok({ fileName: name.value });
}

/**
 * Attaches a file inside a transaction of the caller; gives the attachment's id, an existing one for
 * the same file and target. Refuses `attachments-too-many`.
 */
export function attach(
  office: Office,
  handle: WriteHandle,
  period: PeriodCode,
  file: PickedFile,
  target: AttachmentTarget,
): Result<AttachmentId, 'attachments-too-many'> {
  const { unit } = identityOf(office);
  const same = listAttachments(handle, unit, period).filter(({ sha256 }) => sha256 === file.sha256);
  const existing = same.find(
    ({ form, row, column }) =>
      form === target.form && row === target.row && column === target.column,
  );
  if (existing !== undefined) return ok(existing.id);
  const newBytes = same.length === 0 ? file.content.length : 0;
  const room = judgeRoom(measureAttachments(handle, unit, period), newBytes);
  if (!room.ok) return room;
  keepFile(handle, file.sha256, file.content);
  const id = insertAttachment(handle, {
    ...target,
    unit,
    period,
    sha256: file.sha256,
    bytes: file.content.length,
    mediaType: file.mediaType,
    fileName: file.fileName,
    accountId: accountOf(office).id,
    at: office.clock.now(),
  });
  auditAccount(office, handle, 'attachment.add', objectOf({ unit, period, id }), file.sha256);
  return ok(id);
}

/** Marks an attachment inside a transaction of the caller. */
export function takeAway(office: Office, handle: WriteHandle, attachment: Attachment): void {
  markRemoved(handle, attachment.id, accountOf(office).id, office.clock.now());
  auditAccount(office, handle, 'attachment.remove', objectOf(attachment), attachment.sha256);
}

/** An attachment of this office; null when there is none, or it was taken away. */
export function findOwn(office: Office, handle: ReadHandle, id: number): Attachment | null {
  const found = findAttachment(handle, id);
  return found?.unit === identityOf(office).unit ? found : null;
}

/** What of a report's attachments and signed document goes into its bundle. */
export function attachmentsToSeal(
  office: Office,
  period: PeriodCode,
): Result<
  {
    readonly attachments: readonly SealedAttachment[];
    readonly document: ReportFacts['document'];
  },
  'attachment-altered'
> {
  const store = storeOf(office);
  const { unit } = identityOf(office);
  const attachments: SealedAttachment[] = [];
  const listed = listAttachments(store, unit, period);
  for (const one of listed) {
    const content = soundContent(store, one);
    if (!content.ok) return content;
    const { form, row, column, fileName: name } = one;
    attachments.push({
      bytes: content.value,
      kind: endingFor(one.mediaType),
      name,
      form,
      row,
      column,
    });
  }
  return ok({ attachments, document: citedDocument(office, store, period) });
}

/** The report on paper as a bundle cites it, with the digest of its PDF; null where none was recorded. */
export function citedDocument(
  office: Office,
  handle: ReadHandle,
  period: PeriodCode,
): ReportFacts['document'] {
  const { unit } = identityOf(office);
  const document = findSignedDocument(handle, unit, period);
  const pdf = listAttachments(handle, unit, period).find(({ id }) => id === document?.attachment);
  if (document === null || pdf === undefined) return null;
  const { number, symbol, day, signer } = document;
  // The digest was one when it was kept; the statement's own check follows.
  return { number, symbol, day, signer, sha256: pdf.sha256 as Sha256 };
}

/** What a window is told of an attached file. */
export function toldOf(file: AttachedFile & { readonly id: number }) {
  const { id, fileName, mediaType, bytes, sha256, form, row, column } = file;
  return { id, fileName, mediaType, bytes, sha256, form, row, column };
}

/** Where this unit's report of a period stands; one that nobody began is open. */
export function stateOf(office: Office, handle: ReadHandle, period: PeriodCode): SubmissionState {
  return findSubmission(handle, identityOf(office).unit, period)?.state ?? 'recording';
}

/** The content of a kept file, which still has the digest under which it was kept. */
function soundContent(
  handle: ReadHandle,
  { sha256, fileName }: AttachedFile,
): Result<Uint8Array, 'attachment-altered'> {
  const content = readFileContent(handle, sha256);
  return content !== null && hostCrypto.sha256(content) === sha256
    ? ok(content)
    : refuse('attachment-altered', { file: fileName });
}

function objectOf({ unit, period, id }: Pick<Attachment, 'unit' | 'period' | 'id'>): string {
  return `${unit}/${period}/${String(id)}`;
}
