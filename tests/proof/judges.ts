/** The commands of docs/kiem-tra-doc-lap.md and the program, asked about the same bundles. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { encryptFor } from '#shared/bundle/age-envelope.ts';
import { decryptWith } from '#shared/bundle/age-envelope.ts';
import { utf8 } from '#shared/bundle/bytes.ts';
import { formatFingerprint } from '#shared/bundle/fingerprint.ts';
import { sealKeyring } from '#shared/bundle/keyring.ts';
import { openBundle } from '#shared/bundle/open.ts';
import { sealReport } from '#shared/bundle/seal.ts';
import type { ZipContent } from '#shared/bundle/stored-zip.ts';
import { readDirectory, readEntry, writeStrictZip } from '#shared/bundle/strict-zip.ts';
import {
  granted,
  keyringFacts,
  newOffice,
  provinceContext,
  reportToSeal,
} from '../shared/bundle/two-offices.ts';
import type { Office } from '../shared/bundle/two-offices.ts';
import type { Proof } from './proof.ts';

type Offices = { readonly province: Office; readonly district: Office; readonly stranger: Office };
type Spoiling = (good: Uint8Array, offices: Offices, number: number) => Promise<Uint8Array>;

const observations = 'data/observations.csv';

const spoilings: readonly Spoiling[] = [
  (good, _, number) => {
    const copy = Uint8Array.from(good);
    const at = (number * 7919) % copy.length;
    copy[at] = (copy[at] ?? 0) ^ 1;
    return Promise.resolve(copy);
  },
  (good, _, number) => Promise.resolve(good.slice(0, (number * 104_729) % good.length)),
  (good) => Promise.resolve(new Uint8Array([...good, 0])),
  async (_good, { province, stranger }, number) => {
    const facts = { seq: 1 + number };
    return granted(await sealReport(reportToSeal(province, stranger, facts))).bytes;
  },
  repacked((entries) => entries.filter(({ path }) => !path.startsWith('audit/'))),
  repacked((entries) => [...entries, { path: 'data/extra.csv', bytes: utf8('x') }]),
  repacked((entries) =>
    entries.map(({ path, bytes }) =>
      path === observations
        ? { path, bytes: utf8(Buffer.from(bytes).toString('utf8').replace('92.13', '99.13')) }
        : { path, bytes },
    ),
  ),
  repacked((entries, number) =>
    entries.map(({ path, bytes }, at) => {
      if (at !== 0) return { path, bytes };
      const text = Buffer.from(bytes).toString('utf8');
      const begin = text.indexOf('"signature":"') + 13 + (number % 80);
      const other = text.charAt(begin) === 'A' ? 'B' : 'A';
      return { path, bytes: utf8(text.slice(0, begin) + other + text.slice(begin + 1)) };
    }),
  ),
];

function repacked(
  change: (entries: readonly ZipContent[], number: number) => readonly ZipContent[],
): Spoiling {
  return async (good, { province }, number) => {
    const { plaintext } = granted(await decryptWith(good, [province.working.identity]));
    const archive = granted(await readDirectory(plaintext));
    const entries: ZipContent[] = [];
    for (const { path, bytes } of archive.entries) {
      entries.push({ path, bytes: granted(await readEntry(archive, path, bytes)) });
    }
    const zip = await writeStrictZip(change(entries, number));
    const to = [province.working.recipient, province.escrow.recipient];
    return granted(await encryptFor(zip, to));
  };
}

/** Has both judge `count` good bundles and as many bad ones; wrong where they differ, or both err. */
export async function proveJudges(folder: string, count: number): Promise<Proof> {
  const page = readFileSync(new URL('../../docs/kiem-tra-doc-lap.md', import.meta.url), 'utf8');
  const script = [...page.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block).join('\n');
  const [province, district, stranger] = await Promise.all([newOffice(), newOffice(), newOffice()]);
  const offices = { province, district, stranger };
  const keyring = sealKeyring(keyringFacts(province, district), province.signing);
  const context = provinceContext(province, district);
  let wrong = 0;
  for (let number = 0; number < 2 * count; number += 1) {
    const facts = { seq: 1 + (number % 900), revision: 1 + (number % 9) };
    const good = granted(await sealReport(reportToSeal(province, district, facts))).bytes;
    const isGood = number % 2 === 0;
    const spoil = spoilings[(number >> 1) % spoilings.length];
    const bytes = isGood || spoil === undefined ? good : await spoil(good, offices, number);
    const place = join(folder, String(number));
    mkdirSync(place);
    writeFileSync(join(place, 'bundle.age'), bytes);
    writeFileSync(join(place, 'key.txt'), `${province.escrow.identity}\n`);
    writeFileSync(join(place, 'keyring.jws'), keyring.bytes);
    const theirs = await judgedByCommands(place, script, formatFingerprint(keyring.fingerprint));
    const ours = (await openBundle(bytes, context)).ok;
    if (theirs !== isGood || ours !== isGood) wrong += 1;
    rmSync(place, { recursive: true });
  }
  return {
    what: 'bundles judged by age, unzip, openssl and the shell',
    tried: 2 * count,
    wrong,
    note: `${String(count)} good and ${String(count)} bad of ${String(spoilings.length)} kinds, judged as the program does`,
  };
}

function judgedByCommands(folder: string, script: string, fingerprint: string): Promise<boolean> {
  const env = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LC_ALL: 'C.UTF-8',
    GOI: 'bundle.age',
    KHOA: 'key.txt',
    SO_KHOA: 'keyring.jws',
    DAU_VAN_TAY: fingerprint,
  };
  writeFileSync(join(folder, 'check.sh'), script);
  return new Promise((resolve) => {
    execFile('/bin/sh', ['-c', '. ./check.sh'], { cwd: folder, env }, (failure, output) => {
      resolve(failure === null && output.includes('GÓI HỢP LỆ'));
    });
  });
}
