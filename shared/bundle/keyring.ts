import { z } from 'zod';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { sha256Hex } from './bytes.ts';
import type { Sha256 } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Json } from './canonical-json.ts';
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
import { readRootChain } from './root.ts';
import type { OpenedRoot, RootStepRefusal } from './root.ts';
import { keyIdOf, publicJwkShape } from './signing-key.ts';
import type { KeyId, PublicJwk, SigningKey } from './signing-key.ts';
import { KEYRING_VERSION, readablePayload } from './upgrade.ts';
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

const envelope = {
  type: z.literal('sct.keyring'),
  province: unitCodeField,
  version: versionField,
  issued: instantField,
  units: z.array(keyringUnitShape).max(500),
};

/** Version 1: the keyring itself says which keys are the province's. */
const rootlessShape = z.strictObject({
  ...envelope,
  v: z.literal(1),
  signing: z.array(publicJwkShape).min(1).max(3),
  working: recipientField,
  escrow: recipientField,
});

/** How often the root may change; each version travels in every keyring. */
export const mostRoots = 40;

/** Version 2: the newest of the roots says it; they travel along from the first one on. */
export const rootedShape = z.strictObject({
  ...envelope,
  v: z.literal(KEYRING_VERSION),
  roots: z.array(z.custom<Json>()).min(1).max(mostRoots),
});

/**
 * "Sổ khóa": who belongs to the exchange. The province's signing keys and age recipients, and every
 * enrolled unit's, in one numbered and signed list.
 */
export type KeyringFacts = Omit<z.infer<typeof rootlessShape>, 'v' | 'type'>;
export type KeyringUnit = z.infer<typeof keyringUnitShape>;

/** A keyring with the roots behind it, the first one first; none in version 1. */
export type Keyring = KeyringFacts & { readonly roots: readonly OpenedRoot[] };

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
  /** The province's key that signed. */
  readonly kid: KeyId;
  /** What is printed and typed: of the root keys, or of that key where there are none. */
  readonly fingerprint: Fingerprint;
};

export type KeyringReadRefusal =
  JwsReadRefusal | UpgradeRefusal | RootStepRefusal | 'keyring-signature-invalid';
export type KeyringTrustRefusal =
  | KeyringReadRefusal
  | 'fingerprint-differs'
  | 'keyring-older'
  | 'keyring-fork'
  | 'keyring-of-other-province'
  | 'keyring-key-not-trusted'
  | 'keyring-root-missing'
  | 'keyring-root-not-trusted';

/**
 * Writes the province's keyring, signed by one of the keys it lists: a file, not encrypted. With
 * roots, the newest of them says which keys are the province's, and `facts` has to say the same.
 */
