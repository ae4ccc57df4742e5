import { longestNote, longestRemark } from '#shared/domain/answer-limits.ts';
import { z } from 'zod';
import { canonicalJsonBytes } from './canonical-json.ts';
import {
  countField,
  formCodeField,
  instantField,
  periodCodeField,
  personNameField,
  refusalCodeField,
  sequenceField,
  seriesField,
  sha256Field,
  textField,
  unitCodeField,
  versionField,
} from './fields.ts';
import { addressShape, originShape } from './statement.ts';

/** What the province answers: taken, taken with something to heed, to be done again, not taken. */
export const receiptOutcomes = ['accepted', 'accepted-with-notes', 'returned', 'refused'] as const;

/** How many remarks one receipt may carry. */
export const mostRemarks = 500;

/**
 * How many bytes of canonical JSON all remarks may take together: then the longest note and everything
 * else of the receipt fit beside them into the largest statement that is read.
 */
export const MAX_REMARK_BYTES = 160 * 1024;

/** What the province says of one row or, with a column, of one cell. */
const remarkShape = z.strictObject({
  form: formCodeField,
  row: z.string().regex(/^[A-Z0-9][A-Z0-9_.-]{0,63}$/),
  column: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_.-]{0,159}$/)
    .nullable(),
  text: textField(longestRemark),
});

const aboutShape = z.strictObject({
  statement: sha256Field,
  file: sha256Field,
  unit: unitCodeField,
  series: seriesField,
  seq: sequenceField,
  period: periodCodeField,
  revision: versionField,
});

const receiptMembers = {
  type: z.literal('sct.receipt'),
  from: originShape,
  to: addressShape,
  seq: sequenceField,
  created: instantField,
  about: aboutShape,
  code: refusalCodeField.nullable(),
  auditHeadSeen: sha256Field.nullable(),
  keyring: versionField,
  catalogue: versionField,
};

/** The payload as version 1 had it: taken or not, and nothing said about it. */
export const firstReceiptShape = z
  .strictObject({
    ...receiptMembers,
    v: z.literal(1),
    outcome: z.enum(['accepted', 'rejected']),
    counts: z.strictObject({ rows: countField }),
  })
  .refine((receipt) => (receipt.outcome === 'rejected') === (receipt.code !== null), {
    path: ['code'],
  });

/**
 * The payload of a receipt: the province's signed answer to one bundle. `about` names that bundle:
 * `statement` is the digest of its statement's payload, `file` of the sealed file as it arrived.
 * `code` is the refusal code when the outcome is `refused`. What is returned says why in `note`; what
 * is accepted with notes has a note or remarks. A later receipt for the same bundle names the one
 * that it replaces as `previous`. `auditHeadSeen` echoes the audit head of the bundle, so that the
 * sender's log is anchored outside.
 */
export const receiptShape = z
  .strictObject({
    ...receiptMembers,
    v: z.literal(2),
    outcome: z.enum(receiptOutcomes),
    note: textField(longestNote).nullable(),
    remarks: z.array(remarkShape).max(mostRemarks),
    answeredBy: personNameField.nullable(),
    previous: sha256Field.nullable(),
    counts: z.strictObject({ rows: countField, cells: countField }),
  })
  .refine(({ outcome, code }) => (outcome === 'refused') === (code !== null), { path: ['code'] })
  .refine(({ outcome, note }) => outcome !== 'returned' || note !== null, { path: ['note'] })
  .refine(
    ({ outcome, note, remarks }) =>
      (outcome === 'accepted-with-notes' && (note !== null || remarks.length > 0)) ||
      outcome === 'returned' ||
      outcome === 'refused' ||
      (outcome === 'accepted' && note === null && remarks.length === 0),
    { path: ['remarks'] },
  );

export type Receipt = z.infer<typeof receiptShape>;

/** What the sealer of a receipt is told; it adds the version and the type itself. */
export type ReceiptFacts = Omit<Receipt, 'v' | 'type'>;

/** How much of `MAX_REMARK_BYTES` remarks take. */
export function remarkBytes(remarks: readonly Receipt['remarks'][number][]): number {
  return canonicalJsonBytes(remarks).length;
}
