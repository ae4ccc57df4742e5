import { readFileSync, writeFileSync } from 'node:fs';

import { describe, expect, it, onTestFinished } from 'vitest';

import { storeOf } from '../../../electron/service/office.ts';
import { noPorts, noSafeStorage } from '../../../electron/service/ports.ts';
import type { SafeStorage } from '../../../electron/service/ports.ts';
import { findAccount, listAccounts } from '../../../electron/storage/accounts.ts';
import { makeBackup } from '../../../electron/storage/backups.ts';
import { readRecovery } from '../../../electron/storage/recovery.ts';
import { storePath } from '../../../electron/storage/store-file.ts';
import { forgetfulMachine, newMachine } from '../../helpers/key-store.ts';
import { auditOf, storeContents } from '../../helpers/store-contents.ts';
import {
  augustClock,
  openTestOffice,
  password,
  setUpOffice,
  temporaryFolder,
} from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const newPassword = 'mat khau hoan toan moi';

/** A district office with its three accounts, its first one signed in. */
async function newDistrict(): Promise<string> {
  const folder = temporaryFolder('keys', onTestFinished);
  (await setUpOffice(folder, 'district', '300')).close();
  return folder;
}

/** Opens an office on a machine; nobody is signed in. */
function on(machine: SafeStorage, folder: string): TestOffice {
  const office = openTestOffice(folder, augustClock(), { ...noPorts, safeStorage: machine });
  onTestFinished(office.close);
  return office;
}

/** How each account's copy begins, in the order in which they were made. */
function copiesOf({ office }: TestOffice): readonly (string | null)[] {
  return listAccounts(storeOf(office)).map(({ wrappedKey }) => wrappedKey?.slice(0, 3) ?? null);
}

const useKeys = (office: TestOffice, ownPassword = password) => ({
  folder: office.pick(temporaryFolder('stick', onTestFinished)),
  password: ownPassword,
});
const stateOf = async (office: TestOffice) => (await office.must('session.state', {})).safeStorage;

describe('the system’s safe storage around the office’s key', () => {
  it('is not used while there is no recovery code: it would be the only way to the key', async () => {
    const folder = await newDistrict();
    const office = on(newMachine(), folder);
    await office.signIn('recorder');
    expect(await stateOf(office)).toBe('available');
    await office.must('account.changePassword', { oldPassword: password, newPassword });
    expect(copiesOf(office)).toEqual(['x1.', null, 'x1.']);
    office.close();
    const elsewhere = on(newMachine(), folder);
    await elsewhere.must('session.signIn', { name: 'recorder', password: newPassword });
    await elsewhere.must('trust.writeRequest', useKeys(elsewhere, newPassword));
  });

  it('guards every copy from the moment of the code, but never the copy under the code', async () => {
    const folder = await newDistrict();
    const office = on(newMachine(), folder);
    await office.signIn('recorder');
    const before = findAccount(storeOf(office.office), 'recorder')?.wrappedKey ?? '';
    expect(before).toMatch(/^x1\./);
    await office.must('recovery.make', { password });
    expect(copiesOf(office)).toEqual(['s1.', null, 's1.']);
    expect(await stateOf(office)).toBe('used');
    expect(auditOf(office, 'keys.guard')).toEqual([
      { actor: 'recorder', role: 'recorder', object: 'office', detail: 'recorder, approver' },
    ]);
    expect(readRecovery(storeOf(office.office))?.wrappedKey).toMatch(/^[\w-]{22}\.x1\./);
    await office.must('trust.writeRequest', useKeys(office));
    const person = { displayName: '', password, ownPassword: password };
    await office.must('account.add', { ...person, name: 'khac', role: 'approver' });
    await office.must('account.changePassword', { oldPassword: password, newPassword });
    await office.must('trust.writeRequest', useKeys(office, newPassword));
    expect(copiesOf(office)).toEqual(['s1.', null, 's1.', 's1.']);
    await office.must('session.signIn', { name: 'khac', password });
    await office.must('session.signIn', { name: 'approver', password });
    expect(auditOf(office, 'keys.guard')).toHaveLength(1);
    office.close();
    // What is carried off is the file: the copy without its layer is not in its free space either.
    const bytes = readFileSync(storePath(folder));
    expect(bytes.includes(before.slice(0, 60))).toBe(false);
  });

  it('comes at the next sign-in when the code was made where there is none', async () => {
    const folder = await newDistrict();
    const without = on(noSafeStorage, folder);
    await without.signIn('recorder');
    await without.must('recovery.make', { password });
    expect(copiesOf(without)).toEqual(['x1.', null, 'x1.']);
    expect(await stateOf(without)).toBe('none');
    without.close();
    const office = on(newMachine(), folder);
    await office.signIn('checker');
    expect(copiesOf(office)).toEqual(['s1.', null, 's1.']);
    expect(await stateOf(office)).toBe('used');
    await office.signIn('approver');
  });

  it('is not trusted when it does not give back at once what it took', async () => {
    const office = on(forgetfulMachine, await newDistrict());
    await office.signIn('recorder');
    await office.must('recovery.make', { password });
    expect(copiesOf(office)).toEqual(['x1.', null, 'x1.']);
    expect(await stateOf(office)).toBe('available');
    await office.must('trust.writeRequest', useKeys(office));
  });

  it('is renewed at sign-in when the system has a newer key', async () => {
    const machine = newMachine();
    const office = on(machine, await newDistrict());
    await office.signIn('recorder');
    await office.must('recovery.make', { password });
    machine.rotate();
    const before = storeContents(office);
    await office.signIn('recorder');
    expect(storeContents(office)).not.toBe(before);
    expect(auditOf(office, 'keys.guard')).toHaveLength(2);
    await office.signIn('recorder');
    expect(auditOf(office, 'keys.guard')).toHaveLength(2);
    await office.must('trust.writeRequest', useKeys(office));
  });
});

