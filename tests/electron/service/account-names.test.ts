import { describe, expect, it, onTestFinished } from 'vitest';

import { storeOf } from '../../../electron/service/office.ts';
import { approve, fillSheet, sealTo } from '../../helpers/exchange.ts';
import { receive } from '../../helpers/keyrings.ts';
import { districtOffice, pairOf } from '../../helpers/templates.ts';
import { august2022 as period, password } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

/** As an account was kept before names were made plain. */
function renamed({ office }: TestOffice, account: string, displayName: string): void {
  storeOf(office)
    .prepare('UPDATE account SET display_name = ? WHERE name = ?')
    .run(displayName, account);
}

const typed = { password, ownPassword: password } as const;

describe('a name that was pasted with a tab or a line break', () => {
  it('is kept so that its owner can receive and lock', async () => {
    const { district, province, stick } = await pairOf('approved', onTestFinished);
    await sealTo(district, stick);
    const lan = { name: 'lan', displayName: 'Nguyễn\tThị Lan', role: 'receiver' } as const;
    const hoa = { name: 'hoa', displayName: 'Trần\u2028Hoa', role: 'consolidator' } as const;
    await province.must('account.add', { ...lan, ...typed });
    const accounts = await province.must('account.add', { ...hoa, ...typed });
    expect(accounts.map(({ displayName }) => displayName)).toEqual(
      expect.arrayContaining(['Nguyễn Thị Lan', 'Trần Hoa']),
    );
    await province.signIn('lan');
    expect(await receive(province, stick)).toMatchObject([{ outcome: 'accepted' }]);
    await province.signIn('hoa');
    await province.must('lock.set', { period, password });
  });

  it('signs all the same where the account is from before', async () => {
    const { district, province, stick } = await pairOf('approved', onTestFinished);
    await sealTo(district, stick);
    renamed(province, 'receiver', 'Nguyễn\u2029Thị\tLan');
    await province.signIn('receiver');
    const place = province.pick(stick);
    const { reading, verdicts } = await province.must('inbox.preview', { place, password });
    expect(verdicts).toMatchObject([{ outcome: 'accepted' }]);
    const taken = await province.must('inbox.takeIn', { reading: reading ?? '' });
    expect(taken.verdicts).toMatchObject([{ outcome: 'accepted', refusal: null }]);
    const [bundle] = await province.must('bundle.received', {});
    const view = await province.must('answer.view', { bundle: bundle?.id ?? 0 });
    expect(view.receipts[0]?.answeredBy).toBe('Nguyễn Thị Lan');
  });

  it('prepares and approves at a district', async () => {
    const district = await districtOffice(onTestFinished);
    await fillSheet(district);
    renamed(district, 'recorder', 'Lê\tNam');
    renamed(district, 'approver', ' \u0001 ');
    await district.signIn('recorder');
    await approve(district);
    await district.signIn('approver');
    const { account } = await district.must('session.state', {});
    expect(account).toMatchObject({ name: 'approver', displayName: 'approver' });
  });
});
