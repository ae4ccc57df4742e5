import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { withOfficeKeys } from '../../electron/service/key-use.ts';
import { currentKeyring } from '../../electron/service/trust.ts';
import { identityOf } from '../../electron/service/office.ts';
import { keyIdOf } from '#shared/bundle/signing-key.ts';
import { sealCatalogue } from '#shared/bundle/seal.ts';
import type { CatalogueFacts } from '#shared/bundle/catalogue-statement.ts';
import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { isRefusalCode } from '#shared/text/refusal-codes.ts';
import { describeRefusal } from '#shared/text/translate.ts';
import { bringAlong, laterCatalogue, takeOffered, takenFrom } from '../helpers/catalogues.ts';
import { introduce, sealTo } from '../helpers/exchange.ts';
import { keyringFile, newFolder, pair, receive, takeKeyring } from '../helpers/keyrings.ts';
import { storeContents } from '../helpers/store-contents.ts';
import { password, setUpOffice } from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';

const next = builtInCatalogue.version + 1;

/** Seals whatever is given as a catalogue for district 300, signed by the office `by`. */
async function forge(
  by: TestOffice,
  province: TestOffice,
  {
    catalogue = laterCatalogue(),
    ...changes
  }: Partial<CatalogueFacts> & {
    readonly catalogue?: { readonly version: number };
  } = {},
): Promise<string> {
  const known = currentKeyring(province.office)?.keyring.units ?? [];
  const { recipient = '' } = known.find(({ unit }) => unit === '300') ?? {};
  const { unit, series } = identityOf(by.office);
  const sealed = await withOfficeKeys(by.office, password, ({ signer, ownRecipient }) =>
    sealCatalogue({
      facts: {
        from: { unit, series },
        to: { unit: '300', recipients: [recipient] },
        seq: 900,
        created: by.office.clock.now(),
        app: '0.0.0-test',
        keyring: 1,
        ...changes,
      } as CatalogueFacts, // codes come from stores and tests
      catalogue,
      signer,
      ownRecipient,
    }),
  );
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.refusal));
  const folder = newFolder('forged');
  const name = sealed.value.fileName.replace(/^SCT1_\d+_\d+_/, 'SCT1_300_30_');
  writeFileSync(join(folder, name), sealed.value.bytes);
  return folder;
}

/** The one file of a folder is not taken, for this reason, and nothing in the store is another. */
async function expectUntouched(
  district: TestOffice,
  folder: string,
  outcome: string,
  code: string | null,
): Promise<void> {
  const before = storeContents(district);
  const verdicts = (await takenFrom(district, folder)).filter(
    ({ refusal }) => refusal?.code !== 'not-a-bundle',
  );
  expect(verdicts.map((one) => [one.outcome, one.refusal?.code ?? null])).toEqual([
    [outcome, code],
  ]);
  expect(storeContents(district)).toBe(before);
  const refusal = verdicts[0]?.refusal ?? null;
  if (refusal === null) return;
  expect(isRefusalCode(refusal.code)).toBe(true);
  for (const language of ['vi', 'en'] as const) {
    expect(describeRefusal(refusal, language).text).not.toContain('{{');
  }
}

async function issued(province: TestOffice): Promise<string> {
  const folder = newFolder('issued');
  await province.must('catalogue.issue', { folder: province.pick(folder), password });
  return folder;
}

