/**
 * Made the files of this folder, once for each version of the format. They are frozen: what was
 * sealed once must open for ever, so a file that exists is never written again. Run it with
 * `node tests/vectors/generate.ts` after adding a vector; its keys are for tests alone.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { contentToSign, signAct } from '#shared/bundle/act.ts';
import { decryptWith, encryptFor, generateAgeKey } from '#shared/bundle/age-envelope.ts';
import { base64url, hexBytes, sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import { sealEnrolment } from '#shared/bundle/enrolment.ts';
import { dayField } from '#shared/bundle/fields.ts';
import { signJws } from '#shared/bundle/jws.ts';
import { sealKeyring } from '#shared/bundle/keyring.ts';
import { sealRoot } from '#shared/bundle/root.ts';
import { sealCatalogue, sealDrafts, sealReceipt, sealReport } from '#shared/bundle/seal.ts';
import { newSeries } from '#shared/bundle/series.ts';
import { generateSigningSeed, signingKeyFromSeed } from '#shared/bundle/signing-key.ts';
import type { ZipContent } from '#shared/bundle/stored-zip.ts';
import { readDirectory, readEntry, writeStrictZip } from '#shared/bundle/strict-zip.ts';
import {
  approver,
  districtCode,
  granted,
  keyringFacts,
  preparer,
  receiptFacts,
  reportToSeal,
  someAttachment,
  someCells,
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

// Reports of versions 1 and 2 and receipts of version 1 were made by the program of their time and cannot
// be made again.
const document = {
  number: '123',
  symbol: 'BC-UBND',
  day: dayField.parse('2022-08-22'),
  signer: 'Chủ tịch UBND huyện',
  sha256: sha256Hex(someAttachment.bytes),
};
const toSeal = reportToSeal(province, district, { document });
const report = granted(await sealReport(toSeal));
keep('v3-report-signed.age', report.bytes);
const { statement } = report;

/** The archive of a good report with another statement over it. */
async function keepReport(name: string, payload: unknown): Promise<void> {
  const { plaintext } = granted(await decryptWith(report.bytes, [province.working.identity]));
  const good = granted(await readDirectory(plaintext));
  const contents: ZipContent[] = [];
  for (const { path, bytes } of good.entries.slice(1)) {
    contents.push({ path, bytes: granted(await readEntry(good, path, bytes)) });
  }
  const { bytes } = signJws(payload, 'sct-bundle+jws', [district.signing]);
  const archive = await writeStrictZip([{ path: 'statement.jws', bytes }, ...contents]);
  keep(name, granted(await encryptFor(archive, [province.working.recipient])));
}
const content = granted(contentToSign(toSeal, toSeal.facts));
const act = {
  act: 'approve',
  unit: districtCode,
  period: statement.period,
  revision: statement.revision,
  name: statement.approved.name,
  at: statement.approved.at,
  content,
  paper: null,
} as const;
await keepReport('v3-report-approved-on-paper.age', {
  ...statement,
  approved: signAct({ ...act, act: 'approve-on-paper', paper: document }, approver),
});
const otherFigures = { ...content, observations: sha256Hex(utf8('other figures')) };
await keepReport('v3-report-other-figures.age', {
  ...statement,
  approved: signAct({ ...act, content: otherFigures }, approver),
});
await keepReport('v3-report-one-person.age', {
  ...statement,
  approved: signAct(act, preparer),
});
const forged = { ...approver, kid: preparer.kid, jwk: preparer.jwk };
await keepReport('v3-report-act-forged.age', { ...statement, approved: signAct(act, forged) });
await keepReport('v3-report-without-acts.age', {
  ...statement,
  prepared: { ...statement.prepared, act: null },
  approved: { ...statement.approved, act: null },
});
await keepReport('v99-report.age', { ...statement, v: 99 });

const provinceKeys = { signer: province.signing, ownRecipient: province.working.recipient };
const returned = {
  ...receiptFacts(province, district, report),
  outcome: 'returned',
  note: 'Thiếu thuyết minh.\nBổ sung trước 25/8.',
  remarks: [{ form: 'B03', row: 'V.1', column: 'plan', text: 'Đề nghị rà soát lại.' }],
} as const;
const answer = granted(
  await sealReceipt({ facts: { ...returned, remarks: [...returned.remarks] }, ...provinceKeys }),
);
keep('v2-receipt-returned.age', answer.bytes);
keep('v1-receipt-short.jws', utf8(answer.shortForm));
keep(
  'v1-receipt-short-altered.jws',
  utf8(answer.shortForm.replace(/.$/u, (last) => (last === 'A' ? 'Q' : 'A'))),
);
const silent = { ...answer.receipt, note: null };
const { bytes: silentStatement } = signJws(silent, 'sct-receipt+jws', [province.signing]);
const silentArchive = await writeStrictZip([{ path: 'statement.jws', bytes: silentStatement }]);
keep(
  'v2-receipt-returned-without-reason.age',
  granted(await encryptFor(silentArchive, [district.working.recipient])),
);

const plan = { version: 4, title: 'Kế hoạch 1112/KH-UBND' };
const handOut = {
  from: returned.from,
  to: returned.to,
  seq: 9,
  created: somewhen,
  app: '0.1.0',
  keyring: 2,
};
const catalogue = granted(
  await sealCatalogue({ facts: handOut, catalogue: plan, ...provinceKeys }),
);
keep('v1-catalogue.age', catalogue.bytes);
const districtKeys = { signer: district.signing, ownRecipient: district.working.recipient };
const ownPlan = granted(await sealCatalogue({ facts: handOut, catalogue: plan, ...districtKeys }));
keep('v1-catalogue-not-of-province.age', ownPlan.bytes);

// The stranger is another computer of the district, which one that compared its digits knows.
const drafts = await sealDrafts({
  facts: {
    from: { unit: districtCode, series: stranger.series },
    to: { unit: districtCode, recipients: [district.working.recipient] },
    period: statement.period,
    forms: statement.forms,
    catalogue: 1,
    seq: 1,
    created: somewhen,
    app: '0.1.0',
  },
  cells: someCells,
  signer: stranger.signing,
  ownRecipient: stranger.working.recipient,
});
keep('v1-drafts.age', granted(drafts).bytes);

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
