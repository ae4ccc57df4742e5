import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

import { viewSheet } from '#shared/ipc/view-sheet.ts';
import type { FollowingView } from '#shared/ipc/calls/following.ts';
import { smallDisk } from '../../helpers/disk.ts';
import { approve, fillSheet, introduce, sealTo } from '../../helpers/exchange.ts';
import { printer } from '../../helpers/printer.ts';
import { record } from '../../helpers/sheets.ts';
import {
  august2022,
  movableClock,
  openTestOffice,
  password,
  periodCode,
  setUpOffice,
  temporaryFolder,
} from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const period = august2022;
const ends: (() => void)[] = [];
const folderOf = (name: string): string => temporaryFolder(name, (work) => ends.push(work));

/** In time and answered with a remark; sealed in time but received late; returned. */
const [remarked, late, returned] = ['288', '290', '291'] as const;
const silent = '292';
const clock = movableClock('2022-08-24T08:00+07:00');
const { jobs, ports } = printer();

let province: TestOffice;
let district: TestOffice;
let view: FollowingView;

beforeAll(async () => {
  const data = folderOf('province');
  (await setUpOffice(data, 'province', '30', clock)).close();
  province = openTestOffice(data, clock, ports);
  await province.signIn('receiver');
  const keys = folderOf('keys');
  const sticks = { inTime: folderOf('in-time'), late: folderOf('late') };
  for (const unit of [remarked, late, returned]) {
    const own = await setUpOffice(folderOf(unit), 'district', unit, clock);
    await introduce(own, province, keys);
    await fillSheet(own);
    if (unit === late) await record(own, period, 'I', 'text', 'Đã quán triệt.', 'TM');
    await approve(own);
    await sealTo(own, unit === late ? sticks.late : sticks.inTime);
    if (unit === remarked) district = own;
    else own.close();
  }
  const receive = (stick: string) =>
    province.must('bundle.receive', { place: province.pick(stick), password });
  await receive(sticks.inTime);
  clock.set('2022-09-01T09:00+07:00');
  await receive(sticks.late);
  for (const bundle of await province.must('bundle.received', {})) {
    if (bundle.unit === remarked) {
      const place = { form: 'B01', row: 'HI_COVERAGE', column: null };
      await province.must('remark.save', { bundle: bundle.id, ...place, text: 'Rà lại tử số' });
      await answer(bundle.id, 'accepted', null);
    }
    if (bundle.unit === returned) await answer(bundle.id, 'returned', 'Thiếu <Biểu 04>');
  }
  view = await province.must('following.view', { period });
});

afterAll(() => {
  district.close();
  province.close();
  for (const end of ends) end();
});

async function answer(
  bundle: number,
  outcome: 'accepted' | 'returned',
  note: string | null,
): Promise<void> {
  await province.must('answer.give', { bundle, answer: outcome, note, password });
}

describe('what came of a period', () => {
  it('D156 counts each form as the unit itself does', async () => {
    const own = await district.must('form.list', { period });
    const received = view.units.find(({ unit }) => unit === remarked);
    expect(received?.forms.map(({ form, filled, toFill }) => [form, filled, toFill])).toEqual(
      own.map(({ form, filled, toFill }) => [form, filled, toFill]),
    );
    expect(received?.forms.find(({ form }) => form === 'B01')?.state).toBe('complete');
    expect(view.forms.map(({ form }) => form)).toEqual(own.map(({ form }) => form));
  });

  it('names who sent nothing, what was returned and what came late, by both clocks', () => {
    const of = (unit: string) => view.units.find((one) => one.unit === unit);
    expect(view.units).toHaveLength(12);
    expect(of(silent)).toMatchObject({ state: 'not-received', arrival: null, revision: null });
    expect(of(returned)).toMatchObject({ state: 'returned', arrival: 'on-time' });
    expect(of(returned)?.forms.every(({ state }) => state === 'returned')).toBe(true);
    expect(of(late)).toMatchObject({
      arrival: 'sealed-on-time',
      late: { received: 2, sealed: 0 },
    });
    expect(of(remarked)).toMatchObject({ arrival: 'on-time', late: { received: 0, sealed: 0 } });
    expect(of(late)?.forms.find(({ form }) => form === 'TM')?.state).toBe('begun');
  });

  it('shows every period beside it, for the same units', () => {
    expect(view.periods.map(({ period: code, isOver }) => [code, isOver])).toEqual([
      ['2022-KH', true],
      ['2022-08', true],
      ['2023-08', false],
      ['2024-04', false],
    ]);
    for (const each of view.periods) expect(each.units).toHaveLength(12);
    const here = view.periods.find((each) => each.period === period);
    expect(here?.units.map((one) => one?.state)).toEqual(view.units.map(({ state }) => state));
    expect(view.periods[0]?.units.every((one) => one?.state === 'not-received')).toBe(true);
  });

  it('reads a period of another kind with its own forms', async () => {
    const other = await province.must('following.view', { period: periodCode('2022-KH') });
    expect(other.units.every(({ state }) => state === 'not-received')).toBe(true);
    expect(other.forms.map(({ form }) => form)).toEqual(['KH', 'DA']);
  });

  it('refuses a period that the plan has not', async () => {
    expect(await province.refusal('following.view', { period: '2031-08' })).toBe('period-unknown');
  });
});

