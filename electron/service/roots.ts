import { readFileSync, statSync } from 'node:fs';

import { sealRoot } from '#shared/bundle/root.ts';
import type { OpenedRoot, RootFacts } from '#shared/bundle/root.ts';
import { keyIdOf } from '#shared/bundle/signing-key.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { makeSigningKey } from '../keys/office-secrets.ts';
import { shortestPassword } from '../keys/password.ts';
import { longestRootKeyFile, makeRootKey, openRootKey } from '../keys/root-key-file.ts';
import type { NewRootKey } from '../keys/root-key-file.ts';
import { replaceOfficeKey } from '../storage/office-keys.ts';
import { writeDurably } from './durable-file.ts';
import { withOfficeKeys } from './key-use.ts';
import { identityOf } from './office.ts';
import type { Office } from './office.ts';
import { currentKeyring, issueNext, trustState } from './trust.ts';

/** How many of the root keys must agree to a change: any two of the three. */
const threshold = 2;

type Written = CallOutput<'trust.createRoots'>;
type Holder = HandledInput<'trust.createRoots'>['keys'][number];
type Signer = HandledInput<'trust.renewRoots'>['signers'][number];

/**
 * Province: makes three root keys, each a file on its holder's stick under the holder's password, and
 * issues the first root with the next keyring. Refuses `roots-exist`, `root-passwords-same`,
 * `password-too-short`, and as `writeDurably`.
 */
export async function createRoots(
  office: Office,
  { keys: holders, password }: HandledInput<'trust.createRoots'>,
): Promise<Result<Written>> {
  const { side } = identityOf(office);
  const current = currentKeyring(office);
  if (side !== 'province' || current === null) return refuse('call-not-permitted');
  if (current.keyring.roots.length > 0) return refuse('roots-exist');
  const usable = checkHolders(holders);
  if (!usable.ok) return usable;
  return withOfficeKeys(office, password, async ({ signer }) => {
    const made = await makeAndWrite(office, holders);
    if (!made.ok) return made;
    const { keys, fileNames } = made.value;
    const { province, signing, working, escrow } = current.keyring;
    const facts = { province, version: 1, threshold, signing, working, escrow };
    const root = sealWith(office, { ...facts, roots: jwksOf(keys) }, keys);
    const issued = issueNext(office, { roots: [root] }, signer, 'root.create');
    return issued.ok ? ok({ fileNames, trust: trustState(office) }) : issued;
  });
}

/**
 * Province: with two root keys, puts a new signing key in the place of the province's, or new root
 * keys in the place of all three. Refuses `roots-missing`, `root-key-not-of-root`, and as
 * `openRootKey` and `createRoots`.
 */
export async function renewRoots(
  office: Office,
  { signers, change, password }: HandledInput<'trust.renewRoots'>,
): Promise<Result<Written>> {
  const { side, unit } = identityOf(office);
  const current = currentKeyring(office);
  if (side !== 'province' || current === null) return refuse('call-not-permitted');
  const before = current.keyring.roots.at(-1)?.root;
  if (before === undefined) return refuse('roots-missing');
  if (change.kind === 'keys') {
    const usable = checkHolders(change.keys);
    if (!usable.ok) return usable;
  }
  const opened = await openSigners(office, signers, before.roots.map(keyIdOf));
  if (!opened.ok) return opened;
  const agreeing = opened.value;
  const { roots } = current.keyring;
  const { province, working, escrow, version } = before;
  const next = {
    province,
    version: version + 1,
    threshold: before.threshold,
    roots: before.roots,
    signing: before.signing,
    working,
    escrow,
  };
  try {
    return await withOfficeKeys(office, password, async ({ signer, officeKey }) => {
      if (change.kind === 'keys') {
        const made = await makeAndWrite(office, change.keys);
        if (!made.ok) return made;
        const { keys, fileNames } = made.value;
        const root = sealWith(office, { ...next, roots: jwksOf(keys) }, [...keys, ...agreeing]);
        const issued = issueNext(office, { roots: [...roots, root] }, signer, 'root.renewKeys');
        return issued.ok ? ok({ fileNames, trust: trustState(office) }) : issued;
      }
      const { signer: fresh, stored } = await makeSigningKey(unit, officeKey);
      const signing = [fresh.jwk, ...(change.keepOld ? before.signing : [])].slice(0, 3);
      const root = sealWith(office, { ...next, signing }, agreeing);
      const changes = { signing, roots: [...roots, root] };
      const now = office.clock.now();
      const issued = issueNext(office, changes, fresh, 'root.renewSigning', undefined, (handle) => {
        replaceOfficeKey(handle, stored, now);
      });
      fresh.seed.fill(0);
      return issued.ok ? ok({ fileNames: [], trust: trustState(office) }) : issued;
    });
  } finally {
    wipe(agreeing);
  }
}

function checkHolders(holders: readonly Holder[]): Result<null> {
  const passwords = holders.map(({ password }) => password);
  if (passwords.some((password) => password.length < shortestPassword)) {
    return refuse('password-too-short', { shortest: shortestPassword });
  }
  return new Set(passwords).size === passwords.length ? ok(null) : refuse('root-passwords-same');
}

type Made = { readonly keys: readonly SigningKey[]; readonly fileNames: string[] };

/** The files lie where their holders keep them before anything is signed with the keys. */
async function makeAndWrite(office: Office, holders: readonly Holder[]): Promise<Result<Made>> {
  const { unit } = identityOf(office);
  const made: NewRootKey[] = [];
  const fileNames: string[] = [];
  for (const { folder: handle, password } of holders) {
    const folder = office.places.folder(handle);
    if (!folder.ok) return folder;
    const key = await makeRootKey(unit, password);
    made.push(key);
    const name = writeDurably(folder.value, key.fileName, key.bytes);
    if (!name.ok) {
      wipe(made.map(({ signer }) => signer));
      return name;
    }
    fileNames.push(name.value);
  }
  return ok({ keys: made.map(({ signer }) => signer), fileNames });
}

async function openSigners(
  office: Office,
  signers: readonly Signer[],
  known: readonly string[],
): Promise<Result<readonly SigningKey[]>> {
  const { unit } = identityOf(office);
  const opened: SigningKey[] = [];
  for (const { file, password } of signers) {
    const path = office.places.file(file);
    if (!path.ok) return path;
    const bytes = readSmall(path.value);
    const key = await openRootKey(bytes, unit, password);
    if (!key.ok) return key;
    const isOfRoot = known.includes(key.value.kid);
    if (!isOfRoot || opened.some(({ kid }) => kid === key.value.kid)) {
      return refuse(isOfRoot ? 'root-key-twice' : 'root-key-not-of-root');
    }
    opened.push(key.value);
  }
  return ok(opened);
}

function readSmall(path: string): Uint8Array {
  const isSmall = statSync(path).size <= longestRootKeyFile;
  return isSmall ? new Uint8Array(readFileSync(path)) : new Uint8Array();
}

function sealWith(
  office: Office,
  facts: Omit<RootFacts, 'issued'>,
  signers: readonly SigningKey[],
): OpenedRoot {
  const [first, ...others] = signers;
  if (first === undefined) throw new Error('Nobody signs the root.');
  return sealRoot({ ...facts, issued: office.clock.now() }, [first, ...others]);
}

function jwksOf(keys: readonly SigningKey[]): RootFacts['roots'] {
  return keys.map(({ jwk }) => jwk);
}

function wipe(keys: readonly SigningKey[]): void {
  for (const { seed } of keys) seed.fill(0);
}
