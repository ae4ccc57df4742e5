import { describe, expect, it, onTestFinished } from 'vitest';

import { approve, reopen, sealTo } from '../../helpers/exchange.ts';
import { newFolder, receive } from '../../helpers/keyrings.ts';
import { record } from '../../helpers/sheets.ts';
import { revised } from '../../helpers/streams.ts';
import { pairOf } from '../../helpers/templates.ts';
import { august2022, password } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const period = august2022;
const unit = '300';

describe('the revisions of a report', () => {
  it('B32 are listed with their reasons and held against the last accepted one, cell by cell', async () => {
    const { district, province, stick } = await pairOf('approved', onTestFinished);
    onTestFinished(() => {
      district.close();
      province.close();
    });
    await sealTo(district, stick);
    await receive(province, stick);
    await receive(province, await revised(district, '93'));
    await receive(province, await revisedWith(district));
    const view = await province.must('received.revisions', { unit, period });
    expect(view.revisions).toMatchObject([
      { revision: 3, sequence: 3, reason: 'bỏ ghi chú', isCurrent: true, answer: 'accepted' },
      { revision: 2, sequence: 2, reason: 'sửa thành 93', isCurrent: false },
      { revision: 1, sequence: 1, reason: null, isCurrent: false },
    ]);
    expect(view.comparedWith).toBe(view.revisions[1]?.bundle);
    expect(view.cells.map(({ row, columnName, values }) => [row, columnName, values])).toEqual([
      ['HI_COVERAGE', 'Ghi chú', [null, 'Số chính thức của BHXH']],
      ['HI_COVERAGE', 'Tử số', ['93', '91']],
    ]);
    // What was returned is nothing to hold against.
    await province.must('answer.give', {
      bundle: view.revisions[1]?.bundle ?? 0,
      answer: 'returned',
      note: 'Thiếu nguồn.',
      password,
    });
    const again = await province.must('received.revisions', { unit, period });
    expect(again.comparedWith).toBe(view.revisions[2]?.bundle);
  });

  it('has nothing to be held against at the first, and is refused where nothing came', async () => {
    const { district, province, stick } = await pairOf('approved', onTestFinished);
    onTestFinished(() => {
      district.close();
      province.close();
    });
    expect(await province.refusal('received.revisions', { unit, period })).toBe(
      'report-not-received',
    );
    await sealTo(district, stick);
    await receive(province, stick);
    expect(await province.must('received.revisions', { unit, period })).toMatchObject({
      revisions: [{ revision: 1, reason: null }],
      comparedWith: null,
      cells: [],
    });
  });
});

/** A third revision with a note where none was, and another figure. */
async function revisedWith(office: TestOffice): Promise<string> {
  await reopen(office, 'bỏ ghi chú');
  await record(office, period, 'HI_COVERAGE', 'numerator', '91');
  await record(office, period, 'HI_COVERAGE', 'note', 'Số chính thức của BHXH');
  await approve(office);
  return sealTo(office, newFolder('third'));
}
