import { z } from 'zod';

import { canonicalJsonBytes, parseCanonicalJson } from '#shared/bundle/canonical-json.ts';
import {
  generateSigningSeed,
  publicJwkShape,
  signingKeyFromSeed,
} from '#shared/bundle/signing-key.ts';
import type { PublicJwk, SigningKey } from '#shared/bundle/signing-key.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { nativeSigner } from './native-signer.ts';
import { derivePassword, verifyPassword } from './password.ts';
import { closeBox, openBox } from './secret-box.ts';

/** A root key as a file for a stick of its own: the secret under its holder's password (Argon2id). */
const rootKeyShape = z.strictObject({
  v: z.literal(1),
  type: z.literal('sct.root-key'),
  province: z.string(),
  key: publicJwkShape,
  /** Proves the password; what follows from it besides opens the box. */
  password: z.string().max(200),
  box: z.string().max(400),
});

export type NewRootKey = {
  readonly signer: SigningKey;
  readonly fileName: string;
  readonly bytes: Uint8Array;
};

/** The longest file that is read as a root key. */
export const longestRootKeyFile = 4096;

/** Makes a root key and its file. The key itself is to be wiped once it has signed. */
export async function makeRootKey(province: UnitCode, password: string): Promise<NewRootKey> {
  const seed = generateSigningSeed();
  const signer = { ...signingKeyFromSeed(seed), signNatively: nativeSigner(seed) };
  const { hash, wrappingKey } = await derivePassword(password);
  const file = {
    v: 1,
    type: 'sct.root-key',
    province,
    key: signer.jwk,
    password: hash,
    box: closeBox(seed, wrappingKey, boxPurpose(province, signer.jwk)),
  };
  wrappingKey.fill(0);
  return { signer, fileName: fileNameOf(province, signer), bytes: canonicalJsonBytes(file) };
}

/**
 * Opens a root key's file with its holder's password. Refuses `root-key-malformed` for any other or
 * an altered file, and `root-password-wrong`.
 */
export async function openRootKey(
  bytes: Uint8Array,
  province: UnitCode,
  password: string,
): Promise<Result<SigningKey, 'root-key-malformed' | 'root-password-wrong'>> {
  const json = bytes.length > longestRootKeyFile ? null : parseCanonicalJson(bytes);
  const file = rootKeyShape.safeParse(json?.ok === true ? json.value : null);
  if (!file.success || file.data.province !== province) return refuse('root-key-malformed');
  const proven = await verifyPassword(password, file.data.password);
  if (proven === null) return refuse('root-password-wrong');
  const seed = openBox(file.data.box, proven.wrappingKey, boxPurpose(province, file.data.key));
  proven.wrappingKey.fill(0);
  if (seed === null) return refuse('root-key-malformed');
  const key = { ...signingKeyFromSeed(seed), signNatively: nativeSigner(seed) };
  return key.jwk.x === file.data.key.x ? ok(key) : refuse('root-key-malformed');
}

/** Tells the files of one province's root keys apart: `SCT1_goc_30_1a2b3c4d.key`. */
function fileNameOf(province: UnitCode, { publicKey }: SigningKey): string {
  return `SCT1_goc_${province}_${Buffer.from(publicKey.subarray(0, 4)).toString('hex')}.key`;
}

function boxPurpose(province: UnitCode, { x }: PublicJwk): string {
  return `root:${province}:${x}`;
}
