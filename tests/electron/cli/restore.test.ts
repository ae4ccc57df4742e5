import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { listBackups } from '../../../electron/storage/backups.ts';
import { storePath } from '../../../electron/storage/store-file.ts';
import { password, setUpOffice, temporaryFolder } from '../../helpers/world.ts';
import { at, officer, run, textAt } from './command.ts';
import type { Json } from './command.ts';

type Store = { readonly folder: string; readonly first: string; readonly second: string };

/** A closed district store with two backups: of the first sign-in, and of the next day's. */
async function districtWithBackups(): Promise<Store> {
  const folder = temporaryFolder('cli-restore', onTestFinished);
  const office = await setUpOffice(folder, 'district', '300');
  await office.signIn('recorder');
  office.close();
  const sign = ['--as', 'recorder', '--password-stdin', '--now', '2022-08-25T08:00+07:00'];
  await run(['periods', '--data', folder, ...sign], { stdin: `${password}\n` });
  const [second = '', first = ''] = listBackups(folder);
  return { folder, first, second };
}

describe('restore', () => {
  it('lists the backups and leaves everything as it is', async () => {
    const { folder, first, second } = await districtWithBackups();
    writeFileSync(join(folder, 'backup', second), 'x');
    const listed = await run(['restore', '--list', '--data', folder]);
    expect(listed).toMatchObject({ exitCode: 0, stderr: '' });
    expect(listed.stdout.split('\n')).toEqual([
      expect.stringMatching(`^${second} +1 KiB +không mở được$`),
      expect.stringMatching(`^${first} +\\d+ KiB +mở được$`),
      '',
    ]);
    expect(await officer(folder, 'recorder').must('periods')).toHaveLength(4);
  });

  it('opens the newest one that opens, and says where the damaged file is', async () => {
    const { folder, second } = await districtWithBackups();
    writeFileSync(storePath(folder), 'damage');
    const answered = await run(['restore', '--data', folder, '--json']);
    const { value }: { value: Json } = JSON.parse(answered.stdout);
    expect(at(value, 'backup')).toBe(second);
    expect(existsSync(textAt(value, 'setAside'))).toBe(true);
    expect(await officer(folder, 'recorder').must('periods')).toHaveLength(4);
  });

  it('opens the one that was named, also when the store was set aside before', async () => {
    const { folder, first } = await districtWithBackups();
    writeFileSync(storePath(folder), 'damage');
    expect((await run(['state', '--data', folder])).stderr).toMatch(/^S-05 store-damaged/);
    expect((await run(['state', '--data', folder])).stderr).toMatch(/^S-05 store-damaged/);
    const answered = await run(['restore', '--backup', first, '--data', folder]);
    expect(answered).toMatchObject({ exitCode: 0, stderr: '' });
    expect(answered.stdout).toContain(first);
    expect(readdirSync(folder).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
  });

  it('refuses a name that is none, and changes nothing', async () => {
    const { folder } = await districtWithBackups();
    rmSync(storePath(folder));
    const refused = await run(['restore', '--backup', '../../etc/passwd', '--data', folder]);
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^S-13 backup-unusable: /);
    expect(existsSync(storePath(folder))).toBe(false);
  });

  it('refuses where nothing is damaged, and where no store ever was', async () => {
    const { folder } = await districtWithBackups();
    expect((await run(['restore', '--data', folder])).stderr).toMatch(/^S-08 nothing-to-restore/);
    const empty = temporaryFolder('cli-empty', onTestFinished);
    expect((await run(['restore', '--data', empty])).stderr).toMatch(/^S-01 store-not-set-up/);
    expect(readdirSync(empty)).toEqual([]);
  });
});
