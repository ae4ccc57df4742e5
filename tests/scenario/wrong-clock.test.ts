import { describe, expect, it, onTestFinished } from 'vitest';

import { approve, fillSheet, introduce, sealTo } from '../helpers/exchange.ts';
import { record, sheetOf } from '../helpers/sheets.ts';
import {
  august2022,
  movableClock,
  password,
  setUpOffice,
  temporaryFolder,
} from '../helpers/world.ts';

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
    await district.must('submission.act', {
      period,
      action: 'revise',
      reason: 'Sai số',
      password: null,
    });
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
