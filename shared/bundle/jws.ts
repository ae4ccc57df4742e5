/**
 * Signed statements: JWS General JSON serialization (RFC 7515) with Ed25519 (RFC 8037, RFC 9864), in
 * the narrowest form that can be written: canonical JSON outside and inside, a protected header of
 * exactly `alg`, `kid` and `typ`, no unprotected header, canonical base64url.
 */
import { z } from 'zod';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { base64url, base64urlBytes, sha256Hex, utf8 } from './bytes.ts';
import type { Sha256 } from './bytes.ts';
import { canonicalJsonBytes, parseCanonicalJson } from './canonical-json.ts';
import type { Json } from './canonical-json.ts';
import { libraryCrypto } from './host-crypto.ts';
import type { HostCrypto } from './host-crypto.ts';
import { keyIdOf, publicKeyOf, sign, signatureHolds } from './signing-key.ts';
import type { KeyId, PublicJwk, SigningKey } from './signing-key.ts';

/** What a signature is for. One key signs many types; none stands in for another (RFC 8725). */
export const jwsTypes = [
  'sct-bundle+jws',
  'sct-receipt+jws',
  'sct-keyring+jws',
  'sct-enrol+jws',
  'sct-root+jws',
  'sct-act+jws',
  'sct-receipt-short+jws',
  'sct-catalogue+jws',
  'sct-drafts+jws',
  'sct-snapshot+jws',
] as const;
export type JwsType = (typeof jwsTypes)[number];

/** The largest signed statement: 256 KiB, before anything of it is read. */
export const MAX_JWS_BYTES = 256 * 1024;
/** More than a signature with its header takes, and than stands around payload and signatures. */
const SIGNATURE_ROOM = 320;
const ENVELOPE_ROOM = 64;
/** A changed root is signed by the thresholds of two sets of root keys. */
const MAX_SIGNATURES = 6;

type ReadSignature = {
  readonly kid: KeyId;
  readonly signature: Uint8Array;
  readonly signingInput: Uint8Array;
};

/** A statement whose form is right and whose signatures were not looked at. Trust nothing in it. */
export type UnverifiedJws = {
  readonly typ: JwsType;
  readonly payload: Json;
  /** Digest of the payload's bytes: the name of the statement. */
  readonly payloadSha256: Sha256;
  readonly signatures: readonly ReadSignature[];
};

export type JwsReadRefusal = 'statement-malformed' | 'statement-of-other-kind';
export type JwsVerifyRefusal = 'sender-not-enrolled' | 'signature-invalid';

const signedShape = z.strictObject({
  payload: z.string(),
  signatures: z
    .array(z.strictObject({ protected: z.string().max(400), signature: z.string().length(86) }))
    .min(1)
    .max(MAX_SIGNATURES),
});

const headerShape = z.strictObject({
  alg: z.literal('Ed25519'),
  kid: z.custom<KeyId>((value) => typeof value === 'string' && /^[\w-]{43}$/.test(value)),
  typ: z.enum(jwsTypes),
});

type SignedJws = { readonly bytes: Uint8Array; readonly payloadSha256: Sha256 };

/**
 * Signs a JSON payload with one or more keys; the bytes are a file or an entry as they stand. What
 * readers would not read for its size, `most` bytes as for `readJws`, is a bug of the caller and throws.
 */
export function signJws(
  payload: unknown,
  typ: JwsType,
  signers: readonly [SigningKey, ...SigningKey[]],
  most = MAX_JWS_BYTES,
): SignedJws {
  const signed = signWithin(payload, typ, signers, most);
  if (!signed.ok) throw new Error('The statement is larger than readers read.');
  return signed.value;
}

/**
 * As `signJws`, for payloads of people's words, whose size is theirs. Refuses `statement-too-large`
 * {kilobytes, most} for what no reader would read; it is not signed then.
 */
export function signWithin(
  payload: unknown,
  typ: JwsType,
  signers: readonly [SigningKey, ...SigningKey[]],
  most = MAX_JWS_BYTES,
): Result<SignedJws, 'statement-too-large'> {
  const payloadBytes = canonicalJsonBytes(payload);
  const room = most - signers.length * SIGNATURE_ROOM - ENVELOPE_ROOM;
  const encodedLength = Math.ceil((payloadBytes.length * 4) / 3);
  if (encodedLength > room) {
    const facts = { kilobytes: kilobytes(encodedLength), most: kilobytes(room) };
    return refuse('statement-too-large', facts);
  }
  const encodedPayload = base64url(payloadBytes);
  const signatures = signers.map((key) => {
    const header = base64url(canonicalJsonBytes({ alg: 'Ed25519', kid: key.kid, typ }));
    const signature = base64url(sign(utf8(`${header}.${encodedPayload}`), key));
    return { protected: header, signature };
  });
  return ok({
    bytes: canonicalJsonBytes({ payload: encodedPayload, signatures }),
    payloadSha256: sha256Hex(payloadBytes),
  });
}