describe('a store whose keys are bound to another computer', () => {
  const boundStore = async () => {
    const folder = await newDistrict();
    const home = newMachine();
    const office = on(home, folder);
    await office.signIn('recorder');
    const { code } = await office.must('recovery.make', { password });
    office.close();
    return { folder, home, code };
  };

  it.each([
    ['safe-storage-other-machine', newMachine()],
    ['safe-storage-missing', noSafeStorage],
  ] as const)('says %s and changes nothing', async (refused, machine) => {
    const { folder, home } = await boundStore();
    const office = on(machine, folder);
    expect(await stateOf(office)).toBe('elsewhere');
    await office.signIn('recorder');
    expect(await stateOf(office)).toBe('elsewhere');
    const before = storeContents(office);
    const person = { name: 'khac', displayName: '', role: 'approver', password } as const;
    expect(await office.refusal('trust.writeRequest', useKeys(office))).toBe(refused);
    expect(await office.refusal('recovery.make', { password })).toBe(refused);
    expect(await office.refusal('account.add', { ...person, ownPassword: password })).toBe(refused);
    expect(
      await office.refusal('account.changePassword', { oldPassword: password, newPassword }),
    ).toBe(refused);
    expect(storeContents(office)).toBe(before);
    office.close();
    const again = on(home, folder);
    await again.signIn('recorder');
    await again.must('trust.writeRequest', useKeys(again));
  });

  it('is opened by the code, for each person, and bound to the computer at hand', async () => {
    const { folder, home, code } = await boundStore();
    const here = newMachine();
    const office = on(here, folder);
    await office.must('recovery.use', { name: 'recorder', code, newPassword });
    expect(await stateOf(office)).toBe('used');
    await office.must('session.signIn', { name: 'recorder', password: newPassword });
    await office.must('trust.writeRequest', useKeys(office, newPassword));
    await office.signIn('checker');
    expect(await stateOf(office)).toBe('used');
    await office.signIn('approver');
    expect(await stateOf(office)).toBe('elsewhere');
    await office.must('session.signOut', {});
    await office.must('recovery.use', { name: 'approver', code, newPassword });
    await office.must('session.signIn', { name: 'approver', password: newPassword });
    expect(await stateOf(office)).toBe('used');
    office.close();
    expect(await stateOf(on(home, folder))).toBe('elsewhere');
  });

  it('opens from a backup too: here by the password, elsewhere by the code', async () => {
    const { folder, home, code } = await boundStore();
    const office = on(home, folder);
    await office.signIn('recorder');
    makeBackup(storeOf(office.office), folder, augustClock().now());
    office.close();
    const restored = async (machine: SafeStorage) => {
      writeFileSync(storePath(folder), 'damage');
      const from = on(machine, folder);
      await from.must('setup.restoreBackup', { backup: null });
      return from;
    };
    const same = await restored(home);
    await same.signIn('recorder');
    await same.must('trust.writeRequest', useKeys(same));
    same.close();
    const elsewhere = await restored(newMachine());
    expect(await stateOf(elsewhere)).toBe('elsewhere');
    await elsewhere.must('recovery.use', { name: 'recorder', code, newPassword });
    await elsewhere.must('session.signIn', { name: 'recorder', password: newPassword });
    await elsewhere.must('trust.writeRequest', useKeys(elsewhere, newPassword));
  });
});
