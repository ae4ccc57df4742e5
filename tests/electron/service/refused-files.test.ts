import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { approve, reopen, sealTo } from '../../helpers/exchange.ts';
import { pairOf } from '../../helpers/templates.ts';
import {
  august2022,
  movableClock,
  openTestOffice,
  password,
  periodCode,
  temporaryFolder,
} from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const period = august2022;
const unit = '300';

async function desk() {
  const { district, province: made, stick } = await pairOf('approved', onTestFinished);
  const { dataFolder } = made.office;
  made.close();
  const clock = movableClock('2022-08-24T09:00+07:00');
  const province = openTestOffice(dataFolder, clock);
  onTestFinished(() => {
    district.close();
    province.close();
  });
  await province.signIn('receiver');
  return { district, province, stick, clock };
}

const newFolder = (name: string): string => temporaryFolder(name, onTestFinished);

async function outcomesIn(province: TestOffice, folder: string) {
  const verdicts = await province.must('bundle.receive', {
    place: province.pick(folder),
    password,
  });
  return verdicts.flatMap(({ outcome }) => (outcome === 'skipped' ? [] : [outcome]));
}

async function reminderOf(province: TestOffice, code = period) {
  const { reminders } = await province.must('following.view', { period: code });
  return reminders.find((one) => one.unit === unit);
}

function alteredCopy(path: string): string {
  const folder = newFolder('altered');
  const bytes = readFileSync(path);
  bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 1;
  writeFileSync(join(folder, basename(path)), bytes);
  return folder;
}

it('names the altered file of a unit that is called silent otherwise, in its period alone', async () => {
  const { district, province, stick, clock } = await desk();
  const path = await sealTo(district, stick);
  const altered = alteredCopy(path);
  expect((await reminderOf(province))?.reasons).toEqual(['nothing-sent']);
  expect(await outcomesIn(province, altered)).toEqual(['refused']);
  clock.set('2022-08-26T09:00+07:00');
  expect(await outcomesIn(province, altered)).toEqual(['refused']);

  const reminder = await reminderOf(province);
  expect(reminder).toMatchObject({ reasons: ['file-refused'], asksForWork: true });
  const [line] = reminder?.lines ?? [];
  expect(line).toContain(`Ngày 24/8/2022 có tệp ${basename(path)} (của đơn vị theo tên tệp)`);
  expect(line).toContain('ghi lại gói');
  expect(reminder?.lines[1]).toContain('Phải gửi: Biểu 01');
  expect(reminder?.message).toContain(line);
  expect(reminder?.message).not.toContain('Chưa có gói dữ liệu');
  const other = await reminderOf(province, periodCode('2022-KH'));
  expect(other?.reasons).toEqual(['nothing-sent']);
});

it('says no more of it once the report was received, though the stick still holds it', async () => {
  const { district, province, stick, clock } = await desk();
  const path = await sealTo(district, stick);
  const altered = alteredCopy(path);
  await outcomesIn(province, altered);
  clock.set('2022-08-25T09:00+07:00');
  expect(await outcomesIn(province, stick)).toEqual(['accepted']);
  expect((await reminderOf(province))?.reasons).not.toContain('file-refused');
  clock.set('2022-08-26T09:00+07:00');
  const cut = newFolder('cut');
  writeFileSync(join(cut, basename(path)), readFileSync(path).subarray(0, 900));
  copyFileSync(join(altered, basename(path)), join(cut, `${basename(path, '.age')}-2.age`));
  expect(await outcomesIn(province, cut)).toEqual(['refused', 'refused']);
  expect((await reminderOf(province))?.reasons).not.toContain('file-refused');
});

it('sends a unit whose key was revoked to enrol first, beside what came before', async () => {
  const { district, province, stick, clock } = await desk();
  await sealTo(district, stick);
  await outcomesIn(province, stick);
  await province.must('trust.revoke', { unit, password });
  await reopen(district);
  await approve(district);
  const later = newFolder('later');
  await sealTo(district, later);
  clock.set('2022-08-25T09:00+07:00');
  expect(await outcomesIn(province, later)).toEqual(['refused']);
  const reminder = await reminderOf(province);
  expect(reminder?.reasons[0]).toBe('file-refused');
  expect(reminder?.lines[0]).toContain('Cần đăng ký khóa với tỉnh');
  expect(reminder?.lines.join()).not.toContain('Phải gửi');
});
