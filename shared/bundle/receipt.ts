import { z } from 'zod';
import {
  countField,
  instantField,
  periodCodeField,
  refusalCodeField,
  sequenceField,
  seriesField,
  sha256Field,
  unitCodeField,
  versionField,
} from './fields.ts';
import { addressShape, originShape } from './statement.ts';

/**
 * The payload of a receipt: the province's signed answer to one bundle. `about` names that bundle:
 * `statement` is the digest of its statement's payload, `file` of the sealed file as it arrived.
 * `code` is the refusal code when the outcome is `rejected`, null when it is `accepted`.
 * `auditHeadSeen` echoes the audit head of the bundle, so that the sender's log is anchored outside.
 */
export const receiptShape = z
  .strictObject({
    v: z.literal(1),
    type: z.literal('sct.receipt'),
    from: originShape,
    to: addressShape,
    seq: sequenceField,
    created: instantField,
    about: z.strictObject({
      statement: sha256Field,
      file: sha256Field,
      unit: unitCodeField,
      series: seriesField,
      seq: sequenceField,
      period: periodCodeField,
      revision: versionField,
    }),
    outcome: z.enum(['accepted', 'rejected']),
    code: refusalCodeField.nullable(),
    counts: z.strictObject({ rows: countField }),
    auditHeadSeen: sha256Field.nullable(),
    keyring: versionField,
    catalogue: versionField,
  })
  .refine((receipt) => (receipt.outcome === 'rejected') === (receipt.code !== null), {
    path: ['code'],
  });

export type Receipt = z.infer<typeof receiptShape>;

/** What the sealer of a receipt is told; it adds the version and the type itself. */
export type ReceiptFacts = Omit<Receipt, 'v' | 'type'>;
