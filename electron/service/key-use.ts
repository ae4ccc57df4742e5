import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { hostCrypto } from '../keys/host-crypto.ts';
import { openIdentity, openSigningKey } from '../keys/office-secrets.ts';
import { findOfficeKey } from '../storage/office-keys.ts';
import type { KeyPurpose, OfficeKey } from '../storage/office-keys.ts';
import type { HeldKeys, KeysInUse } from './keys-in-use.ts';
import { accountOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { openOfficeKey } from './person-boxes.ts';
import { provePassword } from './sessions.ts';

/**
 * Opens the office's keys with the signed-in person's password for the length of one action.
 * Refuses `password-wrong`, `sign-in-wait`, and as `openOfficeKey`.
 */
export async function withOfficeKeys<T>(
  office: Office,
  password: string,
  use: (keys: KeysInUse) => Promise<Result<T>>,
): Promise<Result<T>> {
  const held = await holdOfficeKeys(office, password);
  if (!held.ok) return held;
  try {
    return await use(held.value.keys);
  } finally {
    held.value.wipe();
  }
}

/** As `withOfficeKeys`, for an action of two steps that one password opens. */
export async function holdOfficeKeys(office: Office, password: string): Promise<Result<HeldKeys>> {
  const account = accountOf(office);
  const { unit } = identityOf(office);
  const proven = await provePassword(office, account, password);
  if (!proven.ok) return proven;
  const { wrappingKey } = proven.value;
  const secrets: Uint8Array[] = [wrappingKey];
  const wipe = (): void => {
    for (const secret of secrets) secret.fill(0);
  };
  const open = async (): Promise<Result<KeysInUse>> => {
    const opened = await openOfficeKey(office, account, wrappingKey);
    if (!opened.ok) return opened;
    const officeKey = opened.value;
    secrets.push(officeKey);
    const working = officeKeyOf(office, 'working');
    const signer = openSigningKey(officeKeyOf(office, 'signing'), officeKey, unit);
    if (signer === null) return refuse('office-key-unavailable');
    secrets.push(signer.seed);
    const identity = openIdentity(working, officeKey, unit);
    if (identity === null) return refuse('office-key-unavailable');
    const ownRecipient = working.publicKey;
    return ok({ signer, officeKey, identity, ownRecipient, host: hostCrypto });
  };
  try {
    const keys = await open();
    if (keys.ok) return ok({ keys: keys.value, wipe });
    wipe();
    return keys;
  } catch (fault) {
    wipe();
    throw fault;
  }
}

/** A key of the office that setting up always makes. */
export function officeKeyOf(office: Office, purpose: KeyPurpose): OfficeKey {
  const key = findOfficeKey(storeOf(office), purpose);
  if (key === null) throw new Error(`The office has no ${purpose} key.`);
  return key;
}
