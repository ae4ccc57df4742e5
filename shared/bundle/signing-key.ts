import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { randomBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { Brand } from '#shared/kit/brand.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { base64url, base64urlBytes } from './bytes.ts';
import { canonicalJsonBytes } from './canonical-json.ts';
import { libraryCrypto } from './host-crypto.ts';
import type { HostCrypto } from './host-crypto.ts';

/** RFC 7638 SHA-256 thumbprint of a public key, base64url: 43 letters. Names the key everywhere. */
export type KeyId = Brand<string, 'KeyId'>;

/** A public Ed25519 key as JSON Web Key (RFC 8037): exactly these three members. */
export const publicJwkShape = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().length(43),
});
export type PublicJwk = Readonly<z.infer<typeof publicJwkShape>>;

/** The 32 bytes of a canonical point that is not of small order: of `publicKeyOf`, or of a seed. */
export type PublicKey = Brand<Uint8Array, 'Ed25519PublicKey'>;

/** An Ed25519 key pair. `seed` is the secret: 32 bytes, kept by electron/keys alone. */
export type SigningKey = {
  readonly seed: Uint8Array;
  readonly publicKey: PublicKey;
  readonly jwk: PublicJwk;
  readonly kid: KeyId;
  /** The host's own Ed25519 with this seed, where it has one: the same bytes, sooner. */
  readonly signNatively?: (message: Uint8Array) => Uint8Array;
};

/** Answers the trusted key of a sender, or null; `senderKeyIn(keyring)` makes one. */
export type FindSenderKey = (unit: string, kid: KeyId, seq: number) => PublicJwk | null;

/** A new secret: 32 random bytes from the system. */
export function generateSigningSeed(): Uint8Array {
  return randomBytes(32);
}

/** The key pair of a seed of exactly 32 bytes (RFC 8032). */
export function signingKeyFromSeed(seed: Uint8Array): SigningKey {
  const publicKey = ed25519.getPublicKey(seed) as PublicKey; // as RFC 8032 makes it
  const jwk: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x: base64url(publicKey) };
  return { seed, publicKey, jwk, kid: keyIdOf(jwk) };
}

/** The name of a public key: RFC 7638 thumbprint of `{crv, kty, x}`. */
export function keyIdOf(jwk: PublicJwk): KeyId {
  const { crv, kty, x } = jwk;
  return base64url(sha256(canonicalJsonBytes({ crv, kty, x }))) as KeyId;
}

/**
 * Keys that were found usable, which they stay for ever: reports of a unit come one after the other,
 * signed by the same few keys, and each look costs a square root. The first of so many go first.
 */
const usable = new Set<string>();
const MOST_USABLE = 256;

/**
 * The 32 bytes of a public JWK. Refuses `public-key-unusable` when it is malformed, no canonical
 * point of the curve, or one of the points of small order, for which anybody can make signatures.
 */
export function publicKeyOf({ x }: PublicJwk): Result<PublicKey, 'public-key-unusable'> {
  const bytes = base64urlBytes(x);
  if (bytes?.length !== 32) return refuse('public-key-unusable');
  if (!usable.has(x)) {
    if (!isUsable(bytes)) return refuse('public-key-unusable');
    const [first] = usable;
    if (usable.size >= MOST_USABLE && first !== undefined) usable.delete(first);
    usable.add(x);
  }
  return ok(bytes as PublicKey);
}

function isUsable(bytes: Uint8Array): boolean {
  try {
    return !ed25519.Point.fromBytes(bytes, false).isSmallOrder();
  } catch {
    return false;
  }
}

/** Ed25519 signature (64 bytes) over bytes; the same bytes always give the same signature. */
export function sign(message: Uint8Array, key: SigningKey): Uint8Array {
  return key.signNatively?.(message) ?? ed25519.sign(message, key.seed);
}

/**
 * Whether a signature holds by the one Ed25519 verifier of every host: strict RFC 8032 (canonical
 * points, s below the order, no ZIP-215 leniency), so that Node, Electron and the tests agree on
 * hostile signatures. The host may say yes before it: under such a key [s]B = R + [k]A gives the same
 * equation times the cofactor, which is the strict verifier's. What else the host says is not asked.
 */
export function signatureHolds(
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: PublicKey,
  host: HostCrypto = libraryCrypto,
): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  return (
    saysYes(() => host.verifyEd25519?.(signature, message, publicKey) === true) ||
    saysYes(() => ed25519.verify(signature, message, publicKey, { zip215: false }))
  );
}

function saysYes(ask: () => boolean): boolean {
  try {
    return ask();
  } catch {
    return false;
  }
}
