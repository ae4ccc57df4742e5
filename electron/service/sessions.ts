import type { SessionState } from '#shared/ipc/calls/session.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { parseInstant } from '#shared/kit/clock.ts';
import type { Instant } from '#shared/kit/clock.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { languages } from '#shared/text/translate.ts';
import type { Language } from '#shared/text/translate.ts';

import { verifyPassword } from '../keys/password.ts';
import type { DerivedPassword } from '../keys/password.ts';
import { findAccount, listAccounts, updateAttempts } from '../storage/accounts.ts';
import type { Account } from '../storage/accounts.ts';
import { appendAudit, auditHead } from '../storage/audit.ts';
import { listBackups, makeBackup } from '../storage/backups.ts';
import { write } from '../storage/handle.ts';
import { readIdentity, readSetting, upsertSetting } from '../storage/store-identity.ts';
import { clockState, noteLeap } from './clock-state.ts';
import { forgetReading } from './inbox-state.ts';
import { storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { guardCopies, guardState } from './person-boxes.ts';

const attemptsBeforeWaiting = 5;
const firstWaitSeconds = 30;
const longestWaitSeconds = 15 * 60;
/** The audit log's length at the last daily backup, and how many entries stand for a day's work. */
const backedUpTo = 'backup.entries';
const entriesOfDay = 50;

/** What every screen has to know before and after signing in. */
export async function sessionState(office: Office): Promise<SessionState> {
  const { store, account, clock } = office;
  const identity = store === null ? null : readIdentity(store);
  return {
    store:
      identity === null
        ? null
        : { side: identity.side, unit: identity.unit, unitName: unitName(office, identity.unit) },
    damage: damageOf(office),
    account:
      account === null
        ? null
        : {
            name: account.name,
            displayName: account.displayName,
            role: account.role,
            isAdministrator: account.isAdministrator,
          },
    accountNames:
      store === null
        ? []
        : listAccounts(store).map(({ name, displayName, role }) => ({ name, displayName, role })),
    language: languageOf(office),
    now: clock.now(),
    clock: identity === null ? null : clockState(office),
    isSampleClock: clock.isSample,
    safeStorage: await guardState(office),
    version: office.version,
  };
}

/**
 * Signs an account in. Refuses `sign-in-failed` for a wrong name or password alike, and
 * `sign-in-wait` {seconds} after five failures, longer each time, never for ever.
 */
export async function signIn(
  office: Office,
  name: string,
  password: string,
): Promise<Result<CallOutput<'session.signIn'>>> {
  if (office.store === null) return { ok: false, refusal: office.damage ?? noStore };
  const account = findAccount(office.store, name);
  if (account === null) return refuse('sign-in-failed');
  // Before anything is logged: a failed sign-in may be.
  noteLeap(office);
  const proven = await provePassword(office, account, password);
  if (!proven.ok) return proven;
  // Read only now: the page before signing in shall not wait for the program's own catalogue.
  const { bringCatalogueUpToDate } = await import('./newer-catalogue.ts');
  bringCatalogueUpToDate(office);
  forgetReading(office.inbox);
  office.account = account;
  audit(office, account, 'sign-in');
  await guardCopies(office);
  backUpOncePerDay(office);
  return ok(await sessionState(office));
}

/** Checks a password against an account, counting failures in the same transaction. */
export async function provePassword(
  office: Office,
  account: Account,
  password: string,
): Promise<Result<DerivedPassword, 'sign-in-failed' | 'sign-in-wait' | 'password-wrong'>> {
  const store = storeOf(office);
  const now = office.clock.now();
  // The account of a session is as it was at sign-in; failures since then stand in the store.
  const before = findAccount(store, account.name) ?? account;
  const seconds = before.lockedUntil === null ? 0 : secondsBetween(now, before.lockedUntil);
  // A longer wait than there is was noted by a clock that has been set back since.
  if (seconds > 0 && seconds <= longestWaitSeconds) return refuse('sign-in-wait', { seconds });
  const derived = await verifyPassword(password, before.passwordHash);
  if (derived !== null) {
    if (before.failedAttempts > 0) {
      write(store, (handle) => {
        updateAttempts(handle, account.id, 0, null);
      });
    }
    return ok(derived);
  }
  const failures = before.failedAttempts + 1;
  const lockedUntil = waitAfter(failures, now);
  write(store, (handle) => {
    updateAttempts(handle, account.id, failures, lockedUntil);
    if (lockedUntil === null) return;
    appendAudit(handle, {
      at: now,
      actor: account.name,
      role: account.role,
      action: 'sign-in.wait',
      object: 'session',
      detail: String(failures),
    });
  });
  return refuse(office.account === null ? 'sign-in-failed' : 'password-wrong');
}

export async function signOut(office: Office): Promise<SessionState> {
  forgetReading(office.inbox);
  if (office.account !== null) audit(office, office.account, 'sign-out');
  office.account = null;
  return sessionState(office);
}

export async function setLanguage(office: Office, language: Language): Promise<SessionState> {
  if (office.store !== null) {
    write(office.store, (handle) => {
      upsertSetting(handle, 'language', language);
    });
  }
  return sessionState(office);
}

/** The language of the interface: Vietnamese until somebody chose the other. */
export function languageOf(office: Office): Language {
  const chosen = office.store === null ? null : readSetting(office.store, 'language');
  return languages.find((language) => language === chosen) ?? 'vi';
}

const noStore = { code: 'store-not-set-up', facts: {} } as const;

function damageOf(office: Office): SessionState['damage'] {
  if (office.damage === null) return null;
  const backup = listBackups(office.dataFolder)[0];
  const { code, facts } = office.damage;
  return { code, facts: backup === undefined ? { ...facts } : { ...facts, backup } };
}

function waitAfter(failures: number, now: Instant): Instant | null {
  const beyond = failures - attemptsBeforeWaiting;
  if (beyond < 0) return null;
  const seconds = Math.min(firstWaitSeconds * 2 ** beyond, longestWaitSeconds);
  return parseInstant(new Date(Date.parse(now) + seconds * 1000).toISOString());
}

function secondsBetween(from: Instant, to: Instant): number {
  return Math.ceil((Date.parse(to) - Date.parse(from)) / 1000);
}

function audit(office: Office, account: Account, action: string): void {
  const at = office.clock.now();
  write(storeOf(office), (handle) => {
    appendAudit(handle, {
      at,
      actor: account.name,
      role: account.role,
      action,
      object: 'session',
      detail: '',
    });
  });
}

/**
 * The first sign-in of a day copies the store; a full disk must not keep anybody from working. A PC
 * whose clock begins at the same day each time has only that day: there, so much work is a day.
 */
function backUpOncePerDay(office: Office): void {
  const store = storeOf(office);
  const now = office.clock.now();
  const today = now.slice(0, 10).replaceAll('-', '');
  const isFirst = !listBackups(office.dataFolder).some((name) => name.includes(`-${today}T`));
  const { n } = auditHead(store);
  const isMuch = n - Number(readSetting(store, backedUpTo) ?? 0) >= entriesOfDay;
  if (!isFirst && (clockState(office) === null || !isMuch)) return;
  try {
    makeBackup(store, office.dataFolder, now);
    write(store, (handle) => {
      upsertSetting(handle, backedUpTo, String(n));
    });
  } catch (fault) {
    process.emitWarning(`The daily backup failed: ${String(fault)}`);
  }
}
