import { base64url, base64urlBytes, utf8 } from '#shared/bundle/bytes.ts';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { equalBytes } from '@noble/ciphers/utils.js';
import { randomBytes } from '@noble/hashes/utils.js';
import { argon2id } from 'hash-wasm';

/** What a password costs to try: memory in KiB and passes. OWASP's minimum for Argon2id. */
type Cost = { readonly memory: number; readonly passes: number };
const currentCost: Cost = { memory: 19_456, passes: 2 };

const saltBytes = 16;
const rootBytes = 32;
const stored = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=1\$([\w-]+)\$([\w-]+)$/;

/** Shorter ones are refused: this is the only lock of an office's key. */
export const shortestPassword = 8;

/**
 * What follows from a password: `hash` is stored and proves it later; `wrappingKey` (32 bytes)
 * encrypts this person's copy of the office's key and is never stored.
 */
export type DerivedPassword = { readonly hash: string; readonly wrappingKey: Uint8Array };

/**
 * Derives from a new password (Argon2id, RFC 9106, with a random salt). The password is taken as it
 * is after NFC: keyboards of the same word may compose Vietnamese letters differently.
 */
export async function derivePassword(password: string): Promise<DerivedPassword> {
  const salt = randomBytes(saltBytes);
  return derive(password, salt, currentCost);
}

/** Derives again from a password that was typed; null when it is not the one of `hash`. */
export async function verifyPassword(
  password: string,
  hash: string,
): Promise<DerivedPassword | null> {
  const [, memory = '', passes = '', salt = '', proof = ''] = stored.exec(hash) ?? [];
  const saltOf = base64urlBytes(salt);
  const expected = base64urlBytes(proof);
  // Argon2 takes no empty password, and nobody can have one.
  if (saltOf === null || expected === null || salt === '' || password === '') return null;
  const derived = await derive(password, saltOf, {
    memory: Number(memory),
    passes: Number(passes),
  });
  const actual = base64urlBytes(derived.hash.slice(derived.hash.lastIndexOf('$') + 1));
  return actual !== null && equalBytes(actual, expected) ? derived : null;
}

/** The 32 bytes of Argon2id itself, from which both uses are separated; exported for its oracle. */
export function argonRoot(password: string, salt: Uint8Array, cost: Cost): Promise<Uint8Array> {
  return argon2id({
    password: password.normalize('NFC'),
    salt,
    parallelism: 1,
    memorySize: cost.memory,
    iterations: cost.passes,
    hashLength: rootBytes,
    outputType: 'binary',
  });
}

async function derive(password: string, salt: Uint8Array, cost: Cost): Promise<DerivedPassword> {
  const root = await argonRoot(password, salt, cost);
  const proof = hkdf(sha256, root, salt, utf8('so-chi-tieu password proof'), rootBytes);
  const wrappingKey = hkdf(sha256, root, salt, utf8('so-chi-tieu key wrapping'), rootBytes);
  const parameters = `m=${String(cost.memory)},t=${String(cost.passes)},p=1`;
  return {
    hash: `$argon2id$v=19$${parameters}$${base64url(salt)}$${base64url(proof)}`,
    wrappingKey,
  };
}
