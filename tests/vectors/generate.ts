/**
 * Made the files of this folder, once for each version of the format. They are frozen: what was
 * sealed once must open for ever, so a file that exists is never written again. Run it with
 * `node tests/vectors/generate.ts` after adding a vector; its keys are for tests alone.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { encryptFor, generateAgeKey } from '#shared/bundle/age-envelope.ts';
import { base64url, hexBytes, sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import { canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import {
  DATA_PACKAGE_PATH,
  OBSERVATIONS_PATH,
  writeObservations,
} from '#shared/bundle/data-package.ts';
import { sealEnrolment } from '#shared/bundle/enrolment.ts';
import { dayField } from '#shared/bundle/fields.ts';
import { signJws } from '#shared/bundle/jws.ts';
import { sealKeyring } from '#shared/bundle/keyring.ts';
import { sealRoot } from '#shared/bundle/root.ts';
import { sealReceipt, sealReport } from '#shared/bundle/seal.ts';
import { newSeries } from '#shared/bundle/series.ts';
import { generateSigningSeed, signingKeyFromSeed } from '#shared/bundle/signing-key.ts';
import type { ZipContent } from '#shared/bundle/stored-zip.ts';
import { writeStrictZip } from '#shared/bundle/strict-zip.ts';
import {
  districtCode,
  granted,
  keyringFacts,
  receiptFacts,
  reportToSeal,
  someAttachment,
  someObservations,
  somewhen,
} from '../shared/bundle/two-offices.ts';
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

function keep(name: string, bytes: Uint8Array): void {
  const file = new URL(name, folder);
  if (existsSync(file)) return;
  writeFileSync(file, bytes);
  console.log(`${name}  ${sha256Hex(bytes)}`);
}

// The reports of version 1 were made by the program of their time and cannot be made again.
const document = {
  number: '123',
  symbol: 'BC-UBND',
  day: dayField.parse('2022-08-22'),
  signer: 'Chủ tịch UBND huyện',
  sha256: sha256Hex(someAttachment.bytes),
};
const report = granted(await sealReport(reportToSeal(province, district, { document })));
keep('v2-report-with-document.age', report.bytes);

const { statement } = report;
async function keepHandmade(
  name: string,
  payload: unknown,
  contents: readonly ZipContent[] = [],
): Promise<void> {
  const { bytes } = signJws(payload, 'sct-bundle+jws', [district.signing]);
  const archive = await writeStrictZip([{ path: 'statement.jws', bytes }, ...contents]);
  keep(name, granted(await encryptFor(archive, [province.working.recipient])));
}
await keepHandmade('v2-report-attachment-not-described.age', { ...statement, attachments: [] });
await keepHandmade('v2-report-document-not-attached.age', {
  ...statement,
  document: { ...document, sha256: sha256Hex(utf8('another file')) },
});

const listed = ({ path, bytes }: ZipContent) => ({
  path,
  bytes: bytes.length,
  sha256: sha256Hex(bytes),
});
const observations = {
  path: OBSERVATIONS_PATH,
  bytes: granted(writeObservations(someObservations)),
};
const { sha256, ...place } = listed(observations);
const description = {
  path: DATA_PACKAGE_PATH,
  bytes: canonicalJsonBytes({ resources: [{ ...place, hash: `sha256:${sha256}` }] }),
};
await keepHandmade(
  'v2-report-without-cells.age',
  {
    ...statement,
    attachments: [],
    document: null,
    files: [description, observations].map(listed),
  },
  [description, observations],
);
await keepHandmade('v3-report.age', { ...statement, v: 3 });

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

// Keys of a name: whoever reads this can make them, so that nothing of them need be kept.
const [rootA, rootB, rootC, rootD] = ['A', 'B', 'C', 'D'].map((name) =>
  signingKeyFromSeed(hexBytes(sha256Hex(utf8(`frozen root ${name}`))) ?? new Uint8Array()),
);
if (rootA === undefined || rootB === undefined || rootC === undefined || rootD === undefined) {
  throw new Error('There are four root keys.');
}
const { signing, working, escrow } = facts;
const rootFacts = {
  province: facts.province,
  version: 1,
  issued: somewhen,
  threshold: 2,
  roots: [rootA.jwk, rootB.jwk, rootC.jwk],
  signing,
  working,
  escrow,
};
const firstRoot = sealRoot(rootFacts, [rootA, rootB, rootC]);
const secondFacts = { ...rootFacts, version: 2, roots: [rootB.jwk, rootC.jwk, rootD.jwk] };
const secondRoot = sealRoot(secondFacts, [rootB, rootD, rootA]);
keep('v2-keyring.jws', sealKeyring(facts, province.signing, [firstRoot, secondRoot]).bytes);
const lone = sealRoot({ ...secondFacts, threshold: 1 }, [rootB]);
const rooted = {
  v: 2,
  type: 'sct.keyring',
  province: facts.province,
  version: facts.version,
  issued: facts.issued,
  units: facts.units,
};
keep(
  'v2-keyring-weakened.jws',
  signJws({ ...rooted, roots: [firstRoot.statement, lone.statement] }, 'sct-keyring+jws', [
    province.signing,
  ]).bytes,
);
keep(
  'v2-keyring-other-province-key.jws',
  sealKeyring(facts, stranger.signing, [firstRoot, secondRoot]).bytes,
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
