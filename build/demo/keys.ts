import { createPublicKey } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { openIdentity, unwrapOfficeKey } from '../../electron/keys/office-secrets.ts';
import { verifyPassword } from '../../electron/keys/password.ts';
import { listAccounts } from '../../electron/storage/accounts.ts';
import type { ReadHandle } from '../../electron/storage/handle.ts';
import { findOfficeKey } from '../../electron/storage/office-keys.ts';
import { openStore } from '../../electron/storage/open-store.ts';
import { readIdentity } from '../../electron/storage/store-identity.ts';
import { samplePassword } from '../sample/people.ts';

/**
 * Writes the keys of a demo office so that an outsider can open what was sealed: its public signing
 * key (`300-signing.pem`) and its age identities (`30-working.txt`, `30-escrow.txt`). Only a demo does
 * this: its keys are made for one run and protect invented figures. The office must be closed.
 *
 * @returns the names of the files
 */
export async function publishKeys(dataFolder: string, folder: string): Promise<readonly string[]> {
  const opened = openStore(dataFolder);
  if (!opened.ok) throw new Error(`${dataFolder}: ${opened.refusal.code}`);
  const store = opened.value;
  try {
    return await publish(store, folder);
  } finally {
    store.close();
  }
}

async function publish(store: ReadHandle, folder: string): Promise<readonly string[]> {
  const identity = readIdentity(store);
  const account = listAccounts(store).find((one) => one.isAdministrator);
  if (identity === null || account === undefined) throw new Error('the office was never set up');
  const proven = await verifyPassword(samplePassword, account.passwordHash);
  if (proven === null) throw new Error('the demo password does not fit');
  const wrapped = account.wrappedKey ?? '';
  const officeKey = unwrapOfficeKey(wrapped, proven.wrappingKey, account.name);
  if (officeKey === null) throw new Error('the office key does not open');
  const { unit } = identity;

  const written: string[] = [];
  const keep = async (name: string, text: string): Promise<void> => {
    await writeFile(join(folder, name), text);
    written.push(name);
  };
  const signing = findOfficeKey(store, 'signing');
  if (signing === null) throw new Error('the office has no signing key');
  await keep(`${unit}-signing.pem`, pemOf(signing.publicKey));
  for (const purpose of ['working', 'escrow'] as const) {
    const key = findOfficeKey(store, purpose);
    if (key === null) continue;
    const secret = openIdentity(key, officeKey, unit);
    if (secret === null) throw new Error(`the ${purpose} key does not open`);
    const lines = [
      '# Throw-away key of the demo: published on purpose, never for real figures.',
      `# unit ${unit}, ${purpose} key`,
      `# public key: ${key.publicKey}`,
      secret,
    ];
    await keep(`${unit}-${purpose}.txt`, `${lines.join('\n')}\n`);
  }
  return written;
}

/** An Ed25519 public key, base64url as in its JWK, as PEM for openssl. */
function pemOf(x: string): string {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return key.export({ type: 'spki', format: 'pem' }).toString();
}
