import { z } from 'zod';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { sha256Hex } from './bytes.ts';
import type { Sha256 } from './bytes.ts';
import {
  firstIssuePath,
  instantField,
  recipientField,
  sequenceField,
  unitCodeField,
  versionField,
} from './fields.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Fingerprint } from './fingerprint.ts';
import { readJws, signJws, verifyJws } from './jws.ts';
import type { JwsReadRefusal, UnverifiedJws } from './jws.ts';
import { keyringFileName } from './names.ts';
import { keyIdOf, publicJwkShape } from './signing-key.ts';
import type { KeyId, PublicJwk, SigningKey } from './signing-key.ts';
import { upgradePayload } from './upgrade.ts';
import type { UpgradeRefusal } from './upgrade.ts';

/** A unit's key as the province knows it. A revoked key still holds up to `revokedSeq`. */
export const keyringUnitShape = z
  .strictObject({
    unit: unitCodeField,
    jwk: publicJwkShape,
    recipient: recipientField,
    validFrom: instantField,
    status: z.enum(['active', 'revoked']),
    revokedSeq: sequenceField.nullable(),
  })
  .refine((entry) => entry.status === 'revoked' || entry.revokedSeq === null);

/**
 * "Sổ khóa": who belongs to the exchange. The province's signing keys and age recipients, and every
 * enrolled unit's, in one numbered and signed list.
 */
export const keyringShape = z.strictObject({
  v: z.literal(1),
  type: z.literal('sct.keyring'),
  province: unitCodeField,
  version: versionField,
  issued: instantField,
  signing: z.array(publicJwkShape).min(1).max(3),
  working: recipientField,
  escrow: recipientField,
  units: z.array(keyringUnitShape).max(500),
});
export type Keyring = z.infer<typeof keyringShape>;
export type KeyringUnit = z.infer<typeof keyringUnitShape>;
export type KeyringFacts = Omit<Keyring, 'v' | 'type'>;

export type SealedKeyring = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly keyringSha256: Sha256;
  readonly fingerprint: Fingerprint;
  readonly keyring: Keyring;
};

export type OpenedKeyring = {
  readonly kind: 'keyring';
  readonly keyring: Keyring;
  /** Digest of the signed payload. */
  readonly keyringSha256: Sha256;
  readonly fileSha256: Sha256;
  /** The province's key that signed; its fingerprint is the one that is printed and typed. */
  readonly kid: KeyId;
  readonly fingerprint: Fingerprint;
};

export type KeyringReadRefusal = JwsReadRefusal | UpgradeRefusal | 'keyring-signature-invalid';
export type KeyringTrustRefusal =
  | KeyringReadRefusal
  | 'fingerprint-differs'
  | 'keyring-older'
  | 'keyring-fork'
  | 'keyring-of-other-province'
  | 'keyring-key-not-trusted';

/** Writes the province's keyring, signed by one of the keys it lists: a file, not encrypted. */
export function sealKeyring(facts: KeyringFacts, signer: SigningKey): SealedKeyring {
  const keyring = keyringShape.parse({ ...facts, v: 1, type: 'sct.keyring' });
  const { bytes, payloadSha256 } = signJws(keyring, 'sct-keyring+jws', [signer]);
  return {
    fileName: keyringFileName({ province: keyring.province, version: keyring.version }),
    bytes,
    keyringSha256: payloadSha256,
    fingerprint: fingerprintOf(signer.kid),
    keyring,
  };
}

/**
 * Reads a keyring and checks that one of its own keys signed it. That says nothing yet about whose
 * keyring it is: go on with `trustFirstKeyring` or `trustNextKeyring`.
 */
export function readKeyring(bytes: Uint8Array): Result<OpenedKeyring, KeyringReadRefusal> {
  const read = readUnverifiedKeyring(bytes);
  if (!read.ok) return read;
  return verifiedWith(read.value, bytes, read.value.keyring.signing, 'keyring-signature-invalid');
}

/**
 * First trust: the officer typed the fingerprint of the printed letter. Refuses
 * `fingerprint-differs` {found} when the keyring's key is not the one on paper.
 */
