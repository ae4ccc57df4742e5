import { writeFileSync } from 'node:fs';

import { expect, it, onTestFinished } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { parseDay } from '#shared/kit/clock.ts';
import type { CalendarDay } from '#shared/kit/clock.ts';
import { makeBackup } from '../../../electron/storage/backups.ts';
import { storePath } from '../../../electron/storage/store-file.ts';
import { exchangePeriod } from '../../../electron/service/export-model.ts';
import { storeOf } from '../../../electron/service/office.ts';
import { bringAlong } from '../../helpers/catalogues.ts';
import { sealTo } from '../../helpers/exchange.ts';
import { answersOn, receive } from '../../helpers/keyrings.ts';
import { revised } from '../../helpers/streams.ts';
import { pairOf } from '../../helpers/templates.ts';
import { august2022, movableClock, openTestOffice, password } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const period = august2022;
const unit = '300';

function day(text: string): CalendarDay {
  const read = parseDay(text);
  if (read === null) throw new Error(text);
  return read;
}

const later: Catalogue = { ...builtInCatalogue, version: builtInCatalogue.version + 1 };
const merged: Catalogue = {
  ...later,
  units: builtInCatalogue.units.map((each) =>
    each.code === unit ? { ...each, validTo: day('2022-08-10') } : each,
  ),
};

/** A district whose report lies on a stick, and the province that it is for. */
async function sent(): Promise<{ district: TestOffice; province: TestOffice; path: string }> {
  const { district, province, stick } = await pairOf('approved', onTestFinished);
  onTestFinished(() => {
    district.close();
    province.close();
  });
  return { district, province, path: await sealTo(district, stick) };
}

async function lock(province: TestOffice): Promise<void> {
  await province.signIn('consolidator');
  await province.must('lock.set', { period, password });
}

it('D144 a lock can be made again after the province was restored from a backup', async () => {
  const { province, path } = await sent();
  await receive(province, path);
  await lock(province);
  const { dataFolder, clock } = province.office;
  makeBackup(storeOf(province.office), dataFolder, clock.now());
  province.close();
  writeFileSync(storePath(dataFolder), 'damage');
  const restored = openTestOffice(dataFolder);
  onTestFinished(() => {
    restored.close();
  });
  await restored.must('setup.restoreBackup', { backup: null });
  await restored.signIn('consolidator');
  expect(await restored.must('lock.verify', { period, number: 1 })).toMatchObject({
    isSame: true,
    differences: [],
  });
});

it('D160 what a unit sends of a period that it does not report is refused', async () => {
  const { province, path } = await sent();
  bringAlong(province, merged);
  const [verdict] = await receive(province, path);
  expect(verdict).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'unit-not-reporting', facts: { unit, period } },
  });
  expect(await province.must('bundle.received', {})).toEqual([]);
  // What was received before stays known.
  const other = await sent();
  await receive(other.province, other.path);
  bringAlong(other.province, merged);
  expect((await receive(other.province, other.path))[0]?.outcome).toBe('already-received');
});

it('D143 a locked period names newer reports of the units that were locked, merged since or not', async () => {
  const { district, province, path } = await sent();
  await receive(province, path);
  await answersOn(district, path);
  await lock(province);
  await province.signIn('receiver');
  await receive(province, await revised(district, '95'));
  bringAlong(province, merged);
  const view = await province.must('consolidation.view', { period });
  expect(view.lock?.newerUnits).toEqual([unit]);
});

it('D143 a locked period keeps its name and deadline, whatever a later catalogue says', async () => {
  const { province, path } = await sent();
  const { dataFolder } = province.office;
  province.close();
  const late = openTestOffice(dataFolder, movableClock('2022-09-10T08:00+07:00'));
  onTestFinished(() => {
    late.close();
  });
  await late.signIn('receiver');
  await receive(late, path);
  await lock(late);
  const shown = async () => {
    const { periodName, lateUnits, units } = await late.must('consolidation.view', { period });
    const written = exchangePeriod(late.office, period);
    if (!written.ok) throw new Error(written.refusal.code);
    const source = written.value.units.find(({ code }) => code === unit)?.source;
    const arrivals = units.map(({ arrival }) => arrival);
    return { periodName, lateUnits, arrivals, written: written.value.periodName, source };
  };
  const before = await shown();
  expect(before.arrivals).toContain('sealed-on-time');
  const moved = {
    before: day('2022-09-20'),
    lastCompliantDay: day('2022-09-19'),
  };
  bringAlong(late, {
    ...later,
    periods: builtInCatalogue.periods.map((each) =>
      each.code === period
        ? {
            ...each,
            name: { vi: 'Kỳ khác', en: 'Another' },
            deadline: { ...each.deadline, ...moved },
          }
        : each,
    ),
  });
  expect(await shown()).toEqual(before);
});
