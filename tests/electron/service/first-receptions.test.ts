import { expect, it, onTestFinished } from 'vitest';

import { approve, fillSheet, introduce, sealTo } from '../../helpers/exchange.ts';
import { newFolder } from '../../helpers/keyrings.ts';
import { record } from '../../helpers/sheets.ts';
import { august2022, movableClock, password, setUpOffice } from '../../helpers/world.ts';

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
