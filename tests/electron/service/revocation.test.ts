import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { approve, fillPlan, fillSheet, introduce, reopen, sealTo } from '../../helpers/exchange.ts';
import {
  answersOn,
  keyringFile,
  newFolder,
  pair,
  receive,
  takeKeyring,
} from '../../helpers/keyrings.ts';
import { password, periodCode, setUpOffice } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

describe('a revoked key of a district', () => {
  it('counts for what was received and for nothing after it', async () => {
    const { district, province, stick } = await pair('approved');
    const path = await sealTo(district, stick);
    await receive(province, stick);
    const trust = await province.must('trust.revoke', { unit: '300', password });
    expect(trust.units.find(({ unit }) => unit === '300')).toMatchObject({ isRevoked: true });
    expect(await province.refusal('trust.revoke', { unit: '300', password })).toBe(
      'unit-not-enrolled',
    );
    const again = newFolder('again');
    writeFileSync(join(again, path.split('/').at(-1) ?? ''), readFileSync(path));
    expect((await receive(province, again))[0]?.outcome).toBe('already-received');

    await reopen(district);
    await approve(district);
    const later = newFolder('later');
    await sealTo(district, later);
    const [refused] = await receive(province, later);
    expect(refused?.refusal?.code).toBe('sender-revoked');
    // The district learns of it with the next keyring, and seals no more.
    expect((await takeKeyring(district, await keyringFile(province))).isEnrolled).toBe(false);
    // Asking again, it comes with new keys: the revoked one is never taken back.
    const before = (await district.must('trust.state', {})).ownFingerprint;
    await introduceAgain(district, province);
    expect((await district.must('trust.state', {})).ownFingerprint).not.toBe(before);
    const renewed = newFolder('renewed');
    await reopen(district);
    await approve(district);
    await sealTo(district, renewed);
    const [accepted] = await receive(province, renewed);
    expect(accepted?.outcome).toBe('accepted');
    expect(await answersOn(district, renewed)).toEqual(['accepted']);
    expect((await receive(province, later))[0]?.refusal?.code).toBe('sender-revoked');
  });

  it('takes no number that was still free: a thief could have used it', async () => {
    const { district, province, stick } = await pair('approved');
    const plan = periodCode('2022-KH');
    await fillPlan(district, plan);
    await approve(district, plan);
    const late = newFolder('late');
    await sealTo(district, late, plan);
    await sealTo(district, stick);
    await receive(province, stick);
    await province.must('trust.revoke', { unit: '300', password });
    expect((await receive(province, late))[0]?.refusal?.code).toBe('sender-revoked');
  });

  it('is not enrolled again by the request that it signed before', async () => {
    const { district, province } = await pair();
    const stick = newFolder('request');
    const request = await district.must('trust.writeRequest', {
      folder: district.pick(stick),
      password,
    });
    await province.must('trust.revoke', { unit: '300', password });
    expect(
      await province.refusal('trust.enrol', {
        file: province.pick(join(stick, request.fileName)),
        fingerprint: request.trust.ownFingerprint,
        folder: province.pick(stick),
        password,
      }),
    ).toBe('key-revoked');
  });

  it('stays in the keyring beside the one that follows it', async () => {
    const { district, province, stick } = await pair('approved');
    const path = await sealTo(district, stick);
    await receive(province, stick);
    // The office's PC was lost: it is set up anew, with new keys.
    const anew = await setUpOffice(newFolder('anew'), 'district', '300');
    onTestFinished(anew.close);
    await introduce(anew, province, newFolder('keys'));
    const again = newFolder('again');
    writeFileSync(join(again, path.split('/').at(-1) ?? ''), readFileSync(path));
    expect((await receive(province, again))[0]?.outcome).toBe('already-received');
    await fillSheet(anew);
    await approve(anew);
    const late = newFolder('late');
    await sealTo(anew, late);
    expect((await receive(province, late))[0]?.outcome).toBe('accepted');
    expect(await answersOn(anew, late)).toEqual(['accepted']);
    await reopen(district);
    await approve(district);
    const stolen = newFolder('stolen');
    await sealTo(district, stolen);
    expect((await receive(province, stolen))[0]?.refusal?.code).toBe('sender-revoked');
  });
});

/** A district asks again and the province takes it, as after the phone call about a revoked key. */
async function introduceAgain(district: TestOffice, province: TestOffice): Promise<void> {
  const stick = newFolder('again-keys');
  const request = await district.must('trust.writeRequest', {
    folder: district.pick(stick),
    password,
  });
  const reply = await province.must('trust.enrol', {
    file: province.pick(join(stick, request.fileName)),
    fingerprint: request.trust.ownFingerprint,
    folder: province.pick(stick),
    password,
  });
  const trust = await takeKeyring(district, join(stick, reply.fileName));
  expect(trust.isEnrolled).toBe(true);
}
