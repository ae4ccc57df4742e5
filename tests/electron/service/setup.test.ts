import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { storePath } from '../../../electron/storage/store-file.ts';
import { readIdentity } from '../../../electron/storage/store-identity.ts';
import { record, typedIn } from '../../helpers/sheets.ts';
import { auditOf, storeContents } from '../../helpers/store-contents.ts';
import { districtOffice } from '../../helpers/templates.ts';
import {
  august2022,
  movableClock,
  openTestOffice,
  password,
  setUpOffice,
  temporaryFolder,
} from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const account = { name: 'can-bo', displayName: 'Cán bộ', password };
const folderOf = (name: string): string => temporaryFolder(name, onTestFinished);

describe('the first run', () => {
  it('offers the province and its districts', async () => {
    const office = openTestOffice(folderOf('units'));
    const units = await office.must('setup.units', {});
    expect(units[0]).toMatchObject({ code: '30', side: 'province' });
    expect(units.filter(({ side }) => side === 'district')).toHaveLength(12);
    office.close();
  });

  it.each([
    [{ side: 'district', unit: '30', account }, 'unit-unknown'],
    [{ side: 'province', unit: '300', account }, 'unit-unknown'],
    [{ side: 'district', unit: '999', account }, 'unit-unknown'],
    [
      { side: 'district', unit: '300', account: { ...account, password: '1234567' } },
      'password-too-short',
    ],
    [
      { side: 'district', unit: '300', account: { ...account, name: ' ' } },
      'account-name-unusable',
    ],
    [
      { side: 'district', unit: '300', account: { ...account, name: 'a/b' } },
      'account-name-unusable',
    ],
  ] as const)('refuses %o: %s, and makes nothing', async (input, code) => {
    const office = openTestOffice(folderOf('refused'));
    const before = storeContents(office);
    expect(await office.refusal('setup.create', input)).toBe(code);
    expect(storeContents(office)).toBe(before);
    office.close();
  });

  it('is once: a store that is there stays whose it is', async () => {
    const office = openTestOffice(folderOf('once'));
    await office.must('setup.create', { side: 'district', unit: '300', account });
    expect(await office.refusal('setup.create', { side: 'province', unit: '30', account })).toBe(
      'store-exists',
    );
    expect((await office.must('session.state', {})).store).toMatchObject({ unit: '300' });
    office.close();
  });
});

describe('accounts', () => {
  it('are added by the administrator alone, with roles of their own side', async () => {
    const office = await districtOffice(onTestFinished);
    const another = { name: 'khac', displayName: '', password, ownPassword: password } as const;
    const add = (input: Parameters<TestOffice['refusal']>[1]) =>
      office.refusal('account.add', input as never);
    expect(await add({ ...another, role: 'receiver' })).toBe('role-of-other-side');
    expect(await add({ ...another, role: 'checker', name: 'checker' })).toBe('account-exists');
    expect(await add({ ...another, role: 'checker', ownPassword: 'sai' })).toBe('password-wrong');
    expect(await add({ ...another, role: 'checker', password: 'ngắn' })).toBe('password-too-short');
    await office.signIn('checker');
    expect(await add({ ...another, role: 'checker' })).toBe('call-not-permitted');
    expect((await office.must('account.list', {})).map(({ name }) => name)).toEqual([
      'recorder',
      'checker',
      'approver',
    ]);
    office.close();
  });

  it('keep the office’s key when they change their password', async () => {
    const office = await districtOffice(onTestFinished);
    const folder = office.pick(folderOf('stick'));
    expect(
      await office.refusal('account.changePassword', { oldPassword: 'sai', newPassword: password }),
    ).toBe('password-wrong');
    const newPassword = 'mật khẩu hoàn toàn khác';
    await office.must('account.changePassword', { oldPassword: password, newPassword });
    await office.must('trust.writeRequest', { folder, password: newPassword });
    expect(await office.refusal('trust.writeRequest', { folder, password })).toBe('password-wrong');
    expect(auditOf(office, 'account.changePassword')).toEqual([
      { actor: 'recorder', role: 'recorder', object: 'recorder', detail: '' },
    ]);
    office.close();
  });

  it('of people who only check hold no key', async () => {
    const office = await districtOffice(onTestFinished);
    const accounts = office.office.store
      ?.prepare<[], { name: string; key: string | null }>(
        'SELECT name, wrapped_key AS key FROM account',
      )
      .all();
    expect(accounts?.map(({ name, key }) => [name, key !== null])).toEqual([
      ['recorder', true],
      ['checker', false],
      ['approver', true],
    ]);
    office.close();
  });
});

/** A district with one saved cell and the backup of its first sign-in; closed. */
async function officeWithBackup(): Promise<TestOffice> {
  const office = await setUpOffice(folderOf('restore'), 'district', '300');
  await record(office, august2022, 'HI_COVERAGE', 'note', 'trước sao lưu');
  await office.signIn('recorder');
  office.close();
  return office;
}

