import { spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { describe, expect, it, onTestFinished, vi } from 'vitest';

import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import type { InboxProgress } from '#shared/ipc/calls/inbox.ts';
import { approve, fillPlan, reopen, sealTo } from '../../helpers/exchange.ts';
import type { Pair } from '../../helpers/exchange.ts';
import { storeContents } from '../../helpers/store-contents.ts';
import { pairOf } from '../../helpers/templates.ts';
import {
  movableClock,
  openTestOffice,
  password,
  periodCode,
  temporaryFolder,
} from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const importer = join(import.meta.dirname, '../../helpers/import-until-killed.ts');
const folderOf = (name: string): string => temporaryFolder(name, onTestFinished);

async function approvedPair(): Promise<Pair> {
  const pair = await pairOf('approved', onTestFinished);
  onTestFinished(() => {
    pair.district.close();
    pair.province.close();
  });
  return pair;
}

async function revise(district: TestOffice): Promise<void> {
  await reopen(district);
  await approve(district);
}

const preview = (office: TestOffice, path: string) =>
  office.must('inbox.preview', { place: office.pick(path), password });

const readingOf = ({ reading }: { readonly reading: string | null }): string => {
  if (reading === null) throw new Error('The reading was cancelled.');
  return reading;
};

/** Asks as a window does, now and then, until what goes on is so far. */
async function progressOf(
  office: TestOffice,
  isWanted: (progress: InboxProgress) => boolean,
): Promise<InboxProgress> {
  for (let round = 0; round < 20_000; round += 1) {
    const progress = await office.must('inbox.progress', {});
    if (progress !== null && isWanted(progress)) return progress;
    await setImmediate();
  }
  throw new Error('It did not come so far.');
}

const outcomes = (verdicts: readonly Verdict[]) =>
  verdicts.map(({ outcome, refusal }) => [outcome, refusal?.code ?? null]);

describe('looking first', () => {
  it('gives the verdicts of taking in, and changes neither store nor stick', async () => {
    const { district, province, stick } = await approvedPair();
    await sealTo(district, stick);
    await revise(district);
    await sealTo(district, stick);
    writeFileSync(join(stick, 'ghi chú.txt'), 'không phải gói');
    const names = readdirSync(stick);
    const before = storeContents(province, { register: true });
    const looked = await preview(province, stick);
    expect(storeContents(province, { register: true })).toBe(before);
    expect(readdirSync(stick)).toEqual(names);
    expect(readdirSync(province.office.dataFolder)).not.toContain('cach-ly');
    expect(outcomes(looked.verdicts)).toEqual([
      ['accepted', null],
      ['accepted', null],
      ['skipped', 'not-a-bundle'],
    ]);
    // The second stands on the first, which the store does not have yet.
    expect(looked.verdicts.map(({ replaces }) => replaces)).toEqual([
      null,
      { revision: 1, receivedAt: null },
      null,
    ]);

    const taken = await province.must('inbox.takeIn', { reading: readingOf(looked) });
    expect(taken).toMatchObject({ state: 'done', total: 3, quarantineFolder: null });
    expect(outcomes(taken.verdicts)).toEqual(outcomes(looked.verdicts));
    expect(taken.verdicts.map(({ receiptFileName }) => receiptFileName !== null)).toEqual([
      true,
      true,
      false,
    ]);
    const received = await province.must('bundle.received', {});
    expect(received.map(({ revision }) => revision)).toEqual([2, 1]);
    expect(taken.verdicts[1]?.replaces).toEqual({
      revision: 1,
      receivedAt: received[1]?.receivedAt,
    });

    const again = await preview(province, stick);
    expect(
      again.verdicts.filter(({ outcome }) => outcome !== 'skipped').map((v) => v.outcome),
    ).toEqual(['already-received', 'already-received']);
  });

  it('knows the second copy of one bundle in a folder', async () => {
    const { district, province, stick } = await approvedPair();
    const path = await sealTo(district, stick);
    copyFileSync(path, path.replace('.age', '-2.age'));
    const { verdicts } = await preview(province, stick);
    const [first, second] = verdicts;
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['accepted', 'already-received']);
    expect(first?.copyOf).toBeNull();
    expect(second?.copyOf).toBe(first?.fileName);
    // What was taken in before lies in no other file of this reading.
    await province.must('bundle.receive', { place: province.pick(stick), password });
    const later = await preview(province, stick);
    const bundles = later.verdicts.filter(({ outcome }) => outcome !== 'skipped');
    expect(bundles.map(({ outcome, copyOf }) => [outcome, copyOf])).toEqual([
      ['already-received', null],
      ['already-received', null],
    ]);
  });

  it('judges anew what changed before taking in', async () => {
    const { district, province, stick } = await approvedPair();
    const path = await sealTo(district, stick);
    const looked = await preview(province, stick);
    expect(outcomes(looked.verdicts)).toEqual([['accepted', null]]);
    appendFileSync(path, 'x');
    const taken = await province.must('inbox.takeIn', { reading: readingOf(looked) });
    expect(taken.verdicts[0]).toMatchObject({ outcome: 'refused' });
    expect(await province.must('bundle.received', {})).toEqual([]);
  });

  it('takes several files of one folder, and none of two', async () => {
    const { district, province, stick } = await approvedPair();
    const first = await sealTo(district, stick);
    await revise(district);
    const second = await sealTo(district, stick);
    await fillPlan(district, periodCode('2022-KH'));
    const { places } = province.office;
    const picked = places.rememberFiles([second, first]);
    expect(picked.label).toBe(`${basename(second)} (+1)`);
    const { total, verdicts } = await province.must('inbox.preview', {
      place: picked.handle,
      password,
    });
    expect(total).toBe(2);
    expect(verdicts.map(({ fileName }) => fileName)).toEqual([basename(first), basename(second)]);
    const elsewhere = join(folderOf('elsewhere'), basename(first));
    copyFileSync(first, elsewhere);
    const place = places.rememberFiles([elsewhere, second]).handle;
    expect(await province.refusal('inbox.preview', { place, password })).toBe(
      'files-of-several-folders',
    );
  });
});

