import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sha256Hex } from '#shared/bundle/bytes.ts';
import { canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import { readSnapshot } from '#shared/bundle/snapshot.ts';
import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import { parseDay } from '#shared/kit/clock.ts';
import type { CalendarDay } from '#shared/kit/clock.ts';
import { catalogueOf, storeOf } from '../../../electron/service/office.ts';
import { currentKeyring } from '../../../electron/service/trust.ts';
import { approve, fillSheet, introduce, sealTo } from '../../helpers/exchange.ts';
import { oneCell, record } from '../../helpers/sheets.ts';
import {
  august2022,
  movableClock,
  password,
  periodCode,
  setUpOffice,
  temporaryFolder,
} from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

function day(text: string): CalendarDay {
  const read = parseDay(text);
  if (read === null) throw new Error(text);
  return read;
}

const period = august2022;
const next = periodCode('2023-08');
const ends: (() => void)[] = [];
const folderOf = (name: string): string => temporaryFolder(name, (work) => ends.push(work));
const clock = movableClock('2022-08-24T08:00+07:00');
const communes = builtInCatalogue.units.filter(({ parent }) => parent === '300');

/** The story of one province and three of its districts; each test goes on from the one before. */
let province: TestOffice;
let first: TestOffice;
let second: TestOffice;
let third: TestOffice;
let stick: string;

const view = (of = period): Promise<ConsolidatedView> =>
  province.must('consolidation.view', { period: of });

async function receive(...paths: readonly string[]): Promise<void> {
  await province.signIn('receiver');
  for (const path of paths) {
    const verdicts = await province.must('bundle.receive', {
      place: province.pick(path),
      password,
    });
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['accepted']);
  }
  await province.signIn('consolidator');
}

function totalOf(table: ConsolidatedView, row: string): ConsolidatedView['rows'][number]['total'] {
  const found = table.rows.find((one) => one.row === row);
  if (found === undefined) throw new Error(row);
  return found.total;
}

beforeAll(async () => {
  province = await setUpOffice(folderOf('province'), 'province', '30', clock);
  stick = folderOf('stick');
  const open = async (unit: string) => {
    const office = await setUpOffice(folderOf(unit), 'district', unit, clock);
    await introduce(office, province, stick);
    return office;
  };
  first = await open('300');
  second = await open('291');
  third = await open('298');
  await fillSheet(first);
  const cells = communes.flatMap(({ code: row }) => [
    { row, column: 'POVERTY_RATE.numerator', typed: '10' },
    { row, column: 'POVERTY_RATE.denominator', typed: '1.000' },
    { row, column: 'source.POVERTY_RATE.numerator', typed: 'Rà soát hộ nghèo' },
  ]);
  await first.must('sheet.record', { period, form: 'B04', cells });
  await fillSheet(second);
  for (const office of [first, second]) await approve(office);
  await province.signIn('consolidator');
});

afterAll(() => {
  for (const office of [province, first, second, third]) office.close();
  for (const end of ends) end();
});

