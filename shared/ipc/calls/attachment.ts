import { z } from 'zod';

import { isAttachmentTarget } from '../../domain/attachment.ts';
import { mediaTypes } from '../../domain/file-content.ts';
import { command, query } from '../call.ts';
import {
  columnCode,
  day,
  formCode,
  instant,
  periodCode,
  placeHandle,
  rowCode,
  shortText,
  unitCode,
} from '../shapes.ts';

/** What a file is evidence for: the whole period, a form, a row, or one cell. */
const attachmentTarget = z
  .strictObject({
    form: formCode.nullable(),
    row: rowCode.nullable(),
    column: columnCode.nullable(),
  })
  .refine(isAttachmentTarget);

const attachedFile = {
  id: z.number().int(),
  fileName: z.string(),
  mediaType: z.enum(mediaTypes),
  bytes: z.number().int(),
  sha256: z.string(),
  form: z.string().nullable(),
  row: z.string().nullable(),
  column: z.string().nullable(),
  /** The target in words; null when the file is for the whole period. */
  targetName: z.string().nullable(),
  isSignedDocument: z.boolean(),
};

const attachmentView = z.strictObject({ ...attachedFile, addedBy: z.string(), at: instant });
export type AttachmentView = z.infer<typeof attachmentView>;

const document = {
  number: z.string(),
  symbol: z.string(),
  day,
  signer: z.string(),
  /** Of the PDF that is attached. */
  fileName: z.string(),
  sha256: z.string(),
};

const attachmentsView = z.strictObject({
  period: periodCode,
  attachments: z.array(attachmentView),
  document: z.strictObject({ ...document, recordedBy: z.string(), at: instant }).nullable(),
  /** Whether the signed-in account may add and take away now, and record the signed document. */
  mayChange: z.boolean(),
  mayRecordDocument: z.boolean(),
  /** Bytes of the different files, and how many there may be. */
  bytes: z.number().int(),
  mostBytes: z.number().int(),
});
export type AttachmentsView = z.infer<typeof attachmentsView>;

const receivedFile = z.strictObject(attachedFile);
export type ReceivedFile = z.infer<typeof receivedFile>;

const receivedAttachmentsView = z.array(
  z.strictObject({
    unit: unitCode,
    unitName: z.string(),
    revision: z.number().int(),
    receivedAt: instant,
    attachments: z.array(receivedFile),
    document: z.strictObject(document).nullable(),
  }),
);
export type ReceivedAttachmentsView = z.infer<typeof receivedAttachmentsView>;

const saved = z.strictObject({ fileName: z.string() });
const which = z.strictObject({ id: z.number().int(), folder: placeHandle });
const province = ['receiver', 'consolidator'] as const;

export const attachmentCalls = {
  'attachment.list': query('signed-in', z.strictObject({ period: periodCode }), attachmentsView),
  /** The forms and rows that a file may be evidence for. */
  'attachment.targets': query(
    'signed-in',
    z.strictObject({ period: periodCode }),
    z.array(
      z.strictObject({
        form: formCode,
        name: z.string(),
        rows: z.array(z.strictObject({ row: rowCode, name: z.string() })),
      }),
    ),
  ),
  'attachment.add': command(
    ['recorder'],
    z.strictObject({ period: periodCode, file: placeHandle, target: attachmentTarget }),
    attachmentsView,
  ),
  /** Marks an attachment as taken away; what was sealed with it stays as it is. */
  'attachment.remove': command(
    ['recorder'],
    z.strictObject({ id: z.number().int() }),
    attachmentsView,
  ),
  /** Writes a copy to a folder; who took it is kept in the audit log. */
  'attachment.saveCopy': command('signed-in', which, saved),
  /** Records the signed document; `file` null keeps the PDF that was attached before. */
  'document.record': command(
    ['recorder', 'approver'],
    z.strictObject({
      period: periodCode,
      file: placeHandle.nullable(),
      number: shortText,
      symbol: shortText,
      day: shortText,
      signer: shortText,
    }),
    attachmentsView,
  ),
  /** Province: what came with the current bundle of each unit. */
  'attachment.listReceived': query(
    province,
    z.strictObject({ period: periodCode }),
    receivedAttachmentsView,
  ),
  'attachment.saveReceived': command(province, which, saved),
} as const;