describe('a reading', () => {
  it('opens the second step once, and neither after cancelling nor after signing out', async () => {
    const { district, province, stick } = await approvedPair();
    await sealTo(district, stick);
    const used = readingOf(await preview(province, stick));
    await province.must('inbox.takeIn', { reading: used });
    expect(await province.refusal('inbox.takeIn', { reading: used })).toBe('reading-used');

    const cancelled = readingOf(await preview(province, stick));
    const held = province.office.inbox.reading?.held.keys.signer.seed;
    await province.must('inbox.cancel', {});
    expect(held?.every((byte) => byte === 0)).toBe(true);
    expect(await province.refusal('inbox.takeIn', { reading: cancelled })).toBe('reading-ended');

    const left = readingOf(await preview(province, stick));
    await province.must('session.signOut', {});
    await province.signIn('receiver');
    expect(await province.refusal('inbox.takeIn', { reading: left })).toBe('reading-ended');
  });

  it('ends by itself after ten minutes', async () => {
    const { district, province, stick } = await approvedPair();
    await sealTo(district, stick);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const reading = readingOf(await preview(province, stick));
    const seed = province.office.inbox.reading?.held.keys.signer.seed;
    vi.advanceTimersByTime(9 * 60 * 1000);
    expect(seed?.some((byte) => byte !== 0)).toBe(true);
    vi.advanceTimersByTime(60 * 1000);
    expect(seed?.every((byte) => byte === 0)).toBe(true);
    expect(await province.refusal('inbox.takeIn', { reading })).toBe('reading-expired');
  });

  it('ends after ten minutes by the clock where the machine slept, and where it was set back', async () => {
    const { district, province, stick } = await approvedPair();
    await sealTo(district, stick);
    const { dataFolder } = province.office;
    province.close();
    const clock = movableClock('2022-08-24T09:00+07:00');
    const again = openTestOffice(dataFolder, clock);
    onTestFinished(again.close);
    await again.signIn('receiver');
    for (const at of ['2022-08-24T09:10+07:00', '2022-08-24T08:59+07:00']) {
      clock.set('2022-08-24T09:00+07:00');
      const looked = await preview(again, stick);
      expect(looked.goodUntil).toBe('2022-08-24T02:10:00.000Z');
      const reading = readingOf(looked);
      const seed = again.office.inbox.reading?.held.keys.signer.seed;
      clock.set(at);
      expect(await again.refusal('inbox.takeIn', { reading })).toBe('reading-expired');
      expect(seed?.every((byte) => byte === 0)).toBe(true);
    }
    clock.set('2022-08-24T09:00+07:00');
    const reading = readingOf(await preview(again, stick));
    clock.set('2022-08-24T09:09+07:00');
    expect(await again.must('inbox.takeIn', { reading })).toMatchObject({ state: 'done' });
  });

  it('ends with the keyring that it was made under', async () => {
    const { district, province, stick } = await approvedPair();
    await sealTo(district, stick);
    const reading = readingOf(await preview(province, stick));
    const seed = province.office.inbox.reading?.held.keys.signer.seed;
    await province.must('trust.revoke', { unit: '300', password });
    expect(seed?.every((byte) => byte === 0)).toBe(true);
    expect(await province.refusal('inbox.takeIn', { reading })).toBe('reading-ended');
  });

  it.each(['signing', 'working'])('signs and opens with no %s key of before', async (purpose) => {
    const { district, province, stick } = await approvedPair();
    await sealTo(district, stick);
    const reading = readingOf(await preview(province, stick));
    province.office.store?.exec(
      `UPDATE office_key SET public_key = 'other' WHERE purpose = '${purpose}'`,
    );
    expect(await province.refusal('inbox.takeIn', { reading })).toBe('reading-ended');
    expect(await province.must('bundle.received', {})).toEqual([]);
  });

  it('needs the right password', async () => {
    const { province, stick } = await approvedPair();
    const place = province.pick(stick);
    expect(await province.refusal('inbox.preview', { place, password: 'không phải' })).toBe(
      'password-wrong',
    );
    expect(province.office.inbox.reading).toBeNull();
  });
});

