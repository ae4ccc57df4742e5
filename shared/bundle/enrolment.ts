import { z } from 'zod';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { sha256Hex } from './bytes.ts';
import type { Sha256 } from './bytes.ts';
import {
  appVersionField,
  firstIssuePath,
  instantField,
  recipientField,
  seriesField,
  unitCodeField,
} from './fields.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Fingerprint } from './fingerprint.ts';
import { readJws, signJws, verifyJws } from './jws.ts';
import type { JwsReadRefusal } from './jws.ts';
import { enrolmentFileName } from './names.ts';
import { keyIdOf, publicJwkShape } from './signing-key.ts';
import type { KeyId, SigningKey } from './signing-key.ts';
import { upgradePayload } from './upgrade.ts';
import type { UpgradeRefusal } from './upgrade.ts';

/**
 * A unit asks the province to know its installation: the public keys and the series of bundles that
 * it starts. Signed by the very key it names, which proves that the asker holds it.
 */
export const enrolmentShape = z.strictObject({
  v: z.literal(1),
  type: z.literal('sct.enrol'),
  unit: unitCodeField,
  series: seriesField,
  signing: publicJwkShape,
  recipient: recipientField,
  created: instantField,
  app: appVersionField,
});
export type Enrolment = z.infer<typeof enrolmentShape>;
export type EnrolmentFacts = Omit<Enrolment, 'v' | 'type' | 'signing'>;

export type SealedEnrolment = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly fileSha256: Sha256;
  readonly fingerprint: Fingerprint;
  readonly enrolment: Enrolment;
};

export type OpenedEnrolment = {
  readonly kind: 'enrolment';
  readonly enrolment: Enrolment;
  readonly kid: KeyId;
  /** To be compared with what the unit reads out by phone or sends on paper. */
  readonly fingerprint: Fingerprint;
  readonly fileSha256: Sha256;
};

export type EnrolmentRefusal = JwsReadRefusal | UpgradeRefusal | 'signature-invalid';

/** Writes a unit's request to be enrolled: a signed file, not encrypted. */
export function sealEnrolment(facts: EnrolmentFacts, signer: SigningKey): SealedEnrolment {
  const enrolment = enrolmentShape.parse({
    ...facts,
    v: 1,
    type: 'sct.enrol',
    signing: signer.jwk,
  });
  const { bytes } = signJws(enrolment, 'sct-enrol+jws', [signer]);
  return {
    fileName: enrolmentFileName({ unit: enrolment.unit, kid: signer.kid }),
    bytes,
    fileSha256: sha256Hex(bytes),
    fingerprint: fingerprintOf(signer.kid),
    enrolment,
  };
}

/**
 * Reads a request and checks that its maker holds the key it names. That the key is the unit's own
 * is for people to establish: show the fingerprint.
 */
export function readEnrolment(bytes: Uint8Array): Result<OpenedEnrolment, EnrolmentRefusal> {
  const jws = readJws(bytes, 'sct-enrol+jws');
  if (!jws.ok) return jws;
  const upgraded = upgradePayload(jws.value.payload);
  if (!upgraded.ok) return upgraded;
  const parsed = enrolmentShape.safeParse(upgraded.value);
  if (!parsed.success) {
    return refuse('statement-malformed', { at: firstIssuePath(parsed.error) });
  }
  const enrolment = parsed.data;
  const kid = keyIdOf(enrolment.signing);
  const verified = verifyJws(jws.value, (asked) => (asked === kid ? enrolment.signing : null));
  if (!verified.ok) return refuse('signature-invalid', { kid });
  return ok({
    kind: 'enrolment',
    enrolment,
    kid,
    fingerprint: fingerprintOf(kid),
    fileSha256: sha256Hex(bytes),
  });
}
