import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { bringAlong, laterCatalogue, takenFrom } from '../../helpers/catalogues.ts';
import { approve, reopen, sealTo } from '../../helpers/exchange.ts';
import {
  answersOn,
  keyringFile,
  newFolder,
  pair,
  receive,
  takeKeyring,
} from '../../helpers/keyrings.ts';
import { auditOf, storeContents } from '../../helpers/store-contents.ts';
import { password, setUpOffice } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const passwords = ['goc thu nhat', 'goc thu hai', 'goc thu ba'] as const;
const newPasswords = ['goc moi mot', 'goc moi hai', 'goc moi ba'] as const;

type RootFile = { readonly path: string; readonly password: string };

/** Three holders, each with a stick and a password of their own. */
function holders(
  office: TestOffice,
  of: readonly string[],
): { folders: string[]; keys: { folder: string; password: string }[] } {
  const folders = of.map((_, at) => newFolder(`holder-${String(at)}`));
  return {
    folders,
    keys: folders.map((folder, at) => ({ folder: office.pick(folder), password: of[at] ?? '' })),
  };
}

function filesIn(folders: readonly string[], of: readonly string[]): readonly RootFile[] {
  return folders.map((folder, at) => ({
    path: join(folder, readdirSync(folder)[0] ?? ''),
    password: of[at] ?? '',
  }));
}

async function makeRoots(province: TestOffice): Promise<readonly RootFile[]> {
  const { folders, keys } = holders(province, passwords);
  await province.must('trust.createRoots', { keys, password });
  return filesIn(folders, passwords);
}

const signersOf = (office: TestOffice, ...files: readonly (RootFile | undefined)[]) =>
  files.map((file) => ({ file: office.pick(file?.path ?? ''), password: file?.password ?? '' }));

describe('the root keys of a province', () => {
  it('lie on three sticks under three passwords, and the next keyring has their root', async () => {
    const { province } = await pair();
    const before = await province.must('trust.state', {});
    const { folders, keys } = holders(province, passwords);
    const { fileNames, trust } = await province.must('trust.createRoots', { keys, password });
    expect(trust.keyring).toMatchObject({
      version: (before.keyring?.version ?? 0) + 1,
      root: { version: 1, threshold: 2 },
    });
    expect(trust.keyring?.root?.keys).toHaveLength(3);
    expect(trust.keyring?.fingerprint).not.toBe(before.keyring?.fingerprint);
    expect(folders.map((folder) => readdirSync(folder))).toEqual(fileNames.map((name) => [name]));
    expect(new Set(fileNames).size).toBe(3);
    for (const name of fileNames) expect(name).toMatch(/^SCT1_goc_30_[0-9a-f]{8}\.key$/);
    const [text = ''] = filesIn(folders, passwords).map(({ path }) => readFileSync(path, 'utf8'));
    expect(text).toContain('$argon2id$');
    expect(Buffer.from(text).length).toBeLessThan(600);
    // Enrolling a unit goes on without them.
    const other = await setUpOffice(newFolder('other'), 'district', '299');
    onTestFinished(other.close);
    const stick = newFolder('stick');
    const request = await other.must('trust.writeRequest', { folder: other.pick(stick), password });
    const reply = await province.must('trust.enrol', {
      file: province.pick(join(stick, request.fileName)),
      fingerprint: request.trust.ownFingerprint,
      folder: province.pick(stick),
      password,
    });
    // First trust is by the fingerprint of the root keys; the one that signs is not enough.
    const file = other.pick(join(stick, reply.fileName));
    const signing = reply.trust.ownFingerprint;
    expect(await other.refusal('trust.acceptKeyring', { file, fingerprint: signing })).toBe(
      'fingerprint-differs',
    );
    const fingerprint = reply.trust.keyring?.fingerprint ?? '';
    expect((await other.must('trust.acceptKeyring', { file, fingerprint })).isEnrolled).toBe(true);
  });

  it('are taken by a district that trusted the province before, without typing again', async () => {
    const { district, province } = await pair();
    await makeRoots(province);
    const trust = await takeKeyring(district, await keyringFile(province));
    expect([trust.isEnrolled, trust.keyring?.root?.version]).toEqual([true, 1]);
  });

  it('are not made twice, nor with passwords that are short or the same, nor half', async () => {
    const { province, district } = await pair();
    const before = storeContents(province);
    const attempt = async (of: readonly string[], own = password) => {
      const { keys, folders } = holders(province, of);
      const code = await province.refusal('trust.createRoots', { keys, password: own });
      return { code, files: folders.flatMap((folder) => readdirSync(folder)) };
    };
    expect(await attempt(['goc mot 1', 'goc hai 2', 'goc mot 1'])).toEqual({
      code: 'root-passwords-same',
      files: [],
    });
    expect((await attempt(['goc mot 1', 'ngan', 'goc ba 33'])).code).toBe('password-too-short');
    const { keys, folders } = holders(province, passwords);
    writeFileSync(join(folders[2] ?? '', 'x'), '');
    const missing = {
      ...keys[2],
      folder: province.pick(join(folders[2] ?? '', 'x')),
      password: 'abcdefgh',
    };
    const same = keys.map(({ password: own }) => ({
      folder: keys[0]?.folder ?? '',
      password: own,
    }));
    expect(await province.refusal('trust.createRoots', { keys: same, password })).toBe(
      'root-folders-same',
    );
    const half = [keys[0], keys[1], missing].flatMap((key) => (key === undefined ? [] : [key]));
    expect(await province.refusal('trust.createRoots', { keys: half, password })).toBe(
      'folder-missing',
    );
    expect(storeContents(province)).toBe(before);
    expect(await attempt(passwords, 'mat khau sai')).toEqual({ code: 'password-wrong', files: [] });
    const own = holders(district, passwords).keys;
    expect(await district.refusal('trust.createRoots', { keys: own, password })).toBe(
      'call-not-permitted',
    );
    await makeRoots(province);
    expect((await attempt(newPasswords)).code).toBe('roots-exist');
  });
});

