import { describe, expect, it, onTestFinished } from 'vitest';

import { introduction, pairWith, send, twoDesks, type } from '../../helpers/desks.ts';
import { keyringFile, newFolder, pair, takeKeyring } from '../../helpers/keyrings.ts';
import { auditOf, storeContents } from '../../helpers/store-contents.ts';
import { districtOffice } from '../../helpers/templates.ts';
import { password, setUpOffice } from '../../helpers/world.ts';

describe('pairing two computers of a unit', () => {
  it('names the other one, works one way, and can be ended', async () => {
    const [first, second] = await twoDesks();
    const { fingerprint } = await introduction(second);
    const paired = await pairWith(first, second, 'Máy phòng TC-KH');
    expect(paired).toMatchObject([{ name: 'Máy phòng TC-KH', fingerprint, isRevoked: false }]);
    expect(await second.must('pairing.list', {})).toEqual([]);
    // Once more is no second computer.
    expect(await pairWith(first, second, '')).toMatchObject([{ name: fingerprint.slice(0, 9) }]);
    const [{ id } = { id: 0 }] = await first.must('pairing.list', {});
    expect(await first.must('pairing.remove', { id })).toEqual([]);
    expect(await first.refusal('pairing.remove', { id })).toBe('computer-unknown');
    expect(auditOf(first, 'pairing.add')).toHaveLength(2);
    expect(auditOf(first, 'pairing.remove')).toHaveLength(1);
  });

  it('asks for the digits of that very computer', async () => {
    const [first, second] = await twoDesks();
    const { path, fingerprint } = await introduction(second);
    const own = (await first.must('trust.state', {})).ownFingerprint;
    const before = storeContents(first);
    const add = (digits: string) =>
      first.refusal('pairing.add', { file: first.pick(path), fingerprint: digits, name: '' });
    expect(await add(own)).toBe('fingerprint-differs');
    expect(await add(fingerprint.slice(0, -1))).toBe('fingerprint-malformed');
    const last = fingerprint.endsWith('0') ? '1' : '0';
    expect(await add(fingerprint.slice(0, -1) + last)).toBe('fingerprint-check-digits');
    expect(storeContents(first)).toBe(before);
  });

  it('takes no other unit, no copy of itself, and no file of another kind', async () => {
    const [first] = await twoDesks();
    const other = await setUpOffice(newFolder('other'), 'district', '299');
    const copy = await districtOffice(onTestFinished);
    onTestFinished(() => {
      other.close();
      copy.close();
    });
    const before = storeContents(first);
    const refusalOf = async (from: typeof other) => {
      const { path, fingerprint } = await introduction(from);
      return first.refusal('pairing.add', { file: first.pick(path), fingerprint, name: '' });
    };
    expect(await refusalOf(other)).toBe('pairing-other-unit');
    expect(await refusalOf(copy)).toBe('pairing-own-computer');
    const { province } = await pair();
    const { ownFingerprint: fingerprint } = await province.must('trust.state', {});
    const file = first.pick(await keyringFile(province));
    expect(await first.refusal('pairing.add', { file, fingerprint, name: '' })).toBe(
      'statement-of-other-kind',
    );
    expect(storeContents(first)).toBe(before);
  });

  it('is nothing for a province', async () => {
    const { district, province } = await pair();
    const { path, fingerprint } = await introduction(district);
    const input = { file: province.pick(path), fingerprint, name: '' };
    expect(await province.refusal('pairing.add', input)).toBe('call-not-permitted');
  });

  it('ends by itself when the province gives that computer’s key up', async () => {
    const { district: first, province } = await pair();
    const second = await setUpOffice(newFolder('second'), 'district', '300');
    onTestFinished(second.close);
    await pairWith(second, first);
    // What the first one sent before counts as little as what it sends after.
    await pairWith(first, second);
    await type(first, 'B01', [{ row: 'HI_COVERAGE', column: 'numerator', typed: '5' }]);
    const drafts = await send(first, 'B01');
    await province.must('trust.revoke', { unit: '300', password });
    const { ownFingerprint: letter } = await province.must('trust.state', {});
    await takeKeyring(second, await keyringFile(province), letter);
    expect(await second.must('pairing.list', {})).toMatchObject([{ isRevoked: true }]);
    const file = second.pick(drafts);
    expect(await second.refusal('drafts.preview', { file, password })).toBe('drafts-not-paired');
    const { path, fingerprint } = await introduction(first);
    const again = { file: second.pick(path), fingerprint, name: '' };
    expect(await second.refusal('pairing.add', again)).toBe('key-revoked');
  });
});
