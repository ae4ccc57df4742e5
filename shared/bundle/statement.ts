import { isAttachmentTarget, isCleanFileName, mostAttachments } from '#shared/domain/attachment.ts';
import type { MediaType } from '#shared/domain/file-content.ts';
import { isDocumentNumber, isDocumentSymbol } from '#shared/domain/signed-document.ts';
import { z } from 'zod';
import type { Json } from './canonical-json.ts';
import {
  appVersionField,
  countField,
  dayField,
  formCodeField,
  instantField,
  periodCodeField,
  personNameField,
  recipientField,
  sequenceField,
  seriesField,
  sha256Field,
  unitCodeField,
  versionField,
} from './fields.ts';

/** Names of the entries beside statement.jws that an archive may hold. */
export const ENTRY_PATH =
  /^(?:datapackage\.json|(?:data|schema|attachments|audit)\/[a-z0-9][a-z0-9._-]{0,80})$/;

/** An attachment lies in the archive under its own digest and the ending of its kind. */
const ATTACHMENT_PATH = /^attachments\/([0-9a-f]{64})\.(pdf|jpg|png)$/;

/** One entry of the archive as the statement lists it: the signed list is the authority. */
export const fileEntryShape = z.strictObject({
  path: z.string().regex(ENTRY_PATH),
  bytes: countField,
  sha256: sha256Field,
});

/** Who did a step of the workflow, and when, as versions 1 and 2 said it. */
const namedActShape = z.strictObject({ name: personNameField, at: instantField });

/**
 * Who did a step of the workflow, and when, with the act that this person signed (`act.ts` reads it);
 * null in what was sealed before people signed.
 */
const signedActShape = namedActShape.extend({
  act: z.custom<Json>((value) => typeof value === 'object').nullable(),
});

/** From which installation a bundle comes. */
export const originShape = z.strictObject({ unit: unitCodeField, series: seriesField });

/** To whom: the unit and its own keys (working, escrow) that the sender knew. */
export const addressShape = z.strictObject({
  unit: unitCodeField,
  recipients: z.array(recipientField).min(1).max(6),
});

/**
 * One attachment as people know it: its name, and what it is evidence for. Several may share one
 * file, which the archive holds once.
 */
const attachmentShape = z
  .strictObject({
    path: z.string().regex(ATTACHMENT_PATH),
    name: z.string().max(100),
    form: z.string().nullable(),
    row: z.string().nullable(),
    column: z.string().nullable(),
  })
  .refine(isAttachmentTarget, { path: ['form'] })
  .refine(({ path, name }) => isCleanFileName(name, mediaTypeOf(path)), { path: ['name'] });

/** The report on paper, which the bundle cites and does not replace; `sha256` is of its PDF. */
export const documentShape = z.strictObject({
  number: z.string().refine(isDocumentNumber),
  symbol: z.string().refine(isDocumentSymbol),
  day: dayField,
  signer: personNameField,
  sha256: sha256Field,
});

/** The forms that a bundle holds, in the order of its cells. */
export const formsField = z
  .array(z.strictObject({ code: formCodeField, version: versionField }))
  .min(1)
  .max(40);

const reportMembers = {
  type: z.literal('sct.bundle'),
  from: originShape,
  to: addressShape,
  period: periodCodeField,
  forms: formsField,
  catalogue: versionField,
  seq: sequenceField,
  prev: sha256Field.nullable(),
  revision: versionField,
  content: z.literal('snapshot'),
  created: instantField,
  app: appVersionField,
  keyring: versionField,
  lastReceipt: sha256Field.nullable(),
  audit: z.strictObject({ n: countField, head: sha256Field }),
  files: z.array(fileEntryShape).min(1).max(199),
};

/** Acts by name alone: the unit's signature over the whole was the only one. */
const namedActs = { prepared: namedActShape.nullable(), approved: namedActShape };

/** What version 2 added: attachments described, and the signed document cited. */
const describedMembers = {
  attachments: z.array(attachmentShape).max(mostAttachments),
  document: documentShape.nullable(),
};

/** The payload as version 1 had it: attachments nameless, no document cited, Biểu 01 alone. */
export const firstReportShape = z.strictObject({
  v: z.literal(1),
  ...reportMembers,
  ...namedActs,
});

/** The payload as version 2 had it: acts without signatures of their own. */
export const secondReportShape = z.strictObject({
  v: z.literal(2),
  ...reportMembers,
  ...namedActs,
  ...describedMembers,
});

/**
 * The payload of a report bundle's `statement.jws`: the only authority over the bundle. It is a full
 * snapshot of `period`; `prev` is the digest of the previous statement of the same series. Every
 * attached file is described, and the signed document is one of the attached PDFs (B22). Both acts are
 * signed in what is sealed now (B26).
 */
export const reportStatementShape = z
  .strictObject({
    v: z.literal(3),
    ...reportMembers,
    ...describedMembers,
    prepared: signedActShape.nullable(),
    approved: signedActShape,
  })
  .refine(({ files, attachments }) => describesEveryFile(files, attachments), {
    path: ['attachments'],
  })
  .refine(
    ({ attachments, document }) =>
      document === null ||
      attachments.some(({ path }) => path === `attachments/${document.sha256}.pdf`),
    { path: ['document', 'sha256'] },
  );

export type SignedAct = z.infer<typeof signedActShape>;
export type ReportStatement = z.infer<typeof reportStatementShape>;
export type DescribedAttachment = z.infer<typeof attachmentShape>;
export type FileEntry = z.infer<typeof fileEntryShape>;
export type Origin = z.infer<typeof originShape>;
export type Address = z.infer<typeof addressShape>;

/** What the sealer is told; it adds the version, the type and the lists of files itself. */
export type ReportFacts = Omit<ReportStatement, 'v' | 'type' | 'content' | 'files' | 'attachments'>;

/** The kind of file that an attachment's path names. */
export function mediaTypeOf(path: string): MediaType {
  if (path.endsWith('.png')) return 'image/png';
  return path.endsWith('.jpg') ? 'image/jpeg' : 'application/pdf';
}

/** Whether described and attached files are the same, each under its own digest. */
function describesEveryFile(
  files: readonly FileEntry[],
  attachments: readonly DescribedAttachment[],
): boolean {
  const attached = files.filter(({ path }) => path.startsWith('attachments/'));
  const described = new Set(attachments.map(({ path }) => path));
  return (
    described.size === attached.length &&
    attached.every(
      ({ path, sha256 }) => described.has(path) && ATTACHMENT_PATH.exec(path)?.[1] === sha256,
    )
  );
}
