import { execFile } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

import { expect, test } from '@playwright/test';

import { signIn, t } from '../../build/demo/office-steps.ts';
import { sampleAccounts } from '../../build/sample/people.ts';
import { projectFolder } from '../../build/setup/places.mjs';
import { storePath } from '../../electron/storage/store-file.ts';
import { fileDigest } from '../helpers/store-contents.ts';
import { pastTheProgram } from '../helpers/stores.ts';
import { inWindow, newOffice } from './offices.ts';

const run = promisify(execFile);

test('a store that the window has open is refused to the command line with S-03', async () => {
  const data = await newOffice('district', '300');
  await inWindow(data, async () => {
    const refused: unknown = await run(
      process.execPath,
      ['electron/cli/main.ts', 'state', '--data', data],
      { cwd: projectFolder },
    ).then(
      () => null,
      (fault: unknown) => fault,
    );
    expect(refused).toMatchObject({ code: 1 });
    expect(refused).toHaveProperty('stderr', expect.stringContaining('S-03'));
  });
});

test('a damaged store is set aside, and the page brings the backup back', async () => {
  const data = await newOffice('district', '300');
  const [recorder] = sampleAccounts('district');
  // The first sign-in of a day leaves a backup behind.
  await inWindow(data, (window) => signIn(window, recorder));
  const file = storePath(data);
  truncateSync(file, 4096);
  writeFileSync(file, 'this is no database, and it is longer than a header is', { flag: 'r+' });
  await inWindow(data, async ({ page }) => {
    await expect(page.getByRole('heading', { name: t('start.damageTitle') })).toBeVisible();
    await page.getByRole('button', { name: t('start.restore'), exact: true }).click();
    await expect(page.getByLabel(t('start.password'), { exact: true })).toBeVisible();
  });
});

test('a store of a newer program is shown as such and stays as it is', async () => {
  const data = await newOffice('district', '300');
  pastTheProgram(data, 'PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)');
  const before = fileDigest(storePath(data));
  await inWindow(data, async ({ page }) => {
    await expect(page.getByRole('heading', { name: t('start.newerTitle') })).toBeVisible();
  });
  expect(fileDigest(storePath(data))).toBe(before);
});
