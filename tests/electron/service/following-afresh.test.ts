import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { storeOf } from '../../../electron/service/office.ts';
import { approve, fillSheet, introduce, sealTo } from '../../helpers/exchange.ts';
import { record } from '../../helpers/sheets.ts';
import {
  august2022,
  movableClock,
  password,
  setUpOffice,
  temporaryFolder,
} from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';
import { editOf } from '../../shared/catalogue/edit/arbitrary-edits.ts';

const period = august2022;
const [first, ...peers] = ['288', '290', '291', '292', '293'] as const;
const ends: (() => void)[] = [];
const folderOf = (name: string): string => temporaryFolder(name, (work) => ends.push(work));
const sticks = { first: folderOf('first'), peers: folderOf('peers') };
let province: TestOffice;

beforeAll(async () => {
  const clock = movableClock('2022-08-24T08:00+07:00');
  province = await setUpOffice(folderOf('province'), 'province', '30', clock);
  const edit = {
    kind: 'check.change',
    code: 'b01-outlier-peers',
    severity: 'explain',
    isOff: false,
  };
  await province.must('catalogue.edit', { edit: editOf(edit) });
  await province.must('catalogue.publish', { password });
  for (const unit of [first, ...peers]) {
    const own = await setUpOffice(folderOf(unit), 'district', unit, clock);
    await introduce(own, province, folderOf('keys'));
    await fillSheet(own);
    const row = 'TRAINED_LABOR_CERT';
    await record(own, period, row, 'numerator', unit === first ? '10.000' : '20.000');
    await record(own, period, row, 'denominator', '40.000');
    await approve(own);
    await sealTo(own, unit === first ? sticks.first : sticks.peers);
    own.close();
  }
}, 120_000);

afterAll(() => {
  province.close();
  for (const end of ends) end();
});

const receive = (stick: string) =>
  province.must('bundle.receive', { place: province.pick(stick), password });

async function linesOf(unit: string): Promise<string> {
  const { reminders } = await province.must('following.view', { period });
  return reminders.find((one) => one.unit === unit)?.lines.join('\n') ?? '';
}

describe('what is followed while more comes', () => {
  it('D130 finds anew what the reports of other units bring to light', async () => {
    await receive(sticks.first);
    expect(await linesOf(first)).not.toContain('qua đào tạo');
    await receive(sticks.peers);
    expect(await linesOf(first)).toContain('qua đào tạo');
    // A peer that is returned is a peer no more, and without four of them there is no finding.
    const bundle = (await province.must('bundle.received', {})).find(({ unit }) => unit === '290');
    await province.must('answer.give', {
      bundle: bundle?.id ?? 0,
      answer: 'returned',
      note: 'Rà lại',
      password,
    });
    expect(await linesOf(first)).not.toContain('qua đào tạo');
  });

  it('leaves out a period whose lock was altered, names it, and hides nothing else', async () => {
    await province.signIn('consolidator');
    await province.must('lock.set', { period, password });
    expect((await province.must('following.plan', {})).leftOut).toEqual([]);
    storeOf(province.office).exec(`DROP TRIGGER period_lock_is_not_updated;
      UPDATE period_lock SET sha256 = substr(sha256, 2) || '0'`);
    const plan = await province.must('following.plan', {});
    expect(plan.leftOut).toEqual([{ period, name: 'Báo cáo tháng 8/2022' }]);
    expect(plan.periods.map((each) => each.period)).toEqual(['2023-08', '2024-04']);
    expect(plan.goals).toHaveLength(46);
  });
});
