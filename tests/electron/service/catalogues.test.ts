import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { bringAlong, laterCatalogue, takenFrom } from '../../helpers/catalogues.ts';
import { introduce, sealTo } from '../../helpers/exchange.ts';
import { newFolder, pair, receive } from '../../helpers/keyrings.ts';
import { auditOf, storeContents } from '../../helpers/store-contents.ts';
import { password, setUpOffice } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const next = builtInCatalogue.version + 1;
const newName = 'Tỷ lệ bao phủ BHYT toàn dân';

async function issueTo(province: TestOffice, folder: string) {
  return province.must('catalogue.issue', { folder: province.pick(folder), password });
}

/** The name of the indicator that the later catalogue calls otherwise. */
async function nameOf(district: TestOffice): Promise<string> {
  const { indicators } = await district.must('catalogue.read', {});
  return indicators.find(({ code }) => code === 'HI_COVERAGE')?.name.vi ?? '';
}

async function cellsOf(district: TestOffice) {
  return (await district.must('sheet.open', { period: '2022-08', form: 'B01' })).cells;
}

describe('the catalogue that a province issues', () => {
  it('is one file for every unit whose key counts, under numbers that no receipt has', async () => {
    const { district, province, stick } = await pair('approved');
    const other = await setUpOffice(newFolder('other'), 'district', '299');
    onTestFinished(other.close);
    await introduce(other, province, newFolder('keys'));
    await sealTo(district, stick);
    await receive(province, stick);
    bringAlong(province, laterCatalogue());
    const folder = newFolder('out');
    const issued = await issueTo(province, folder);
    expect(issued).toMatchObject({ version: next, files: [{ unit: '299' }, { unit: '300' }] });
    expect(readdirSync(folder).map((name) => name.replace(/\d{8}\.age$/, ''))).toEqual([
      `SCT1_299_30_DM-00000${String(next)}_000002_`,
      `SCT1_300_30_DM-00000${String(next)}_000003_`,
    ]);
    await province.must('trust.revoke', { unit: '299', password });
    const again = await issueTo(province, newFolder('again'));
    expect(again.files.map(({ unit }) => unit)).toEqual(['300']);
    expect(again.files[0]?.fileName).toContain('_000004_');
    expect(auditOf(province, 'catalogue.issue')).toHaveLength(2);

    const { version, units } = await province.must('catalogue.holders', {});
    expect(version).toBe(next);
    expect(units.find(({ unit }) => unit === '300')).toMatchObject({
      isEnrolled: true,
      reported: { version: builtInCatalogue.version },
      issued: { version: next },
    });
    expect(units.find(({ unit }) => unit === '299')).toMatchObject({
      isEnrolled: false,
      reported: null,
      issued: { version: next },
    });
    expect(units.filter(({ issued: last }) => last === null)).toHaveLength(units.length - 2);
  });

  it('leaves its numbers to no receipt that comes after', async () => {
    const { district, province, stick } = await pair('approved');
    await issueTo(province, newFolder('out'));
    await sealTo(district, stick);
    const [verdict] = await receive(province, stick);
    expect(verdict?.receiptFileName).toMatch(/_000002_\d{8}\.age$/);
  });

  it('waits for units that it can be sealed for, and for the password', async () => {
    const alone = await setUpOffice(newFolder('alone'), 'province', '30');
    onTestFinished(alone.close);
    const folder = newFolder('out');
    const to = { folder: alone.pick(folder), password };
    expect(await alone.refusal('catalogue.issue', to)).toBe('no-unit-enrolled');
    const { province } = await pair();
    const into = province.pick(folder);
    const wrong = { folder: into, password: 'khong-phai-mat-khau' };
    expect(await province.refusal('catalogue.issue', wrong)).toBe('password-wrong');
    const gone = { folder: province.pick(join(folder, 'gone')), password };
    expect(await province.refusal('catalogue.issue', gone)).toBe('folder-missing');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a district that takes it in', () => {
  it('goes by it from then on, and loses nothing that was typed', async () => {
    const { district, province } = await pair();
    await district.must('sheet.record', {
      period: '2022-08',
      form: 'B01',
      cells: [
        { row: 'HI_COVERAGE', column: 'numerator', typed: '118.250' },
        { row: 'HI_COVERAGE', column: 'denominator', typed: 'chưa rõ' },
      ],
    });
    const before = await cellsOf(district);
    bringAlong(province, laterCatalogue());
    const folder = newFolder('out');
    await issueTo(province, folder);
    expect(await takenFrom(district, folder)).toMatchObject([
      { outcome: 'accepted', catalogue: next, refusal: null },
    ]);
    expect(await nameOf(district)).toBe(newName);
    expect(await cellsOf(district)).toEqual(before);
    expect(auditOf(district, 'catalogue.take')).toMatchObject([{ object: String(next) }]);

    const contents = storeContents(district);
    expect(await takenFrom(district, folder)).toMatchObject([
      { outcome: 'already-received', catalogue: next, refusal: null },
    ]);
    expect(storeContents(district)).toBe(contents);

    // Signing out and in again leaves it as it is: the program's own is older.
    await district.must('session.signOut', {});
    await district.signIn('recorder');
    expect(await nameOf(district)).toBe(newName);
  });

  it('reports by it, which is how the province learns of it', async () => {
    const { district, province, stick } = await pair('approved');
    bringAlong(province, laterCatalogue());
    const folder = newFolder('out');
    await issueTo(province, folder);
    await takenFrom(district, folder);
    await sealTo(district, stick);
    expect(await receive(province, stick)).toMatchObject([{ outcome: 'accepted' }]);
    const { units } = await province.must('catalogue.holders', {});
    expect(units.find(({ unit }) => unit === '300')).toMatchObject({ reported: { version: next } });
  });

  it('takes several in their order, and receipts among them', async () => {
    const { district, province, stick } = await pair('approved');
    await sealTo(district, stick);
    const folder = newFolder('out');
    bringAlong(province, laterCatalogue(1, 'lần trước'));
    await issueTo(province, folder);
    await receive(province, stick);
    bringAlong(province, laterCatalogue(2));
    await issueTo(province, stick);
    await issueTo(province, folder);
    expect(await takenFrom(district, folder)).toMatchObject([
      { outcome: 'accepted', catalogue: next },
      { outcome: 'accepted', catalogue: next + 1 },
    ]);
    const verdicts = await takenFrom(district, stick);
    expect(
      verdicts
        .map(({ outcome, catalogue }) => [outcome, catalogue])
        .filter(([one]) => one !== 'skipped'),
    ).toEqual([
      ['accepted', null],
      ['already-received', next + 1],
    ]);
  });
});
