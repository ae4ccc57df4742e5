import type { Instant } from '#shared/kit/clock.ts';

import type { AccountId } from './accounts.ts';
import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** A person's own signing key: the JWK's `x`, and the seed as ciphertext under their password. */
export type AccountKey = { readonly publicKey: string; readonly sealedSeed: string };

export function findAccountKey(handle: ReadHandle, account: AccountId): AccountKey | null {
  return (
    prepared<[number], AccountKey>(
      handle,
      `SELECT public_key AS publicKey, sealed_seed AS sealedSeed
       FROM account_key WHERE account_id = ?`,
    ).get(account) ?? null
  );
}

/** Keeps a person's key; the one before, if any, is gone from here. */
export function replaceAccountKey(
  handle: WriteHandle,
  account: AccountId,
  key: AccountKey,
  at: Instant,
): void {
  prepared(
    handle,
    `INSERT INTO account_key (account_id, public_key, sealed_seed, made_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (account_id) DO UPDATE SET public_key = excluded.public_key,
       sealed_seed = excluded.sealed_seed, made_at = excluded.made_at`,
  ).run(account, key.publicKey, key.sealedSeed, at);
}

/** Keeps the same key under another password. */
export function updateSealedSeed(
  handle: WriteHandle,
  account: AccountId,
  sealedSeed: string,
): void {
  prepared(handle, 'UPDATE account_key SET sealed_seed = ? WHERE account_id = ?').run(
    sealedSeed,
    account,
  );
}
