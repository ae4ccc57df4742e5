import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { generateAgeKey } from '#shared/bundle/age-envelope.ts';
import { keyringFile, newFolder, pair } from '../../helpers/keyrings.ts';
import { identityOn, printer } from '../../helpers/printer.ts';
import { auditOf, storeContents } from '../../helpers/store-contents.ts';
import { movableClock, openTestOffice, password, setUpOffice } from '../../helpers/world.ts';

async function provinceWith({ jobs, ports } = printer()) {
  const folder = newFolder('province');
  (await setUpOffice(folder, 'province', '30')).close();
  const clock = movableClock('2022-08-24T08:00+07:00');
  const office = openTestOffice(folder, clock, ports);
  onTestFinished(office.close);
  await office.signIn('receiver');
  return { office, jobs, clock, folder };
}

describe('the escrow key of a province', () => {
  it('is printed with the password, and the day is remembered', async () => {
    const { office, jobs, folder } = await provinceWith();
    expect((await office.must('trust.state', {})).escrow).toEqual({
      printedAt: null,
      writtenAt: null,
      testedAt: null,
      isTestDue: false,
    });
    expect(await office.refusal('trust.printEscrow', { password: 'sai mat khau' })).toBe(
      'password-wrong',
    );
    expect(jobs).toHaveLength(0);
    const reply = await office.must('trust.printEscrow', { password });
    expect(reply).toMatchObject({
      isPrinted: true,
      trust: { escrow: { printedAt: '2022-08-24T01:00:00.000Z' } },
    });
    const identity = identityOn(jobs[0]?.html ?? '').replaceAll(' ', '');
    expect(identity).toMatch(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/);
    expect(jobs[0]?.html).toContain('<svg');
    // It went to the printer and nowhere else: not to the window, the store, the log or a file.
    const elsewhere = [JSON.stringify(reply), storeContents(office), ...filesUnder(folder)];
    const letters = identity.slice('AGE-SECRET-KEY-1'.length);
    for (const text of elsewhere) expect(text.includes(letters)).toBe(false);
    expect(auditOf(office, 'escrow.print')).toHaveLength(1);
  });

  it('counts as printed only when the print dialog was not left', async () => {
    const { office } = await provinceWith(printer({ isLeft: true }));
    const { isPrinted, trust } = await office.must('trust.printEscrow', { password });
    expect([isPrinted, trust.escrow?.printedAt]).toEqual([false, null]);
    expect(auditOf(office, 'escrow.print')).toEqual([]);
  });

  it('is tried by typing or scanning what is on the paper, twice a year', async () => {
    const { office, jobs, clock } = await provinceWith();
    await office.must('trust.printEscrow', { password });
    const identity = identityOn(jobs[0]?.html ?? '');
    clock.set('2023-02-22T08:00+07:00');
    expect((await office.must('trust.state', {})).escrow?.isTestDue).toBe(false);
    clock.set('2023-02-23T08:00+07:00');
    expect((await office.must('trust.state', {})).escrow?.isTestDue).toBe(true);
    const tested = await office.must('trust.testEscrow', { identity: identity.toLowerCase() });
    expect(tested.escrow).toMatchObject({
      testedAt: '2023-02-23T01:00:00.000Z',
      isTestDue: false,
    });
    await office.must('trust.testEscrow', { identity: identity.replaceAll(' ', '') });
    expect(auditOf(office, 'escrow.test')).toHaveLength(2);
  });

  it('is not taken for it when a letter is wrong or the key is another', async () => {
    const { office, jobs } = await provinceWith();
    await office.must('trust.printEscrow', { password });
    const identity = identityOn(jobs[0]?.html ?? '').replaceAll(' ', '');
    const before = storeContents(office);
    const test = (text: string) => office.refusal('trust.testEscrow', { identity: text });
    expect(await test('')).toBe('identity-malformed');
    expect(await test(identity.slice(0, -1))).toBe('identity-malformed');
    expect(await test(`${identity.slice(0, -1)}O`)).toBe('identity-malformed');
    const [a = '', b = ''] = identity.slice(-2);
    const swapped = a === b ? (a === 'Q' ? 'PQ' : `Q${b}`) : `${b}${a}`;
    expect(await test(`${identity.slice(0, -2)}${swapped}`)).toBe('identity-check-letters');
    expect(await test((await generateAgeKey()).identity)).toBe('escrow-other');
    expect(storeContents(office)).toBe(before);
  });

  it('is written as text for a printer elsewhere, in the form that age reads', async () => {
    const { office } = await provinceWith();
    const stick = newFolder('stick');
    const folder = office.pick(stick);
    const { fileName, trust } = await office.must('trust.writeEscrow', { folder, password });
    expect(fileName).toBe('khoa-du-phong_30.txt');
    // Nobody else who uses the computer may read it; the file system of Windows does not say so.
    const { mode } = statSync(join(stick, fileName));
    expect(mode & 0o077).toBe(process.platform === 'win32' ? 0o066 : 0);
    const lines = readFileSync(join(stick, fileName), 'utf8').split('\n');
    const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
    expect(identities).toHaveLength(1);
    // Whether somebody printed the file is not known.
    expect(trust.escrow).toMatchObject({ printedAt: null, testedAt: null });
    expect(trust.escrow?.writtenAt).not.toBeNull();
    await office.must('trust.testEscrow', { identity: identities[0] ?? '' });
  });

  it('is no business of a district', async () => {
    const { district } = await pair();
    expect((await district.must('trust.state', {})).escrow).toBeNull();
    expect(await district.refusal('trust.printEscrow', { password })).toBe('call-not-permitted');
    expect(await district.refusal('trust.testEscrow', { identity: 'A' })).toBe(
      'call-not-permitted',
    );
  });
});

