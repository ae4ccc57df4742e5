import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { linesOf } from '../../../electron/exchange-formats/period-model.ts';
import { consolidatedReport } from '../../../electron/service/consolidated-report.ts';
import { exchangePeriod } from '../../../electron/service/export-model.ts';
import { layOutReport } from '../../../electron/service/report-layout.ts';
import { findPeriod } from '../../../electron/service/ledger.ts';
import { approve, fillSheet, sealTo, setUpPair } from '../../helpers/exchange.ts';
import { record } from '../../helpers/sheets.ts';
import { august2022, password, temporaryFolder } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const ends: (() => void)[] = [];
let province: TestOffice;
let district: TestOffice;

beforeAll(async () => {
  const folder = temporaryFolder('report', (work) => ends.push(work));
  const stick = temporaryFolder('report-stick', (work) => ends.push(work));
  ({ province, district } = await setUpPair(folder, stick));
  await fillSheet(district);
  await approve(district);
  await sealTo(district, stick);
  await province.must('bundle.receive', { place: province.pick(stick), password });
  await record(province, august2022, 'HDI', 'note', '<b>Theo Tổng cục Thống kê</b>');
});

afterAll(() => {
  province.close();
  district.close();
  for (const end of ends) end();
});

function reportOfAugust() {
  const period = findPeriod(province.office, august2022);
  const report = period.ok ? consolidatedReport(province.office, period.value) : period;
  if (!report.ok) throw new Error(report.refusal.code);
  return report.value;
}

describe('the printed consolidated report', () => {
  it('has the totals, coverage and verdicts of the screen, in Vietnamese', async () => {
    const view = await province.must('consolidation.view', { period: august2022 });
    const texts = reportOfAugust().lines.flatMap((line) =>
      line.kind === 'row' ? [line.texts] : [],
    );
    expect(texts).toHaveLength(view.rows.length);
    const at = view.rows.findIndex(({ row }) => row === 'HI_COVERAGE');
    expect(texts[at]).toMatchObject({
      rate: '92,00',
      coverage: '1/12',
      verdict: 'Đạt',
    });
  });

  it('D73 D153 says as the plan that is followed does that a target is not due', async () => {
    // Below the mean of 2021 to 2025, and on the way: nobody called it an estimate of the year.
    await record(province, august2022, 'GRDP_GROWTH_AVG', 'value', '8,06');
    const { goals } = await province.must('following.plan', {});
    const followed = goals.flatMap(({ parts }) => parts).find(({ id }) => id === 'T2025.01');
    const { rows } = await province.must('consolidation.view', { period: august2022 });
    const row = rows.find((one) => one.row === 'GRDP_GROWTH_AVG');
    expect([followed?.verdict, row?.verdict, row?.met]).toEqual(['not-due', 'not-due', false]);
    const lines = reportOfAugust().lines.flatMap((line) =>
      line.kind === 'row' ? [line.texts] : [],
    );
    const printed = lines.find(({ rate }) => rate === '8,06');
    expect(printed?.['verdict']).toBe('Chưa đến kỳ đánh giá');
    const model = exchangePeriod(province.office, august2022);
    const exported = model.ok ? linesOf(model.value) : [];
    expect(exported.find(({ indicator }) => indicator === 'GRDP_GROWTH_AVG')).toMatchObject({
      number: '8.06',
      isMet: null,
    });
    expect(exported.find(({ indicator }) => indicator === 'HI_COVERAGE')?.isMet).toBe(true);
  });

  it('names who has not reported, and leaves the signatures to be signed', () => {
    const report = reportOfAugust();
    expect(report.notes).toHaveLength(1);
    expect(report.notes[0]).toMatch(/^Đơn vị chưa gửi \(11\/12\): Thành phố Hải Dương, /);
    expect(report.notes[0]).not.toContain('Thanh Miện');
    const { html, pages } = layOutReport(report);
    expect(html.match(/<section class="page">/g)).toHaveLength(pages);
    for (const words of [
      'UBND TỈNH HẢI DƯƠNG',
      'SỞ KẾ HOẠCH VÀ ĐẦU TƯ',
      'BIỂU TỔNG HỢP KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU',
      'NGƯỜI LẬP BIỂU',
      'NGƯỜI KIỂM TRA BIỂU',
      'THỦ TRƯỞNG ĐƠN VỊ',
      '&lt;b&gt;Theo Tổng cục Thống kê&lt;/b&gt;',
    ]) {
      expect(html).toContain(words);
    }
  });

  it('is what the province previews and prints', async () => {
    const { pages } = await province.must('report.preview', { period: august2022 });
    expect(pages).toBe(layOutReport(reportOfAugust()).pages);
  });
});
