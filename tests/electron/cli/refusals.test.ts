import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { phoneCodes } from '#shared/text/refusal-codes.ts';

import { noPorts } from '../../../electron/service/ports.ts';
import { newMachine } from '../../helpers/key-store.ts';
import {
  augustClock,
  openTestOffice,
  password,
  setUpOffice,
  temporaryFolder,
} from '../../helpers/world.ts';
import { officer, run } from './command.ts';

const oneRefusalLine = /^[A-Z]-\d\d [a-z][a-z0-9-]*: \S[^\n]*\n$/;

async function districtStore(): Promise<string> {
  const folder = join(temporaryFolder('cli', onTestFinished), 'huyen');
  const office = await setUpOffice(folder, 'district', '300');
  office.close();
  return folder;
}

describe('wrong use', () => {
  it('ends with 2 and one line, before anything is opened or read', async () => {
    const folder = temporaryFolder('cli', onTestFinished);
    const data = ['--data', join(folder, 'none')];
    const signed = [...data, '--as', 'an', '--password-stdin'];
    const mistakes = [
      [],
      ['show', ...signed],
      ['show', '--period', '2022-08', ...data, '--as', 'an'],
      ['consolidate', '--period', '2022-08', '--format', 'xlsx', ...signed],
    ];
    const ended = await Promise.all(mistakes.map((args) => run(args, { stdin: `${password}\n` })));
    expect(ended.map(({ exitCode }) => exitCode)).toEqual([2, 2, 2, 2]);
    for (const { stderr, stdout } of ended) {
      expect(stderr).toMatch(oneRefusalLine);
      expect(stdout).toBe('');
    }
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('never takes a password as an argument, and never repeats it', async () => {
    const data = await districtStore();
    for (const argument of [
      ['--password', password],
      [`--password=${password}`],
      ['-p', password],
    ]) {
      const args = ['periods', '--data', data, '--as', 'recorder', ...argument, '--json'];
      const ended = await run(args);
      expect(ended.exitCode).toBe(2);
      expect(ended.stderr).toMatch(/^L-02 password-as-argument: /);
      expect(JSON.parse(ended.stdout)).toMatchObject({
        ok: false,
        refusal: { code: 'password-as-argument', phoneCode: 'L-02' },
      });
      expect(ended.stdout + ended.stderr).not.toContain(password);
    }
    const stray = await run([
      'periods',
      password,
      '--data',
      data,
      '--as',
      'an',
      '--password-stdin',
    ]);
    expect(stray).toMatchObject({ exitCode: 2 });
    expect(stray.stderr).not.toContain(password);
  });

  it('asks for the second line when an account is added, and takes no blank password', async () => {
    const data = await districtStore();
    const add = ['user', 'add', 'hai', '--role', 'checker', '--data', data, '--as', 'recorder'];
    const ended = await run([...add, '--password-stdin'], { stdin: `${password}\n` });
    expect(ended.exitCode).toBe(2);
    expect(ended.stderr).toMatch(/^L-01 usage: /);
  });
});

describe('refusals', () => {
  it('end with 1 and one line: phone code, code, message', async () => {
    const data = await districtStore();
    const recorder = officer(data, 'recorder');
    const asked = [
      { args: ['show', '--period', 'thang-8'], code: 'period-unknown' },
      { args: ['submit', '--period', '2022-08'], code: 'findings-open' },
      {
        args: ['export', '--period', '2022-08', '--to', join(data, 'usb')],
        code: 'folder-missing',
      },
      { args: ['export', '--period', '2022-08', '--to', data], code: 'province-not-trusted' },
      { args: ['import', data], code: 'call-not-permitted' },
      { args: ['init', '--role', 'district', '--unit', '291'], code: 'store-exists' },
    ] as const;
    for (const { args, code } of asked) {
      expect(await recorder.refused(...args)).toMatchObject({ exitCode: 1, code });
    }
    const wrong = await run(['periods', '--data', data, '--as', 'recorder', '--password-stdin'], {
      stdin: 'khong-phai-mat-khau\n',
    });
    expect(wrong.exitCode).toBe(1);
    expect(wrong.stderr).toMatch(/^T-01 sign-in-failed: Tên tài khoản/);
    expect(wrong.stderr).toMatch(oneRefusalLine);
  });

  it('speak English when asked to', async () => {
    const ended = await run([
      'state',
      '--data',
      temporaryFolder('cli', onTestFinished),
      '--lang=en',
    ]);
    expect(ended).toMatchObject({ exitCode: 1, stdout: '' });
    expect(ended.stderr).toMatch(/^S-01 store-not-set-up: [A-Z][a-z]/);
  });

  it('name a store that another process holds: S-03', async () => {
    const folder = await districtStore();
    const holding = openTestOffice(folder);
    const refused = await officer(folder, 'recorder').refused('periods');
    expect(refused).toMatchObject({ exitCode: 1, code: 'store-in-use' });
    const bare = await run(['state', '--data', folder]);
    expect(bare.stderr).toMatch(new RegExp(`^${phoneCodes['store-in-use']} store-in-use: `));
    expect(bare.exitCode).toBe(1);
    holding.close();
    expect(await officer(folder, 'recorder').must('periods')).toHaveLength(4);
  });

  it('send to the window whoever needs keys that the key store of the system guards: T-14', async () => {
    const folder = await districtStore();
    const window = openTestOffice(folder, augustClock(), { ...noPorts, safeStorage: newMachine() });
    await window.signIn('recorder');
    await window.must('recovery.make', { password });
    window.close();
    const recorder = officer(folder, 'recorder');
    expect(await recorder.must('periods')).toHaveLength(4);
    expect(await recorder.refused('enrol', 'request', '--to', folder)).toMatchObject({
      exitCode: 1,
      code: 'safe-storage-missing',
    });
  });

  it('set a damaged store aside and say where it is', async () => {
    const folder = join(temporaryFolder('cli', onTestFinished), 'hong');
    mkdirSync(folder);
    writeFileSync(join(folder, 'so-chi-tieu.sqlite3'), 'This is no database at all. '.repeat(20));
    const ended = await run(['state', '--data', folder]);
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toMatch(/^S-05 store-damaged: .*damaged-/);
  });
});
