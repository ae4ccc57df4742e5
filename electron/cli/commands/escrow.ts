import { join, resolve } from 'node:path';

import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { needed } from '../arguments.ts';
import type { Invocation } from '../arguments.ts';
import { ownPassword } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { done } from '../output.ts';
import type { Outcome } from '../output.ts';

/** `escrow write`: the escrow key as a text file, which is never shown on the terminal. */
export async function writeEscrow(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const { call, office, say } = desk;
  const folder = resolve(needed(invocation, 'to'));
  const written = await call('trust.writeEscrow', {
    folder: office.places.remember(folder).handle,
    password: ownPassword(desk),
  });
  if (!written.ok) return written;
  const file = join(folder, written.value.fileName);
  const { escrow } = written.value.trust;
  return ok(done({ file, escrow }, say('cli.done.escrowWritten', { file })));
}

/** `escrow test`: whether the second line of standard input is the escrow key in use. */
export async function testEscrow({ call, say, passwords }: Desk): Promise<Result<Outcome>> {
  const tested = await call('trust.testEscrow', { identity: passwords[1] ?? '' });
  if (!tested.ok) return tested;
  const { escrow } = tested.value;
  return ok(done({ escrow }, say('cli.done.escrowTested')));
}