/**
 * Reads the form of a signed statement without trusting it. Refuses `statement-malformed` {at} for
 * every departure from the one allowed form, `statement-of-other-kind` {found, wanted} when its
 * signatures are for something else. `most` is the size above which nothing is read.
 */
export function readJws(
  bytes: Uint8Array,
  typ: JwsType,
  most = MAX_JWS_BYTES,
): Result<UnverifiedJws, JwsReadRefusal> {
  return ofType(readAnyJws(bytes, most), typ);
}

/** As `readJws`, for a statement that was read as JSON already, as part of another one. */
export function readJwsIn(value: Json, typ: JwsType): Result<UnverifiedJws, JwsReadRefusal> {
  return ofType(readSigned(value, MAX_JWS_BYTES), typ);
}

/** As `readJws`, for whichever type the statement says it is. */
export function readAnyJws(
  bytes: Uint8Array,
  most = MAX_JWS_BYTES,
): Result<UnverifiedJws, 'statement-malformed'> {
  if (bytes.length > most) return malformed('size');
  const outer = parseCanonicalJson(bytes);
  return outer.ok ? readSigned(outer.value, most) : malformed('json');
}

function ofType(
  read: Result<UnverifiedJws, 'statement-malformed'>,
  typ: JwsType,
): Result<UnverifiedJws, JwsReadRefusal> {
  return !read.ok || read.value.typ === typ
    ? read
    : refuse('statement-of-other-kind', { found: read.value.typ, wanted: typ });
}

function readSigned(value: Json, most: number): Result<UnverifiedJws, 'statement-malformed'> {
  const signed = signedShape.safeParse(value);
  if (!signed.success) return malformed('members');
  if (signed.data.payload.length > most) return malformed('size');
  const payloadBytes = base64urlBytes(signed.data.payload);
  const payload = payloadBytes === null ? null : parseCanonicalJson(payloadBytes);
  if (payloadBytes === null || payload?.ok !== true) return malformed('payload');

  const signatures: ReadSignature[] = [];
  const types = new Set<JwsType>();
  for (const entry of signed.data.signatures) {
    const header = readHeader(entry.protected);
    const signature = base64urlBytes(entry.signature);
    if (header === null) return malformed('header');
    if (signature?.length !== 64) return malformed('signature');
    if (signatures.some(({ kid }) => kid === header.kid)) return malformed('signatures');
    types.add(header.typ);
    const signingInput = utf8(`${entry.protected}.${signed.data.payload}`);
    signatures.push({ kid: header.kid, signature, signingInput });
  }
  const [typ, ...others] = types;
  if (typ === undefined || others.length > 0) return malformed('typ');
  return ok({ typ, payload: payload.value, payloadSha256: sha256Hex(payloadBytes), signatures });
}

/**
 * Verifies every signature; one that fails fails the whole. `findKey` answers the trusted public key
 * of a key id, or null. Refuses `sender-not-enrolled` {kid} for a key that is not known,
 * `signature-invalid` {kid} when bytes were changed or the key is unusable.
 */
export function verifyJws(
  jws: UnverifiedJws,
  findKey: (kid: KeyId) => PublicJwk | null,
  host: HostCrypto = libraryCrypto,
): Result<readonly KeyId[], JwsVerifyRefusal> {
  for (const { kid, signature, signingInput } of jws.signatures) {
    const jwk = findKey(kid);
    if (jwk === null || keyIdOf(jwk) !== kid) return refuse('sender-not-enrolled', { kid });
    const publicKey = publicKeyOf(jwk);
    if (!publicKey.ok || !signatureHolds(signature, signingInput, publicKey.value, host)) {
      return refuse('signature-invalid', { kid });
    }
  }
  return ok(jws.signatures.map(({ kid }) => kid));
}

/**
 * Which of some keys signed. A signature under one of them that does not hold fails the whole;
 * signatures of keys that are not among them count for nothing, as those of a later set of keys.
 */
export function signersAmong(
  jws: UnverifiedJws,
  keys: readonly PublicJwk[],
): Result<readonly KeyId[], JwsVerifyRefusal> {
  const known = new Map(keys.map((jwk) => [keyIdOf(jwk), jwk]));
  const signatures = jws.signatures.filter(({ kid }) => known.has(kid));
  return verifyJws({ ...jws, signatures }, (kid) => known.get(kid) ?? null);
}

function readHeader(encoded: string): z.infer<typeof headerShape> | null {
  const bytes = base64urlBytes(encoded);
  const json = bytes === null ? null : parseCanonicalJson(bytes);
  if (json?.ok !== true) return null;
  const header = headerShape.safeParse(json.value);
  return header.success ? header.data : null;
}

function kilobytes(bytes: number): number {
  return Math.ceil(bytes / 1024);
}

function malformed(at: string) {
  return refuse('statement-malformed', { at });
}
