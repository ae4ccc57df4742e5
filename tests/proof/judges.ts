/** The commands of docs/kiem-tra-doc-lap.md and the program, asked about the same bundles. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { contentToSign, signAct } from '#shared/bundle/act.ts';
import { decryptWith, encryptFor } from '#shared/bundle/age-envelope.ts';
import { sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import { dayField } from '#shared/bundle/fields.ts';
import { formatFingerprint } from '#shared/bundle/fingerprint.ts';
import { readJws, signJws } from '#shared/bundle/jws.ts';
import { sealKeyring } from '#shared/bundle/keyring.ts';
import { openBundle } from '#shared/bundle/open.ts';
import { sealReport } from '#shared/bundle/seal.ts';
import type { ReportToSeal } from '#shared/bundle/seal.ts';
import { reportStatementShape } from '#shared/bundle/statement.ts';
import type { ReportStatement } from '#shared/bundle/statement.ts';
import type { ZipContent } from '#shared/bundle/stored-zip.ts';
import { readDirectory, readEntry, writeStrictZip } from '#shared/bundle/strict-zip.ts';
import {
  approver,
  granted,
  keyringFacts,
  newOffice,
  provinceContext,
  reportToSeal,
  someAttachment,
  somewhen,
} from '../shared/bundle/two-offices.ts';
import type { Office } from '../shared/bundle/two-offices.ts';
import { badActs } from './bad-acts.ts';
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
  ...badActs.map((change) =>
    repacked((entries, _, { district }) =>
      entries.map(({ path, bytes }, at) =>
        at === 0
          ? { path, bytes: signedAnew(change(statementOf(bytes), district.signing), district) }
          : { path, bytes },
      ),
    ),
  ),
];

function statementOf(jws: Uint8Array): ReportStatement {
  const read = granted(readJws(jws, 'sct-bundle+jws'));
  return reportStatementShape.parse(read.payload);
}

function signedAnew(statement: ReportStatement, { signing }: Office): Uint8Array {
  return signJws(statement, 'sct-bundle+jws', [signing]).bytes;
}

function repacked(
  change: (
    entries: readonly ZipContent[],
    number: number,
    offices: Offices,
  ) => readonly ZipContent[],
): Spoiling {
  return async (good, offices, number) => {
    const { province } = offices;
    const { plaintext } = granted(await decryptWith(good, [province.working.identity]));
    const archive = granted(await readDirectory(plaintext));
    const entries: ZipContent[] = [];
    for (const { path, bytes } of archive.entries) {
      entries.push({ path, bytes: granted(await readEntry(archive, path, bytes)) });
    }
    const zip = await writeStrictZip(change(entries, number, offices));
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
    const isGood = number % 2 === 0;
    const facts = { seq: 1 + (number % 900), revision: 1 + (number % 9) };
    const report = reportToSeal(province, district, facts);
    const isOnPaper = isGood && number % 4 === 0;
    const good = granted(await sealReport(isOnPaper ? approvedOnPaper(report) : report)).bytes;
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

/** The report as a leader signed it by hand: its scan is attached and cited. */
function approvedOnPaper(report: ReportToSeal): ReportToSeal {
  const { facts, observations, cells } = report;
  const document = {
    ...{ number: '123', symbol: 'BC-UBND', signer: 'Chủ tịch {UBND} "huyện" \\ 291' },
    ...{ day: dayField.parse('2022-08-22'), sha256: sha256Hex(someAttachment.bytes) },
  };
  const { period, revision } = facts;
  const act = {
    act: 'approve-on-paper',
    ...{ unit: facts.from.unit, period, revision, paper: document },
    ...{ name: 'Nguyễn Văn “A”, "Phó" \\ phòng', at: somewhen },
    content: granted(contentToSign({ observations, cells }, facts)),
  } as const;
  return { ...report, facts: { ...facts, document, approved: signAct(act, approver) } };
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