export function sealKeyring(
  facts: KeyringFacts,
  signer: SigningKey,
  roots: readonly OpenedRoot[] = [],
): SealedKeyring {
  const { signing, working, escrow, ...rest } = facts;
  const type = 'sct.keyring';
  const payload =
    roots.length === 0
      ? rootlessShape.parse({ ...facts, v: 1, type })
      : rootedShape.parse({
          ...rest,
          v: KEYRING_VERSION,
          type,
          roots: roots.map(({ statement }) => statement),
        });
  const newest = roots.at(-1)?.root;
  if (newest !== undefined && !isSameKeys(newest, { signing, working, escrow })) {
    throw new Error('The root vouches for other keys.');
  }
  // Whoever issues a keyring reads it back before it counts: one that is too long is refused there.
  const { bytes, payloadSha256 } = signJws(payload, 'sct-keyring+jws', [signer], Infinity);
  return {
    fileName: keyringFileName({ province: facts.province, version: facts.version }),
    bytes,
    keyringSha256: payloadSha256,
    fingerprint: roots.at(-1)?.fingerprint ?? fingerprintOf(signer.kid),
    keyring: { ...facts, roots },
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
 * `fingerprint-differs` {found} when the root keys, or the key that signed a keyring without roots,
 * are not those on paper.
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
 * Later trust: the next keyring continues the roots of the trusted one; where that has none, one of
 * its keys signed the next. The version does not fall but under a newer root; the same keyring again
 * is accepted. Refuses
 * `keyring-root-missing` when the roots were left out, `keyring-root-not-trusted` {version} when they
 * are others, `keyring-key-not-trusted` {kid}, `keyring-older` {version, current}, `keyring-fork`
 * {version} (same version, other content) and `keyring-of-other-province` {province, current}.
 */
export function trustNextKeyring(
  bytes: Uint8Array,
  trusted: TrustedKeyring,
): Result<OpenedKeyring, KeyringTrustRefusal> {
  const read = readUnverifiedKeyring(bytes);
  if (!read.ok) return read;
  const known = trusted.keyring.roots.at(-1);
  if (known !== undefined) {
    const { roots } = read.value.keyring;
    if (roots.length === 0) return refuse('keyring-root-missing');
    if (!roots.some(({ rootSha256 }) => rootSha256 === known.rootSha256)) {
      return refuse('keyring-root-not-trusted', { version: roots.at(-1)?.root.version ?? 0 });
    }
  }
  // The first roots are vouched for by the key that was trusted before there were any.
  const signing = known === undefined ? trusted.keyring.signing : read.value.keyring.signing;
  const vouched = verifiedWith(read.value, bytes, signing, 'keyring-key-not-trusted');
  if (!vouched.ok) return vouched;
  const opened = verifiedWith(
    read.value,
    bytes,
    read.value.keyring.signing,
    'keyring-signature-invalid',
  );
  if (!opened.ok) return opened;
  const { keyring, keyringSha256 } = opened.value;
  const current = trusted.keyring;
  if (keyring.province !== current.province) {
    const { province } = keyring;
    return refuse('keyring-of-other-province', { province, current: current.province });
  }
  // A newer root ends whatever a stolen working key did to the numbering (TUF's fast-forward attack).
  if ((keyring.roots.at(-1)?.root.version ?? 0) > (known?.root.version ?? 0)) return opened;
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
): Result<ReadKeyring, JwsReadRefusal | UpgradeRefusal | RootStepRefusal> {
  const jws = readJws(bytes, 'sct-keyring+jws');
  if (!jws.ok) return jws;
  const upgraded = readablePayload(jws.value.payload, KEYRING_VERSION);
  if (!upgraded.ok) return upgraded;
  const parsed = rootedShape.safeParse(upgraded.value);
  if (parsed.success) return rootedKeyring(jws.value, parsed.data);
  const rootless = rootlessShape.safeParse(upgraded.value);
  if (!rootless.success) {
    const { error } = upgraded.value['v'] === 1 ? rootless : parsed;
    return refuse('statement-malformed', { at: firstIssuePath(error) });
  }
  const { province, version, issued, signing, working, escrow, units } = rootless.data;
  const keyring = { province, version, issued, signing, working, escrow, units, roots: [] };
  return ok({ jws: jws.value, keyring });
}

function rootedKeyring(
  jws: UnverifiedJws,
  { province, version, issued, units, roots: statements }: z.infer<typeof rootedShape>,
): Result<ReadKeyring, RootStepRefusal | 'statement-malformed'> {
  const roots = readRootChain(statements);
  if (!roots.ok) return roots;
  const newest = roots.value.at(-1)?.root;
  if (newest?.province !== province) return refuse('statement-malformed', { at: 'province' });
  const { signing, working, escrow } = newest;
  const facts = { province, version, issued, signing, working, escrow, units };
  return ok({ jws, keyring: { ...facts, roots: roots.value } });
}

function isSameKeys(a: ProvinceKeys, b: ProvinceKeys): boolean {
  const text = ({ signing, working, escrow }: ProvinceKeys) =>
    canonicalJson({ signing, working, escrow });
  return text(a) === text(b);
}

type ProvinceKeys = Pick<KeyringFacts, 'signing' | 'working' | 'escrow'>;

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
    fingerprint: keyring.roots.at(-1)?.fingerprint ?? fingerprintOf(kid),
  });
}
