import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { approve, fillPlan, fillSheet, reopen, sealTo } from '../../helpers/exchange.ts';
import type { Pair } from '../../helpers/exchange.ts';
import { record, sheetOf } from '../../helpers/sheets.ts';
import { fileDigest, storeContents } from '../../helpers/store-contents.ts';
import { pastTheProgram } from '../../helpers/stores.ts';
import { pairOf } from '../../helpers/templates.ts';
import {
  august2022,
  openTestOffice,
  password,
  setUpOffice,
  temporaryFolder,
} from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const period = august2022;

const approvedPair = (): Promise<Pair> => pairOf('approved', onTestFinished);

function closeBoth({ district, province }: Pair): void {
  district.close();
  province.close();
}

/** Closes the district, changes its file past the program, and opens it again. */
async function tamperedWith(district: TestOffice, sql: string): Promise<TestOffice> {
  district.close();
  pastTheProgram(district.office.dataFolder, sql);
  const again = openTestOffice(district.office.dataFolder);
  await again.signIn('recorder');
  return again;
}

describe('sealing', () => {
  it('twice gives the same bundle, and writes the same file', async () => {
    const pair = await approvedPair();
    const { district, stick } = pair;
    const path = await sealTo(district, stick);
    const digest = fileDigest(path);
    const first = await district.must('bundle.list', { period });
    await sealTo(district, stick);
    expect(await district.must('bundle.list', { period })).toEqual(first);
    expect(fileDigest(path)).toBe(digest);
    expect(readdirSync(stick).filter((name) => name.endsWith('.age'))).toHaveLength(1);
    closeBoth(pair);
  });

  it('makes a backup first', async () => {
    const pair = await approvedPair();
    const folder = join(pair.district.office.dataFolder, 'backup');
    const before = readdirSync(folder);
    await pair.district.must('bundle.seal', { period, password });
    expect(readdirSync(folder).length).toBe(before.length + 1);
    closeBoth(pair);
  });

  it('is for approved reports of enrolled units, with the right password', async () => {
    const folder = temporaryFolder('not-yet', onTestFinished);
    const alone = await setUpOffice(folder, 'district', '300');
    expect(await alone.refusal('bundle.seal', { period, password })).toBe('province-not-trusted');
    expect(await alone.refusal('receipt.import', { folder: alone.pick(folder), password })).toBe(
      'province-not-trusted',
    );
    alone.close();
    const pair = await pairOf('introduced', onTestFinished);
    expect(await pair.district.refusal('bundle.seal', { period, password })).toBe('action-not-now');
    await fillSheet(pair.district);
    await approve(pair.district);
    const wrong = { period, password: 'không phải' };
    expect(await pair.district.refusal('bundle.seal', wrong)).toBe('password-wrong');
    expect(await pair.district.must('bundle.list', { period })).toEqual([]);
    closeBoth(pair);
  });

  it.each([
    [
      'figures-changed-silently',
      "UPDATE cell SET canonical = '99' WHERE row_code = 'HI_COVERAGE' AND column_code = 'numerator'",
    ],
    ['figures-changed-silently', "DELETE FROM cell WHERE row_code = 'HI_COVERAGE'"],
    [
      'audit-broken',
      `DROP TRIGGER audit_entry_is_not_updated;
       UPDATE audit_entry SET actor = 'nobody' WHERE n = 9`,
    ],
    [
      'audit-broken',
      'DROP TRIGGER audit_entry_is_not_deleted; DELETE FROM audit_entry WHERE n = 9',
    ],
  ])('refuses %s after %s', async (code, sql) => {
    const pair = await approvedPair();
    const district = await tamperedWith(pair.district, sql);
    expect(await district.refusal('bundle.seal', { period, password })).toBe(code);
    expect(await district.must('bundle.list', { period })).toEqual([]);
    closeBoth({ ...pair, district });
  });
});

describe('a revised report', () => {
  it('replaces the one before at the province, whose receipt then no longer ends the waiting', async () => {
    const pair = await approvedPair();
    const { district, province, stick } = pair;
    await sealTo(district, stick);
    const place = province.pick(stick);
    await province.must('bundle.receive', { place, password });

    await reopen(district, 'Sai số BHYT');
    await record(district, period, 'HI_COVERAGE', 'numerator', '95');
    await approve(district);
    const second = temporaryFolder('second', onTestFinished);
    await sealTo(district, second);

    // The receipt of the first revision arrives after the second was sealed.
    await district.must('receipt.import', { folder: district.pick(stick), password });
    const waiting = await sheetOf(district);
    expect(waiting.submission).toMatchObject({ revision: 2, state: 'sealed' });
    const bundles = await district.must('bundle.list', { period });
    expect(bundles.map(({ revision, stage }) => [revision, stage])).toEqual([
      [2, 'copied'],
      [1, 'received'],
    ]);

    await province.must('bundle.receive', { place: province.pick(second), password });
    const view = await province.must('consolidation.view', { period });
    expect(view.rows.find(({ row }) => row === 'HI_COVERAGE')?.total.number).toBe('95');
    const received = await province.must('bundle.received', {});
    expect(received.map(({ revision, isCurrent }) => [revision, isCurrent])).toEqual([
      [2, true],
      [1, false],
    ]);

    // The first one once more changes nothing, and gets the receipt that it had.
    const before = storeContents(province);
    const again = await province.must('bundle.receive', { place, password });
    expect(again.filter(({ outcome }) => outcome === 'already-received')).toHaveLength(1);
    expect(storeContents(province)).toBe(before);

    await district.must('receipt.import', { folder: district.pick(second), password });
    expect((await sheetOf(district)).submission?.state).toBe('received');
    closeBoth(pair);
  });

  it('is not replaced by the older one that arrives later for the first time', async () => {
    const pair = await approvedPair();
    const { district, province, stick } = pair;
    await sealTo(district, stick);
    await reopen(district);
    await approve(district);
    const second = temporaryFolder('second', onTestFinished);
    await sealTo(district, second);
    await province.must('bundle.receive', { place: province.pick(second), password });
    const before = storeContents(province);
    const place = province.pick(stick);
    const [verdict] = (await province.must('bundle.receive', { place, password })).filter(
      ({ outcome }) => outcome === 'refused',
    );
    expect(verdict).toMatchObject({
      revision: 1,
      refusal: { code: 'sequence-replayed', facts: { seq: 1, highest: 2 } },
    });
    expect(storeContents(province)).toBe(before);
    closeBoth(pair);
  });

  it('comes after the first when both lie in one folder, whatever their names sort like', async () => {
    const pair = await approvedPair();
    const { district, province, stick } = pair;
    // The plan of the year is sealed first, and its name sorts behind that of the month.
    const plan = 'KH';
    const yearly = (await district.must('period.list', {})).find(({ code }) => code.endsWith(plan));
    if (yearly === undefined) throw new Error('no plan period');
    await fillPlan(district, yearly.code);
    await approve(district, yearly.code);
    await sealTo(district, stick, yearly.code);
    await sealTo(district, stick);
    const verdicts = await province.must('bundle.receive', {
      place: province.pick(stick),
      password,
    });
    const bundles = verdicts.filter(({ fileName }) => fileName.startsWith('SCT1_30_300'));
    expect(bundles.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    closeBoth(pair);
  });
});
