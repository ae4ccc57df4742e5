import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** What a key is for: signing statements, opening what is sent to us, opening it after a disaster. */
export type KeyPurpose = 'signing' | 'working' | 'escrow';

/** `publicKey` is the JWK's `x` or the age recipient; `sealedSecret` is ciphertext, never plain. */
export type OfficeKey = {
  readonly purpose: KeyPurpose;
  readonly publicKey: string;
  readonly sealedSecret: string;
};

export function findOfficeKey(handle: ReadHandle, purpose: KeyPurpose): OfficeKey | null {
  return (
    prepared<[string], OfficeKey>(
      handle,
      `SELECT purpose, public_key AS publicKey, sealed_secret AS sealedSecret
       FROM office_key WHERE purpose = ?`,
    ).get(purpose) ?? null
  );
}

export function insertOfficeKey(handle: WriteHandle, key: OfficeKey, at: Instant): void {
  prepared(
    handle,
    'INSERT INTO office_key (purpose, public_key, sealed_secret, created_at) VALUES (?, ?, ?, ?)',
  ).run(key.purpose, key.publicKey, key.sealedSecret, at);
}

/** Puts another key in the place of one: the secret before is gone from here. */
export function replaceOfficeKey(handle: WriteHandle, key: OfficeKey, at: Instant): void {
  prepared(
    handle,
    'UPDATE office_key SET public_key = ?, sealed_secret = ?, created_at = ? WHERE purpose = ?',
  ).run(key.publicKey, key.sealedSecret, at, key.purpose);
}
