import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';

import { MAX_SEALED_BYTES } from '#shared/bundle/age-envelope.ts';
import { senderKeyIn } from '#shared/bundle/keyring.ts';
import { parseBundleFileName } from '#shared/bundle/names.ts';
import { peek } from '#shared/bundle/peek.ts';
import type { Peek } from '#shared/bundle/peek.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Refusal, Result } from '#shared/kit/result.ts';
import type { Translate } from '#shared/text/translate.ts';

import { withOfficeKeys } from '../../service/key-use.ts';
import { identityOf } from '../../service/office.ts';
import { currentKeyring } from '../../service/trust.ts';
import { operandOf } from '../arguments.ts';
import type { Invocation } from '../arguments.ts';
import { ownPassword } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { done } from '../output.ts';
import type { Outcome } from '../output.ts';
import { factsOf, linesOf } from './verify-facts.ts';

/** `verify` with `--as`: says what a file is, opened with the office's keys; imports nothing. */
export async function verify(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const { office, say } = desk;
  const path = resolve(operandOf(invocation));
  const bytes = readSealed(path);
  if (!bytes.ok) return bytes;
  const keyring = currentKeyring(office);
  const peeked = await withOfficeKeys(office, ownPassword(desk), async ({ identity, host }) =>
    ok(
      await peek(bytes.value, {
        unit: identityOf(office).unit,
        identities: [identity],
        findSenderKey: keyring === null ? () => null : senderKeyIn(keyring.keyring),
        host,
      }),
    ),
  );
  if (!peeked.ok) return peeked;
  return ok(outcomeOf(path, peeked.value, refusalOf(peeked.value), say));
}

/** `verify` without `--as`: what shows from outside. That a sealed file stays closed is no fault. */
export async function verifyFromOutside(
  invocation: Invocation,
  say: Translate,
): Promise<Result<Outcome>> {
  const path = resolve(operandOf(invocation));
  const bytes = readSealed(path);
  if (!bytes.ok) return bytes;
  const peeked = await peek(bytes.value, { unit: '', identities: [], findSenderKey: () => null });
  const refusal = refusalOf(peeked);
  const isMerelyClosed = refusal?.code === 'not-addressed-to-this-key';
  return ok(outcomeOf(path, peeked, isMerelyClosed ? null : refusal, say));
}

function readSealed(path: string): Result<Uint8Array> {
  const facts = { file: path };
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return refuse('file-missing', facts);
    if (stat.size > MAX_SEALED_BYTES) return refuse('bundle-too-large', { bytes: stat.size });
    return ok(new Uint8Array(readFileSync(path)));
  } catch (fault) {
    const isMissing = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
    return refuse(isMissing ? 'file-missing' : 'file-unreadable', facts);
  }
}

function refusalOf(peeked: Peek): Refusal | null {
  return 'refusal' in peeked ? peeked.refusal : null;
}

function outcomeOf(path: string, peeked: Peek, refusal: Refusal | null, say: Translate): Outcome {
  const facts = factsOf(peeked);
  const value = {
    file: path,
    kind: peeked.kind,
    bytes: peeked.bytes,
    fileSha256: peeked.fileSha256,
    isSound: peeked.kind !== 'closed' && refusal === null,
    /** What the file is called claims this; it proves nothing. */
    claimedByName: parseBundleFileName(basename(path)),
    ...facts,
    refusal: refusalOf(peeked),
  };
  const lines = [
    say(`cli.verify.${peeked.kind}`),
    `SHA-256: ${peeked.fileSha256}`,
    say('cli.verify.size', { bytes: peeked.bytes }),
    ...linesOf(facts, say),
  ];
  return {
    ...done(value, lines.join('\n')),
    faults: refusal === null ? [] : [{ about: basename(path), refusal }],
  };
}
