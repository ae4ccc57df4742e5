import { join, resolve } from 'node:path';

import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import type { CallInput, CallOutput } from '#shared/ipc/contract.ts';

import { operandOf } from '../arguments.ts';
import type { Invocation } from '../arguments.ts';
import { ownPassword } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { done } from '../output.ts';
import type { Outcome } from '../output.ts';

type Holders = CallInput<'trust.createRoots'>['keys'];
type Signers = CallInput<'trust.renewRoots'>['signers'];

/** `roots create`: three root keys, each in its holder's folder; passwords in the folders' order. */
export async function createRoots(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const keys = holdersOf(desk, invocation.operands, 1);
  const made = await desk.call('trust.createRoots', { keys, password: ownPassword(desk) });
  return newRoots(desk, invocation.operands, made);
}

/** `roots anew`: a first root that follows none, as when two of the old keys are lost. */
export async function startRootsAnew(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const keys = holdersOf(desk, invocation.operands, 1);
  const made = await desk.call('trust.startRootsAnew', { keys, password: ownPassword(desk) });
  const outcome = newRoots(desk, invocation.operands, made);
  if (!outcome.ok) return outcome;
  const { value, text } = outcome.value;
  return ok(done(value, `${text}\n${desk.say('cli.done.rootsAnew')}`));
}

/** `roots renew`: two root keys in use put three new ones in the place of all. */
export async function renewRoots(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const { operands } = invocation;
  const folders = operands.slice(2);
  const renewed = await desk.call('trust.renewRoots', {
    signers: signersOf(desk, operands.slice(0, 2)),
    change: { kind: 'keys', keys: holdersOf(desk, folders, 3) },
    password: ownPassword(desk),
  });
  return newRoots(desk, folders, renewed);
}

/** `signing renew`: two root keys put a new signing key in the place of the province's. */
export async function renewSigning(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const { operands, given } = invocation;
  const renewed = await desk.call('trust.renewRoots', {
    signers: signersOf(desk, operands),
    change: { kind: 'signing', keepOld: given['drop-old'] === undefined },
    password: ownPassword(desk),
  });
  if (!renewed.ok) return renewed;
  const { trust } = renewed.value;
  const text = desk.say('cli.done.signingRenewed', { version: trust.keyring?.version ?? 0 });
  return ok(done({ trust }, text));
}

/** `roots test`: whether a root key opens and is one in use. */
export async function testRootKey(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const [signer] = signersOf(desk, [operandOf(invocation)]);
  if (signer === undefined) throw new Error('There is one file.');
  const tested = await desk.call('trust.testRootKey', signer);
  if (!tested.ok) return tested;
  const { number, fingerprint } = tested.value;
  return ok(done(tested.value, desk.say('cli.done.rootTested', { number, fingerprint })));
}

/** The folders with their holders' passwords, which stand from line `from` on. */
function holdersOf(desk: Desk, folders: readonly string[], from: number): Holders {
  return folders.map((folder, at) => ({
    folder: desk.office.places.remember(resolve(folder)).handle,
    password: desk.passwords[from + at] ?? '',
  }));
}

/** The files of root keys in use; their passwords stand after the acting person's. */
function signersOf(desk: Desk, files: readonly string[]): Signers {
  return files.map((file, at) => ({
    file: desk.office.places.remember(resolve(file)).handle,
    password: desk.passwords[1 + at] ?? '',
  }));
}

function newRoots(
  { say }: Desk,
  folders: readonly string[],
  made: Result<CallOutput<'trust.createRoots'>>,
): Result<Outcome> {
  if (!made.ok) return made;
  const { fileNames, trust } = made.value;
  const files = fileNames.map((name, at) => join(resolve(folders[at] ?? ''), name));
  const { version = 0, fingerprint = '' } = trust.keyring ?? {};
  const lines = [
    ...files.map((file) => say('cli.done.written', { file })),
    say('cli.done.keyring', { version, fingerprint }),
  ];
  return ok(done({ files, trust }, lines.join('\n')));
}