function noteOf(office: TestOffice): Promise<string> {
  return typedIn(office, 'HI_COVERAGE', 'note');
}

describe('a damaged store', () => {
  it('is set aside, its backup is offered, and opens under a new series', async () => {
    const { dataFolder } = (await officeWithBackup()).office;
    writeFileSync(storePath(dataFolder), 'damage');
    const office = openTestOffice(dataFolder);
    const state = await office.must('session.state', {});
    expect(state).toMatchObject({ store: null, damage: { code: 'store-damaged' } });
    expect(state.damage?.facts['backup']).toMatch(/^so-chi-tieu-000001-/);
    expect(await office.refusal('session.signIn', { name: 'recorder', password })).toBe(
      'store-damaged',
    );
    const restored = await office.must('setup.restoreBackup', { backup: null });
    expect(restored).toMatchObject({ damage: null, store: { unit: '300' } });
    expect(auditOf(office, 'store.restore')).toEqual([
      { actor: '', role: '', object: state.damage?.facts['backup'], detail: '' },
    ]);
    await office.signIn('recorder');
    expect(await noteOf(office)).toBe('trước sao lưu');
    expect(readdirSync(dataFolder).some((name) => name.includes('.damaged-'))).toBe(true);
    expect(await office.refusal('setup.restoreBackup', { backup: null })).toBe(
      'nothing-to-restore',
    );
    office.close();
  });

  it('offers every backup, opens the one that is named, and no other file', async () => {
    const { dataFolder } = (await officeWithBackup()).office;
    writeFileSync(storePath(dataFolder), 'damage');
    const office = openTestOffice(dataFolder);
    const backups = await office.must('setup.backups', {});
    expect(backups).toEqual([
      {
        name: expect.stringMatching(/^so-chi-tieu-000001-/),
        bytes: expect.any(Number),
        isSound: true,
      },
    ]);
    const unknown = { backup: '../so-chi-tieu.sqlite3' };
    expect(await office.refusal('setup.restoreBackup', unknown)).toBe('backup-unusable');
    await office.must('setup.restoreBackup', { backup: backups[0]?.name ?? '' });
    await office.signIn('recorder');
    expect(await noteOf(office)).toBe('trước sao lưu');
    office.close();
  });

  it('never reuses the numbers of the lost one', async () => {
    const before = await officeWithBackup();
    const { dataFolder } = before.office;
    const reopened = openTestOffice(dataFolder);
    const seriesBefore = seriesOf(reopened);
    reopened.close();
    writeFileSync(storePath(dataFolder), 'damage');
    const office = openTestOffice(dataFolder);
    await office.must('setup.restoreBackup', { backup: null });
    expect(seriesOf(office)).not.toBe(seriesBefore);
    office.close();
  });

  it.each([
    [
      'the program is closed before the backup is opened',
      (path: string) => writeFileSync(path, 'x'),
    ],
    ['the file is gone', (path: string) => rmSync(path)],
    ['the file is empty', (path: string) => writeFileSync(path, '')],
  ])('is not forgotten when %s', async (_, harm) => {
    const { dataFolder } = (await officeWithBackup()).office;
    harm(storePath(dataFolder));
    openTestOffice(dataFolder).close();
    const office = openTestOffice(dataFolder);
    expect((await office.must('session.state', {})).damage).toMatchObject({
      code: 'store-damaged',
    });
    await office.must('setup.restoreBackup', { backup: null });
    await office.signIn('recorder');
    expect(await noteOf(office)).toBe('trước sao lưu');
    office.close();
  });

  it('without any backup says so, and a new store can be made after the next start', async () => {
    const folder = folderOf('no-backup');
    writeFileSync(storePath(folder), 'damage');
    const office = openTestOffice(folder);
    expect(await office.refusal('setup.restoreBackup', { backup: null })).toBe('no-backup');
    office.close();
    const again = openTestOffice(folder);
    await again.must('setup.create', { side: 'district', unit: '300', account });
    expect(readdirSync(folder).some((name) => name.includes('.damaged-'))).toBe(true);
    again.close();
  });
});

describe('backups of an office', () => {
  it('are made at the first sign-in of a day, and not at the next', async () => {
    const clock = movableClock('2022-08-24T01:00:00Z');
    const office = await setUpOffice(folderOf('daily'), 'district', '300', clock);
    const backups = () => {
      try {
        return readdirSync(join(office.office.dataFolder, 'backup')).length;
      } catch {
        return 0;
      }
    };
    expect(backups()).toBe(0);
    await office.signIn('recorder');
    await office.signIn('checker');
    expect(backups()).toBe(1);
    clock.set('2022-08-25T01:00:00Z');
    await office.signIn('recorder');
    expect(backups()).toBe(2);
    office.close();
  });
});

function seriesOf(office: TestOffice): string | undefined {
  const { store } = office.office;
  return store === null ? undefined : readIdentity(store)?.series;
}
