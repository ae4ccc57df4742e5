import { z } from 'zod';
import {
  appVersionField,
  countField,
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

/** Names of the entries beside statement.jws that a version 1 archive may hold. */
export const ENTRY_PATH =
  /^(?:datapackage\.json|(?:data|schema|attachments|audit)\/[a-z0-9][a-z0-9._-]{0,80})$/;

/** One entry of the archive as the statement lists it: the signed list is the authority. */
const fileEntryShape = z.strictObject({
  path: z.string().regex(ENTRY_PATH),
  bytes: countField,
  sha256: sha256Field,
});

/** Who did a step of the workflow, and when. */
const actShape = z.strictObject({ name: personNameField, at: instantField });

/** From which installation a bundle comes. */
export const originShape = z.strictObject({ unit: unitCodeField, series: seriesField });

/** To whom: the unit and its own keys (working, escrow) that the sender knew. */
export const addressShape = z.strictObject({
  unit: unitCodeField,
  recipients: z.array(recipientField).min(1).max(6),
});

/**
 * The payload of a report bundle's `statement.jws`: the only authority over the bundle. It is a full
 * snapshot of `period`; `prev` is the digest of the previous statement of the same series.
 */
export const reportStatementShape = z.strictObject({
  v: z.literal(1),
  type: z.literal('sct.bundle'),
  from: originShape,
  to: addressShape,
  period: periodCodeField,
  forms: z
    .array(
      z.strictObject({ code: z.string().regex(/^[0-9A-Za-z._-]{1,40}$/), version: versionField }),
    )
    .min(1)
    .max(40),
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
  prepared: actShape.nullable(),
  approved: actShape,
  files: z.array(fileEntryShape).min(1).max(199),
});

export type ReportStatement = z.infer<typeof reportStatementShape>;
export type FileEntry = z.infer<typeof fileEntryShape>;
export type Origin = z.infer<typeof originShape>;
export type Address = z.infer<typeof addressShape>;

/** What the sealer is told; it adds the version, the type and the list of files itself. */
export type ReportFacts = Omit<ReportStatement, 'v' | 'type' | 'content' | 'files'>;
