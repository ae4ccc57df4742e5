import { describe, expect, it, onTestFinished } from 'vitest';

import { approve, fillSheet, reopen } from '../../helpers/exchange.ts';
import { record } from '../../helpers/sheets.ts';
import { districtOffice, pairOf } from '../../helpers/templates.ts';
import { august2022, movableClock, password } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';
import type { CallInput, CallOutput } from '#shared/ipc/contract.ts';

const period = august2022;
const everything = {
  period,
  form: null,
  row: null,
  span: 'all',
  text: '',
  after: null,
} as const satisfies CallInput<'history.list'>;

function list(
  office: TestOffice,
  wanted: Partial<CallInput<'history.list'>> = {},
): Promise<CallOutput<'history.list'>> {
  return office.must('history.list', { ...everything, ...wanted });
}

/** What a list says, line by line. */
async function lines(office: TestOffice, wanted?: Partial<CallInput<'history.list'>>) {
  const { changes } = await list(office, wanted);
  return changes.map(
    ({ rowName, columnName, before, after }) =>
      `${rowName}, ${columnName}: ${before.text} → ${after.text}`,
  );
}

const health = 'Tỷ lệ bao phủ bảo hiểm y tế';

describe('the history of a period', () => {
  it('names forms, rows and columns, and writes values as people read them', async () => {
    const office = await districtOffice(onTestFinished);
    await record(office, period, 'HI_COVERAGE', 'numerator', '118200,5');
    await record(office, period, 'HI_COVERAGE', 'numerator', 'khoảng 92?');
    await record(office, period, 'HI_COVERAGE', 'status', 'estimated');
    await record(office, period, 'NV.001', 'name', 'Chỉnh trang thị trấn', 'B02');
    await record(office, period, 'NV.001', 'state', 'ongoing', 'B02');
    await record(office, period, 'NV.003', 'lead', 'Phòng Y tế', 'B02');
    const { changes } = await list(office);
    expect(changes.at(-1)).toMatchObject({
      form: 'B01',
      row: 'HI_COVERAGE',
      column: 'numerator',
      placeColumn: 'numerator',
      before: { typed: '', text: '', fault: null },
      after: { typed: '118200,5', text: '118.200,5', fault: null },
      now: 'khoảng 92?',
      by: 'recorder',
      revision: 1,
      why: null,
    });
    expect(changes.at(-2)?.after).toEqual({
      typed: 'khoảng 92?',
      text: 'khoảng 92?',
      fault: 'number-unreadable',
    });
    const status = changes.at(-3);
    expect([status?.columnName, status?.after.text]).toEqual(['Tình trạng số liệu', 'Ước tính']);
    const state = changes.find(({ column }) => column === 'state');
    expect([state?.rowName, state?.after.typed]).toEqual(['Chỉnh trang thị trấn', 'ongoing']);
    expect(state?.after.text).not.toBe('ongoing');
    expect(changes.find(({ row }) => row === 'NV.003')?.rowName).toBe('NV.003');
    office.close();
  });

  it('tells whose figure an explanation is about, and leads there', async () => {
    const office = await districtOffice(onTestFinished);
    await record(office, period, 'HI_COVERAGE', 'why.range.numerator', 'Số BHXH');
    const { changes } = await list(office);
    expect(changes[0]).toMatchObject({ placeColumn: 'numerator', after: { text: 'Số BHXH' } });
    expect(changes[0]?.columnName).toMatch(/^Giải trình: /);
    await record(office, period, 'HI_COVERAGE', 'source.numerator', 'BHXH huyện');
    const [remark] = (await list(office)).changes;
    expect([remark?.columnName, remark?.placeColumn]).toEqual([
      'Nguồn số liệu: Tử số',
      'numerator',
    ]);
    office.close();
  });

  it('is read in pages, each change once', async () => {
    const office = await districtOffice(onTestFinished);
    for (let times = 1; times <= 230; times += 1) {
      await record(office, period, 'HI_COVERAGE', 'numerator', String(times));
    }
    const seen: number[] = [];
    let after: number | null = null;
    const lengths: number[] = [];
    do {
      const page: CallOutput<'history.list'> = await list(office, { after });
      seen.push(...page.changes.map(({ after: { typed } }) => Number(typed)));
      lengths.push(page.changes.length);
      after = page.next;
    } while (after !== null);
    expect(lengths).toEqual([100, 100, 30]);
    expect(seen).toEqual(Array.from({ length: 230 }, (_, index) => 230 - index));
    office.close();
  });

  it('finds without accents in rows, columns, persons and both texts, past the first page', async () => {
    const office = await districtOffice(onTestFinished);
    await record(office, period, 'HI_COVERAGE', 'note', 'Số của Bảo hiểm xã hội huyện');
    await record(office, period, 'HI_COVERAGE', 'note', 'Tạm tính');
    for (let households = 40_000; households < 40_150; households += 1) {
      await record(office, period, 'POVERTY_RATE', 'denominator', String(households));
    }
    expect(await lines(office, { text: 'bao hiem xa hoi' })).toEqual([
      `${health}, Ghi chú: Số của Bảo hiểm xã hội huyện → Tạm tính`,
      `${health}, Ghi chú:  → Số của Bảo hiểm xã hội huyện`,
    ]);
    expect(await lines(office, { text: 'TAM TINH ghi chu' })).toHaveLength(1);
    expect(await lines(office, { text: '40.149' })).toHaveLength(1);
    expect(await lines(office, { text: '40149' })).toHaveLength(1);
    const first = await list(office, { text: 'ho ngheo recorder' });
    expect(first.changes).toHaveLength(100);
    const second = await list(office, { text: 'ho ngheo recorder', after: first.next });
    expect([second.changes.length, second.next]).toEqual([50, null]);
    expect(await lines(office, { text: 'không có' })).toEqual([]);
    office.close();
  });

  it('refuses a period and a form that are not there', async () => {
    const office = await districtOffice(onTestFinished);
    const other = '2031-05';
    expect(await office.refusal('history.list', { ...everything, period: other })).toBe(
      'period-unknown',
    );
    expect(await office.refusal('history.list', { ...everything, form: 'B99' })).toBe(
      'form-unknown',
    );
    expect(await office.refusal('history.summary', { period: other })).toBe('period-unknown');
    await office.must('session.signOut', {});
    expect(await office.refusal('history.list', everything)).toBe('sign-in-first');
    office.close();
  });
});

