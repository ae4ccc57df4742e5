import type { SessionState } from '#shared/ipc/calls/session.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { unwrapOfficeKey, wrapOfficeKey } from '../keys/office-secrets.ts';
import { findAccount, listAccounts, updateWrappedKey } from '../storage/accounts.ts';
import type { Account } from '../storage/accounts.ts';
import { appendAudit } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import { readRecovery } from '../storage/recovery.ts';
import { storeOf } from './office.ts';
import type { Office } from './office.ts';

/**
 * What is closed under a person's password, and the layer of the system's safe storage around it
 * (docs/decisions/0014-safe-storage.md). The layer binds a box to this computer and its user. It lies
 * outside, so that it goes on and off without the password, and only where a recovery code exists:
 * without one the box would be lost together with the user's profile.
 */
const guardedPrefix = 's1.';

/** Why the layer around a box does not come off here. */
type GuardRefusal = 'safe-storage-other-machine' | 'safe-storage-missing';

/** A box as the store keeps it: guarded by the system where that is possible and safe. */
async function guardBox(office: Office, box: string): Promise<string> {
  if (readRecovery(storeOf(office)) === null) return box;
  const { safeStorage } = office.ports;
  const guarded = await safeStorage.protect(box);
  // What does not come back at once is trusted with nothing.
  if (guarded === null || (await safeStorage.open(guarded))?.text !== box) return box;
  return `${guardedPrefix}${guarded}`;
}

/** The box in what the store keeps. */
async function unguardBox(office: Office, stored: string): Promise<Result<string, GuardRefusal>> {
  if (!isGuarded(stored)) return ok(stored);
  const { safeStorage } = office.ports;
  const opened = await safeStorage.open(stored.slice(guardedPrefix.length));
  if (opened !== null) return ok(opened.text);
  const isAvailable = await safeStorage.isAvailable();
  return refuse(isAvailable ? 'safe-storage-other-machine' : 'safe-storage-missing');
}

/** A person's copy of the office key, as the store keeps it. */
export function closeOfficeKey(
  office: Office,
  officeKey: Uint8Array,
  wrappingKey: Uint8Array,
  accountName: string,
): Promise<string> {
  return guardBox(office, wrapOfficeKey(officeKey, wrappingKey, accountName));
}

/**
 * The office key from a person's copy. Refuses `office-key-unavailable` when there is no copy or it is
 * not under this password, `safe-storage-other-machine` for one that was guarded elsewhere, and
 * `safe-storage-missing` for a guarded one where the system has no safe storage for us.
 */
export async function openOfficeKey(
  office: Office,
  { name }: Account,
  wrappingKey: Uint8Array,
): Promise<Result<Uint8Array, GuardRefusal | 'office-key-unavailable'>> {
  // The account of a session is as it was at sign-in; its copy may have got its layer since.
  const stored = findAccount(storeOf(office), name)?.wrappedKey ?? null;
  if (stored === null) return refuse('office-key-unavailable');
  const box = await unguardBox(office, stored);
  if (!box.ok) return box;
  const officeKey = unwrapOfficeKey(box.value, wrappingKey, name);
  return officeKey === null ? refuse('office-key-unavailable') : ok(officeKey);
}

/**
 * Guards every copy that can be: all of them, since the weakest copy is what a thief would try. Renews
 * the layer where the system has a newer key. Changes nothing where there is no safe storage.
 */
export async function guardCopies(office: Office): Promise<void> {
  const store = storeOf(office);
  const changed: (readonly [Account, string])[] = [];
  for (const account of listAccounts(store)) {
    if (account.wrappedKey === null) continue;
    const copy = await guardAgain(office, account.wrappedKey);
    if (copy !== account.wrappedKey) changed.push([account, copy]);
  }
  if (changed.length === 0) return;
  const { name = '', role = '' } = office.account ?? {};
  write(store, (handle) => {
    for (const [account, copy] of changed) updateWrappedKey(handle, account.id, copy);
    appendAudit(handle, {
      at: office.clock.now(),
      actor: name,
      role,
      action: 'keys.guard',
      object: 'office',
      detail: changed.map(([account]) => account.name).join(', '),
    });
  });
}

/** What a screen says about the safe storage, for the own copy and, while nobody works, for all. */
export async function guardState(office: Office): Promise<SessionState['safeStorage']> {
  const { store, account } = office;
  const copies = (store === null ? [] : listAccounts(store)).flatMap(({ name, wrappedKey }) =>
    wrappedKey === null ? [] : [{ name, wrappedKey }],
  );
  const concerned = copies.filter(({ name }) => account === null || name === account.name);
  const opened = await Promise.all(
    concerned.map(({ wrappedKey }) => unguardBox(office, wrappedKey)),
  );
  if (opened.length > 0 && opened.every((box) => !box.ok)) return 'elsewhere';
  if (copies.length > 0 && copies.every(({ wrappedKey }) => isGuarded(wrappedKey))) return 'used';
  return (await office.ports.safeStorage.isAvailable()) ? 'available' : 'none';
}

async function guardAgain(office: Office, stored: string): Promise<string> {
  if (!isGuarded(stored)) return guardBox(office, stored);
  const opened = await office.ports.safeStorage.open(stored.slice(guardedPrefix.length));
  if (opened?.shouldRenew !== true) return stored;
  const renewed = await guardBox(office, opened.text);
  return isGuarded(renewed) ? renewed : stored;
}

function isGuarded(stored: string): boolean {
  return stored.startsWith(guardedPrefix);
}
