import { dirname, join, resolve } from 'node:path';

import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { freshnessLines } from '#shared/domain/freshness-words.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';

import { needed, operandOf } from '../arguments.ts';
import type { Invocation } from '../arguments.ts';
import { ownPassword } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { done } from '../output.ts';
import type { Outcome } from '../output.ts';

type Written = CallOutput<'trust.writeKeyring'>;

/** `keyring fingerprint`: the fingerprint of this office's own key, and the keyring it goes by. */
export async function showFingerprint({ call, say, language }: Desk): Promise<Result<Outcome>> {
  const trust = await call('trust.state', {});
  if (!trust.ok) return trust;
  const { ownFingerprint, keyring, freshness } = trust.value;
  const lines = [
    ownFingerprint,
    keyring === null
      ? say('cli.done.noKeyring')
      : say('cli.done.keyring', { version: keyring.version, fingerprint: keyring.fingerprint }),
    ...freshnessLines(freshness, language).map(({ text }) => text),
  ];
  return ok(done(trust.value, lines.join('\n')));
}

/** `keyring export`: the province's public keyring as a file. */
export async function exportKeyring(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const folder = resolve(needed(invocation, 'to'));
  const handle = desk.office.places.remember(folder).handle;
  return written(desk, folder, await desk.call('trust.writeKeyring', { folder: handle }));
}

/** `enrol request`: a district's signed request to be enrolled. */
export async function requestEnrolment(
  desk: Desk,
  invocation: Invocation,
): Promise<Result<Outcome>> {
  const folder = resolve(needed(invocation, 'to'));
  const request = await desk.call('trust.writeRequest', {
    folder: desk.office.places.remember(folder).handle,
    password: ownPassword(desk),
  });
  return written(desk, folder, request);
}

/** `enrol reply`: enrols the key of a request and writes the reply, beside the request by default. */
export async function replyToRequest(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const file = resolve(operandOf(invocation));
  const folder = resolve(invocation.given.to ?? dirname(file));
  const { places } = desk.office;
  const reply = await desk.call('trust.enrol', {
    file: places.remember(file).handle,
    fingerprint: needed(invocation, 'fingerprint'),
    folder: places.remember(folder).handle,
    password: ownPassword(desk),
  });
  return written(desk, folder, reply);
}

/** `enrol accept`: a district trusts the province's keyring; the first time by its fingerprint. */
export async function acceptReply(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const { call, office, say } = desk;
  const accepted = await call('trust.acceptKeyring', {
    file: office.places.remember(resolve(operandOf(invocation))).handle,
    fingerprint: invocation.given.fingerprint ?? '',
  });
  if (!accepted.ok) return accepted;
  const { keyring, isEnrolled } = accepted.value;
  const lines = [
    say('cli.done.trusted', { version: keyring?.version ?? 0 }),
    say(isEnrolled ? 'cli.done.enrolled' : 'cli.done.notEnrolled'),
  ];
  return ok(done(accepted.value, lines.join('\n')));
}

/** `enrol revoke`: a unit's key counts no longer, but for what was received from it. */
export async function revokeUnit(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const { call, say } = desk;
  const unit = operandOf(invocation);
  const revoked = await call('trust.revoke', { unit, password: ownPassword(desk) });
  if (!revoked.ok) return revoked;
  const { keyring, units } = revoked.value;
  const unitName = units.find((one) => one.unit === unit)?.name ?? '';
  const facts = { unit, unitName, version: keyring?.version ?? 0 };
  return ok(done(revoked.value, say('cli.done.revoked', facts)));
}

function written({ say }: Desk, folder: string, reply: Result<Written>): Result<Outcome> {
  if (!reply.ok) return reply;
  const { fileName, trust } = reply.value;
  const file = join(folder, fileName);
  const lines = [
    say('cli.done.written', { file }),
    say('cli.done.ownFingerprint', { fingerprint: trust.ownFingerprint }),
  ];
  return ok(done({ file, fileName, trust }, lines.join('\n')));
}
