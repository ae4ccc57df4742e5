import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { approve, fillSheet, introduce, sealTo } from '../../helpers/exchange.ts';
import { newFolder } from '../../helpers/keyrings.ts';
import { printer } from '../../helpers/printer.ts';
import { record } from '../../helpers/sheets.ts';
import { smallPlan } from '../../helpers/small-plan.ts';
import {
  august2022,
  movableClock,
  openTestOffice,
  password,
  periodCode,
  setUpOffice,
} from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

it('D107 a correction after the deadline makes no report late', async () => {
  const clock = movableClock('2022-08-24T08:00+07:00');
  const province = await setUpOffice(newFolder('province'), 'province', '30', clock);
  onTestFinished(province.close);
  const own = await setUpOffice(newFolder('district'), 'district', '291', clock);
  onTestFinished(own.close);
  await introduce(own, province, newFolder('keys'));
  const send = async () => {
    const stick = newFolder('stick');
    await approve(own);
    await sealTo(own, stick);
    await province.must('bundle.receive', { place: province.pick(stick), password });
  };
  await fillSheet(own);
  await send();

  clock.set('2022-09-20T08:00+07:00');
  await own.signIn('recorder');
  await own.must('submission.act', {
    period: august2022,
    action: 'revise',
    reason: 'Sửa số',
    password,
  });
  await record(own, august2022, 'HI_COVERAGE', 'note', 'đã rà lại');
  await send();

  const { units, reminders } = await province.must('following.view', { period: august2022 });
  const unit = units.find((one) => one.unit === '291');
  expect(unit).toMatchObject({
    revision: 2,
    arrival: 'on-time',
    late: { received: 0, sealed: 0 },
    firstReceivedAt: '2022-08-24T01:00:00.000Z',
    receivedAt: '2022-09-20T01:00:00.000Z',
  });
  expect(reminders.find((one) => one.unit === '291')?.reasons ?? []).not.toContain('late');
  const table = await province.must('consolidation.view', { period: august2022 });
  expect(table.lateUnits).toEqual([]);
  expect(table.units.find((one) => one.unit === '291')).toMatchObject({
    arrival: 'on-time',
    revision: 2,
  });
});

it('D157 prints no unit that was only late and has nothing left to do', async () => {
  const folder = newFolder('plan');
  const file = join(folder, 'plan.json');
  writeFileSync(file, JSON.stringify(smallPlan));
  const clock = movableClock('2026-06-10T08:00+07:00');
  const { jobs, ports } = printer();
  const setUp = async (side: 'district' | 'province', unit: string): Promise<TestOffice> => {
    const office = openTestOffice(newFolder(unit), clock, ports);
    onTestFinished(office.close);
    const name = side === 'district' ? 'recorder' : 'receiver';
    const account = { name, displayName: '', password };
    await office.must('setup.create', { side, unit, catalogue: office.pick(file), account });
    for (const role of side === 'district' ? (['checker', 'approver'] as const) : []) {
      const other = { name: role, displayName: '', role, password, ownPassword: password };
      await office.must('account.add', other);
    }
    return office;
  };
  const period = periodCode('2026-06');
  const stick = newFolder('stick');
  const province = await setUp('province', '97');
  const own = await setUp('district', '901');
  await introduce(own, province, stick);
  clock.set('2026-06-20T08:00+07:00');
  const cells = ['ALIVE', 'FRUIT'].flatMap((row) => [
    { row, column: 'numerator', typed: '840' },
    { row, column: 'denominator', typed: '1.000' },
    { row, column: 'status', typed: 'estimated' },
  ]);
  await own.must('sheet.record', { period, form: 'CAY', cells });
  await approve(own, period);
  await sealTo(own, stick, period);
  await province.must('bundle.receive', { place: province.pick(stick), password });
  const { reminders } = await province.must('following.view', { period });
  expect(reminders.map(({ unit, reasons }) => [unit, reasons])).toEqual([
    ['902', ['nothing-sent']],
    ['901', ['late']],
  ]);
  await province.must('following.print', { period });
  expect(jobs[0]?.html).toContain('Huyện Cây Hai');
  expect(jobs[0]?.html).not.toContain('Huyện Cây Một');
});
