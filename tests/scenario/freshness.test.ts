import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { insertCatalogue } from '../../electron/storage/catalogues.ts';
import { write } from '../../electron/storage/handle.ts';
import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { approve, fillSheet, introduce, reopen, sealTo } from '../helpers/exchange.ts';
import { record } from '../helpers/sheets.ts';
import {
  august2022 as period,
  movableClock,
  password,
  setUpOffice,
  temporaryFolder,
} from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';

const folderOf = (name: string): string => temporaryFolder(name, onTestFinished);

async function setUp(start = '2022-08-24T08:00+07:00') {
  const clock = movableClock(start);
  const province = await setUpOffice(folderOf('province'), 'province', '30', clock);
  const district = await setUpOffice(folderOf('district'), 'district', '300', clock);
  const stick = folderOf('stick');
  await introduce(district, province, stick);
  onTestFinished(() => {
    province.close();
    district.close();
  });
  return { clock, province, district, stick };
}

/** Another unit is enrolled: the province's keyring has one version more. */
async function enrolAnother(province: TestOffice, unit: string): Promise<void> {
  const other = await setUpOffice(folderOf(unit), 'district', unit);
  await introduce(other, province, folderOf(`stick-${unit}`));
  other.close();
}

async function deliver(district: TestOffice, province: TestOffice, stick: string): Promise<void> {
  await sealTo(district, stick);
  const verdicts = await province.must('bundle.receive', { place: province.pick(stick), password });
  expect(verdicts.map(({ outcome }) => outcome)).toContain('accepted');
  await district.must('receipt.import', { folder: district.pick(stick), password });
}

const freshness = async (office: TestOffice) => (await office.must('trust.state', {})).freshness;
const fresh = { keyring: null, catalogue: null, stale: null };

describe('a district that goes by an old keyring', () => {
  it('B29 hears of the newer one from a receipt, and the province sees who still needs it', async () => {
    const { district, province, stick } = await setUp();
    await fillSheet(district);
    await approve(district);
    await enrolAnother(province, '298');
    await enrolAnother(province, '299');
    expect(await freshness(district)).toEqual(fresh);

    await deliver(district, province, stick);
    expect(await freshness(district)).toEqual({ ...fresh, keyring: { newer: 4, held: 2 } });
    expect(await freshness(province)).toEqual(fresh);
    const [bundle] = await province.must('bundle.received', {});
    expect(bundle).toMatchObject({ unit: '300', oldKeyring: 2 });

    const keyring = await province.must('trust.writeKeyring', { folder: province.pick(stick) });
    await district.must('trust.acceptKeyring', {
      file: district.pick(join(stick, keyring.fileName)),
      fingerprint: '',
    });
    expect(await freshness(district)).toEqual(fresh);

    await reopen(district);
    await record(district, period, 'HI_COVERAGE', 'numerator', '97');
    await approve(district);
    await deliver(district, province, stick);
    const received = await province.must('bundle.received', {});
    expect(received.map(({ oldKeyring }) => oldKeyring)).toEqual([null, null]);
    expect(await freshness(district)).toEqual(fresh);
  });

  it('B29 hears of a newer catalogue too, and the province sees who goes by the old one', async () => {
    const { district, province, stick } = await setUp();
    const version = builtInCatalogue.version + 1;
    const { store } = province.office;
    if (store === null) throw new Error('The province has no store.');
    write(store, (handle) => {
      const content = JSON.stringify({ ...builtInCatalogue, version });
      insertCatalogue(handle, version, content, province.office.clock.now());
    });
    province.office.catalogue = null;
    await fillSheet(district);
    await approve(district);
    await deliver(district, province, stick);
    expect(await freshness(district)).toEqual({
      ...fresh,
      catalogue: { newer: version, held: version - 1 },
    });
    const [bundle] = await province.must('bundle.received', {});
    expect(bundle).toMatchObject({ unit: '300', oldKeyring: null, oldCatalogue: version - 1 });
  });

  it('B29 is warned after 45 days of silence, and works on', async () => {
    const { clock, district, province, stick } = await setUp('2022-06-01T08:00+07:00');
    await fillSheet(district);
    await approve(district);
    clock.set('2022-07-17T08:00+07:00');
    expect((await freshness(district)).stale?.days).toBe(46);
    await deliver(district, province, stick);
    // The receipt names the keyring that is held here: it is as good as new.
    expect(await freshness(district)).toEqual(fresh);
    clock.set('2022-09-02T08:00+07:00');
    expect((await freshness(district)).stale?.days).toBe(47);

    await reopen(district);
    await approve(district);
    await deliver(district, province, stick);
    expect(await freshness(district)).toEqual(fresh);
  });

  it('B29 forgets what receipts said of numbers when it trusts the province anew', async () => {
    const { district, province, stick } = await setUp();
    await fillSheet(district);
    await approve(district);
    await enrolAnother(province, '298');
    await deliver(district, province, stick);
    expect((await freshness(district)).keyring).toEqual({ newer: 3, held: 2 });
    const { ownFingerprint } = await province.must('trust.state', {});
    await district.must('trust.acceptKeyring', {
      file: district.pick(join(stick, 'SCT1_keyring_30_v000002.jws')),
      fingerprint: ownFingerprint,
    });
    expect(await freshness(district)).toEqual(fresh);
  });
});
