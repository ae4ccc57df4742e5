import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { storeOf } from '../../electron/service/office.ts';
import { sealingsOf } from '../../electron/service/received-sealings.ts';
import { approve, fillSheet, introduce, reopen, sealTo } from '../helpers/exchange.ts';
import { record, sheetOf } from '../helpers/sheets.ts';
import {
  august2022,
  movableClock,
  openTestOffice,
  password,
  setUpOffice,
  temporaryFolder,
} from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';

const period = august2022;
const folderOf = (name: string): string => temporaryFolder(name, onTestFinished);

describe('a district whose clock is set back by years between two revisions', () => {
  it('keeps its history, its backups and its bundles in the order in which they were made', async () => {
    const clock = movableClock('2022-08-24T08:00+07:00');
    const district = await setUpOffice(folderOf('district'), 'district', '300', clock);
    const province = await setUpOffice(folderOf('province'), 'province', '30');
    await introduce(district, province, folderOf('keys'));
    const stick = folderOf('stick');
    await fillSheet(district);
    await approve(district);
    await sealTo(district, stick);

    clock.set('2009-01-01T00:00+07:00');
    await reopen(district);
    const cell = { period, form: 'B01', row: 'HI_COVERAGE', column: 'numerator' } as const;
    await record(district, period, cell.row, cell.column, '97');
    await approve(district);
    await sealTo(district, stick);

    const history = await district.must('sheet.cellHistory', cell);
    expect(history.map(({ typed }) => typed)).toEqual(['97', '92']);
    const bundles = await district.must('bundle.list', { period });
    expect(bundles.map(({ sequence, revision }) => [sequence, revision])).toEqual([
      [2, 2],
      [1, 1],
    ]);

    const place = province.pick(stick);
    const verdicts = await province.must('bundle.receive', { place, password });
    expect(verdicts.map(({ outcome, revision }) => [outcome, revision])).toEqual([
      ['accepted', 1],
      ['accepted', 2],
    ]);
    const view = await province.must('consolidation.view', { period });
    expect(view.rows.find(({ row }) => row === 'HI_COVERAGE')?.total.number).toBe('97');

    await district.must('receipt.import', { folder: district.pick(stick), password });
    const sheet = await sheetOf(district);
    expect(sheet.submission).toMatchObject({ state: 'received', revision: 2 });
    expect(sheet.submission?.events[sheet.submission.events.length - 1]?.action).toBe('receive');
    district.close();
    province.close();
  });
});

const cell = { period, form: 'B01', row: 'HI_COVERAGE', column: 'numerator' } as const;
const clockOf = async (office: TestOffice) => (await office.must('session.state', {})).clock;

/** A district and a province, each with a clock of its own, that know each other. */
async function setUp(start = '2022-08-24T08:00+07:00') {
  const clock = movableClock(start);
  const provinceClock = movableClock(start);
  const folder = folderOf('district');
  const district = await setUpOffice(folder, 'district', '300', clock);
  const province = await setUpOffice(folderOf('province'), 'province', '30', provinceClock);
  await introduce(district, province, folderOf('keys'));
  onTestFinished(() => {
    district.close();
    province.close();
  });
  return { clock, provinceClock, folder, district, province, stick: folderOf('stick') };
}

