import { fingerprintOf, formatFingerprint } from '#shared/bundle/fingerprint.ts';
import type { Keyring } from '#shared/bundle/keyring.ts';
import { keyIdOf } from '#shared/bundle/signing-key.ts';
import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { dayInVietnam, daysBetween } from '#shared/kit/clock.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { appendAudit, lastActAt } from '../storage/audit.ts';
import type { AuditAct } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import { keepKeyCheck, readKeyCheck } from '../storage/key-checks.ts';
import type { KeyCheckKind } from '../storage/key-checks.ts';
import { accountOf, storeOf } from './office.ts';
import type { Office } from './office.ts';

/** Twice a year, a key that nobody uses is to be tried: paper fades and sticks die in a drawer. */
const daysBetweenTests = 183;

type RootKeyState = NonNullable<NonNullable<TrustState['keyring']>['root']>['keys'][number];

/** The root keys in use, each with its last test. */
export function rootKeyStates(office: Office, { roots }: Keyring): RootKeyState[] {
  return (roots.at(-1)?.root.roots ?? []).map((jwk) => {
    const kid = keyIdOf(jwk);
    const made = roots.find(({ root }) => root.roots.some((one) => keyIdOf(one) === kid));
    const testedAt = readKeyCheck(storeOf(office), kid, 'tested');
    return {
      fingerprint: formatFingerprint(fingerprintOf(kid)),
      testedAt,
      isTestDue: isLongAgo(office, testedAt ?? made?.root.issued ?? null),
    };
  });
}

const escrowWritten = 'escrow.write';

/**
 * Whether the escrow key that the keyring names was printed or written as a file to be printed, and
 * when the paper was last tried.
 */
export function escrowState(
  office: Office,
  { escrow }: Keyring,
): NonNullable<TrustState['escrow']> {
  const store = storeOf(office);
  const printedAt = readKeyCheck(store, escrow, 'printed');
  const testedAt = readKeyCheck(store, escrow, 'tested');
  const writtenAt = lastActAt(store, escrowWritten, escrow);
  const isTestDue = isLongAgo(office, testedAt ?? printedAt ?? writtenAt);
  return { printedAt, writtenAt, testedAt, isTestDue };
}

/** Remembers that a key was printed or tested now, and says so in the audit log. */
export function rememberCheck(
  office: Office,
  key: string,
  kind: KeyCheckKind,
  action: string,
): void {
  const at = office.clock.now();
  write(storeOf(office), (handle) => {
    keepKeyCheck(handle, key, kind, at);
    appendAudit(handle, actOn(office, key, action, at));
  });
}

/** Remembers in the audit log that the escrow key was written as a file now; who prints it is not known. */
export function rememberWritten(office: Office, escrow: string): void {
  const at = office.clock.now();
  write(storeOf(office), (handle) => {
    appendAudit(handle, actOn(office, escrow, escrowWritten, at));
  });
}

function actOn(office: Office, key: string, action: string, at: Instant): AuditAct {
  const { name, role } = accountOf(office);
  return { at, actor: name, role, action, object: key, detail: '' };
}

function isLongAgo(office: Office, last: Instant | null): boolean {
  if (last === null) return false;
  return daysBetween(dayInVietnam(last), dayInVietnam(office.clock.now())) >= daysBetweenTests;
}