describe('a period that is locked', () => {
  it('is nothing to lock before anything has come', async () => {
    expect(await province.refusal('lock.set', { period, password })).toBe('nothing-to-lock');
  });

  it('D143 warns of who is missing, and is locked with the password alone', async () => {
    await receive(await sealTo(first, stick), await sealTo(second, stick));
    await record(province, period, 'HDI', 'value', '0,745');
    const outlook = await province.must('lock.outlook', { period });
    expect(outlook).toMatchObject({ number: 1, previous: null, late: [], returned: [] });
    expect(outlook.missing).toHaveLength(10);
    expect(outlook.missing).not.toContain('Thanh Miện');
    expect(await province.refusal('lock.set', { period, password: 'không phải' })).toBe(
      'password-wrong',
    );
    expect(await province.must('lock.set', { period, password })).toMatchObject({ number: 1 });
    expect(await province.refusal('lock.set', { period, password })).toBe('period-locked');
    expect((await view()).lock).toMatchObject({ number: 1, newerUnits: [] });
  });

  it('D143 takes later bundles in and does not count them', async () => {
    const before = await view();
    await fillSheet(third);
    await approve(third);
    await receive(await sealTo(third, stick));
    const after = await view();
    expect(totalOf(after, 'HI_COVERAGE')).toEqual(totalOf(before, 'HI_COVERAGE'));
    expect(totalOf(after, 'HI_COVERAGE').counted).toBe(2);
    expect(after.lock?.newerUnits).toEqual(['298']);
    expect(after.missingUnits).toContain('298');
  });

  it('D141 gives later periods the weights of the reports that it was locked with alone', async () => {
    const { leftOut } = totalOf(await view(next), 'HI_COVERAGE');
    const weight = (unit: string) => leftOut.find((one) => one.unit === unit)?.denominator;
    expect(weight('300')).toBe('100');
    expect(weight('298')).toBeNull();
  });

  it('D143 takes no change of the province’s own figures', async () => {
    expect(await province.refusal('sheet.record', oneCell('HDI', 'value', '0,9'))).toBe(
      'period-locked',
    );
    const opened = await province.must('sheet.open', { period, form: 'B01' });
    expect(opened.mayRecord).toBe(false);
    await record(province, next, 'HDI', 'value', '0,75');
  });

  it('D144 can be made again to the byte, whatever came since', async () => {
    expect(await province.must('lock.verify', { period, number: 1 })).toMatchObject({
      isSame: true,
      differences: [],
    });
  });

  it('is saved signed and plain, and holds for whoever has the province’s key', async () => {
    const folder = folderOf('locks');
    const saved = await province.must('lock.save', {
      period,
      number: 1,
      folder: province.pick(folder),
    });
    expect(saved.fileNames).toEqual([
      'chot-so-lieu_30_2022-08_lan-1.jws',
      'chot-so-lieu_30_2022-08_lan-1.json',
    ]);
    const [signed = '', plain = ''] = saved.fileNames;
    const key = currentKeyring(province.office)?.keyring.signing[0] ?? null;
    const opened = readSnapshot(readFileSync(join(folder, signed)), () => key);
    if (!opened.ok) throw new Error(opened.refusal.code);
    const { snapshot, sha256 } = opened.value;
    const json = new Uint8Array(readFileSync(join(folder, plain)));
    expect(sha256Hex(json)).toBe(sha256);
    expect(json).toEqual(canonicalJsonBytes(snapshot));
    expect(snapshot).toMatchObject({ lockedBy: 'consolidator', number: 1, previous: null });
    const insurance = snapshot.rows.find(({ indicator }) => indicator === 'HI_COVERAGE');
    expect(insurance?.total).toMatchObject({ numerator: '184', denominator: '200', number: '92' });
    expect(snapshot.rows.find(({ indicator }) => indicator === 'HDI')?.own?.value).toBe('0.745');
  });

  it('D144 tells where a store was changed past the program', async () => {
    const store = storeOf(province.office);
    const of = `WHERE indicator_code = 'HI_COVERAGE' AND numerator = '92'
      AND bundle_id = (SELECT id FROM received_bundle WHERE unit_code = '300')`;
    store.exec(`UPDATE received_observation SET numerator = '93' ${of}`);
    const checked = await province.must('lock.verify', { period, number: 1 });
    expect(checked.isSame).toBe(false);
    expect(checked.differences).toContainEqual({
      at: 'rows.HI_COVERAGE.units.300.numerator',
      locked: '92',
      now: '93',
    });
    expect(checked.differences.map(({ at }) => at)).toContain('rows.HI_COVERAGE.total.numerator');
    expect(totalOf(await view(), 'HI_COVERAGE').number).toBe('92');
    store.exec(`UPDATE received_observation SET numerator = '92' ${of.replace("'92'", "'93'")}`);
    expect(await province.must('lock.verify', { period, number: 1 })).toMatchObject({
      isSame: true,
    });
  });

  it('is lifted with a reason alone, and locked again by the name of the one before', async () => {
    expect(await province.refusal('lock.lift', { period, reason: '  ' })).toBe('reason-missing');
    const before = (await view()).lock;
    await province.must('lock.lift', { period, reason: 'Bổ sung huyện gửi muộn' });
    expect(await province.refusal('lock.lift', { period, reason: 'lần nữa' })).toBe('lock-unknown');
    const open = await view();
    expect(open.lock).toBeNull();
    expect(totalOf(open, 'HI_COVERAGE').counted).toBe(3);
    const outlook = await province.must('lock.outlook', { period });
    expect(outlook).toMatchObject({
      number: 2,
      previous: { checkCode: before?.checkCode, reason: 'Bổ sung huyện gửi muộn' },
    });
    await province.must('lock.set', { period, password });
    const folder = folderOf('second');
    const place = { period, number: 2, folder: province.pick(folder) };
    const [, plain = ''] = (await province.must('lock.save', place)).fileNames;
    expect(readFileSync(join(folder, plain), 'utf8')).toContain(
      `"previous":"${before?.sha256 ?? ''}"`,
    );
    const log = storeOf(province.office)
      .prepare(`SELECT action, object FROM audit_entry WHERE action LIKE 'period.%' ORDER BY n`)
      .all();
    expect(log).toEqual([
      { action: 'period.lock', object: '2022-08/1' },
      { action: 'period.unlock', object: '2022-08/1' },
      { action: 'period.lock', object: '2022-08/2' },
    ]);
  });

  it('D144 can be made again after a figure of its own was corrected, and so can the lock before', async () => {
    const verify = (number: number) => province.must('lock.verify', { period, number });
    await province.must('lock.lift', { period, reason: 'Sửa số của tỉnh' });
    await record(province, period, 'HDI', 'value', '0,751');
    await record(province, period, 'HDI', 'note', 'số chính thức');
    await province.must('lock.set', { period, password });
    for (const number of [1, 2, 3]) {
      expect(await verify(number)).toMatchObject({ isSame: true, differences: [] });
    }
    // A cell that was changed past the program shows in the lock that stands on it.
    const store = storeOf(province.office);
    const change = (from: string, to: string): void => {
      store.exec(`UPDATE cell SET canonical = '${to}' WHERE canonical = '${from}'`);
    };
    change('0.751', '0.9');
    expect((await verify(3)).differences).toContainEqual({
      at: 'rows.HDI.own.value',
      locked: '0.751',
      now: '0.9',
    });
    expect(await verify(2)).toMatchObject({ isSame: true });
    change('0.9', '0.751');
  });

  it('refuses to show a lock that was changed past the program', async () => {
    const store = storeOf(province.office);
    store.exec(`DROP TRIGGER period_lock_is_not_updated;
      UPDATE period_lock SET sha256 = substr(sha256, 2) || '0' WHERE number = 3;`);
    expect(await province.refusal('consolidation.view', { period })).toBe('lock-altered');
    store.exec(`UPDATE period_lock SET sha256 = '' WHERE number = 3`);
    expect(await province.refusal('lock.verify', { period, number: 3 })).toBe('lock-altered');
    await province.must('lock.lift', { period, reason: 'Bản chốt bị sửa' });
    expect((await view()).lock).toBeNull();
  });

  it('is for accounts that hold the office’s keys', async () => {
    const store = storeOf(province.office);
    store.exec(`UPDATE account SET wrapped_key = NULL WHERE name = 'consolidator'`);
    await province.signIn('consolidator');
    expect(await province.refusal('lock.set', { period, password })).toBe('lock-keys-missing');
  });
});

