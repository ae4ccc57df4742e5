import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { approve, reopen, sealTo } from '../../helpers/exchange.ts';
import {
  answersOn,
  keyringFile,
  newFolder,
  pair,
  receive,
  takeKeyring,
} from '../../helpers/keyrings.ts';
import { printer } from '../../helpers/printer.ts';
import { auditOf, storeContents } from '../../helpers/store-contents.ts';
import { openTestOffice, password } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const passwords = ['goc thu nhat', 'goc thu hai', 'goc thu ba'] as const;

function holders(province: TestOffice) {
  const folders = passwords.map((_, at) => newFolder(`holder-${String(at)}`));
  const keys = folders.map((folder, at) => ({
    folder: province.pick(folder),
    password: passwords[at] ?? '',
  }));
  return { folders, keys };
}

describe('root keys that are started anew', () => {
  it('are refused by a district until it types the new digits; everybody stays enrolled', async () => {
    const { district, province, stick } = await pair('approved');
    await province.must('trust.createRoots', { keys: holders(province).keys, password });
    await takeKeyring(district, await keyringFile(province));
    await sealTo(district, stick);
    expect((await receive(province, stick)).map(({ outcome }) => outcome)).toEqual(['accepted']);
    const units = (await province.must('trust.state', {})).units;
    const signing = (await province.must('trust.state', {})).ownFingerprint;

    // Two sticks are gone: the third one and the office's own keys are all there is.
    const { folders, keys } = holders(province);
    const { trust, fileNames } = await province.must('trust.startRootsAnew', { keys, password });
    expect(folders.map((folder) => readdirSync(folder))).toEqual(fileNames.map((name) => [name]));
    expect(trust.keyring?.root).toMatchObject({ version: 1, threshold: 2 });
    expect([trust.units, trust.ownFingerprint]).toEqual([units, signing]);
    expect(auditOf(province, 'root.startAnew')).toHaveLength(1);

    const path = await keyringFile(province);
    const file = district.pick(path);
    const before = storeContents(district);
    const old = (await district.must('trust.state', {})).keyring?.fingerprint ?? '';
    expect(await district.refusal('trust.acceptKeyring', { file, fingerprint: '' })).toBe(
      'keyring-root-not-trusted',
    );
    expect(await district.refusal('trust.acceptKeyring', { file, fingerprint: old })).toBe(
      'fingerprint-differs',
    );
    expect(storeContents(district)).toBe(before);

    const printed = trust.keyring?.fingerprint ?? '';
    expect(printed).not.toBe(old);
    const anew = await takeKeyring(district, path, printed);
    expect([anew.isEnrolled, anew.keyring?.version]).toEqual([true, trust.keyring?.version]);
    expect(auditOf(district, 'keyring.trustAnew')).toHaveLength(1);

    // What was on its way counts, and the exchange goes on.
    expect(await answersOn(district, stick)).toEqual(['accepted']);
    await reopen(district);
    await approve(district);
    const second = newFolder('second');
    await sealTo(district, second);
    expect((await receive(province, second)).map(({ outcome }) => outcome)).toEqual(['accepted']);
    expect(await answersOn(district, second)).toEqual(['accepted']);
    // Later changes follow the new roots without typing.
    const [a, b] = folders.map((folder, at) => ({
      file: province.pick(join(folder, readdirSync(folder)[0] ?? '')),
      password: passwords[at] ?? '',
    }));
    const signers = [a, b].flatMap((one) => (one === undefined ? [] : [one]));
    const change = { kind: 'signing', keepOld: true } as const;
    await province.must('trust.renewRoots', { signers, change, password });
    expect((await takeKeyring(district, await keyringFile(province))).isEnrolled).toBe(true);
  });

  it('have their papers: the digits of the letter and the record of handing over', async () => {
    const { province } = await pair();
    await province.must('trust.createRoots', { keys: holders(province).keys, password });
    const { trust } = await province.must('trust.startRootsAnew', {
      keys: holders(province).keys,
      password,
    });
    province.close();
    const { jobs, ports } = printer();
    const office = openTestOffice(province.office.dataFolder, undefined, ports);
    await office.signIn('receiver');
    await office.must('keyform.print', { document: { kind: 'letter' } });
    await office.must('keyform.print', { document: { kind: 'handover' } });
    office.close();
    const [letter, handover] = jobs.map(({ html }) => html.replace(/(?:<[^>]*>|\s)+/g, ' '));
    expect(letter).toContain(trust.keyring?.fingerprint.slice(0, 19));
    expect(handover).toContain('phiên bản 1 của tỉnh, lập ngày 24/8/2022');
    for (const { fingerprint } of trust.keyring?.root?.keys ?? []) {
      expect(handover).toContain(fingerprint);
    }
  });

  it('need the office’s password, three sticks, and roots that were there before', async () => {
    const { district, province } = await pair();
    const attempt = async (own = password) => {
      const { keys, folders } = holders(province);
      const code = await province.refusal('trust.startRootsAnew', { keys, password: own });
      return [code, ...folders.flatMap((folder) => readdirSync(folder))];
    };
    expect(await attempt()).toEqual(['roots-missing']);
    await province.must('trust.createRoots', { keys: holders(province).keys, password });
    const before = storeContents(province);
    expect(await attempt('mat khau sai')).toEqual(['password-wrong']);
    const [one, two] = holders(province).keys;
    const same = [one, two, one].flatMap((key) => (key === undefined ? [] : [key]));
    expect(await province.refusal('trust.startRootsAnew', { keys: same, password })).toBe(
      'root-folders-same',
    );
    const afterTyping = storeContents(province);
    expect(withoutAttempts(afterTyping)).toBe(withoutAttempts(before));
    const own = holders(district).keys;
    expect(await district.refusal('trust.startRootsAnew', { keys: own, password })).toBe(
      'call-not-permitted',
    );
  });
});

/** A wrong password is counted at its account; nothing else changes. */
function withoutAttempts(contents: string): string {
  return contents.replace(/^account .*$/m, '');
}