describe('a new signing key of the province', () => {
  it('takes two root keys with their passwords', async () => {
    const { province } = await pair();
    const change = { kind: 'signing', keepOld: true } as const;
    const [a, b, c] = await makeRoots(province);
    const before = storeContents(province);
    const refusal = (...files: readonly (RootFile | undefined)[]) =>
      province.refusal('trust.renewRoots', {
        signers: signersOf(province, ...files),
        change,
        password,
      });
    const wrong = { path: b?.path ?? '', password: 'khong phai' };
    const foreign = { path: await keyringFile(province), password: passwords[0] };
    const altered = join(newFolder('altered'), 'x.key');
    writeFileSync(altered, readFileSync(b?.path ?? '', 'utf8').replace('"v":1', '"v":1 '));
    expect(await refusal(a, wrong)).toBe('root-password-wrong');
    expect(await refusal(a, a)).toBe('root-key-twice');
    expect(await refusal(a, foreign)).toBe('root-key-malformed');
    expect(await refusal(a, { path: altered, password: passwords[1] })).toBe('root-key-malformed');
    expect(storeContents(province)).toBe(before);
    const { trust } = await province.must('trust.renewRoots', {
      signers: signersOf(province, c, a),
      change,
      password,
    });
    expect(trust.keyring?.root?.version).toBe(2);
  });

  it.each([true, false])(
    'answers districts from then on; the old key stays: %s',
    async (keepOld) => {
      const { district, province, stick } = await pair('approved');
      const [a, b] = await makeRoots(province);
      const first = await takeKeyring(district, await keyringFile(province));
      const path = await sealTo(district, stick);
      const [answered] = await receive(province, stick);
      expect(answered?.outcome).toBe('accepted');
      const printed = first.keyring?.fingerprint;
      const signing = (await province.must('trust.state', {})).ownFingerprint;
      await province.must('trust.renewRoots', {
        signers: signersOf(province, a, b),
        change: { kind: 'signing', keepOld },
        password,
      });
      const renewed = await takeKeyring(district, await keyringFile(province));
      expect(renewed.keyring?.fingerprint).toBe(printed);
      expect((await province.must('trust.state', {})).ownFingerprint).not.toBe(signing);
      // What the old key signed before: still good while nobody else has it, else no more.
      expect(await answersOn(district, stick)).toEqual([
        keepOld ? 'accepted' : 'sender-not-enrolled',
      ]);
      // The same bundle again is answered under the new key, saying the same.
      const again = (await receive(province, stick)).find(
        ({ fileName }) => fileName === basename(path),
      );
      expect(again?.outcome).toBe('already-received');
      expect(again?.receiptFileName).not.toBe(answered?.receiptFileName);
      expect(await answersOn(district, stick)).toContain('accepted');
      await reopen(district);
      await approve(district);
      const second = newFolder('second');
      await sealTo(district, second);
      expect((await receive(province, second)).map(({ outcome }) => outcome)).toEqual(['accepted']);
      expect(await answersOn(district, second)).toEqual(['accepted']);
    },
  );
});

