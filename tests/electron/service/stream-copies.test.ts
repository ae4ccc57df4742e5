import { expect, it } from 'vitest';

import { receive } from '../../helpers/keyrings.ts';
import { copied, revised } from '../../helpers/streams.ts';
import { august2022, password } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const period = august2022;
const unit = '300';

/** Decides the only question of the period for the other copy. */
async function chooseOther(province: TestOffice): Promise<void> {
  const [question] = (await province.must('stream.list', { period })).questions;
  const here = question?.here?.statement;
  const chosen = question?.others[0]?.statement;
  if (here === undefined || chosen === undefined) throw new Error('two copies wait');
  const known = [here, chosen];
  const decision = { unit, period, chosen, known, reason: 'Máy 2', password };
  await province.must('stream.decide', decision);
}

it('B31 goes on with the chosen copy though the other one has counted further', async () => {
  const { province, path, copy, original } = await copied();
  await revised(original, '95'); // a stick that got lost
  await receive(province, await revised(original, '96'));
  await receive(province, path);
  await chooseOther(province);
  expect((await receive(province, await revised(copy, '97')))[0]?.outcome).toBe('accepted');
  const view = await province.must('consolidation.view', { period });
  const insurance = view.rows.find(({ row }) => row === 'HI_COVERAGE');
  expect(insurance?.units.find((each) => each.unit === unit)?.numerator).toBe('97');
});

it('B31 leaves the other copy its own reason, and nothing to be accepted', async () => {
  const { province, path } = await copied();
  await receive(province, path);
  await chooseOther(province);
  const { revisions } = await province.must('received.revisions', { unit, period });
  const told = revisions.map(({ isSetAside, reason }) => [isSetAside, reason]);
  expect(told).toEqual([
    [false, 'sửa thành 94'],
    [true, 'sửa thành 93'],
    [false, null],
  ]);
  const aside = revisions.find((each) => each.isSetAside);
  const answer = { bundle: aside?.bundle ?? 0, note: 'Nhận', password } as const;
  for (const given of ['accepted', 'returned'] as const) {
    expect(await province.refusal('answer.give', { ...answer, answer: given })).toBe(
      'report-set-aside',
    );
  }
  const after = await province.must('received.revisions', { unit, period });
  expect(after.revisions).toEqual(revisions);
});
