import { cpSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { approve, fillPlan, introduce, sealTo } from '../../helpers/exchange.ts';
import { answersOn, newFolder, receive } from '../../helpers/keyrings.ts';
import { auditOf, storeContents } from '../../helpers/store-contents.ts';
import { copied, decide, desk, facts, here, other, revised, twins } from '../../helpers/streams.ts';
import type { TwoInstallations } from '../../helpers/streams.ts';
import { pairOf } from '../../helpers/templates.ts';
import { august2022, openTestOffice, password, periodCode } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const period = august2022;
const unit = '300';

/** What counts of the district: the numerator of its health insurance coverage. */
async function counting(province: TestOffice): Promise<string | null | undefined> {
  const view = await province.must('consolidation.view', { period });
  return view.rows
    .find(({ row }) => row === 'HI_COVERAGE')
    ?.units.find((each) => each.unit === unit)?.numerator;
}

describe('a bundle that forks its series', () => {
  it('B31 is held: it counts for nothing, is kept once, and the stick may go', async () => {
    const { province, path } = await copied();
    expect((await receive(province, path))[0]).toMatchObject({
      outcome: 'held',
      refusal: { code: 'sequence-fork' },
      receiptFileName: null,
    });
    const before = storeContents(province);
    expect((await receive(province, path))[0]?.outcome).toBe('held');
    expect(storeContents(province)).toBe(before);
    expect(await counting(province)).toBe('93');
    expect(auditOf(province, 'bundle.hold')).toHaveLength(1);
    const { questions, decisions } = await desk(province);
    expect(decisions).toEqual([]);
    expect(questions).toMatchObject([
      {
        unit,
        here: { revision: 2, sequence: 2, installation: 1, heldFor: null },
        others: [{ revision: 2, sequence: 2, heldFor: 'sequence-fork', differing: 1 }],
      },
    ]);
    const compared = await province.must('stream.compare', {
      unit,
      period,
      other: questions[0]?.others[0]?.statement ?? '',
    });
    expect(compared.base).toMatchObject({ revision: 1, sequence: 1 });
    expect(compared.cells).toEqual([
      {
        form: 'B01',
        formName: 'Biểu 01',
        row: 'HI_COVERAGE',
        rowName: expect.stringContaining('bảo hiểm y tế') as string,
        column: 'numerator',
        columnName: 'Tử số',
        values: ['92', '93', '94'],
      },
    ]);
    expect(await province.must('consolidation.view', { period })).toMatchObject({
      units: expect.arrayContaining([
        expect.objectContaining({ unit, isUndecided: true }),
      ]) as unknown,
    });
    expect((await province.must('lock.outlook', { period })).undecided).toEqual(['Thanh Miện']);
  });

  it('B31 is held with all that continues it: also the third report, also in a dry run', async () => {
    const { province, path, copy } = await copied();
    const stick = newFolder('three');
    for (const each of [path, await revised(copy, '95'), await revised(copy, '96')]) {
      cpSync(each, join(stick, basename(each)));
    }
    const preview = await province.must('inbox.preview', { place: province.pick(stick), password });
    expect(preview.verdicts.map(({ outcome }) => outcome)).toEqual(['held', 'held', 'held']);
    const verdicts = await receive(province, stick);
    expect(verdicts.map(({ refusal }) => refusal?.code)).toEqual(Array(3).fill('sequence-fork'));
    expect(await counting(province)).toBe('93');
  });

  it('B31 counts once somebody chose it, and both computers are told', async () => {
    const { province, path, original, copy, here: first } = await copied();
    await receive(province, path);
    const { questions, decisions } = await decide(province, other);
    expect(questions).toEqual([]);
    expect(decisions).toMatchObject([
      { unit, reason: 'Đã gọi điện, máy 2 là bản đúng.', setAside: [expect.anything()] },
    ]);
    expect(await counting(province)).toBe('94');
    expect(auditOf(province, 'stream.decide')).toHaveLength(1);
    const out = newFolder('out');
    const to = { kind: 'folder', folder: province.pick(out) } as const;
    const handed = await province.must('answer.hand', { sequence: null, to });
    expect(handed.written).toHaveLength(2);
    const told = async (office: TestOffice) => {
      await office.must('receipt.import', { folder: office.pick(out), password });
      const [sent] = await office.must('bundle.list', { period });
      return sent?.receipt;
    };
    expect(await told(copy)).toMatchObject({ outcome: 'accepted-with-notes' });
    expect(await told(original)).toMatchObject({ outcome: 'returned', note: decisions[0]?.reason });
    // The next report of the chosen computer comes as ever; the other one's is held again.
    expect((await receive(province, await revised(copy, '95')))[0]?.outcome).toBe('accepted');
    expect(await counting(province)).toBe('95');
    const [late] = await receive(province, await revised(original, '90'));
    expect(late).toMatchObject({ outcome: 'held', refusal: { code: 'sequence-fork' } });
    expect(await counting(province)).toBe('95');
    expect((await desk(province)).questions).toHaveLength(1);
    // What was decided against is known, whoever brings it again.
    expect((await receive(province, first))[0]?.outcome).toBe('already-received');
    expect((await receive(province, path))[0]?.outcome).toBe('already-received');
  });

  it('is refused with a receipt, again and again, once somebody kept what counts', async () => {
    const { province, path, copy } = await copied();
    await receive(province, path);
    await decide(province, here);
    expect(await counting(province)).toBe('93');
    expect((await desk(province)).questions).toEqual([]);
    const [verdict] = await receive(province, path);
    expect(verdict).toMatchObject({ outcome: 'refused', refusal: { code: 'sequence-fork' } });
    expect(verdict?.receiptFileName).toBeTruthy();
    await copy.must('receipt.import', { folder: copy.pick(dirname(path)), password });
    const [sent] = await copy.must('bundle.list', { period });
    expect(sent).toMatchObject({ stage: 'refused', receipt: { code: 'sequence-fork' } });
  });

  it('B31 is never taken unverified: kept bytes that are not as they came, a revoked key', async () => {
    const { province, path } = await copied();
    await receive(province, path);
    const choice = await facts(province, other);
    const { store } = province.office;
    if (store === null) throw new Error('the store is open');
    store.exec('SAVEPOINT spoilt');
    store.exec('DROP TRIGGER held_bundle_is_not_updated');
    const { content } = store.prepare('SELECT content FROM held_bundle').get() as {
      content: Buffer;
    };
    content[content.length - 40] = (content.at(-40) ?? 0) ^ 1;
    store.prepare('UPDATE held_bundle SET content = ?').run(content);
    expect(await province.refusal('stream.decide', choice)).toBe('bundle-altered');
    expect(await counting(province)).toBe('93');
    store.exec('ROLLBACK TO spoilt; RELEASE spoilt');
    await province.must('trust.revoke', { unit, password });
    expect(await province.refusal('stream.decide', choice)).toMatch(
      /^sender-(revoked|not-enrolled)/u,
    );
    expect(await counting(province)).toBe('93');
    expect((await desk(province)).decisions).toEqual([]);
  });

  it('is not decided on what nobody saw, without a reason, or twice', async () => {
    const { province, path, copy } = await copied();
    await receive(province, path);
    const choice = await facts(province, other);
    expect(await province.refusal('stream.decide', { ...choice, reason: ' ' })).toBe(
      'reason-missing',
    );
    await receive(province, await revised(copy, '97'));
    expect(await province.refusal('stream.decide', choice)).toBe('streams-changed');
    const newer = await facts(province, ({ others }) => others[1]?.statement ?? '');
    expect(newer.known).toHaveLength(3);
    expect(await province.refusal('stream.decide', { ...newer, chosen: '0b'.repeat(32) })).toBe(
      'streams-changed',
    );
    await province.must('stream.decide', newer);
    expect(await counting(province)).toBe('97');
    expect(await province.refusal('stream.decide', newer)).toBe('stream-settled');
  });

  it('B31 may be decided otherwise, by whoever says why', async () => {
    const { province, path } = await copied();
    await receive(province, path);
    await decide(province, here);
    const [settled] = (await desk(province)).settled;
    expect(settled).toMatchObject({ unit, others: [{ heldFor: 'sequence-fork', differing: 1 }] });
    const statement = settled?.others[0]?.statement ?? '';
    expect(
      (await province.must('stream.compare', { unit, period, other: statement })).cells,
    ).toHaveLength(1);
    const own = settled?.here?.statement ?? '';
    const again = { unit, period, known: [own, statement], reason: 'Nhầm máy.', password };
    expect(await province.refusal('stream.decide', { ...again, chosen: own })).toBe(
      'stream-settled',
    );
    const view = await province.must('stream.decide', { ...again, chosen: statement });
    expect(view.decisions).toHaveLength(2);
    expect(await counting(province)).toBe('94');
    const back = { ...again, chosen: own, reason: 'Gọi lại lần nữa: máy cũ đúng.' };
    await province.must('stream.decide', back);
    expect(await counting(province)).toBe('93');
  });

  it('B31 stays set aside when something else is decided of the same period', async () => {
    const { province, path, original } = await copied();
    await receive(province, path);
    await decide(province, other);
    const third = await twins(original);
    await receive(province, await revised(third.original, '90'));
    await decide(province, here);
    const [settled] = (await desk(province)).settled;
    expect(settled?.others.map(({ sequence }) => sequence)).toEqual([2, 3]);
    const revisions = await province.must('received.revisions', { unit, period });
    expect(revisions.revisions.filter(({ isSetAside }) => isSetAside)).toHaveLength(1);
    // Its number is free, and what it continues was received once: only the first decision tells.
    const [late] = await receive(province, await revised(third.copy, '91'));
    expect(late).toMatchObject({ outcome: 'held', refusal: { code: 'sequence-fork' } });
    expect(await counting(province)).toBe('94');
  });

  it('B31 knows the copy that was decided against by all that it sent since, and over a gap', async () => {
    const { province, path, original } = await copied();
    const plan = periodCode('2022-KH');
    await fillPlan(original, plan);
    await approve(original, plan);
    const planned = await sealTo(original, newFolder('plan'), plan);
    expect((await receive(province, planned))[0]?.outcome).toBe('accepted');
    await receive(province, path);
    await decide(province, other);
    const [late] = await receive(province, await revised(original, '90'));
    expect(late).toMatchObject({ outcome: 'held', refusal: { code: 'sequence-fork' } });
    await revised(original, '91');
    const [far] = await receive(province, await revised(original, '89'));
    expect(far).toMatchObject({ outcome: 'held', refusal: { code: 'sequence-fork' } });
    expect(await counting(province)).toBe('94');
    await decide(province, here);
    expect(await counting(province)).toBe('94');
  });

  it('leaves append-only tables behind', async () => {
    const { province, path } = await copied();
    await receive(province, path);
    await decide(province, other);
    const { store } = province.office;
    for (const table of ['held_bundle', 'stream_decision', 'stream_set_aside', 'handed_receipt']) {
      expect(() => store?.exec(`DELETE FROM ${table}`)).toThrow('append-only');
    }
  });
});

describe('two series of one unit', () => {
  /** A district that was restored and enrolled anew; both series sent figures of August. */
  async function restored(): Promise<TwoInstallations & { readonly path: string }> {
    const { district, province, stick } = await pairOf('approved', onTestFinished);
    const first = await sealTo(district, stick);
    await receive(province, stick);
    const own = district.office.dataFolder;
    district.close();
    const old = join(newFolder('old'), 'data');
    cpSync(own, old, { recursive: true });
    writeFileSync(join(own, 'so-chi-tieu.sqlite3'), 'damage');
    const copy = openTestOffice(own);
    onTestFinished(() => {
      copy.close();
      province.close();
    });
    await copy.must('setup.restoreBackup', { backup: null });
    await copy.signIn('recorder');
    await sealTo(copy, newFolder('again'));
    const path = await revised(copy, '94');
    return { province, here: first, copy, path };
  }

  it('holds what an unknown installation sent; chosen, it counts without being enrolled', async () => {
    const { province, path } = await restored();
    const [verdict] = await receive(province, path);
    expect(verdict).toMatchObject({ outcome: 'held', refusal: { code: 'series-unknown' } });
    const [question] = (await desk(province)).questions;
    expect(question?.others).toMatchObject([{ installation: null, heldFor: 'series-unknown' }]);
    await decide(province, other);
    expect(await counting(province)).toBe('94');
    expect((await desk(province)).questions).toEqual([]);
  });

  it('B31 stays refused once it was set aside, also when nothing speaks against its place any more', async () => {
    const { province, path, copy } = await restored();
    await receive(province, path);
    const { decisions } = await decide(province, here);
    await introduce(copy, province, newFolder('keys'));
    const set = { outcome: 'refused', refusal: { code: 'series-unknown' } };
    const place = province.pick(path);
    const { verdicts } = await province.must('inbox.preview', { place, password });
    expect(verdicts).toMatchObject([{ ...set, receiptFileName: null }]);
    const [verdict] = await receive(province, path);
    expect(verdict).toMatchObject(set);
    expect(verdict?.receiptFileName).toBeTruthy();
    expect(await counting(province)).toBe('92');
    await copy.must('receipt.import', { folder: copy.pick(dirname(path)), password });
    const [sent] = await copy.must('bundle.list', { period });
    expect(sent?.receipt).toMatchObject({ code: 'series-unknown', note: decisions[0]?.reason });
    // A person may still let it count.
    const [settled] = (await desk(province)).settled;
    const known = [settled?.here, settled?.others[0]].map((side) => side?.statement ?? '');
    const choice = { unit, period, chosen: known[1] ?? '', known };
    await province.must('stream.decide', { ...choice, reason: 'Nhầm máy.', password });
    expect(await counting(province)).toBe('94');
  });

  it('B31 goes by the newest enrolled one until somebody decides, and says that nobody did', async () => {
    const { province, path, copy } = await restored();
    await introduce(copy, province, newFolder('keys'));
    expect((await receive(province, path))[0]?.outcome).toBe('accepted');
    expect(await counting(province)).toBe('94');
    const [question] = (await desk(province)).questions;
    expect(question).toMatchObject({
      here: { installation: 2 },
      others: [{ installation: 1, heldFor: null, differing: 1 }],
    });
    await decide(province, other);
    expect(await counting(province)).toBe('92');
    // A newer bundle that the decision did not know of opens the question again, and counts not yet.
    await answersOn(copy, dirname(path));
    expect((await receive(province, await revised(copy, '96')))[0]?.outcome).toBe('accepted');
    expect(await counting(province)).toBe('92');
    expect((await desk(province)).questions[0]?.others).toMatchObject([{ differing: 1 }]);
    await decide(province, other);
    expect(await counting(province)).toBe('96');
  });
});

describe('receipts that nobody wrote anywhere', () => {
  it('go to one folder for each unit, or to the outbox, once', async () => {
    const { province, path } = await copied();
    await receive(province, path);
    await decide(province, other);
    const waiting = await province.must('answer.unwritten', {});
    expect(waiting.map((each) => each.unit)).toEqual([unit, unit]);
    const out = newFolder('out');
    const first = waiting[0]?.sequence ?? 0;
    const [one] = (
      await province.must('answer.hand', {
        sequence: first,
        to: { kind: 'unit-folders', folder: province.pick(out) },
      })
    ).written;
    expect(basename(one?.folderLabel ?? '')).toMatch(/^300-[a-z0-9-]+$/u);
    expect(await province.must('answer.unwritten', {})).toHaveLength(1);
    const { written } = await province.must('answer.hand', {
      sequence: null,
      to: { kind: 'outbox' },
    });
    expect(written.map(({ folderLabel }) => folderLabel)).toEqual([
      join(province.office.dataFolder, 'hop-thu-di', unit),
    ]);
    expect(await province.must('answer.unwritten', {})).toEqual([]);
    expect(await province.refusal('answer.hand', { sequence: 99, to: { kind: 'outbox' } })).toBe(
      'receipt-unknown',
    );
  });
});
