import { generateAgeKey } from '#shared/bundle/age-envelope.ts';
import { utf8, utf8Text } from '#shared/bundle/bytes.ts';
import { generateSigningSeed, signingKeyFromSeed } from '#shared/bundle/signing-key.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';
import type { UnitCode } from '#shared/domain/unit.ts';

import type { KeyPurpose, OfficeKey } from '../storage/office-keys.ts';
import { nativeSigner } from './native-signer.ts';
import { closeBox, newBoxKey, openBox } from './secret-box.ts';

/** New keys of an office, closed under a new office key that only wrapped copies keep. */
export type NewOfficeKeys = { readonly keys: readonly OfficeKey[]; readonly officeKey: Uint8Array };

/**
 * Makes an office's keys: Ed25519 for signing, X25519 age identities for opening (`working`) and,
 * at the province, for disasters (`escrow`).
 */
export async function makeOfficeKeys(
  unit: UnitCode,
  purposes: readonly KeyPurpose[],
): Promise<NewOfficeKeys> {
  const officeKey = newBoxKey();
  const keys: OfficeKey[] = [];
  for (const purpose of purposes) {
    keys.push(closed(await makeKey(purpose), purpose, unit, officeKey));
  }
  return { keys, officeKey };
}

/** A new signing key of an office, closed under its office key. */
export async function makeSigningKey(
  unit: UnitCode,
  officeKey: Uint8Array,
): Promise<{ readonly signer: SigningKey; readonly stored: OfficeKey }> {
  const { publicKey, secret } = await makeKey('signing');
  return {
    signer: { ...signingKeyFromSeed(secret), signNatively: nativeSigner(secret) },
    stored: closed({ publicKey, secret }, 'signing', unit, officeKey),
  };
}

/** A new working key of an office, closed under its office key. */
export async function makeWorkingKey(unit: UnitCode, officeKey: Uint8Array): Promise<OfficeKey> {
  return closed(await makeKey('working'), 'working', unit, officeKey);
}

function closed(
  { publicKey, secret }: { readonly publicKey: string; readonly secret: Uint8Array },
  purpose: KeyPurpose,
  unit: UnitCode,
  officeKey: Uint8Array,
): OfficeKey {
  const sealedSecret = closeBox(secret, officeKey, boxPurpose(unit, purpose));
  return { purpose, publicKey, sealedSecret };
}

/** The office key under one person's wrapping key. */
export function wrapOfficeKey(
  officeKey: Uint8Array,
  wrappingKey: Uint8Array,
  accountName: string,
): string {
  return closeBox(officeKey, wrappingKey, `account:${accountName}`);
}

/** The office key from one person's copy; null when the copy is not theirs. */
export function unwrapOfficeKey(
  wrapped: string,
  wrappingKey: Uint8Array,
  accountName: string,
): Uint8Array | null {
  return openBox(wrapped, wrappingKey, `account:${accountName}`);
}

/** The signing key of an office; null when the office key does not open it. */
export function openSigningKey(
  key: OfficeKey,
  officeKey: Uint8Array,
  unit: UnitCode,
): SigningKey | null {
  const seed = openBox(key.sealedSecret, officeKey, boxPurpose(unit, key.purpose));
  return seed === null ? null : { ...signingKeyFromSeed(seed), signNatively: nativeSigner(seed) };
}

/** The age identity (`AGE-SECRET-KEY-1…`) of an office; null when the office key does not open it. */
export function openIdentity(key: OfficeKey, officeKey: Uint8Array, unit: UnitCode): string | null {
  const secret = openBox(key.sealedSecret, officeKey, boxPurpose(unit, key.purpose));
  return secret === null ? null : utf8Text(secret);
}

async function makeKey(purpose: KeyPurpose): Promise<{ publicKey: string; secret: Uint8Array }> {
  if (purpose === 'signing') {
    const seed = generateSigningSeed();
    return { publicKey: signingKeyFromSeed(seed).jwk.x, secret: seed };
  }
  const { identity, recipient } = await generateAgeKey();
  return { publicKey: recipient, secret: utf8(identity) };
}

function boxPurpose(unit: UnitCode, purpose: KeyPurpose): string {
  return `office:${unit}:${purpose}`;
}
