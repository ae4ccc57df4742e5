import { generateSigningSeed, signingKeyFromSeed } from '#shared/bundle/signing-key.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';

import type { AccountKey } from '../storage/account-keys.ts';
import { nativeSigner } from './native-signer.ts';
import { closeBox, openBox } from './secret-box.ts';

/** A new signing key of one person, closed under what their password gives and nothing else. */
export function makePersonKey(
  wrappingKey: Uint8Array,
  accountName: string,
): { readonly signer: SigningKey; readonly stored: AccountKey } {
  const seed = generateSigningSeed();
  const signer = withNativeSigner(seed);
  return {
    signer,
    stored: { publicKey: signer.jwk.x, sealedSeed: closed(seed, wrappingKey, accountName) },
  };
}

/** A person's key; null when the password is not the one that it was closed under. */
export function openPersonKey(
  { sealedSeed }: AccountKey,
  wrappingKey: Uint8Array,
  accountName: string,
): SigningKey | null {
  const seed = openBox(sealedSeed, wrappingKey, boxPurpose(accountName));
  return seed === null ? null : withNativeSigner(seed);
}

/** The same key under a new password; null when the old one does not open it. */
export function rewrapPersonKey(
  key: AccountKey,
  from: Uint8Array,
  to: Uint8Array,
  accountName: string,
): string | null {
  const seed = openBox(key.sealedSeed, from, boxPurpose(accountName));
  if (seed === null) return null;
  const sealed = closed(seed, to, accountName);
  seed.fill(0);
  return sealed;
}

function withNativeSigner(seed: Uint8Array): SigningKey {
  return { ...signingKeyFromSeed(seed), signNatively: nativeSigner(seed) };
}

function closed(seed: Uint8Array, wrappingKey: Uint8Array, accountName: string): string {
  return closeBox(seed, wrappingKey, boxPurpose(accountName));
}

function boxPurpose(accountName: string): string {
  return `person:${accountName}`;
}
