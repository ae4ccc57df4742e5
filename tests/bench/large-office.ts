// The program that `large-bundles.ts` measures in each runtime. It tells its keys in one line; then every
// line `make|seal|open MEGABYTES` is answered by how many milliseconds it took.
import '../../electron/service/web-crypto.ts';

import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';

import { ageOpener } from '#shared/bundle/age-envelope.ts';
import { openBundle } from '#shared/bundle/open.ts';
import { sealReport } from '#shared/bundle/seal.ts';
import { hostCrypto } from '../../electron/keys/host-crypto.ts';
import {
  granted,
  newOffice,
  provinceContext,
  reportToSeal,
  someAttachment,
} from '../shared/bundle/two-offices.ts';
import { timed } from './rounds.ts';

const [province, district] = await Promise.all([newOffice(), newOffice()]);
const context = {
  ...provinceContext(province, district),
  identities: [await ageOpener(province.working.identity, hostCrypto)],
  host: hostCrypto,
};
let report = { ...reportToSeal(province, district), host: hostCrypto };
let sealed: Uint8Array = new Uint8Array();

const works: Readonly<Record<string, (bytes: number) => unknown>> = {
  make: async (size) => {
    const bytes = new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)]));
    report = { ...report, attachments: [{ ...someAttachment, bytes }] };
    sealed = granted(await sealReport(report)).bytes;
  },
  seal: async () => granted(await sealReport(report)),
  open: async () => granted(await openBundle(sealed, context)),
};

const recipients = [...report.facts.to.recipients, report.ownRecipient];
console.log(JSON.stringify({ identity: province.working.identity, recipients }));
for await (const line of createInterface({ input: process.stdin })) {
  const [name = '', megabytes] = line.split(' ');
  const work = works[name];
  if (work === undefined) throw new Error(`No work is called ${name}.`);
  console.log(await timed(() => work(Number(megabytes) * 1_000_000)));
}
