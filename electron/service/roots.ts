import { readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { mostRoots } from '#shared/bundle/keyring.ts';
import type { Keyring } from '#shared/bundle/keyring.ts';
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
import { makeBackup } from '../storage/backups.ts';
import { isDiskFault } from '../storage/disk-fault.ts';
import { keepKeyCheck } from '../storage/key-checks.ts';
import { replaceOfficeKey } from '../storage/office-keys.ts';
import { writeDurably } from './durable-file.ts';
import { rememberCheck } from './key-checks.ts';
import { withOfficeKeys } from './key-use.ts';
import { identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { currentKeyring, issueNext, trustState } from './trust.ts';

/** How many of the root keys must agree to a change: any two of the three. */
const threshold = 2;

type Written = CallOutput<'trust.createRoots'>;
type Holder = HandledInput<'trust.createRoots'>['keys'][number];
type Signer = HandledInput<'trust.renewRoots'>['signers'][number];

/**
 * Province: makes three root keys, each a file on its holder's stick under the holder's password, and
 * issues the first root with the next keyring. Refuses `roots-exist`, `root-folders-same`,
 * `root-passwords-same`, `password-too-short`, and as `writeDurably`.
 */
export async function createRoots(
  office: Office,
  { keys: holders, password }: HandledInput<'trust.createRoots'>,
): Promise<Result<Written>> {
  const { side } = identityOf(office);
  const current = currentKeyring(office);
  if (side !== 'province' || current === null) return refuse('call-not-permitted');
  if (current.keyring.roots.length > 0) return refuse('roots-exist');
  return issueFirstRoot(office, current.keyring, holders, password, 'root.create');
}

/**
 * Province: makes three new root keys and a first root that follows none before, as when two of the
 * old keys are lost. Everybody enrolled stays so; a district that goes by the old roots refuses the
 * keyring (`keyring-root-not-trusted`) until its officer types the new digits. Refuses
 * `roots-missing`, and as `createRoots`.
 */
export async function startRootsAnew(
  office: Office,
  { keys: holders, password }: HandledInput<'trust.startRootsAnew'>,
): Promise<Result<Written>> {
  const { side } = identityOf(office);
  const current = currentKeyring(office);
  if (side !== 'province' || current === null) return refuse('call-not-permitted');
  if (current.keyring.roots.length === 0) return refuse('roots-missing');
  return issueFirstRoot(office, current.keyring, holders, password, 'root.startAnew');
}

/**
 * Province: whether a file is a root key in use and its holder's password opens it; signs nothing and
 * remembers the day. Refuses `roots-missing`, `root-key-not-of-root`, and as `openRootKey`.
 */
export async function testRootKey(
  office: Office,
  { file, password }: HandledInput<'trust.testRootKey'>,
): Promise<Result<CallOutput<'trust.testRootKey'>>> {
  const { side } = identityOf(office);
  const current = currentKeyring(office);
  if (side !== 'province' || current === null) return refuse('call-not-permitted');
  const known = current.keyring.roots.at(-1)?.root.roots.map(keyIdOf);
  if (known === undefined) return refuse('roots-missing');
  const opened = await openSigners(office, [{ file, password }], known);
  if (!opened.ok) return opened;
  wipe(opened.value);
  const number = known.findIndex((kid) => kid === opened.value[0]?.kid) + 1;
  for (const { kid } of opened.value) rememberCheck(office, kid, 'tested', 'root.test');
  const trust = trustState(office);
  const fingerprint = trust.keyring?.root?.keys[number - 1]?.fingerprint ?? '';
  return ok({ number, fingerprint, trust });
}

async function issueFirstRoot(
  office: Office,
  keyring: Keyring,
  holders: readonly Holder[],
  password: string,
  action: string,
): Promise<Result<Written>> {
  const usable = checkHolders(office, holders);
  if (!usable.ok) return usable;
  return withOfficeKeys(office, password, async ({ signer }) => {
    const made = await makeAndWrite(office, holders);
    if (!made.ok) return made;
    const { province, signing, working, escrow } = keyring;
    const facts = { province, version: 1, threshold, signing, working, escrow };
    return issueWith(office, made.value, signer, action, (keys) => [
      sealWith(office, { ...facts, roots: jwksOf(keys) }, keys),
    ]);
  });
}

/**
 * Province: with two root keys, puts a new signing key in the place of the province's, or new root
 * keys in the place of all three. Refuses `roots-missing`, `roots-full`, `root-key-not-of-root`, and as
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
  if (current.keyring.roots.length >= mostRoots) return refuse('roots-full');
  if (change.kind === 'keys') {
    const usable = checkHolders(office, change.keys);
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
        return issueWith(office, made.value, signer, 'root.renewKeys', (keys) => [
          ...roots,
          sealWith(office, { ...next, roots: jwksOf(keys) }, [...keys, ...agreeing]),
        ]);
      }
      const { signer: fresh, stored } = await makeSigningKey(unit, officeKey);
      const signing = [fresh.jwk, ...(change.keepOld ? before.signing : [])].slice(0, 3);
      try {
        const root = sealWith(office, { ...next, signing }, agreeing);
        const changes = { signing, roots: [...roots, root] };
        const now = office.clock.now();
        const issued = issueNext(
          office,
          changes,
          fresh,
          'root.renewSigning',
          undefined,
          (handle) => {
            replaceOfficeKey(handle, stored, now);
            // They opened just now: as good as a test.
            for (const { kid } of agreeing) keepKeyCheck(handle, kid, 'tested', now);
          },
        );
        return issued.ok ? ok({ fileNames: [], trust: trustState(office) }) : issued;
      } finally {
        fresh.seed.fill(0);
      }
    });
  } finally {
    wipe(agreeing);
  }
}

/** Whether three keys go to three places under three passwords; the same stick twice is no two. */
function checkHolders(office: Office, holders: readonly Holder[]): Result<null> {
  const places = new Set<string>();
  for (const { folder: handle } of holders) {
    const folder = office.places.folder(handle);
    if (!folder.ok) return folder;
    places.add(realpathSync(folder.value));
  }
  if (places.size < holders.length) return refuse('root-folders-same');
  const passwords = holders.map(({ password }) => password);
  if (passwords.some((password) => password.length < shortestPassword)) {
    return refuse('password-too-short', { shortest: shortestPassword });
  }
  return new Set(passwords).size === passwords.length ? ok(null) : refuse('root-passwords-same');
}

type Made = {
  readonly keys: readonly SigningKey[];
  readonly fileNames: string[];
  /** Takes the files away again, as when what they are for was not done. */
  readonly undo: () => void;
};

/** The files lie where their holders keep them before anything is signed with the keys. */
async function makeAndWrite(office: Office, holders: readonly Holder[]): Promise<Result<Made>> {
  const { unit } = identityOf(office);
  const keys: SigningKey[] = [];
  const fileNames: string[] = [];
  const paths: string[] = [];
  const undo = (): void => {
    wipe(keys);
    for (const path of paths) rmSync(path, { force: true });
  };
  for (const { folder: handle, password } of holders) {
    const folder = office.places.folder(handle);
    if (!folder.ok) {
      undo();
      return folder;
    }
    const made = await makeRootKey(unit, password);
    keys.push(made.signer);
    const name = writeDurably(folder.value, made.fileName, made.bytes);
    if (!name.ok) {
      undo();
      return name;
    }
    fileNames.push(name.value);
    paths.push(join(folder.value, name.value));
  }
  return ok({ keys, fileNames, undo });
}

/** Issues the keyring of roots that new keys sign; where that fails, their files are taken away. */
function issueWith(
  office: Office,
  { keys, fileNames, undo }: Made,
  signer: SigningKey,
  action: string,
  rootsOf: (keys: readonly SigningKey[]) => readonly OpenedRoot[],
): Result<Written> {
  let isDone = false;
  try {
    const issued = issueNext(office, { roots: rootsOf(keys) }, signer, action);
    if (!issued.ok) return issued;
    isDone = true;
    backUpNow(office);
    return ok({ fileNames, trust: trustState(office) });
  } finally {
    if (isDone) wipe(keys);
    else undo();
  }
}

/** A backup from before this would lead the province back to roots that nobody follows. */
function backUpNow(office: Office): void {
  try {
    makeBackup(storeOf(office), office.dataFolder, office.clock.now());
  } catch (fault) {
    // What was done stands in the store; the next day's backup holds it as well.
    if (!isDiskFault(fault)) throw fault;
  }
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
    const bytes = path.ok ? readSmall(path.value) : path;
    const key = bytes.ok ? await openRootKey(bytes.value, unit, password) : bytes;
    if (!key.ok) {
      wipe(opened);
      return key;
    }
    const isTwice = opened.some(({ kid }) => kid === key.value.kid);
    opened.push(key.value);
    if (isTwice || !known.includes(key.value.kid)) {
      wipe(opened);
      return refuse(isTwice ? 'root-key-twice' : 'root-key-not-of-root');
    }
  }
  return ok(opened);
}

function readSmall(path: string): Result<Uint8Array, 'file-missing' | 'root-key-malformed'> {
  try {
    return statSync(path).size <= longestRootKeyFile
      ? ok(new Uint8Array(readFileSync(path)))
      : refuse('root-key-malformed');
  } catch {
    return refuse('file-missing', { file: path });
  }
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
