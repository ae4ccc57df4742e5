import { writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { storePath } from '../../../electron/storage/store-file.ts';
import {
  approve,
  fillSheet,
  introduce,
  reopen,
  sealTo,
  setUpPair,
} from '../../helpers/exchange.ts';
import { openTestOffice, password, temporaryFolder } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const folderOf = (name: string): string => temporaryFolder(name, onTestFinished);

/** Approves, seals and carries a period to the province; gives the bundle's path. */
async function report(district: TestOffice, province: TestOffice): Promise<string> {
  await approve(district);
  const path = await sealTo(district, folderOf('stick'));
  await receive(province, path);
  return path;
}

async function receive(province: TestOffice, path: string): Promise<void> {
  const verdicts = await province.must('bundle.receive', {
    place: province.pick(dirname(path)),
    password,
  });
  expect(verdicts.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
}

/** What counts at the province for the district: revision, and file. */
async function counting(province: TestOffice): Promise<unknown> {
  const received = await province.must('bundle.received', {});
  return received
    .filter(({ isCurrent }) => isCurrent)
    .map(({ revision, fileName }) => ({ revision, fileName }));
}

it('a restored district counts at the province with what it approves then, in a lower revision too', async () => {
  const { district, province, stick } = await setUpPair(folderOf('pair'), folderOf('keys'));
  await fillSheet(district);
  const first = await report(district, province);
  await reopen(district);
  const second = await report(district, province);
  expect(await counting(province)).toEqual([
    { revision: 2, fileName: expect.stringContaining('_000002_') as string },
  ]);

  const { dataFolder } = district.office;
  district.close();
  writeFileSync(storePath(dataFolder), 'damage');
  const restored = openTestOffice(dataFolder);
  const oldest = (await restored.must('setup.backups', {})).at(-1);
  await restored.must('setup.restoreBackup', { backup: oldest?.name ?? null });
  await restored.signIn('recorder');
  await introduce(restored, province, stick);
  const third = await report(restored, province);
  const now = [{ revision: 1, fileName: basename(third) }];
  expect(await counting(province)).toEqual(now);

  // Sticks of the time before turn up again: nothing falls back to them.
  for (const path of [second, first]) await receive(province, path);
  expect(await counting(province)).toEqual(now);
  restored.close();
  province.close();
});
