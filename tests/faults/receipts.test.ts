import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { withOfficeKeys } from '../../electron/service/key-use.ts';
import { openBundle } from '#shared/bundle/open.ts';
import { sealReceipt } from '#shared/bundle/seal.ts';
import type { SealedReceipt } from '#shared/bundle/seal.ts';
import { generateSigningSeed, signingKeyFromSeed } from '#shared/bundle/signing-key.ts';
import type { ReceiptFacts } from '#shared/bundle/receipt.ts';
import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import { describeRefusal } from '#shared/text/translate.ts';
import { isRefusalCode } from '#shared/text/refusal-codes.ts';
import { approve, fillSheet, introduce, sealTo } from '../helpers/exchange.ts';
import { sheetOf } from '../helpers/sheets.ts';
import { storeContents } from '../helpers/store-contents.ts';
import { pairOf } from '../helpers/templates.ts';
import { august2022, password, setUpOffice, temporaryFolder } from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';

const folderOf = (name: string): string => temporaryFolder(name, onTestFinished);

/** A district that waits for its receipt, and the receipt as the province wrote it. */
async function waiting() {
  const pair = await pairOf('approved', onTestFinished);
  const { stick } = pair;
  await sealTo(pair.district, stick);
  const place = pair.province.pick(stick);
  const [verdict] = await pair.province.must('bundle.receive', { place, password });
  const name = verdict?.receiptFileName ?? '';
  onTestFinished(() => {
    pair.district.close();
    pair.province.close();
  });
  return { ...pair, name, receipt: new Uint8Array(readFileSync(join(stick, name))) };
}

async function importing(office: TestOffice, folder: string): Promise<readonly Verdict[]> {
  return office.must('receipt.import', { folder: office.pick(folder), password });
}

/** What the receipt says, as its addressee reads it. */
async function factsOf(
  district: TestOffice,
  province: TestOffice,
  receipt: Uint8Array,
): Promise<ReceiptFacts> {
  const signing = province.office.store
    ?.prepare<[], { x: string }>("SELECT public_key AS x FROM office_key WHERE purpose = 'signing'")
    .get();
  const opened = await withOfficeKeys(district.office, password, ({ identity }) =>
    openBundle(receipt, {
      unit: '300',
      identities: [identity],
      findSenderKey: () => ({ kty: 'OKP', crv: 'Ed25519', x: signing?.x ?? '' }),
    }),
  );
  if (!opened.ok || opened.value.kind !== 'receipt') throw new Error('The receipt does not open.');
  const { v: _v, type: _type, ...facts } = opened.value.receipt;
  return facts;
}

/** The receipt of a district, sealed with the province's own key. */
async function sealedByProvince(province: TestOffice, facts: ReceiptFacts): Promise<SealedReceipt> {
  const sealed = await withOfficeKeys(province.office, password, ({ signer, ownRecipient }) =>
    sealReceipt({ facts, signer, ownRecipient }),
  );
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.refusal));
  return sealed.value;
}

async function refused(district: TestOffice, folder: string, codes: readonly string[]) {
  const before = storeContents(district);
  const verdicts = await importing(district, folder);
  expect(verdicts.length).toBeGreaterThan(0);
  for (const { outcome, refusal } of verdicts) {
    expect(outcome).toBeOneOf(['refused', 'skipped']);
    expect(refusal?.code).toBeOneOf([...codes]);
    if (refusal === null) continue;
    expect(isRefusalCode(refusal.code)).toBe(true);
    expect(describeRefusal(refusal, 'vi').text).not.toContain('{{');
  }
  expect(storeContents(district)).toBe(before);
  const sheet = await sheetOf(district);
  expect(sheet.submission?.state).toBe('sealed');
}

describe('a receipt', () => {
  it('ends the waiting once; the same one again changes nothing', async () => {
    const { district, name, receipt } = await waiting();
    const folder = folderOf('answer');
    writeFileSync(join(folder, name), receipt);
    expect((await importing(district, folder))[0]?.outcome).toBe('accepted');
    const before = storeContents(district);
    expect((await importing(district, folder))[0]?.outcome).toBe('already-received');
    expect(storeContents(district)).toBe(before);
  });

  it('does not end it when it was cut or altered', async () => {
    const { district, name, receipt } = await waiting();
    const folder = folderOf('broken');
    const altered = Uint8Array.from(receipt);
    altered[receipt.length - 40] = (altered[receipt.length - 40] ?? 0) ^ 1;
    writeFileSync(join(folder, name), altered);
    writeFileSync(join(folder, name.replace('_000001_', '_000002_')), receipt.subarray(0, 300));
    await refused(district, folder, ['bundle-altered', 'bundle-cut']);
  });

  it('does not end it when somebody else signed it in the province’s name', async () => {
    const { district, province, name, receipt } = await waiting();
    const facts = await factsOf(district, province, receipt);
    const signer = signingKeyFromSeed(generateSigningSeed());
    const forged = await sealReceipt({
      facts,
      signer,
      ownRecipient: facts.to.recipients[0] ?? '',
    });
    if (!forged.ok) throw new Error(forged.refusal.code);
    const folder = folderOf('forged');
    writeFileSync(join(folder, name), forged.value.bytes);
    await refused(district, folder, ['sender-not-enrolled']);
  });

  it('does not end it when it is about a bundle that was never sealed here', async () => {
    const { district, province, name, receipt } = await waiting();
    const facts = await factsOf(district, province, receipt);
    const about = { ...facts.about, statement: facts.about.file };
    const sealed = await sealedByProvince(province, { ...facts, about });
    const folder = folderOf('unknown');
    writeFileSync(join(folder, name), sealed.bytes);
    await refused(district, folder, ['receipt-of-unknown-bundle']);
  });

  it('does not end it when it is for another district, under whatever name', async () => {
    const { district, province, name } = await waiting();
    const other = await setUpOffice(folderOf('other'), 'district', '299');
    await introduce(other, province, folderOf('keys'));
    await fillSheet(other);
    await approve(other);
    const stick = folderOf('stick');
    await sealTo(other, stick);
    await province.must('bundle.receive', { place: province.pick(stick), password });
    const theirs = readdirSync(stick).find((file) => file.startsWith('SCT1_299_30_')) ?? '';
    writeFileSync(join(stick, name), readFileSync(join(stick, theirs)));
    await refused(district, stick, ['named-for-other', 'not-addressed-to-this-key']);
    other.close();
  });

  it('says that a bundle was refused, with the reason, and keeps waiting for the next', async () => {
    const { district, province, name, receipt } = await waiting();
    const facts = await factsOf(district, province, receipt);
    const rejected = { ...facts, outcome: 'refused', code: 'data-malformed' } as const;
    const sealed = await sealedByProvince(province, rejected);
    const folder = folderOf('refused');
    writeFileSync(join(folder, name), sealed.bytes);
    await importing(district, folder);
    const [bundle] = await district.must('bundle.list', { period: august2022 });
    expect(bundle).toMatchObject({ stage: 'refused', receipt: { code: 'data-malformed' } });
    const sheet = await sheetOf(district);
    expect(sheet.submission?.state).toBe('sealed');
  });
});
