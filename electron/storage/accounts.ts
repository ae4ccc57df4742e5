import type { Brand } from '#shared/kit/brand.ts';
import type { Instant } from '#shared/kit/clock.ts';
import { plainName } from '#shared/kit/plain-text.ts';
import type { Role } from '#shared/domain/role.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

export type AccountId = Brand<number, 'AccountId'>;

export type Account = {
  readonly id: AccountId;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly isAdministrator: boolean;
  /** What proves the password, see electron/keys/password.ts. */
  readonly passwordHash: string;
  /** The office's key under this person's password, see electron/service/person-boxes.ts; null for
   * those who never use it. */
  readonly wrappedKey: string | null;
  readonly failedAttempts: number;
  readonly lockedUntil: Instant | null;
};

type Row = Omit<Account, 'isAdministrator'> & { readonly isAdministrator: 0 | 1 };

const columns = `id, name, display_name AS displayName, role, is_administrator AS isAdministrator,
  password_hash AS passwordHash, wrapped_key AS wrappedKey, failed_attempts AS failedAttempts,
  locked_until AS lockedUntil`;

/** All accounts in the order they were made. */
export function listAccounts(handle: ReadHandle): readonly Account[] {
  return prepared<[], Row>(handle, `SELECT ${columns} FROM account ORDER BY id`).all().map(fromRow);
}

export function findAccount(handle: ReadHandle, name: string): Account | null {
  const row = prepared<[string], Row>(handle, `SELECT ${columns} FROM account WHERE name = ?`).get(
    name,
  );
  return row === undefined ? null : fromRow(row);
}

export function insertAccount(
  handle: WriteHandle,
  account: Omit<Account, 'id' | 'failedAttempts' | 'lockedUntil'>,
  at: Instant,
): AccountId {
  const { lastInsertRowid } = prepared(
    handle,
    `INSERT INTO account (name, display_name, role, is_administrator, password_hash, wrapped_key, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    account.name,
    account.displayName,
    account.role,
    account.isAdministrator ? 1 : 0,
    account.passwordHash,
    account.wrappedKey,
    at,
  );
  return Number(lastInsertRowid) as AccountId;
}

export function updatePassword(
  handle: WriteHandle,
  id: AccountId,
  passwordHash: string,
  wrappedKey: string | null,
): void {
  prepared(handle, 'UPDATE account SET password_hash = ?, wrapped_key = ? WHERE id = ?').run(
    passwordHash,
    wrappedKey,
    id,
  );
}

/** Keeps an account's copy of the office's key in another layer; the password stays. */
export function updateWrappedKey(handle: WriteHandle, id: AccountId, wrappedKey: string): void {
  prepared(handle, 'UPDATE account SET wrapped_key = ? WHERE id = ?').run(wrappedKey, id);
}

/** Remembers a failed sign-in, or clears the count after a good one. */
export function updateAttempts(
  handle: WriteHandle,
  id: AccountId,
  failedAttempts: number,
  lockedUntil: Instant | null,
): void {
  prepared(handle, 'UPDATE account SET failed_attempts = ?, locked_until = ? WHERE id = ?').run(
    failedAttempts,
    lockedUntil,
    id,
  );
}

/** Names were kept as they were typed once, and what is signed takes no tabs or line breaks. */
function fromRow(row: Row): Account {
  const displayName = plainName(row.displayName);
  return {
    ...row,
    displayName: displayName === '' ? plainName(row.name) : displayName,
    isAdministrator: row.isAdministrator === 1,
  };
}