async function deliver(district: TestOffice, province: TestOffice, stick: string) {
  await sealTo(district, stick);
  await province.must('bundle.receive', { place: province.pick(stick), password });
  const verdicts = await district.must('receipt.import', {
    folder: district.pick(stick),
    password,
  });
  expect(verdicts.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
  const view = await province.must('consolidation.view', { period });
  const unit = view.units.find((each) => each.unit === '300');
  const received = await province.must('bundle.received', {});
  const newest = Math.max(...received.map(({ id }) => id));
  return {
    revision: unit?.revision,
    // Of the newest bundle; the arrival is that of the first.
    isDoubtful: sealingsOf(storeOf(province.office)).timeOf(newest)?.isDoubtful,
    arrival: unit?.arrival,
  };
}

async function revise(district: TestOffice, typed: string): Promise<void> {
  await reopen(district);
  await record(district, period, cell.row, cell.column, typed);
  await approve(district);
}

describe('a district whose clock jumps ten years back, seventy ahead, and back again', () => {
  it('B30 signs in, records, submits, seals and is answered at every step, and loses nothing', async () => {
    const { clock, provinceClock, district, province, stick } = await setUp();
    await fillSheet(district);
    expect(await clockOf(district)).toBeNull();

    clock.set('2012-08-24T08:00+07:00');
    expect(await clockOf(district)).toEqual({ from: 'keyring', known: '2022-08-24T01:00:00.000Z' });
    await district.signIn('recorder');
    await approve(district);
    provinceClock.set('2022-08-24T10:00+07:00');
    expect(await deliver(district, province, stick)).toEqual({
      revision: 1,
      isDoubtful: true,
      arrival: 'on-time',
    });
    expect(await clockOf(district)).toEqual({ from: 'receipt', known: '2022-08-24T03:00:00.000Z' });

    // Signing in writes the log: it goes with the clock, and what was known before is kept.
    clock.set('2092-08-24T08:00+07:00');
    const leap = { from: 'leap', known: '2022-08-24T03:00:00.000Z' };
    expect(await clockOf(district)).toEqual(leap);
    await district.signIn('recorder');
    expect(await clockOf(district)).toEqual(leap);
    await revise(district, '97');
    provinceClock.set('2022-08-25T10:00+07:00');
    expect(await deliver(district, province, stick)).toEqual({
      revision: 2,
      isDoubtful: true,
      arrival: 'on-time',
    });

    clock.set('2022-08-26T08:00+07:00');
    expect(await clockOf(district)).toEqual({ from: 'own-log', known: '2092-08-24T01:00:00.000Z' });
    await district.signIn('recorder');
    const confirmed = await district.must('clock.confirm', {});
    expect(confirmed.clock).toBeNull();
    await revise(district, '98');
    provinceClock.set('2022-08-26T08:30+07:00');
    expect(await deliver(district, province, stick)).toEqual({
      revision: 3,
      isDoubtful: false,
      arrival: 'on-time',
    });
    const history = await district.must('sheet.cellHistory', cell);
    expect(history.map(({ typed }) => typed)).toEqual(['98', '97', '92']);
    expect(await clockOf(district)).toBeNull();
    expect(await clockOf(province)).toBeNull();
  });

  it('B30 believes the clock again when an administrator says that the province was ahead', async () => {
    const { clock, provinceClock, district, province, stick } = await setUp();
    await fillSheet(district);
    await approve(district);
    provinceClock.set('2099-08-24T10:00+07:00');
    await deliver(district, province, stick);
    expect(await clockOf(district)).toEqual({ from: 'receipt', known: '2099-08-24T03:00:00.000Z' });
    await district.must('clock.confirm', {});
    expect(await clockOf(district)).toBeNull();
    clock.set('2012-08-24T08:00+07:00');
    expect(await clockOf(district)).toEqual({ from: 'receipt', known: '2022-08-24T01:00:00.000Z' });
  });

  it('B30 believes a leap of years when an administrator says so, or the province comes there too', async () => {
    const { clock, provinceClock, district, province, stick } = await setUp();
    clock.set('2024-01-05T08:00+07:00');
    await district.signIn('recorder');
    expect((await clockOf(district))?.from).toBe('leap');
    await district.must('clock.confirm', {});
    expect(await clockOf(district)).toBeNull();
    await fillSheet(district);
    await approve(district);
    clock.set('2026-01-05T08:00+07:00');
    await district.signIn('recorder');
    expect((await clockOf(district))?.from).toBe('leap');
    provinceClock.set('2026-01-05T09:00+07:00');
    await province.signIn('receiver');
    await deliver(district, province, stick);
    expect(await clockOf(district)).toBeNull();
  });

  it('B30 counts days from what the province signed, and takes a document of those days', async () => {
    const { clock, district } = await setUp();
    const daysLeft = async () =>
      (await district.must('period.list', {})).find(({ code }) => code === period)?.daysLeft;
    const before = await daysLeft();
    clock.set('2010-01-01T00:00+07:00');
    expect(await daysLeft()).toBe(before);
    const document = { period, number: '1', symbol: 'BC-UBND', signer: 'Chủ tịch', file: null };
    expect(await district.refusal('document.record', { ...document, day: '24/8/2022' })).toBe(
      'document-file-missing',
    );
    expect(await district.refusal('document.record', { ...document, day: '25/8/2022' })).toBe(
      'document-day-ahead',
    );
  });
});

describe('a report that comes after the deadline', () => {
  it('B30 is late, or was sealed in time, by both clocks; a time that cannot be right decides nothing', async () => {
    const { clock, provinceClock, district, province, stick } = await setUp();
    await fillSheet(district);
    await approve(district);
    const arrivedAfter = async (sealed: string, received: string) => {
      clock.set(sealed);
      provinceClock.set(received);
      return deliver(district, province, stick);
    };
    const first = await arrivedAfter('2022-08-30T16:00+07:00', '2022-09-02T08:00+07:00');
    expect(first).toEqual({ revision: 1, isDoubtful: false, arrival: 'sealed-on-time' });
    await revise(district, '97');
    // Set back to before its own first bundle, to look punctual.
    const second = await arrivedAfter('2022-08-29T08:00+07:00', '2022-09-03T08:00+07:00');
    expect(second).toEqual({ revision: 2, isDoubtful: true, arrival: 'sealed-on-time' });
    await revise(district, '98');
    const third = await arrivedAfter('2022-09-04T08:00+07:00', '2022-09-04T09:00+07:00');
    expect(third).toEqual({ revision: 3, isDoubtful: false, arrival: 'sealed-on-time' });
  });

  it('B30 is late where its first report was sealed late, whatever the clock says later', async () => {
    const { clock, provinceClock, district, province, stick } = await setUp();
    await fillSheet(district);
    await approve(district);
    clock.set('2022-09-04T08:00+07:00');
    provinceClock.set('2022-09-04T09:00+07:00');
    const first = await deliver(district, province, stick);
    expect(first).toEqual({ revision: 1, isDoubtful: false, arrival: 'late' });
    await revise(district, '97');
    clock.set('2022-08-29T08:00+07:00');
    provinceClock.set('2022-09-05T08:00+07:00');
    const second = await deliver(district, province, stick);
    expect(second).toEqual({ revision: 2, isDoubtful: true, arrival: 'late' });
  });

  it('B30 was not sealed before its period began', async () => {
    const { clock, district, province, stick } = await setUp('2022-07-01T08:00+07:00');
    clock.set('2022-07-31T20:00+07:00');
    await fillSheet(district);
    await approve(district);
    const arrived = await deliver(district, province, stick);
    expect(arrived).toEqual({ revision: 1, isDoubtful: true, arrival: 'on-time' });
  });
});

describe('a PC that begins at the same day each time', () => {
  it('B30 is backed up after much work all the same, and not at every start', async () => {
    const { clock, folder, district } = await setUp();
    district.close();
    const backups = () => readdirSync(join(folder, 'backup')).length;
    const start = async (changes: number) => {
      clock.set('2010-01-01T00:00+07:00');
      const office = openTestOffice(folder, clock);
      await office.signIn('recorder');
      for (let count = 0; count < changes; count += 1) {
        await record(office, period, cell.row, cell.column, String(count));
      }
      office.close();
    };
    await start(0);
    const first = backups();
    await start(0);
    await start(50);
    expect(backups()).toBe(first);
    await start(0);
    expect(backups()).toBe(first + 1);
    await start(0);
    expect(backups()).toBe(first + 1);
  });

  it('B30 lets people in after a wait that was noted by a clock far ahead', async () => {
    const { clock, district } = await setUp();
    clock.set('2092-01-01T00:00+07:00');
    await district.must('session.signOut', {});
    const wrong = { name: 'recorder', password: 'không phải mật khẩu' };
    for (let count = 0; count < 5; count += 1) {
      expect(await district.refusal('session.signIn', wrong)).toBe('sign-in-failed');
    }
    expect(await district.refusal('session.signIn', wrong)).toBe('sign-in-wait');
    clock.set('2022-08-24T08:00+07:00');
    await district.signIn('recorder');
  });
});

describe('a province whose clock is wrong', () => {
  it.each(['2001-01-01T00:00+07:00', '2099-01-01T00:00+07:00'])(
    'B30 at %s still sees every unit, and receives',
    async (wrong) => {
      const { provinceClock, district, province, stick } = await setUp();
      const codes = async () =>
        (await province.must('trust.state', {})).units.map(({ unit }) => unit);
      const before = await codes();
      expect(before).toContain('300');
      provinceClock.set(wrong);
      expect(await codes()).toEqual(before);
      await fillSheet(district);
      await approve(district);
      const arrived = await deliver(district, province, stick);
      // One clock is wrong, and the province cannot say that it is not its own.
      expect(arrived).toMatchObject({ revision: 1, isDoubtful: wrong < '2022' });
      expect((await clockOf(province))?.from).toBe(wrong < '2022' ? 'own-log' : undefined);
    },
  );
});