describe('stopping', () => {
  it('ends between two files, says so in the register, and goes on the next time', async () => {
    const { district, province, stick } = await approvedPair();
    await sealTo(district, stick);
    await revise(district);
    await sealTo(district, stick);
    const reading = readingOf(await preview(province, stick));
    const taking = province.must('inbox.takeIn', { reading });
    const seen = await progressOf(province, ({ done }) => done === 1);
    expect(seen).toMatchObject({ kind: 'take-in', total: 2, done: 1, counts: { accepted: 1 } });
    await province.must('inbox.cancel', {});
    const stopped = await taking;
    expect(stopped).toMatchObject({ state: 'cancelled', total: 2 });
    expect(outcomes(stopped.verdicts)).toEqual([['accepted', null]]);
    expect(await province.must('inbox.progress', {})).toBeNull();
    expect(await province.must('inbox.runs', {})).toMatchObject([
      { state: 'cancelled', files: 2, receipts: 1, counts: { accepted: 1, refused: 0 } },
    ]);

    const onwards = await preview(province, stick);
    expect(onwards.verdicts.map(({ outcome }) => outcome)).toContain('already-received');
    await province.must('inbox.takeIn', { reading: readingOf(onwards) });
    expect(await province.must('bundle.received', {})).toHaveLength(2);
  });

  it('of a preview leaves nothing to take in', async () => {
    const { district, province, stick } = await approvedPair();
    await sealTo(district, stick);
    await revise(district);
    await sealTo(district, stick);
    const looking = preview(province, stick);
    await progressOf(province, () => true);
    await province.must('inbox.cancel', {});
    const { reading, verdicts, total } = await looking;
    expect([reading, total]).toEqual([null, 2]);
    expect(verdicts.length).toBeLessThan(2);
    expect(province.office.inbox.reading).toBeNull();
  });

  it('by a power cut in the middle is named in the register, and nothing is lost', async () => {
    const { district, province, stick } = await approvedPair();
    await sealTo(district, stick);
    await revise(district);
    const second = await sealTo(district, stick);
    const { dataFolder } = province.office;
    province.close();
    const { signal } = spawnSync(process.execPath, [importer, dataFolder, stick, '1']);
    expect(signal).toBe('SIGKILL');

    const again = openTestOffice(dataFolder);
    onTestFinished(() => {
      again.close();
    });
    await again.signIn('receiver');
    const [run] = await again.must('inbox.runs', {});
    expect(run).toMatchObject({ state: 'interrupted', files: 2, endedAt: null, receipts: null });
    const opened = await again.must('inbox.run', { id: run?.id ?? 0 });
    expect(opened.verdicts[0]).toMatchObject({ outcome: 'accepted', unit: '300', revision: 1 });
    expect(await again.must('bundle.received', {})).toHaveLength(1);
    const looked = await preview(again, stick);
    const taken = await again.must('inbox.takeIn', { reading: readingOf(looked) });
    expect(
      taken.verdicts.filter(({ unit }) => unit !== null).map(({ outcome }) => outcome),
    ).toEqual(['already-received', 'accepted']);
    expect(taken.verdicts.find(({ fileName }) => fileName === basename(second))?.revision).toBe(2);
    expect(await again.must('inbox.runs', {})).toMatchObject([
      { state: 'done' },
      { state: 'interrupted' },
    ]);
    expect(await again.refusal('inbox.run', { id: 99 })).toBe('import-run-unknown');
  });
});

describe('a bundle that a person has to decide on', () => {
  it('is held, can be answered, and stays where it lies', async () => {
    const { district, province, stick } = await approvedPair();
    const path = await sealTo(district, stick);
    // The series is taken back, as of a restored office that nobody enrolled again.
    province.office.store?.exec(`UPDATE enrolled_series SET series = 'other'`);
    const looked = await preview(province, stick);
    expect(looked.verdicts).toMatchObject([
      {
        outcome: 'held',
        isAnswerable: true,
        quarantine: null,
        refusal: { code: 'series-unknown' },
      },
    ]);
    const { verdicts } = await province.must('inbox.takeIn', { reading: readingOf(looked) });
    expect(verdicts[0]?.outcome).toBe('held');
    expect(readdirSync(stick)).toEqual([basename(path)]);
    const [run] = await province.must('inbox.runs', {});
    expect(run?.counts).toMatchObject({ held: 1, accepted: 0 });
    const opened = await province.must('inbox.run', { id: run?.id ?? 0 });
    expect(opened.verdicts).toEqual(verdicts);
    rmSync(path);
  });
});
