import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { setUpPair } from '../../helpers/exchange.ts';
import { storeContents } from '../../helpers/store-contents.ts';
import { password, setUpOffice, temporaryFolder } from '../../helpers/world.ts';

describe('first trust', () => {
  it('is complete on both sides after request, reply and acceptance', async () => {
    const folder = temporaryFolder('trust', onTestFinished);
    const pair = await setUpPair(folder, temporaryFolder('stick', onTestFinished));
    const own = await pair.district.must('trust.state', {});
    const there = await pair.province.must('trust.state', {});
    expect(own).toMatchObject({ isEnrolled: true, keyring: { province: '30', version: 2 } });
    expect(own.keyring?.fingerprint).toBe(there.ownFingerprint);
    expect(there.units).toHaveLength(12);
    expect(there.units.find(({ unit }) => unit === '300')?.fingerprint).toBe(own.ownFingerprint);
    pair.district.close();
    pair.province.close();
  });

  it('needs the fingerprint of the letter, digit by digit', async () => {
    const folder = temporaryFolder('fingerprint', onTestFinished);
    const stick = temporaryFolder('stick', onTestFinished);
    const province = await setUpOffice(join(folder, 'p'), 'province', '30');
    const district = await setUpOffice(join(folder, 'd'), 'district', '300');
    const { fileName, trust } = await province.must('trust.writeKeyring', {
      folder: province.pick(stick),
    });
    const file = district.pick(join(stick, fileName));
    const right = trust.ownFingerprint;
    const other = (await district.must('trust.state', {})).ownFingerprint;
    const mistyped = right.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
    const before = storeContents(district);
    for (const [typed, code] of [
      ['', 'fingerprint-malformed'],
      [right.slice(0, -1), 'fingerprint-malformed'],
      [mistyped, 'fingerprint-check-digits'],
      [other, 'fingerprint-differs'],
    ] as const) {
      const input = { file, fingerprint: typed };
      expect(await district.refusal('trust.acceptKeyring', input), typed).toBe(code);
    }
    expect(storeContents(district)).toBe(before);
    await district.must('trust.acceptKeyring', { file, fingerprint: right });
    // Trusted, and not yet known: the keyring does not name this district.
    expect((await district.must('trust.state', {})).isEnrolled).toBe(false);
    district.close();
    province.close();
  });

  it('does not follow another key, nor an altered or a foreign file', async () => {
    const folder = temporaryFolder('other-key', onTestFinished);
    const stick = temporaryFolder('stick', onTestFinished);
    const pair = await setUpPair(join(folder, 'pair'), stick);
    const impostor = await setUpOffice(join(folder, 'impostor'), 'province', '30');
    const other = temporaryFolder('other', onTestFinished);
    const forged = await impostor.must('trust.writeKeyring', { folder: impostor.pick(other) });
    const forgedPath = join(other, forged.fileName);
    const altered = join(other, 'altered.jws');
    writeFileSync(altered, readFileSync(forgedPath, 'utf8').replace(/.{3}"\}\]\}$/, 'AAA"}]}'));
    const text = join(other, 'letter.jws');
    writeFileSync(text, 'Kính gửi');
    const before = storeContents(pair.district);
    for (const path of [forgedPath, altered, text]) {
      const input = { file: pair.district.pick(path), fingerprint: '' };
      const code = await pair.district.refusal('trust.acceptKeyring', input);
      expect(code).toBeOneOf([
        'keyring-key-not-trusted',
        'keyring-signature-invalid',
        'keyring-older',
        'statement-malformed',
      ]);
    }
    expect(storeContents(pair.district)).toBe(before);
    for (const office of [pair.district, pair.province, impostor]) office.close();
  });

  it('is not given to units of elsewhere, nor to a request whose fingerprint differs', async () => {
    const folder = temporaryFolder('requests', onTestFinished);
    const stick = temporaryFolder('stick', onTestFinished);
    const province = await setUpOffice(join(folder, 'p'), 'province', '30');
    const district = await setUpOffice(join(folder, 'd'), 'district', '300');
    const request = await district.must('trust.writeRequest', {
      folder: district.pick(stick),
      password,
    });
    const before = storeContents(province);
    const enrolling = {
      file: province.pick(join(stick, request.fileName)),
      folder: province.pick(stick),
      password,
    };
    const own = (await province.must('trust.state', {})).ownFingerprint;
    expect(await province.refusal('trust.enrol', { ...enrolling, fingerprint: own })).toBe(
      'fingerprint-differs',
    );
    const missing = province.pick(join(stick, 'nothing.jws'));
    const fingerprint = request.trust.ownFingerprint;
    expect(
      await province.refusal('trust.enrol', { ...enrolling, file: missing, fingerprint }),
    ).toBe('file-missing');
    expect(await district.refusal('trust.enrol', { ...enrolling, fingerprint })).toBe(
      'call-not-permitted',
    );
    expect(await district.refusal('trust.writeKeyring', { folder: district.pick(stick) })).toBe(
      'call-not-permitted',
    );
    expect(storeContents(province)).toBe(before);
    district.close();
    province.close();
  });
});