describe('who is reminded', () => {
  const of = (unit: string) => view.reminders.find((one) => one.unit === unit);

  it('D157 says why, what is missing and how many days are over', () => {
    // Who sent nothing first, then who was returned or sent too little; among them by unit.
    const named = view.reminders.map(({ unit }) => unit);
    const silentOnes = view.units.filter(({ state }) => state === 'not-received');
    expect(named).toEqual([...silentOnes.map(({ unit }) => unit), returned, remarked, late]);
    expect(of(silent)).toMatchObject({
      reasons: ['nothing-sent'],
      asksForWork: true,
      late: { received: 2 },
      days: 'quá hạn 2 ngày',
    });
    expect(of(silent)?.lines.join('\n')).toContain('Biểu 01, Biểu 02');
    expect(of(returned)?.reasons).toEqual(['returned']);
    expect(of(returned)?.lines.join('\n')).toContain('Thiếu <Biểu 04>');
    expect(of(remarked)?.reasons).toContain('unanswered');
    expect(of(remarked)?.lines.join('\n')).toContain('Rà lại tử số');
    expect(of(late)?.reasons).toEqual(['incomplete', 'late']);
    expect(of(late)?.lines.join('\n')).toContain('Nhận sau hạn 2 ngày');
    expect(of(late)?.lines.join('\n')).toContain('đóng gói đúng hạn');
  });

  it('names exactly the rows that the unit still lacks', async () => {
    const opened = await province.must('received.sheet', { unit: late, period, form: 'TM' });
    const catalogue = await province.must('catalogue.read', {});
    const missing = viewSheet(catalogue, opened, 'vi').rows.filter(
      (row) => row.isToFill && !row.isAnswered,
    );
    expect(missing.length).toBeGreaterThan(0);
    const line = of(late)?.lines.find((one) => one.startsWith('Thuyết minh'));
    expect(line).toContain(missing.map(({ name }) => name).join('; '));
  });

  it('writes one message for each unit, or all in one, as plain text', async () => {
    const folder = folderOf('messages');
    const place = province.pick(folder);
    const each = await province.must('following.writeMessages', {
      period,
      folder: place,
      files: 'each',
    });
    const names = each.files.map(({ fileName }) => fileName);
    expect(names).toHaveLength(12);
    expect(readdirSync(folder).sort()).toEqual([...names].sort());
    const text = readFileSync(
      join(folder, `don-doc_${silent}_thi-xa-kinh-mon_2022-08.txt`),
      'utf8',
    );
    expect(text).toBe(`${of(silent)?.message ?? ''}\n`);
    expect(text).toContain('Kính gửi: Ủy ban nhân dân thị xã Kinh Môn');
    expect(text).toContain('chậm nhất ngày 30/8/2022 (quá hạn 2 ngày, tính đến ngày 1/9/2022)');
    expect(text.normalize('NFC')).toBe(text);
    const one = await province.must('following.writeMessages', {
      period,
      folder: place,
      files: 'one',
    });
    expect(one.files.map(({ fileName }) => fileName)).toEqual(['don-doc_2022-08.txt']);
    const all = readFileSync(join(folder, 'don-doc_2022-08.txt'), 'utf8');
    for (const { message } of view.reminders) expect(all).toContain(message);
  });

  it('names the messages for which a stick has no room, and those that lie there', async () => {
    const disk = smallDisk('16k', onTestFinished);
    if (disk === null) return;
    const folder = province.pick(disk);
    const some = await province.must('following.writeMessages', { period, folder, files: 'each' });
    const names = some.files.map(({ fileName }) => fileName);
    expect(names.length).toBeGreaterThan(0);
    expect(readdirSync(disk).sort()).toEqual([...names].sort());
    expect(some.missing.length + names.length).toBe(12);
    expect([...new Set(some.missing.map(({ refusal }) => refusal.code))]).toEqual(['folder-full']);
    expect(
      await province.refusal('following.writeMessages', { period, folder, files: 'one' }),
    ).toBe('folder-full');
  });

  it('writes to units in Vietnamese while the screen is English, places of remarks too', async () => {
    await province.must('session.setLanguage', { language: 'en' });
    const english = await province.must('following.view', { period });
    await province.must('session.setLanguage', { language: 'vi' });
    const messages = (of: FollowingView) => of.reminders.map(({ message }) => message);
    expect(messages(english)).toEqual(messages(view));
    expect(messages(view).join('\n')).toContain('Rà lại tử số');
    const lines = (of: FollowingView) => of.reminders.flatMap((one) => one.lines);
    const placed = (of: FollowingView) => lines(of).filter((line) => line.includes('Rà lại tử số'));
    expect(placed(english)).not.toEqual(placed(view));
  });

  it('prints the list with everybody on it, escaped', async () => {
    const folder = folderOf('pdf');
    const saved = await province.must('following.savePdf', {
      period,
      folder: province.pick(folder),
    });
    expect(saved.fileName).toBe('don-doc_30_2022-08.pdf');
    await province.must('following.print', { period });
    const [job, again] = jobs;
    expect(again).toEqual(job);
    expect(job?.paper).toBe('A4-portrait');
    expect(job?.html).toContain('Thiếu &lt;Biểu 04&gt;');
    expect(job?.html).toContain('DANH SÁCH ĐƠN VỊ CẦN ĐÔN ĐỐC');
    expect(job?.html.match(/class="page page-portrait"/g)?.length).toBeGreaterThan(1);
    for (const { name } of view.units) expect(job?.html).toContain(`- ${name};`);
    // No page begins with work of nobody.
    const pages = job?.html.split('<tbody>').slice(1) ?? [];
    for (const page of pages) {
      expect(page.slice(0, page.indexOf('</tr>'))).toMatch(/<strong>(?:Thành phố|Thị xã|Huyện) /);
    }
  });
});

