/**
 * Made the files of this folder, once for each version of the format. They are frozen: what was
 * sealed once must open for ever, so a file that exists is never written again. Run it with
 * `node tests/vectors/generate.ts` after adding a vector; its keys are for tests alone.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { encryptFor, generateAgeKey } from '#shared/bundle/age-envelope.ts';
import { base64url, sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import { sealEnrolment } from '#shared/bundle/enrolment.ts';
import { signJws } from '#shared/bundle/jws.ts';
import { sealKeyring } from '#shared/bundle/keyring.ts';
import { sealReceipt, sealReport } from '#shared/bundle/seal.ts';
import { newSeries } from '#shared/bundle/series.ts';
import { generateSigningSeed } from '#shared/bundle/signing-key.ts';
import { writeStrictZip } from '#shared/bundle/strict-zip.ts';
import type { ZipContent } from '#shared/bundle/stored-zip.ts';
import { rawZip } from '../shared/bundle/raw-zip.ts';
import {
  districtCode,
  granted,
  keyringFacts,
  otherDistrictCode,
  receiptFacts,
  reportToSeal,
  somewhen,
} from '../shared/bundle/two-offices.ts';
import type { Office } from '../shared/bundle/two-offices.ts';
import { officesOf } from './keys.ts';
import type { KeyFile } from './keys.ts';

const folder = new URL('.', import.meta.url);
const keysFile = new URL('keys.json', folder);

async function newKeys(): Promise<KeyFile[string]> {
  return {
    seed: base64url(generateSigningSeed()),
    working: await generateAgeKey(),
    escrow: await generateAgeKey(),
    series: newSeries(),
  };
}

if (!existsSync(keysFile)) {
  const names = ['province', 'district', 'stranger'];
  const keys = Object.fromEntries(await Promise.all(names.map(async (n) => [n, await newKeys()])));
  writeFileSync(keysFile, `${JSON.stringify(keys, null, 2)}\n`);
}
const { province, district, stranger } = officesOf(readFileSync(keysFile, 'utf8'));

async function envelope(archive: Uint8Array): Promise<Uint8Array> {
  return granted(await encryptFor(archive, [province.working.recipient]));
}

function keep(name: string, bytes: Uint8Array): void {
  const file = new URL(name, folder);
  if (existsSync(file)) return;
  writeFileSync(file, bytes);
  console.log(`${name}  ${sha256Hex(bytes)}`);
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const changed = bytes.slice();
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

const report = granted(await sealReport(reportToSeal(province, district)));
keep('v1-report.age', report.bytes);
keep('v1-report-cut.age', report.bytes.slice(0, 900));
keep('v1-report-altered.age', flipped(report.bytes, 1200));
const foreign = granted(await sealReport(reportToSeal(province, stranger)));
keep('v1-report-sender-not-enrolled.age', foreign.bytes);
const elsewhere = { to: { unit: otherDistrictCode, recipients: [province.working.recipient] } };
const misaddressed = granted(await sealReport(reportToSeal(province, district, elsewhere)));
keep('v1-report-addressed-to-other.age', misaddressed.bytes);
const unreadable = reportToSeal(province, district, {
  to: { unit: report.statement.to.unit, recipients: [stranger.working.recipient] },
});
keep('v1-report-for-other-key.age', granted(await sealReport(unreadable)).bytes);

const { statement } = report;
const sign = (payload: unknown, signer: Office['signing'] = district.signing) =>
  signJws(payload, 'sct-bundle+jws', [signer]).bytes;
const csv = { path: 'data/observations.csv', bytes: utf8('UNIT;VALUE\r\n291;1\r\n') };
const listed = { path: csv.path, bytes: csv.bytes.length, sha256: sha256Hex(csv.bytes) };
const zipOf = (payload: unknown, ...contents: readonly ZipContent[]) =>
  writeStrictZip([{ path: 'statement.jws', bytes: sign(payload) }, ...contents]);

keep('v2-report.age', await envelope(await zipOf({ ...statement, v: 2 })));
keep('v1-report-unknown-member.age', await envelope(await zipOf({ ...statement, urgent: 1 })));
keep('v1-report-entry-missing.age', await envelope(await zipOf(statement)));
keep(
  'v1-report-entry-replaced.age',
  await envelope(
    await zipOf({ ...statement, files: [listed] }, { ...csv, bytes: flipped(csv.bytes, 3) }),
  ),
);
keep(
  'v1-report-data-malformed.age',
  await envelope(await zipOf({ ...statement, files: [listed] }, csv)),
);
const disguised = { ...stranger.signing, kid: district.signing.kid };
keep(
  'v1-report-forged.age',
  await envelope(
    await writeStrictZip([{ path: 'statement.jws', bytes: sign(statement, disguised) }]),
  ),
);
keep(
  'v1-report-slip.age',
  await envelope(
    rawZip([
      { name: 'statement.jws', data: sign(statement) },
      { name: '../../autorun.inf', data: utf8('[autorun]') },
    ]),
  ),
);

const receipt = await sealReceipt({
  facts: receiptFacts(province, district, report),
  signer: province.signing,
  ownRecipient: province.working.recipient,
});
keep('v1-receipt.age', granted(receipt).bytes);
const selfMade = await sealReceipt({
  facts: receiptFacts(province, district, report),
  signer: district.signing,
  ownRecipient: district.working.recipient,
});
keep('v1-receipt-self-made.age', granted(selfMade).bytes);

const facts = keyringFacts(province, district);
keep('v1-keyring.jws', sealKeyring(facts, province.signing).bytes);
keep('v1-keyring-forged.jws', sealKeyring(facts, stranger.signing).bytes);
keep(
  'v1-keyring-other-key.jws',
  sealKeyring({ ...facts, signing: [stranger.signing.jwk] }, stranger.signing).bytes,
);
const enrolment = sealEnrolment(
  {
    unit: districtCode,
    series: district.series,
    recipient: district.working.recipient,
    created: somewhen,
    app: '0.1.0',
  },
  district.signing,
);
keep('v1-enrolment.jws', enrolment.bytes);
keep(
  'v1-enrolment-forged.jws',
  signJws(enrolment.enrolment, 'sct-enrol+jws', [stranger.signing]).bytes,
);
keep('not-a-bundle.age', utf8('%PDF-1.7\n'));
