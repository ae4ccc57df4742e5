import { readdirSync } from 'node:fs';

import { describe, expect, it, onTestFinished } from 'vitest';

import { createClient } from '#shared/ipc/client.ts';
import type { Clock } from '#shared/kit/clock.ts';
import { serveOffice } from '../../electron/service/handlers.ts';
import { approve, fillSheet, introduce, sealTo } from '../helpers/exchange.ts';
import { pairOf } from '../helpers/templates.ts';
import { password, setUpOffice, temporaryFolder } from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';

const folderOf = (name: string): string => temporaryFolder(name, onTestFinished);
const receiving = (province: TestOffice, stick: string) => ({
  place: province.pick(stick),
  password,
});

describe('a bug that one bundle runs into', () => {
  it('is reported and ends that bundle alone', async () => {
    const { province, district } = await pairOf('approved', onTestFinished);
    const stick = folderOf('stick');
    await sealTo(district, stick);
    const other = await setUpOffice(folderOf('other'), 'district', '299');
    await introduce(other, province, folderOf('keys'));
    await fillSheet(other);
    await approve(other);
    await sealTo(other, stick);
    // A clock that fails once, in the middle of taking in the first of the two bundles.
    const reported: unknown[] = [];
    let hasFailed = false;
    const clock: Clock = {
      ...province.office.clock,
      now: () => {
        const isTakingIn = new Error().stack?.includes('takeIn') === true;
        if (!isTakingIn || hasFailed) return province.office.clock.now();
        hasFailed = true;
        throw new Error('The clock failed.');
      },
    };
    const call = createClient(
      serveOffice({ ...province.office, clock }, (name, fault) => reported.push([name, fault])),
    );
    const reply = await call('bundle.receive', receiving(province, stick));
    if (!reply.ok) throw new Error(reply.refusal.code);
    const outcomes = reply.value.map(({ unit, outcome, refusal }) => [
      unit,
      outcome,
      refusal?.code,
    ]);
    expect(outcomes).toEqual([
      [null, 'refused', 'internal-fault'],
      ['300', 'accepted', undefined],
    ]);
    expect(reported).toEqual([['bundle.receive', new Error('The clock failed.')]]);

    const again = await province.must('bundle.receive', receiving(province, stick));
    const read = again.filter(({ outcome }) => outcome !== 'skipped');
    expect(read.map(({ unit, outcome }) => [unit, outcome])).toEqual([
      ['299', 'accepted'],
      ['300', 'already-received'],
    ]);
    for (const office of [province, district, other]) office.close();
  });
});

describe('the province’s own receipts in a folder', () => {
  it('are passed over by name, and the bundles keep the receipts that they have', async () => {
    const { province, district, stick } = await pairOf('approved', onTestFinished);
    await sealTo(district, stick);
    const [first] = await province.must('bundle.receive', receiving(province, stick));
    const again = await province.must('bundle.receive', receiving(province, stick));
    expect(
      again.map(({ fileName, outcome, refusal }) => [fileName, outcome, refusal?.code]),
    ).toEqual([
      [first?.receiptFileName, 'skipped', 'own-receipt'],
      [first?.fileName, 'already-received', undefined],
    ]);
    expect(readdirSync(stick)).toHaveLength(2);
    province.close();
    district.close();
  });
});
