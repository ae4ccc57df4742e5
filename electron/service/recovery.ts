import { formatRecoveryCode, parseRecoveryCode } from '#shared/domain/recovery-code.ts';
import { usesOfficeKeys } from '#shared/domain/role.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { derivePassword, shortestPassword } from '../keys/password.ts';
import { closeWithCode, newRecoveryCode, openWithCode } from '../keys/recovery.ts';
import { findAccount, updateAttempts, updatePassword } from '../storage/accounts.ts';
import { appendAudit } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import { readRecovery, replaceRecovery } from '../storage/recovery.ts';
import { withOfficeKeys } from './key-use.ts';
import { accountOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { closeOfficeKey, guardCopies } from './person-boxes.ts';

/** Since when there is a recovery code; null while there is none. */
export function recoveryState(office: Office): CallOutput<'recovery.state'> {
  return { madeAt: readRecovery(storeOf(office))?.madeAt ?? null };
}

/**
 * Makes a new recovery code, which is told once and kept nowhere. The one before opens old backups
 * alone. From then on the system's safe storage may guard the copies of the office key. Refuses as
 * `withOfficeKeys`.
 */
export async function makeRecoveryCode(
  office: Office,
  { password }: HandledInput<'recovery.make'>,
): Promise<Result<CallOutput<'recovery.make'>>> {
  return withOfficeKeys(office, password, async ({ officeKey }) => {
    const code = newRecoveryCode();
    const wrapped = closeWithCode(officeKey, code);
    const { name, role } = accountOf(office);
    const at = office.clock.now();
    write(storeOf(office), (handle) => {
      replaceRecovery(handle, wrapped, at);
      const act = { at, actor: name, role, object: 'office', detail: '' } as const;
      appendAudit(handle, { ...act, action: 'recovery.make' });
    });
    await guardCopies(office);
    return ok({ code: formatRecoveryCode(code), madeAt: at });
  });
}

/**
 * Gives an account a new password with the code on paper, and ends its waiting. Refuses
 * `store-not-set-up`, `recovery-missing`, as `parseRecoveryCode`, `recovery-code-wrong`, `sign-in-failed` for an account
 * that is not there, `password-too-short`.
 */
export async function recoverWithCode(
  office: Office,
  { name, code: typed, newPassword }: HandledInput<'recovery.use'>,
): Promise<Result<Record<string, never>>> {
  const { store } = office;
  if (store === null) return refuse('store-not-set-up');
  const recovery = readRecovery(store);
  if (recovery === null) return refuse('recovery-missing');
  const code = parseRecoveryCode(typed);
  if (!code.ok) return code;
  const account = findAccount(store, name);
  if (account === null) return refuse('sign-in-failed');
  if ([...newPassword].length < shortestPassword) {
    return refuse('password-too-short', { shortest: shortestPassword });
  }
  const officeKey = openWithCode(recovery.wrappedKey, code.value);
  if (officeKey === null) return refuse('recovery-code-wrong');
  const { hash, wrappingKey } = await derivePassword(newPassword);
  const wrapped = usesOfficeKeys(account.role)
    ? await closeOfficeKey(office, officeKey, wrappingKey, account.name)
    : null;
  officeKey.fill(0);
  wrappingKey.fill(0);
  write(store, (handle) => {
    updatePassword(handle, account.id, hash, wrapped);
    updateAttempts(handle, account.id, 0, null);
    appendAudit(handle, {
      at: office.clock.now(),
      actor: account.name,
      role: account.role,
      action: 'recovery.use',
      object: account.name,
      detail: '',
    });
  });
  return ok({});
}
