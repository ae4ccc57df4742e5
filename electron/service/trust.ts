import { readFileSync } from 'node:fs';

import { utf8, utf8Text } from '#shared/bundle/bytes.ts';
import { fingerprintOf, formatFingerprint, parseFingerprint } from '#shared/bundle/fingerprint.ts';
import {
  readKeyring,
  sealKeyring,
  trustFirstKeyring,
  trustNextKeyring,
} from '#shared/bundle/keyring.ts';
import type {
  KeyringFacts,
  KeyringUnit,
  OpenedKeyring,
  SealedKeyring,
} from '#shared/bundle/keyring.ts';
import { keyringFileName } from '#shared/bundle/names.ts';
import { keyIdOf } from '#shared/bundle/signing-key.ts';
import type { OpenedRoot } from '#shared/bundle/root.ts';
import type { PublicJwk, SigningKey } from '#shared/bundle/signing-key.ts';
import type { TrustState } from '#shared/ipc/calls/trust.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { openSigningKey } from '../keys/office-secrets.ts';
import type { Account } from '../storage/accounts.ts';
import { appendAudit } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import type { WriteHandle } from '../storage/handle.ts';
import { insertEnrolledSeries, insertKeyring, readCurrentKeyring } from '../storage/keyrings.ts';
import { writeDurably } from './durable-file.ts';
import { freshnessOf, hearKeyring } from './freshness.ts';
import { escrowState, rootKeyStates } from './key-checks.ts';
import { forgetReading } from './inbox-state.ts';
import { officeKeyOf } from './key-use.ts';
import { accountOf, identityOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { unitsOf } from './unit-keys.ts';

export type Written = CallOutput<'trust.writeKeyring'>;

/** Signed files are small; a longer one is none of ours. */
const longestSignedFile = 300 * 1024;

/** The keyring that this office goes by; null while a district has accepted none. */
export function currentKeyring(office: Office): OpenedKeyring | null {
  const text = readCurrentKeyring(storeOf(office));
  if (text === null) return null;
  const opened = readKeyring(utf8(text));
  if (!opened.ok) throw new Error(`The stored keyring: ${JSON.stringify(opened.refusal)}`);
  return opened.value;
}

/** Whom this office trusts, and who trusts it. */
export function trustState(office: Office): TrustState {
  const { side, unit } = identityOf(office);
  const opened = currentKeyring(office);
  const enrolled = opened?.keyring.units ?? [];
  const ownKid = keyIdOf(ownJwk(office));
  return {
    ownFingerprint: formatFingerprint(fingerprintOf(ownKid)),
    keyring:
      opened === null
        ? null
        : {
            province: opened.keyring.province,
            version: opened.keyring.version,
            fingerprint: formatFingerprint(opened.fingerprint),
            issuedAt: opened.keyring.issued,
            root: rootState(office, opened),
          },
    escrow: side === 'province' && opened !== null ? escrowState(office, opened.keyring) : null,
    freshness: freshnessOf(office, opened),
    isEnrolled:
      side === 'province' ||
      enrolled.some(
        (entry) =>
          entry.unit === unit && entry.status === 'active' && keyIdOf(entry.jwk) === ownKid,
      ),
    units: side === 'province' ? reportingUnits(office, enrolled) : [],
  };
}

function rootState(
  office: Office,
  { keyring }: OpenedKeyring,
): NonNullable<TrustState['keyring']>['root'] {
  const newest = keyring.roots.at(-1);
  if (newest === undefined) return null;
  const { version, threshold, issued } = newest.root;
  return { version, threshold, keys: rootKeyStates(office, keyring), issuedAt: issued };
}

/**
 * District: accepts a keyring. The first time the fingerprint of the printed letter must be typed;
 * later ones follow the trusted one. Whoever types it again trusts anew, whatever was trusted before:
 * so a district comes back that missed the first root, or whose province lost its root keys. Refuses as `trustFirstKeyring`, `trustNextKeyring`
 * and `parseFingerprint`.
 */
export function acceptKeyring(
  office: Office,
  { file: handle, fingerprint }: HandledInput<'trust.acceptKeyring'>,
): Result<TrustState> {
  if (identityOf(office).side !== 'district') return refuse('call-not-permitted');
  const bytes = readSigned(office, handle);
  if (!bytes.ok) return bytes;
  const trusted = currentKeyring(office);
  const typed =
    fingerprint.trim() === '' && trusted !== null ? null : parseFingerprint(fingerprint);
  if (typed?.ok === false) return typed;
  const opened =
    typed !== null
      ? trustFirstKeyring(bytes.value, typed.value)
      : trusted === null
        ? refuse('fingerprint-malformed')
        : trustNextKeyring(bytes.value, trusted);
  if (!opened.ok) return opened;
  const text = utf8Text(bytes.value) ?? '';
  const action = trusted !== null && typed !== null ? 'keyring.trustAnew' : 'keyring.accept';
  keep(office, accountOf(office), opened.value, text, action, undefined, (handle) => {
    hearKeyring(handle, opened.value, trusted, typed !== null);
  });
  return ok(trustState(office));
}

/** Province: writes its public keyring to a folder. */
export function writeKeyring(
  office: Office,
  { folder: handle }: HandledInput<'trust.writeKeyring'>,
): Result<Written> {
  const folder = office.places.folder(handle);
  if (!folder.ok) return folder;
  const text = readCurrentKeyring(storeOf(office));
  const opened = currentKeyring(office);
  if (text === null || opened === null || identityOf(office).side !== 'province') {
    return refuse('call-not-permitted');
  }
  const { province, version } = opened.keyring;
  return written(office, folder.value, keyringFileName({ province, version }), utf8(text));
}

/**
 * Province: issues the next keyring and keeps it. What is not among the changes stays.
 * @param action what the audit says was done; `enrolled` where a unit's series comes in with it.
 */
export function issueNext(
  office: Office,
  changes: Partial<KeyringFacts> & { readonly roots?: readonly OpenedRoot[] },
  signer: SigningKey,
  action: string,
  enrolled?: { readonly unit: string; readonly series: OpenedSeries },
  beside: (handle: WriteHandle) => void = () => undefined,
): Result<SealedKeyring> {
  const current = currentKeyring(office);
  if (current === null) throw new Error('A province has a keyring from the beginning.');
  const { roots, ...facts } = current.keyring;
  const { roots: nextRoots = roots, ...others } = changes;
  const next = {
    ...facts,
    ...others,
    version: facts.version + 1,
    issued: office.clock.now(),
  };
  const sealed = sealKeyring(next, signer, nextRoots);
  const opened = readKeyring(sealed.bytes);
  if (!opened.ok) return opened;
  const text = utf8Text(sealed.bytes) ?? '';
  keep(office, accountOf(office), opened.value, text, action, enrolled, beside);
  return ok(sealed);
}

type Issuer = Pick<Account, 'name' | 'role'>;

/**
 * Makes version 1 of the province's keyring, in the transaction that sets the store up: a province
 * without a keyring could never be trusted.
 */
export function issueFirstKeyring(office: Office, issuer: Issuer, officeKey: Uint8Array): void {
  const { unit } = identityOf(office);
  const signer = openSigningKey(officeKeyOf(office, 'signing'), officeKey, unit);
  if (signer === null) throw new Error('The signing key that was just made does not open.');
  const sealed = sealFirst(office, signer);
  const opened = readKeyring(sealed.bytes);
  if (!opened.ok) throw new Error('The keyring that was just made does not open.');
  keep(office, issuer, opened.value, utf8Text(sealed.bytes) ?? '', 'keyring.issue');
}

function sealFirst(office: Office, signer: SigningKey): { readonly bytes: Uint8Array } {
  return sealKeyring(
    {
      province: identityOf(office).unit,
      version: 1,
      issued: office.clock.now(),
      signing: [signer.jwk],
      working: officeKeyOf(office, 'working').publicKey,
      escrow: officeKeyOf(office, 'escrow').publicKey,
      units: [],
    },
    signer,
  );
}

function keep(
  office: Office,
  account: Issuer,
  opened: OpenedKeyring,
  text: string,
  action: string,
  enrolled?: { readonly unit: string; readonly series: OpenedSeries },
  beside: (handle: WriteHandle) => void = () => undefined,
): void {
  // Keys that lie open for a second step are those of before.
  forgetReading(office.inbox);
  const now = office.clock.now();
  write(storeOf(office), (handle) => {
    insertKeyring(handle, opened.keyring.version, text, now);
    if (enrolled !== undefined) insertEnrolledSeries(handle, enrolled.unit, enrolled.series, now);
    appendAudit(handle, {
      at: now,
      actor: account.name,
      role: account.role,
      action,
      object: enrolled?.unit ?? opened.keyring.province,
      detail: opened.keyringSha256,
    });
    beside(handle);
  });
}

type OpenedSeries = Parameters<typeof insertEnrolledSeries>[2];

function reportingUnits(office: Office, enrolled: readonly KeyringUnit[]): TrustState['units'] {
  return unitsOf(office, enrolled).map((code) => {
    const keys = enrolled.filter((candidate) => candidate.unit === code);
    const entry = keys.find(({ status }) => status === 'active') ?? keys.at(-1);
    return {
      unit: code,
      name: unitName(office, code),
      fingerprint:
        entry === undefined ? null : formatFingerprint(fingerprintOf(keyIdOf(entry.jwk))),
      enrolledAt: entry?.validFrom ?? null,
      isRevoked: entry?.status === 'revoked',
    };
  });
}

/** The public part of the key by which this office signs. */
export function ownJwk(office: Office): PublicJwk {
  return { kty: 'OKP', crv: 'Ed25519', x: officeKeyOf(office, 'signing').publicKey };
}

/** A signed file that somebody picked. Refuses `file-missing` and `statement-malformed` {at} for a long one. */
export function readSigned(office: Office, handle: string): Result<Uint8Array> {
  const path = office.places.file(handle);
  if (!path.ok) return path;
  try {
    const bytes = readFileSync(path.value);
    return bytes.length > longestSignedFile
      ? refuse('statement-malformed', { at: 'size' })
      : ok(bytes);
  } catch {
    return refuse('file-missing', { file: path.value });
  }
}

/** Writes a signed file and says whom the office trusts by then. Refuses as `writeDurably`. */
export function written(
  office: Office,
  folder: string,
  fileName: string,
  bytes: Uint8Array,
): Result<Written> {
  const name = writeDurably(folder, fileName, bytes);
  if (!name.ok) return name;
  return ok({ fileName: name.value, folderLabel: folder, trust: trustState(office) });
}
