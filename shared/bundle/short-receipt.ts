import { z } from 'zod';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { parseCanonicalJson } from './canonical-json.ts';
import {
  instantField,
  periodCodeField,
  refusalCodeField,
  sequenceField,
  sha256Field,
  unitCodeField,
  versionField,
} from './fields.ts';
import { readJwsIn, signJws, verifyJws } from './jws.ts';
import type { JwsReadRefusal, JwsVerifyRefusal } from './jws.ts';
import { receiptOutcomes } from './receipt.ts';
import type { Receipt } from './receipt.ts';
import { originShape } from './statement.ts';
import type { FindSenderKey, SigningKey } from './signing-key.ts';
import { upgradePayload } from './upgrade.ts';
import type { UpgradeRefusal } from './upgrade.ts';

export const shortShape = z
  .strictObject({
    v: z.literal(1),
    type: z.literal('sct.receipt-short'),
    /** Digest of the whole receipt's payload. */
    receipt: sha256Field,
    /** Digest of the answered statement's payload. */
    about: sha256Field,
    from: originShape,
    to: unitCodeField,
    seq: sequenceField,
    period: periodCodeField,
    revision: versionField,
    outcome: z.enum(receiptOutcomes),
    code: refusalCodeField.nullable(),
    created: instantField,
    auditHeadSeen: sha256Field.nullable(),
  })
  .refine(({ outcome, code }) => (outcome === 'refused') === (code !== null), { path: ['code'] });

/** A receipt without note and remarks, for paper: it names the whole one by its digest. */
export type ShortReceipt = z.infer<typeof shortShape>;

/**
 * The short form of a receipt: JWS Compact Serialization (RFC 7515, 3.1) of its core, some 800
 * letters, which one QR code on the printed receipt holds.
 * @param receiptSha256 digest of the whole receipt's payload.
 */
export function signShortReceipt(
  receipt: Receipt,
  receiptSha256: ShortReceipt['receipt'],
  signer: SigningKey,
): string {
  const { from, to, seq, about, outcome, code, created, auditHeadSeen } = receipt;
  const short: ShortReceipt = shortShape.parse({
    v: 1,
    type: 'sct.receipt-short',
    receipt: receiptSha256,
    about: about.statement,
    from,
    to: to.unit,
    seq,
    period: about.period,
    revision: about.revision,
    outcome,
    code,
    created,
    auditHeadSeen,
  });
  const signed = parseCanonicalJson(signJws(short, 'sct-receipt-short+jws', [signer]).bytes);
  const parsed = generalShape.parse(signed.ok ? signed.value : null);
  const { protected: header, signature } = parsed.signatures[0];
  return `${header}.${parsed.payload}.${signature}`;
}

const generalShape = z.strictObject({
  payload: z.string(),
  signatures: z.tuple([z.strictObject({ protected: z.string(), signature: z.string() })]),
});

export type ShortReceiptRefusal = JwsReadRefusal | JwsVerifyRefusal | UpgradeRefusal;

/**
 * Reads a receipt's short form as somebody typed or scanned it; blanks and line breaks in it count
 * for nothing. Refuses `statement-malformed` {at}, `statement-of-other-kind`, `sender-not-enrolled`,
 * `signature-invalid` and `bundle-newer-than-program`.
 */
export function readShortReceipt(
  text: string,
  findSenderKey: FindSenderKey,
): Result<ShortReceipt, ShortReceiptRefusal> {
  const [header, payload, signature, ...more] = text.replace(/\s+/gu, '').split('.');
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) {
    return refuse('statement-malformed', { at: 'parts' });
  }
  const general = { payload, signatures: [{ protected: header, signature }] };
  const jws = readJwsIn(general, 'sct-receipt-short+jws');
  if (!jws.ok) return jws;
  const claimed = z.looseObject({ from: originShape, seq: sequenceField });
  const claim = claimed.safeParse(jws.value.payload);
  if (!claim.success) return refuse('statement-malformed', { at: 'payload' });
  const { from, seq } = claim.data;
  const verified = verifyJws(jws.value, (kid) => findSenderKey(from.unit, kid, seq));
  if (!verified.ok) return verified;
  const upgraded = upgradePayload(jws.value.payload);
  if (!upgraded.ok) return upgraded;
  const parsed = shortShape.safeParse(upgraded.value);
  return parsed.success ? ok(parsed.data) : refuse('statement-malformed', { at: 'payload' });
}
