import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { newFolder } from '../../helpers/keyrings.ts';
import { at, listAt, textAt } from './command.ts';
import type { Json } from './command.ts';
import { offices } from './key-offices.ts';

const holders = ['goc thu nhat', 'goc thu hai', 'goc thu ba'];
const folders = (name: string) => [1, 2, 3].map((number) => newFolder(`${name}-${String(number)}`));
const filesOf = (written: Json) => listAt(written, 'files').map(String);

describe('root keys on the command line', () => {
  it(
    'are made, tried and used; two of them replace the signing key and all three',
    { timeout: 60_000 },
    async () => {
      const { giving, receiver, recorder, stick } = await offices();
      const first = folders('first');
      const made = await giving(...holders).must('roots', 'create', ...first);
      const files = filesOf(made);
      const [one = '', two = '', three = ''] = files;
      expect(files).toEqual(first.flatMap((folder) => [join(folder, ...readdirSync(folder))]));
      const digits = at(made, 'trust', 'keyring', 'fingerprint');

      const shown = await giving('goc thu hai').ask('roots', 'test', two);
      expect(shown).toMatchObject({ exitCode: 0, stderr: '' });
      expect(shown.stdout).toMatch(/khóa gốc 2 đang dùng, dấu khóa (?:\d{4} ){7}\d{4}\.\n$/);
      expect(shown.stdout).not.toContain('goc thu hai');
      const wrong = await giving('goc thu ba').refused('roots', 'test', two);
      expect(wrong).toMatchObject({ exitCode: 1, code: 'root-password-wrong' });

      // A district that knows the roots follows every later change without typing.
      const takeOver = async () => {
        const keyring = await receiver.must('keyring', 'export', '--to', stick);
        return recorder.must('enrol', 'accept', textAt(keyring, 'file'));
      };
      await takeOver();
      const signing = at(await receiver.must('keyring', 'fingerprint'), 'ownFingerprint');
      const signers = giving('goc thu nhat', 'goc thu ba');
      const renewed = await signers.must('signing', 'renew', one, three, '--drop-old');
      expect(at(renewed, 'trust', 'keyring', 'fingerprint')).toBe(digits);
      expect(at(renewed, 'trust', 'ownFingerprint')).not.toBe(signing);
      expect(at(await takeOver(), 'keyring', 'fingerprint')).toBe(digits);

      const second = folders('second');
      const exchange = ['roots', 'renew', two, three, ...second];
      const refused = await giving('goc thu hai', 'x', 'a', 'b', 'c').refused(...exchange);
      expect(refused.code).toBe('password-too-short');
      expect(second.flatMap((folder) => readdirSync(folder))).toEqual([]);
      const others = ['khoa moi mot', 'khoa moi hai', 'khoa moi ba'];
      const replaced = await giving('goc thu hai', 'goc thu ba', ...others).must(...exchange);
      expect(filesOf(replaced)).toEqual(
        second.flatMap((folder) => [join(folder, ...readdirSync(folder))]),
      );
      const after = at(replaced, 'trust', 'keyring', 'fingerprint');
      expect(after).not.toBe(digits);
      expect(at(await takeOver(), 'keyring', 'fingerprint')).toBe(after);
      const old = await giving('goc thu hai').refused('roots', 'test', two);
      expect(old.code).toBe('root-key-not-of-root');
    },
  );

  it(
    'are started anew when two are lost, once that was agreed to; districts type again',
    { timeout: 60_000 },
    async () => {
      const { giving, receiver, recorder, stick } = await offices();
      const early = await giving(...holders).refused('roots', 'anew', ...folders('early'), '--yes');
      expect(early.code).toBe('roots-missing');
      const lost = folders('lost');
      await giving(...holders).must('roots', 'create', ...lost);
      const exported = async () =>
        textAt(await receiver.must('keyring', 'export', '--to', stick), 'file');
      await recorder.must('enrol', 'accept', await exported());
      for (const folder of lost) rmSync(folder, { recursive: true });

      const next = folders('next');
      const careless = await giving(...holders).refused('roots', 'anew', ...next);
      expect(careless).toMatchObject({ exitCode: 2, code: 'usage' });
      expect(next.flatMap((folder) => readdirSync(folder))).toEqual([]);
      const same = await giving('mot mot mot', 'mot mot mot', 'ba ba ba ba').refused(
        ...['roots', 'anew', ...next, '--yes'],
      );
      expect(same.code).toBe('root-passwords-same');
      const anew = await giving(...holders).must('roots', 'anew', ...next, '--yes');
      expect(filesOf(anew)).toHaveLength(3);

      const keyring = await exported();
      const unasked = await recorder.refused('enrol', 'accept', keyring);
      expect(unasked.code).toBe('keyring-root-not-trusted');
      const printed = textAt(at(anew, 'trust', 'keyring'), 'fingerprint');
      const typed = ['--fingerprint', printed];
      const trust = await recorder.must('enrol', 'accept', keyring, ...typed);
      expect(trust).toMatchObject({ isEnrolled: true, keyring: { fingerprint: printed } });
    },
  );

  it('read as many lines as they need, and nothing is written with one less', async () => {
    const { giving } = await offices();
    const places = folders('place');
    const short = await giving('goc thu nhat', 'goc thu hai').refused('roots', 'create', ...places);
    expect(short).toMatchObject({ exitCode: 2, code: 'usage' });
    expect(short.facts).toMatchObject({ detail: expect.stringContaining('4 dòng') });
    expect(places.flatMap((folder) => readdirSync(folder))).toEqual([]);
  });
});