export function trustFirstKeyring(
  bytes: Uint8Array,
  typed: Fingerprint,
): Result<OpenedKeyring, KeyringTrustRefusal> {
  const opened = readKeyring(bytes);
  if (!opened.ok) return opened;
  return opened.value.fingerprint === typed
    ? opened
    : refuse('fingerprint-differs', { found: opened.value.fingerprint });
}

/** What is already trusted: the last accepted keyring and its digest. */
export type TrustedKeyring = { readonly keyring: Keyring; readonly keyringSha256: Sha256 };

/**
 * Later trust: a key of the trusted keyring signed the next one, and its version does not fall.
 * The same keyring again is accepted. Refuses `keyring-key-not-trusted` {kid}, `keyring-older`
 * {version, current}, `keyring-fork` {version} (same version, other content) and
 * `keyring-of-other-province` {province, current}.
 */
export function trustNextKeyring(
  bytes: Uint8Array,
  trusted: TrustedKeyring,
): Result<OpenedKeyring, KeyringTrustRefusal> {
  const read = readUnverifiedKeyring(bytes);
  if (!read.ok) return read;
  const opened = verifiedWith(
    read.value,
    bytes,
    trusted.keyring.signing,
    'keyring-key-not-trusted',
  );
  if (!opened.ok) return opened;
  const { keyring, keyringSha256 } = opened.value;
  const current = trusted.keyring;
  if (keyring.province !== current.province) {
    const { province } = keyring;
    return refuse('keyring-of-other-province', { province, current: current.province });
  }
  if (keyring.version < current.version) {
    return refuse('keyring-older', { version: keyring.version, current: current.version });
  }
  if (keyring.version === current.version && keyringSha256 !== trusted.keyringSha256) {
    return refuse('keyring-fork', { version: keyring.version });
  }
  return opened;
}

/**
 * Answers whose key signed a bundle, from a trusted keyring: to be handed to `openBundle`. The
 * province's own keys answer for the province; a revoked key answers up to its last valid number.
 */
export function senderKeyIn(
  keyring: Keyring,
): (unit: string, kid: KeyId, seq: number) => PublicJwk | null {
  return (unit, kid, seq) => {
    if (unit === keyring.province) {
      return keyring.signing.find((jwk) => keyIdOf(jwk) === kid) ?? null;
    }
    const entry = keyring.units.find((known) => known.unit === unit && keyIdOf(known.jwk) === kid);
    if (entry === undefined) return null;
    if (entry.status === 'revoked' && seq > (entry.revokedSeq ?? 0)) return null;
    return entry.jwk;
  };
}

type ReadKeyring = { readonly jws: UnverifiedJws; readonly keyring: Keyring };

function readUnverifiedKeyring(
  bytes: Uint8Array,
): Result<ReadKeyring, JwsReadRefusal | UpgradeRefusal> {
  const jws = readJws(bytes, 'sct-keyring+jws');
  if (!jws.ok) return jws;
  const upgraded = upgradePayload(jws.value.payload);
  if (!upgraded.ok) return upgraded;
  const parsed = keyringShape.safeParse(upgraded.value);
  if (!parsed.success) {
    return refuse('statement-malformed', { at: firstIssuePath(parsed.error) });
  }
  return ok({ jws: jws.value, keyring: parsed.data });
}

function verifiedWith<Code extends string>(
  { jws, keyring }: ReadKeyring,
  bytes: Uint8Array,
  trusted: readonly PublicJwk[],
  unknownKey: Code,
): Result<OpenedKeyring, Code | 'keyring-signature-invalid'> {
  const verified = verifyJws(jws, (kid) => trusted.find((jwk) => keyIdOf(jwk) === kid) ?? null);
  if (!verified.ok) {
    return verified.refusal.code === 'sender-not-enrolled'
      ? refuse(unknownKey, verified.refusal.facts)
      : refuse('keyring-signature-invalid', verified.refusal.facts);
  }
  const [kid] = verified.value;
  if (kid === undefined) return refuse('keyring-signature-invalid');
  return ok({
    kind: 'keyring',
    keyring,
    keyringSha256: jws.payloadSha256,
    fileSha256: sha256Hex(bytes),
    kid,
    fingerprint: fingerprintOf(kid),
  });
}