describe('why cells were changed', () => {
  it('is the reason of the return or of the new revision before, whatever the clock said', async () => {
    const clock = movableClock('2022-08-24T08:00+07:00');
    const office = await districtOffice(onTestFinished, { clock });
    await fillSheet(office);
    const step = (action: 'submit' | 'return' | 'revise', reason: string | null = null) =>
      office.must('submission.act', { period, action, reason, password });
    const type = (typed: string) => record(office, period, 'HI_COVERAGE', 'numerator', typed);
    for (const [reason, at, typed] of [
      ['Xem lại BHYT', '2022-08-24T07:00+07:00', '93'],
      ['Vẫn chưa khớp', '2022-08-23T07:00+07:00', '94'],
    ] as const) {
      await office.signIn('recorder');
      await step('submit');
      await office.signIn('checker');
      await step('return', reason);
      clock.set(at);
      await office.signIn('recorder');
      await type(typed);
    }
    await approve(office);
    await step('revise', 'Số BHXH cập nhật');
    await type('95');
    const { changes } = await list(office, { row: 'HI_COVERAGE', text: 'recorder' });
    const numerators = changes.filter(({ column }) => column === 'numerator');
    expect(
      numerators.map(({ after, revision, why }) => [after.text, revision, why?.reason]),
    ).toEqual([
      ['95', 2, 'Số BHXH cập nhật'],
      ['94', 1, 'Vẫn chưa khớp'],
      ['93', 1, 'Xem lại BHYT'],
      ['92', 1, undefined],
    ]);
    expect(numerators.map(({ why }) => [why?.action, why?.by])).toEqual([
      ['revise', 'recorder'],
      ['return', 'checker'],
      ['return', 'checker'],
      [undefined, undefined],
    ]);
    office.close();
  });
});

describe('what changed since the last bundle', () => {
  it('is nothing before the first one', async () => {
    const office = await districtOffice(onTestFinished);
    await record(office, period, 'HI_COVERAGE', 'numerator', '92');
    const summary = await office.must('history.summary', { period });
    expect(summary.bundle).toBeNull();
    expect(summary.forms.map(({ form, differing }) => [form, differing])).toContainEqual([
      'B01',
      0,
    ]);
    office.close();
  });

  it('D21 is what was recorded after its revision, and counted by form', async () => {
    const { district, province } = await pairOf('approved', onTestFinished);
    await district.must('bundle.seal', { period, password });
    const sealed = await district.must('history.summary', { period });
    expect(sealed.bundle).toMatchObject({ revision: 1, sealedBy: 'recorder' });
    expect(await lines(district, { span: 'since-bundle' })).toEqual([]);

    await reopen(district, 'Sai số BHYT');
    expect([
      sealed.mayRecord,
      (await district.must('history.summary', { period })).mayRecord,
    ]).toEqual([false, true]);
    await record(district, period, 'HI_COVERAGE', 'numerator', '93');
    await record(district, period, 'HI_COVERAGE', 'numerator', '94');
    await record(district, period, 'SI_COVERAGE', 'numerator', '1');
    await record(district, period, 'SI_COVERAGE', 'numerator', '28900');
    await record(district, period, 'IV.1.1', 'lead', 'Phòng Y tế', 'B02');
    expect(await lines(district, { span: 'since-bundle', form: 'B01' })).toHaveLength(4);
    expect(await lines(district, { span: 'differing', form: 'B01' })).toEqual([
      expect.stringMatching(/: 92 → 94$/),
    ]);
    const summary = await district.must('history.summary', { period });
    const counts = summary.forms.filter(({ differing }) => differing > 0);
    expect(counts.map(({ form, differing }) => [form, differing])).toEqual([
      ['B01', 1],
      ['B02', 1],
    ]);
    district.close();
    province.close();
  });
});