describe('a district that lost the thread', () => {
  it('trusts anew by the digits of the letter, also past a stolen key’s numbering', async () => {
    const { district, province } = await pair();
    const [a, b] = await makeRoots(province);
    await province.must('trust.renewRoots', {
      signers: signersOf(province, a, b),
      change: { kind: 'signing', keepOld: false },
      password,
    });
    // It never saw the keyring in which the old key vouched for the roots.
    const path = await keyringFile(province);
    const file = district.pick(path);
    expect(await district.refusal('trust.acceptKeyring', { file, fingerprint: '' })).toBe(
      'keyring-key-not-trusted',
    );
    const wrong = (await district.must('trust.state', {})).keyring?.fingerprint ?? '';
    expect(await district.refusal('trust.acceptKeyring', { file, fingerprint: wrong })).toBe(
      'fingerprint-differs',
    );
    const printed = (await province.must('trust.state', {})).keyring?.fingerprint ?? '';
    const trust = await takeKeyring(district, path, printed);
    expect([trust.isEnrolled, trust.keyring?.root?.version]).toEqual([true, 2]);
    expect(auditOf(district, 'keyring.trustAnew')).toHaveLength(1);
  });
});

describe('a catalogue signed with a key that the keyring has dropped', () => {
  it('waits no longer, is not accepted, and makes way for a genuine one', async () => {
    const { district, province } = await pair();
    const [a, b] = await makeRoots(province);
    await takeKeyring(district, await keyringFile(province));
    bringAlong(province, laterCatalogue());
    const issue = async (name: string): Promise<string> => {
      province.office.catalogue = laterCatalogue(1, name);
      const folder = newFolder('catalogue');
      await province.must('catalogue.issue', { folder: province.pick(folder), password });
      return folder;
    };
    expect(await takenFrom(district, await issue('của kẻ trộm'))).toMatchObject([
      { outcome: 'held' },
    ]);
    const { version } = laterCatalogue();
    expect(await district.must('catalogue.waiting', {})).toMatchObject({ version });
    await province.must('trust.renewRoots', {
      signers: signersOf(province, a, b),
      change: { kind: 'signing', keepOld: false },
      password,
    });
    await takeKeyring(district, await keyringFile(province));
    expect(await district.must('catalogue.waiting', {})).toBeNull();
    expect(await district.must('catalogue.offer', {})).toBeNull();
    expect(await district.refusal('catalogue.take', { version })).toBe('catalogue-offer-unknown');

    const genuine = await issue('của tỉnh');
    expect(await takenFrom(district, genuine)).toMatchObject([{ outcome: 'held' }]);
    expect(await district.must('catalogue.offer', {})).toMatchObject({
      version,
      differences: [{ field: 'name.vi', to: 'của tỉnh' }],
    });
    await district.must('catalogue.take', { version });
  });
});

describe('new root keys', () => {
  it('need two of the old ones, which count no longer afterwards', async () => {
    const { district, province } = await pair();
    const old = await makeRoots(province);
    await takeKeyring(district, await keyringFile(province));
    const { folders, keys } = holders(province, newPasswords);
    const { trust, fileNames } = await province.must('trust.renewRoots', {
      signers: signersOf(province, old[1], old[2]),
      change: { kind: 'keys', keys },
      password,
    });
    expect(fileNames).toHaveLength(3);
    const taken = await takeKeyring(district, await keyringFile(province));
    expect(taken.keyring?.fingerprint).toBe(trust.keyring?.fingerprint);
    const renew = (files: readonly (RootFile | undefined)[]) => ({
      signers: signersOf(province, ...files),
      change: { kind: 'signing', keepOld: false } as const,
      password,
    });
    const fresh = filesIn(folders, newPasswords);
    expect(await province.refusal('trust.renewRoots', renew([fresh[0], old[0]]))).toBe(
      'root-key-not-of-root',
    );
    await province.must('trust.renewRoots', renew([fresh[0], fresh[1]]));
    expect((await takeKeyring(district, await keyringFile(province))).isEnrolled).toBe(true);
  });

  it('are not made where one stick is not there', async () => {
    const { province } = await pair();
    const old = await makeRoots(province);
    const before = storeContents(province);
    const { keys } = holders(province, newPasswords);
    const gone = { folder: 'place-'.padEnd(38, '0'), password: newPasswords[2] };
    const code = await province.refusal('trust.renewRoots', {
      signers: signersOf(province, old[0], old[1]),
      change: { kind: 'keys', keys: [...keys.slice(0, 2), gone] },
      password,
    });
    expect(code).toBe('place-unknown');
    expect(storeContents(province)).toBe(before);
  });
});
