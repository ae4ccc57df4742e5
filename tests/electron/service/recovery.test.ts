import { describe, expect, it, onTestFinished } from 'vitest';

import { formatRecoveryCode, recoveryCodeOf } from '#shared/domain/recovery-code.ts';
import { auditOf, storeContents } from '../../helpers/store-contents.ts';
import { districtOffice, pairOf } from '../../helpers/templates.ts';
import { password, temporaryFolder } from '../../helpers/world.ts';

const newPassword = 'mat khau hoan toan moi';
const another = formatRecoveryCode(recoveryCodeOf('1'.repeat(38)));

describe('the recovery code of an office', () => {
  it('opens the office again when its password is forgotten, keys and all', async () => {
    const { district, province } = await pairOf('approved', onTestFinished);
    onTestFinished(district.close);
    onTestFinished(province.close);
    expect(await district.must('recovery.state', {})).toEqual({ madeAt: null });
    const { code, madeAt } = await district.must('recovery.make', { password });
    expect(code).toMatch(/^\d{4}(?: \d{4}){9}$/);
    expect(await district.must('recovery.state', {})).toEqual({ madeAt });
    expect(storeContents(district)).not.toContain(code.replaceAll(' ', ''));
    await district.must('session.signOut', {});
    for (let failure = 0; failure < 6; failure += 1) {
      await district.call('session.signIn', { name: 'recorder', password: 'sai mat khau' });
    }
    expect(await district.refusal('session.signIn', { name: 'recorder', password })).toBe(
      'sign-in-wait',
    );

    await district.must('recovery.use', { name: 'recorder', code, newPassword });
    expect(await district.refusal('session.signIn', { name: 'recorder', password })).toBe(
      'sign-in-failed',
    );
    await district.must('session.signIn', { name: 'recorder', password: newPassword });
    const stick = temporaryFolder('stick', onTestFinished);
    const sealed = await district.must('bundle.seal', {
      period: '2022-08',
      password: newPassword,
    });
    await district.must('bundle.copy', { id: sealed.id, folder: district.pick(stick) });
    const [verdict] = await province.must('bundle.receive', {
      place: province.pick(stick),
      password,
    });
    expect(verdict?.outcome).toBe('accepted');
    expect(auditOf(district, 'recovery.use')).toMatchObject([{ object: 'recorder', detail: '' }]);
  });

  it('gives a password to those without the office’s keys as well', async () => {
    const office = await districtOffice(onTestFinished);
    onTestFinished(office.close);
    const { code } = await office.must('recovery.make', { password });
    await office.must('recovery.use', { name: 'checker', code, newPassword });
    const signedIn = await office.must('session.signIn', {
      name: 'checker',
      password: newPassword,
    });
    expect(signedIn.account?.role).toBe('checker');
  });

  it('is one at a time: a new one takes the place of the one before', async () => {
    const office = await districtOffice(onTestFinished);
    onTestFinished(office.close);
    const use = (code: string) =>
      office.refusal('recovery.use', { name: 'recorder', code, newPassword });
    expect(await use(another)).toBe('recovery-missing');
    const { code: first } = await office.must('recovery.make', { password });
    await office.must('recovery.make', { password });
    const before = storeContents(office);
    expect(await use(first)).toBe('recovery-code-wrong');
    expect(await use(another)).toBe('recovery-code-wrong');
    expect(await use(`${another.slice(0, -1)}${another.endsWith('0') ? '1' : '0'}`)).toBe(
      'recovery-code-check-digits',
    );
    expect(await use('1234')).toBe('recovery-code-malformed');
    expect(storeContents(office)).toBe(before);
  });

  it('changes nothing for a short password, an unknown account, or without the own password', async () => {
    const office = await districtOffice(onTestFinished);
    onTestFinished(office.close);
    expect(await office.refusal('recovery.make', { password: 'sai mat khau' })).toBe(
      'password-wrong',
    );
    const { code } = await office.must('recovery.make', { password });
    expect(
      await office.refusal('recovery.use', { name: 'recorder', code, newPassword: 'ngan' }),
    ).toBe('password-too-short');
    expect(await office.refusal('recovery.use', { name: 'nobody', code, newPassword })).toBe(
      'sign-in-failed',
    );
    await office.must('session.signIn', { name: 'recorder', password });
  });
});
