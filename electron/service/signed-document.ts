import { sha256Hex } from '#shared/bundle/bytes.ts';
import { canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import { wholePeriod } from '#shared/domain/attachment.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { isOpenForDocument, readSignedDocument } from '#shared/domain/signed-document.ts';
import type { SignedDocument } from '#shared/domain/signed-document.ts';
import type { AttachmentsView } from '#shared/ipc/calls/attachment.ts';
import type { HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { findSignedDocument, insertSignedDocument } from '../storage/attachments.ts';
import type { AttachmentId } from '../storage/attachments.ts';
import { appendAudit } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import type { WriteHandle } from '../storage/handle.ts';
import { attach, findOwn, stateOf, takeAway, viewAttachments } from './attachments.ts';
import { latestDay } from './clock-state.ts';
import { findPeriod } from './ledger.ts';
import { accountOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { readPickedFile } from './picked-file.ts';
import type { PickedFile } from './picked-file.ts';

/**
 * Records the report on paper: number, symbol, day, signer and its PDF, which is attached to the
 * whole period. A new PDF takes the place of the earlier one; without one the earlier one stays.
 * Refuses `period-unknown`, `document-after-sealing` {state}, as `readSignedDocument` and
 * `readPickedFile`, `document-not-pdf` {file}, `document-file-missing` and `attachments-too-many`.
 */
export function recordDocument(
  office: Office,
  { period, file: handle, ...typed }: HandledInput<'document.record'>,
): Result<AttachmentsView> {
  const known = findPeriod(office, period);
  if (!known.ok) return known;
  const state = stateOf(office, storeOf(office), period);
  if (!isOpenForDocument(state)) return refuse('document-after-sealing', { state });
  const document = readSignedDocument(typed, latestDay(office));
  if (!document.ok) return document;
  const file = handle === null ? ok(null) : readPdf(office, handle);
  if (!file.ok) return file;
  const recorded = write(storeOf(office), (transaction) => {
    const attachment = attachPdf(office, transaction, period, file.value);
    if (!attachment.ok) return attachment;
    insert(office, transaction, period, document.value, attachment.value);
    return ok(null);
  });
  return recorded.ok ? viewAttachments(office, period) : recorded;
}

function readPdf(office: Office, handle: string): Result<PickedFile> {
  const path = office.places.file(handle);
  if (!path.ok) return path;
  const file = readPickedFile(path.value);
  if (!file.ok) return file;
  return file.value.mediaType === 'application/pdf'
    ? file
    : refuse('document-not-pdf', { file: file.value.fileName });
}

/** The attachment of the document's PDF: the picked one, else the one it had. */
function attachPdf(
  office: Office,
  handle: WriteHandle,
  period: PeriodCode,
  file: PickedFile | null,
): Result<AttachmentId, 'document-file-missing' | 'attachments-too-many'> {
  const earlier = findSignedDocument(handle, identityOf(office).unit, period)?.attachment ?? null;
  if (file === null) return earlier === null ? refuse('document-file-missing') : ok(earlier);
  const before = earlier === null ? null : findOwn(office, handle, earlier);
  const attached = attach(office, handle, period, file, wholePeriod);
  if (attached.ok && before !== null && before.id !== attached.value) {
    takeAway(office, handle, before);
  }
  return attached;
}

function insert(
  office: Office,
  handle: WriteHandle,
  period: PeriodCode,
  document: SignedDocument,
  attachment: AttachmentId,
): void {
  const { unit } = identityOf(office);
  const { id: accountId, name: actor, role } = accountOf(office);
  const at = office.clock.now();
  insertSignedDocument(handle, { ...document, unit, period, attachment, accountId, at });
  appendAudit(handle, {
    at,
    actor,
    role,
    action: 'document.record',
    object: `${unit}/${period}/${String(attachment)}`,
    detail: sha256Hex(canonicalJsonBytes(document)),
  });
}
