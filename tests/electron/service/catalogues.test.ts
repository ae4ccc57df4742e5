import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { bringAlong, laterCatalogue, takeOffered, takenFrom } from '../../helpers/catalogues.ts';
import { editOf } from '../../shared/catalogue/edit/arbitrary-edits.ts';
import { approve, fillSheet, introduce, sealTo } from '../../helpers/exchange.ts';
import { smallDisk } from '../../helpers/disk.ts';
import { newFolder, pair, receive } from '../../helpers/keyrings.ts';
import { auditOf, storeContents } from '../../helpers/store-contents.ts';
import { password, setUpOffice } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const next = builtInCatalogue.version + 1;
const newName = 'Tỷ lệ bao phủ BHYT toàn dân';

function both(name: string) {
  return { vi: name, en: name };
}

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

  it('is issued to whom its file was written for, where a stick has no room for the others', async () => {
    const { province } = await pair();
    const other = await setUpOffice(newFolder('other'), 'district', '299');
    onTestFinished(other.close);
    await introduce(other, province, newFolder('keys'));
    const disk = smallDisk('64k', onTestFinished);
    if (disk === null) return;
    // What is there leaves room for one of the two files.
    const issued = await issueTo(province, disk);
    expect(issued.files.map(({ unit }) => unit)).toEqual(['299']);
    expect(issued.missing).toMatchObject([{ unit: '300', refusal: { code: 'folder-full' } }]);
    expect(readdirSync(disk)).toEqual(issued.files.map(({ fileName }) => fileName));
    const issuedTo = async (unit: string) => {
      const { units } = await province.must('catalogue.holders', {});
      return units.find((one) => one.unit === unit)?.issued ?? null;
    };
    expect(await issuedTo('299')).not.toBeNull();
    expect(await issuedTo('300')).toBeNull();
    expect(auditOf(province, 'catalogue.write')).toMatchObject([
      { object: `${String(issued.version)}/1`, detail: issued.files[0]?.fileName },
    ]);

    // Where nothing could be written it is refused, and no number comes twice.
    const into = { folder: province.pick(disk), password };
    expect(await province.refusal('catalogue.issue', into)).toBe('folder-full');
    const again = await issueTo(province, newFolder('again'));
    expect(again).toMatchObject({ files: [{ unit: '299' }, { unit: '300' }], missing: [] });
    expect(again.files[0]?.fileName).toMatch(/_000005_\d{8}\.age$/);
    expect(await issuedTo('300')).toMatchObject({ version: again.version });
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

describe('a district that is sent it', () => {
  it('keeps it as an offer and goes on by the one in use until somebody accepts', async () => {
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
    expect(await district.must('catalogue.offer', {})).toBeNull();
    expect(await takenFrom(district, folder)).toMatchObject([
      { outcome: 'held', catalogue: next, refusal: null },
    ]);
    expect(await nameOf(district)).not.toBe(newName);
    expect(auditOf(district, 'catalogue.hold')).toMatchObject([{ object: String(next) }]);

    const contents = storeContents(district);
    expect(await takenFrom(district, folder)).toMatchObject([
      { outcome: 'already-received', catalogue: next, refusal: null },
    ]);
    const offer = await district.must('catalogue.offer', {});
    expect(offer).toMatchObject({
      version: next,
      current: builtInCatalogue.version,
      differences: [{ group: 'indicators', kind: 'changed', field: 'name.vi', to: newName }],
      deadlines: [],
      sheets: [],
    });
    expect(storeContents(district)).toBe(contents);

    expect(await district.refusal('catalogue.take', { version: 99 })).toBe(
      'catalogue-offer-unknown',
    );
    await district.must('catalogue.take', { version: next });
    expect(await nameOf(district)).toBe(newName);
    expect(await cellsOf(district)).toEqual(before);
    expect(auditOf(district, 'catalogue.take')).toMatchObject([{ object: String(next) }]);
    expect(await district.must('catalogue.waiting', {})).toBeNull();

    // Signing out and in again leaves it as it is: the program's own is older.
    await district.must('session.signOut', {});
    await district.signIn('recorder');
    expect(await nameOf(district)).toBe(newName);
  });

  it('shows what goes away, what is new and the new deadline, and loses nothing of it', async () => {
    const { district, province } = await pair();
    const cell = { row: 'SI_COVERAGE', column: 'numerator', typed: '1.234' };
    await district.must('sheet.record', { period: '2022-08', form: 'B01', cells: [cell] });
    const [period] = builtInCatalogue.periods.filter(({ code }) => code === '2022-08');
    if (period === undefined) throw new Error('There is no such period.');
    const edits = [
      { kind: 'indicator.retire', code: 'SI_COVERAGE', lastPeriod: '2022-KH' },
      { kind: 'indicator.add', copyOf: 'URBANIZATION', code: 'NEW_ONE', name: both('Thử') },
      {
        kind: 'period.change',
        code: '2022-08',
        name: period.name,
        cutOff: null,
        lastCompliantDay: '2022-09-05',
        lastWorkingDay: null,
        note: null,
      },
    ];
    for (const edit of edits) await province.must('catalogue.edit', { edit: editOf(edit) });
    await province.must('catalogue.publish', { password });
    const folder = newFolder('out');
    await issueTo(province, folder);
    await takenFrom(district, folder);
    const offer = await district.must('catalogue.offer', {});
    expect(offer?.deadlines).toMatchObject([
      { period: '2022-08', before: '2022-08-30', after: '2022-09-05' },
    ]);
    const [effect] = offer?.sheets ?? [];
    expect(effect).toMatchObject({
      period: '2022-08',
      form: 'B01',
      gone: null,
      lost: [{ typed: '1.234', column: 'Tử số' }],
      newRows: ['Thử'],
      toFill: { before: 18, after: 18 },
    });
    await district.must('catalogue.take', { version: next });
    // The province's day is told as the province's, beside what the plan says.
    const told = { deadlineText: period.deadline.text, deadlineSetIn: next };
    expect(await district.must('period.list', {})).toMatchObject([
      { code: '2022-KH', deadlineSetIn: null },
      { code: '2022-08', lastCompliantDay: '2022-09-05', ...told },
      { code: '2023-08', deadlineSetIn: null },
      { code: '2024-04', deadlineSetIn: null },
    ]);
    const { periods } = await district.must('plan.view', {});
    expect(periods.find(({ code }) => code === '2022-08')).toMatchObject(told);
    const sheet = await district.must('sheet.open', { period: '2022-08', form: 'B01' });
    expect(sheet.cells).toMatchObject([cell]);
    const { row, column } = cell;
    const history = await district.must('sheet.cellHistory', {
      period: '2022-08',
      form: 'B01',
      row,
      column,
    });
    expect(history).toMatchObject([{ typed: '1.234' }]);
  });

  it('waits with it while a report is approved and not sealed', async () => {
    const { district, province, stick } = await pair('approved');
    bringAlong(province, laterCatalogue());
    const folder = newFolder('out');
    await issueTo(province, folder);
    await takenFrom(district, folder);
    expect(await district.refusal('catalogue.take', { version: next })).toBe(
      'catalogue-waits-for-report',
    );
    // Sealed under the version that it was approved by, and received under that one.
    await sealTo(district, stick);
    expect(await receive(province, stick)).toMatchObject([{ outcome: 'accepted' }]);
    const { units } = await province.must('catalogue.holders', {});
    expect(units.find(({ unit }) => unit === '300')).toMatchObject({
      reported: { version: builtInCatalogue.version },
    });
    await district.must('catalogue.take', { version: next });
    expect(await nameOf(district)).toBe(newName);
  });

  it('reports by it, which is how the province learns of it', async () => {
    const { district, province, stick } = await pair();
    bringAlong(province, laterCatalogue());
    const folder = newFolder('out');
    await issueTo(province, folder);
    await takeOffered(district, folder);
    await fillSheet(district);
    await approve(district);
    await sealTo(district, stick);
    expect(await receive(province, stick)).toMatchObject([{ outcome: 'accepted' }]);
    const { units } = await province.must('catalogue.holders', {});
    expect(units.find(({ unit }) => unit === '300')).toMatchObject({ reported: { version: next } });
  });

  it('is offered the newest of several, and receipts come among them', async () => {
    const { district, province, stick } = await pair('approved');
    await sealTo(district, stick);
    const folder = newFolder('out');
    bringAlong(province, laterCatalogue(1, 'lần trước'));
    await issueTo(province, folder);
    await receive(province, stick);
    bringAlong(province, laterCatalogue(2));
    await issueTo(province, stick);
    await issueTo(province, folder);
    expect(await takeOffered(district, folder)).toMatchObject([
      { outcome: 'held', catalogue: next },
      { outcome: 'held', catalogue: next + 1 },
    ]);
    expect(await nameOf(district)).toBe(newName);
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