describe('a catalogue', () => {
  it('of the province as it should be is taken: the forger makes no mistake of its own', async () => {
    const { district, province } = await pair();
    const [verdict] = await takenFrom(district, await forge(province, province));
    expect(verdict).toMatchObject({ outcome: 'held', catalogue: next });
  });

  it('B27 that another district signed is not the province’s word', async () => {
    const { district, province } = await pair();
    const other = await setUpOffice(newFolder('other'), 'district', '299');
    onTestFinished(other.close);
    await introduce(other, province, newFolder('keys'));
    await takeKeyring(district, await keyringFile(province));
    const honest = await forge(other, province);
    await expectUntouched(district, honest, 'refused', 'catalogue-not-from-province');
    // In the province's name its key is none that the keyring knows.
    const from = {
      unit: '30',
      series: identityOf(province.office).series,
    } as CatalogueFacts['from'];
    const feigned = await forge(other, province, { from });
    await expectUntouched(district, feigned, 'refused', 'sender-not-enrolled');
  });

  it('that this office itself signed is not the province’s word either', async () => {
    const { district, province } = await pair();
    const own = await forge(district, province);
    await expectUntouched(district, own, 'refused', 'catalogue-not-from-province');
  });

  it('B27 of an older version is received before, whether it was ever here or not', async () => {
    const { district, province } = await pair();
    bringAlong(province, laterCatalogue());
    const older = await issued(province);
    bringAlong(province, laterCatalogue(2));
    const between = await forge(province, province, { catalogue: laterCatalogue(1, 'khác') });
    await takeOffered(district, await issued(province));
    // Never here: only that it is older can be said of it.
    await expectUntouched(district, older, 'already-received', 'catalogue-older');
    await expectUntouched(district, between, 'already-received', 'catalogue-older');
    const own = await forge(province, province, { catalogue: builtInCatalogue });
    await expectUntouched(district, own, 'already-received', null);
  });

  it('B27 of a version that is here with another content is refused', async () => {
    const { district, province } = await pair();
    bringAlong(province, laterCatalogue());
    await takeOffered(district, await issued(province));
    const other = await forge(province, province, { catalogue: laterCatalogue(1, 'khác') });
    await expectUntouched(district, other, 'refused', 'catalogue-differs');
    const first = await forge(province, province, {
      catalogue: { ...laterCatalogue(0, 'khác'), version: builtInCatalogue.version },
    });
    await expectUntouched(district, first, 'refused', 'catalogue-differs');
  });

  it('for another unit is not for here, by its name, its keys or its address', async () => {
    const { district, province } = await pair();
    const other = await setUpOffice(newFolder('other'), 'district', '299');
    onTestFinished(other.close);
    await introduce(other, province, newFolder('keys'));
    bringAlong(province, laterCatalogue());
    const all = await issued(province);
    const theirs = readdirSync(all).find((name) => name.startsWith('SCT1_299_')) ?? '';
    const named = newFolder('named');
    copyFileSync(join(all, theirs), join(named, theirs));
    await expectUntouched(district, named, 'skipped', 'named-for-other');
    const renamed = newFolder('renamed');
    copyFileSync(join(all, theirs), join(renamed, theirs.replace('SCT1_299_', 'SCT1_300_')));
    await expectUntouched(district, renamed, 'refused', 'not-addressed-to-this-key');
    const recipients =
      currentKeyring(province.office)?.keyring.units.map((one) => one.recipient) ?? [];
    const to = { unit: '299', recipients } as unknown as CatalogueFacts['to'];
    const readable = await forge(province, province, { to });
    await expectUntouched(district, readable, 'refused', 'addressed-to-other');
  });

  it('that is no sound catalogue is refused as what it is', async () => {
    const { district, province } = await pair();
    const { periods: _periods, ...lacking } = laterCatalogue();
    const malformed = await forge(province, province, { catalogue: lacking });
    await expectUntouched(district, malformed, 'refused', 'catalogue-malformed');
    const unknown = { ...laterCatalogue(), script: 'x' };
    const extra = await forge(province, province, { catalogue: unknown });
    await expectUntouched(district, extra, 'refused', 'catalogue-malformed');
    const [first] = laterCatalogue().indicators;
    const twice = { ...laterCatalogue(), indicators: [first, ...laterCatalogue().indicators] };
    const inconsistent = await forge(province, province, { catalogue: twice });
    await expectUntouched(district, inconsistent, 'refused', 'catalogue-inconsistent');
  });

  it('in which this unit reports no more is refused', async () => {
    const { district, province } = await pair();
    const { units, ...rest } = laterCatalogue();
    const without = {
      ...rest,
      units: units.map((one) => (one.code === '300' ? { ...one, parent: null } : one)),
    };
    const folder = await forge(province, province, { catalogue: without });
    const before = storeContents(district);
    const [verdict] = await takenFrom(district, folder);
    expect(verdict?.refusal?.code).toBeOneOf(['unit-unknown', 'catalogue-inconsistent']);
    expect(storeContents(district)).toBe(before);
  });

  it('under a key that the province gave up is refused once that is known', async () => {
    const { district, province } = await pair();
    const folder = await forge(province, province);
    const before =
      currentKeyring(province.office)?.keyring.signing.map((jwk) => keyIdOf(jwk)) ?? [];
    const keys = [1, 2, 3].map((holder) => ({
      folder: newFolder(`root-${String(holder)}`),
      password: `giữ khóa ${String(holder)}`,
    }));
    const { fileNames, trust } = await province.must('trust.createRoots', {
      keys: keys.map((key) => ({ ...key, folder: province.pick(key.folder) })),
      password,
    });
    await takeKeyring(district, await keyringFile(province), trust.keyring?.fingerprint);
    await province.must('trust.renewRoots', {
      signers: keys.slice(1).map((key, at) => ({
        file: province.pick(join(key.folder, fileNames[at + 1] ?? '')),
        password: key.password,
      })),
      change: { kind: 'signing', keepOld: false },
      password,
    });
    await takeKeyring(district, await keyringFile(province));
    expect(currentKeyring(district.office)?.keyring.signing.map((jwk) => keyIdOf(jwk))).not.toEqual(
      before,
    );
    await expectUntouched(district, folder, 'refused', 'sender-not-enrolled');
    bringAlong(province, laterCatalogue());
    const [verdict] = await takenFrom(district, await issued(province));
    expect(verdict).toMatchObject({ outcome: 'held', catalogue: next });
  });

  it('in the place of which a receipt lies, or half of it, changes nothing', async () => {
    const { district, province, stick } = await pair('approved');
    const other = await setUpOffice(newFolder('other'), 'district', '300');
    onTestFinished(other.close);
    await sealTo(district, stick);
    const [received] = await receive(province, stick);
    const receipt = readFileSync(join(stick, received?.receiptFileName ?? ''));
    bringAlong(province, laterCatalogue());
    const [name = ''] = readdirSync(await issued(province));
    const folder = newFolder('receipt');
    writeFileSync(join(folder, name), receipt);
    // It is what it is, whatever its name says: the answer to the report, and no catalogue.
    const [verdict] = await takenFrom(district, folder);
    expect(verdict).toMatchObject({ outcome: 'accepted', catalogue: null, period: '2022-08' });
    expect((await district.must('catalogue.read', {})).version).toBe(builtInCatalogue.version);
    const cut = newFolder('cut');
    writeFileSync(join(cut, name), receipt.subarray(0, 400));
    await expectUntouched(district, cut, 'refused', 'bundle-cut');
  });

  it('is nothing that the province receives', async () => {
    const { district, province } = await pair();
    const before = storeContents(province);
    const keyring = currentKeyring(province.office)?.keyring;
    const to = { unit: '30', recipients: [keyring?.working ?? ''] } as CatalogueFacts['to'];
    const folder = await forge(district, province, { to, seq: 1 });
    expect(await receive(province, folder)).toMatchObject([
      { outcome: 'skipped', refusal: { code: 'receipt-not-for-here' } },
    ]);
    expect(storeContents(province)).toBe(before);
    bringAlong(province, laterCatalogue());
    const [verdict] = await receive(province, await issued(province));
    expect(verdict).toMatchObject({ outcome: 'skipped', refusal: { code: 'own-receipt' } });
  });
});