describe('a root key on its stick', () => {
  it('is tried without anything else being done', async () => {
    const { office: province, clock } = await provinceWith();
    const passwords = ['giu khoa mot', 'giu khoa hai', 'giu khoa ba'];
    const sticks = passwords.map((_, at) => newFolder(`stick-${String(at)}`));
    const keysOn = (folders: readonly string[]) =>
      folders.map((folder, at) => ({
        folder: province.pick(folder),
        password: passwords[at] ?? '',
      }));
    const test = (folder: string, typed: string) => ({
      file: province.pick(join(folder, readdirSync(folder)[0] ?? '')),
      password: typed,
    });
    const [first = '', second = '', third = ''] = sticks;
    const roots = async () => (await province.must('trust.state', {})).keyring?.root;
    const empty = newFolder('empty');
    writeFileSync(join(empty, 'x.key'), '');
    expect(await province.refusal('trust.testRootKey', test(empty, 'x'))).toBe('roots-missing');
    await province.must('trust.createRoots', { keys: keysOn(sticks), password });
    const before = await keyringFile(province);
    clock.set('2023-02-23T08:00+07:00');
    expect((await roots())?.keys.map(({ isTestDue }) => isTestDue)).toEqual([true, true, true]);
    const done = await province.must('trust.testRootKey', test(second, 'giu khoa hai'));
    expect(done.number).toBe(2);
    expect(done.trust.keyring?.root?.keys).toMatchObject([
      { testedAt: null, isTestDue: true },
      { testedAt: '2023-02-23T01:00:00.000Z', isTestDue: false, fingerprint: done.fingerprint },
      { testedAt: null, isTestDue: true },
    ]);
    expect(readFileSync(await keyringFile(province))).toEqual(readFileSync(before));
    expect(auditOf(province, 'root.test')).toHaveLength(1);

    const stored = storeContents(province);
    const refusal = (folder: string, typed: string) =>
      province.refusal('trust.testRootKey', test(folder, typed));
    expect(await refusal(third, 'khong phai')).toBe('root-password-wrong');
    expect(await refusal(empty, 'giu khoa ba')).toBe('root-key-malformed');
    expect(storeContents(province)).toBe(stored);

    // Agreeing to a change shows that a key opens as well.
    const change = { kind: 'signing', keepOld: true } as const;
    const signers = [test(first, 'giu khoa mot'), test(third, 'giu khoa ba')];
    await province.must('trust.renewRoots', { signers, change, password });
    expect((await roots())?.keys.map(({ isTestDue }) => isTestDue)).toEqual([false, false, false]);

    // A key of roots that were replaced is none of theirs any more.
    const newSticks = passwords.map((_, at) => newFolder(`new-${String(at)}`));
    await province.must('trust.startRootsAnew', { keys: keysOn(newSticks), password });
    expect(await refusal(first, 'giu khoa mot')).toBe('root-key-not-of-root');
  });
});

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
}