describe('what lies behind a figure', () => {
  it('is the report that it came with, and every commune of the unit', async () => {
    const behind = await province.must('figure.behind', {
      period,
      unit: '300',
      row: 'POVERTY_RATE',
    });
    expect(behind).toMatchObject({
      unitName: 'Huyện Thanh Miện',
      revision: 1,
      sequence: 1,
      answer: { outcome: 'accepted' },
      acts: [{ act: 'prepare', name: 'recorder' }, { act: 'approve' }],
    });
    expect(behind.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(behind.communes).toHaveLength(communes.length);
    expect(behind.communes[0]).toMatchObject({
      numerator: '10',
      denominator: '1000',
      value: '1',
      source: 'Rà soát hộ nghèo',
    });
    // A commune that was renamed since is there once, by the name that it had.
    const { office } = province;
    const before = catalogueOf(office);
    const [renamed] = communes;
    const span = { validFrom: day('2023-01-01'), name: 'Tên mới', nameWithType: 'Xã Tên mới' };
    office.catalogue = {
      ...before,
      units: before.units.flatMap((unit) =>
        unit.code === renamed?.code
          ? [
              { ...unit, validTo: day('2022-12-31') },
              { ...unit, ...span },
            ]
          : [unit],
      ),
    };
    const later = await province.must('figure.behind', {
      period,
      unit: '300',
      row: 'POVERTY_RATE',
    });
    office.catalogue = before;
    expect(later.communes).toEqual(behind.communes);
    const refused = { period, unit: '290', row: 'POVERTY_RATE' };
    expect(await province.refusal('figure.behind', refused)).toBe('report-not-received');
  });
});

describe('how much of the whole a total stands on', () => {
  it('D141 is not stated while nothing is known of somebody who is missing', async () => {
    expect(totalOf(await view(), 'HI_COVERAGE')).toMatchObject({
      counted: 3,
      expected: 12,
      numerator: '276',
      denominator: '300',
      share: null,
      whyNoShare: 'left-out-unknown',
    });
  });

  it('D141 takes who is missing as heavy as their latest report that counts said', async () => {
    // The other nine reported in August 2022 as well, each with a denominator of 300.
    const store = storeOf(province.office);
    const others = (await view()).missingUnits;
    for (const [at, unit] of others.entries()) {
      store.exec(`
        INSERT INTO enrolled_series VALUES ('${unit}', 's', '', 1);
        INSERT INTO received_bundle VALUES (${String(900 + at)}, '${unit}', 's', 1, '2022-08', 1, '',
          '', '${sha256Hex(canonicalJsonBytes(unit))}', '', '', '2022-08-25T01:00:00.000Z', NULL);
        INSERT INTO received_observation VALUES (${String(900 + at)}, 'HI_COVERAGE', '270', '300',
          '90', 'official', '');`);
    }
    clock.set('2023-08-24T08:00+07:00');
    await fillSheet(first, next);
    await approve(first, next);
    await receive(await sealTo(first, stick, next));
    const total = totalOf(await view(next), 'HI_COVERAGE');
    // 100 of 100 + 2 × 100 + 9 × 300.
    expect(total).toMatchObject({ counted: 1, expected: 12, share: '3.3', whyNoShare: null });
    expect(total.leftOut).toHaveLength(11);
    expect(total.leftOut[0]).toMatchObject({ denominator: '300', period: '2022-08' });
  });
});