describe('where the plan stands', () => {
  it('D72 to D75 judge the newest figure of the province, and show what was published else', async () => {
    const { rows } = await province.must('consolidation.view', { period });
    const plan = await province.must('following.plan', {});
    const goal = (number: number) => plan.goals.find((one) => one.number === number);
    expect(plan.goals).toHaveLength(16 + 30);
    const insurance = rows.find(({ row }) => row === 'HI_COVERAGE');
    expect(goal(10)?.parts[0]).toMatchObject({
      actual: { period, number: insurance?.total.number, counted: 2, expected: 12 },
      verdict: 'met',
      pace: { short: 'đã đạt' },
    });
    expect(goal(1)).toMatchObject({ verdict: null, published: 'không đạt' });
    expect(goal(1)?.parts[0]?.published.map(({ value }) => value)).toEqual(['9.06', '9']);
    // "như trên" is resolved to the source that it points at.
    expect(goal(6)?.parts[0]?.published[0]?.source).toContain('TTXVN');
    expect(goal(7)?.published).toContain('suy ra bằng loại trừ');
    expect(plan.publishedSources.join()).toContain('bantuyengiao.haiduong.org.vn');
    // One part has no figure of the province: the goal is open, or decided by a part that fell short.
    expect(goal(11)?.parts.map(({ verdict }) => verdict)).toContain(null);
    expect(
      plan.goals.filter(({ number }) => number === null).every((one) => one.published === null),
    ).toBe(true);
  });

  it('takes what the province enters, rounds half up, and asks for the pace that is left', async () => {
    for (const [row, numerator, denominator] of [
      ['GRDP_PER_CAPITA', '86.905', '1.000'],
      ['GRDP_GROWTH', '109.996', '100.000'],
    ] as const) {
      await record(province, period, row, 'numerator', numerator);
      await record(province, period, row, 'denominator', denominator);
      await record(province, period, row, 'status', 'estimated');
    }
    await record(province, period, 'GRDP_GROWTH_AVG', 'value', '9,06');
    const plan = await province.must('following.plan', {});
    const part = (id: string) =>
      plan.goals.flatMap(({ parts }) => parts).find((one) => one.id === id);
    expect(part('T2022.1')).toMatchObject({ actual: { number: '10' }, verdict: 'met' });
    expect(part('T2025.02')).toMatchObject({
      verdict: 'not-due',
      pace: { how: '(115 − 86,9) / 3 năm còn lại' },
    });
    // Without a status the figure is on the way.
    expect(part('T2025.01')).toMatchObject({
      verdict: 'not-due',
      pace: { how: '(9 × 5 năm − 9,06 × 2 năm) / 3 năm còn lại' },
    });
    const trend = plan.indicators.find(({ indicator }) => indicator === 'HI_COVERAGE');
    expect(trend?.periods.map(({ period: code }) => code)).toEqual([
      '2022-08',
      '2023-08',
      '2024-04',
    ]);
    expect(trend?.periods[0]?.units.map(({ kind }) => kind)).toEqual([
      'number',
      'number',
      'returned',
      ...Array<string>(9).fill('not-received'),
    ]);
  });
});

describe('what the province sees and the unit could not', () => {
  it('D157 asks to explain a change that an earlier period, sent later, brings to light', async () => {
    const unit = '293';
    const later = periodCode('2023-08');
    const stick = folderOf('out-of-order');
    const own = await setUpOffice(folderOf(unit), 'district', unit, clock);
    await introduce(own, province, stick);
    await fillSheet(own, later);
    await approve(own, later);
    await sealTo(own, stick, later);
    await fillSheet(own);
    await record(own, period, 'CULTURE_OFFICE', 'numerator', '55');
    await approve(own);
    await sealTo(own, stick);
    own.close();
    await province.must('bundle.receive', { place: province.pick(stick), password });
    const followed = await province.must('following.view', { period: later });
    const reminder = followed.reminders.find((one) => one.unit === unit);
    expect(reminder?.reasons).toContain('unexplained');
    expect(reminder?.lines.find((line) => line.includes('Tỷ lệ cơ quan văn hóa'))).toMatch(
      /^Biểu 01, Tỷ lệ cơ quan văn hóa: /,
    );
  });
});
