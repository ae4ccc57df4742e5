/** The age test kit of C2SP (npm `cctv-age`), judged by the libraries and by the host. */
import { inflateSync } from 'node:zlib';
import * as vectors from 'cctv-age';

import { ageOpener, decryptWith, generateAgeKey } from '#shared/bundle/age-envelope.ts';
import { sha256Hex } from '#shared/bundle/bytes.ts';
import { hostCrypto } from '../../electron/keys/host-crypto.ts';
import { sodiumAead } from '../../electron/keys/sodium.ts';
import type { Proof } from './proof.ts';

export type AgeVector = {
  readonly name: string;
  readonly expect: string;
  readonly payload: string | undefined;
  readonly identities: readonly string[];
  readonly file: Uint8Array;
};

/** A file of the kit: `key: value` lines, an empty line, the age file, perhaps compressed. */
function parseVector(name: string, bytes: Uint8Array): AgeVector {
  const buffer = Buffer.from(bytes);
  const end = buffer.indexOf('\n\n');
  const fields = buffer
    .subarray(0, end)
    .toString('utf8')
    .split('\n')
    .map((line) => line.split(': ', 2) as [string, string]); // "key: value" by the kit's README
  const field = (key: string) => fields.find(([found]) => found === key)?.[1];
  const body = buffer.subarray(end + 2);
  return {
    name,
    expect: field('expect') ?? '',
    payload: field('payload'),
    identities: fields.filter(([key]) => key === 'identity').map(([, value]) => value),
    file: new Uint8Array(field('compressed') === 'zlib' ? inflateSync(body) : body),
  };
}

/** The host's cryptography as in Electron, with its cipher of large payloads for those of any size. */
export const hostOfAnySize = { ...hostCrypto, aeadFor: sodiumAead };

export const ageKit: readonly AgeVector[] = Object.entries(vectors).map(([name, bytes]) =>
  parseVector(name, bytes),
);

const refusals: Readonly<Record<string, readonly string[]>> = {
  'no match': ['not-addressed-to-this-key'],
  'HMAC failure': ['bundle-altered'],
  'payload failure': ['bundle-altered', 'bundle-cut'],
  'header failure': ['not-a-bundle', 'bundle-altered', 'bundle-cut', 'not-addressed-to-this-key'],
  'armor failure': ['not-a-bundle'],
};

export type AgeException = 'armor' | 'passphrase or no key' | 'post-quantum key';

/**
 * Why a vector of the kit is refused here whatever an age program does with it; null where it is
 * judged as the kit says. Bundles are binary files for X25519 keys and nothing else.
 */
export function exceptionOf({ identities, file }: AgeVector): AgeException | null {
  if (Buffer.from(file).includes('-----BEGIN')) return 'armor';
  if (identities.some((identity) => identity.startsWith('AGE-SECRET-KEY-PQ-'))) {
    return 'post-quantum key';
  }
  return identities.length > 0 ? null : 'passphrase or no key';
}

/** Whether a vector goes as the kit says, or is refused where it is an exception; by every host. */
export async function judgeAgeVector(vector: AgeVector): Promise<boolean> {
  const exception = exceptionOf(vector);
  const isX25519 =
    vector.identities.length > 0 &&
    vector.identities.every((identity) => identity.startsWith('AGE-SECRET-KEY-1'));
  const identities = isX25519 ? vector.identities : [(await generateAgeKey()).identity];
  const opened = await decryptWith(vector.file, identities);
  const results = [opened];
  for (const host of [hostCrypto, hostOfAnySize]) {
    const openers = await Promise.all(identities.map((each) => ageOpener(each, host)));
    results.push(await decryptWith(vector.file, openers, host));
  }
  const outcomes = results.map((each) =>
    each.ok ? sha256Hex(each.value.plaintext) : each.refusal.code,
  );
  const [outcome = ''] = outcomes;
  if (outcomes.some((other) => other !== outcome)) return false;
  if (opened.ok) return exception === null && outcome === vector.payload;
  if (exception !== null) return true;
  return vector.expect !== 'success' && (refusals[vector.expect] ?? []).includes(outcome);
}

export async function proveAgeKit(): Promise<Proof> {
  const wrong: string[] = [];
  for (const vector of ageKit) if (!(await judgeAgeVector(vector))) wrong.push(vector.name);
  const exceptions = ageKit.flatMap((vector) => {
    const reason = exceptionOf(vector);
    return reason === null ? [] : [`${vector.name}: ${reason}`];
  });
  return {
    what: 'age test kit (C2SP, npm cctv-age)',
    tried: ageKit.length,
    wrong: wrong.length,
    note: `${String(exceptions.length)} refused by rule: armor, passphrases, post-quantum keys ${wrong.join(' ')}`.trim(),
    details: exceptions,
  };
}
