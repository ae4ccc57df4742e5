import { readdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';

import { encodeQR } from 'qr';
import { describe, expect, it, onTestFinished } from 'vitest';

import { newSeries } from '#shared/bundle/series.ts';
import type { AnswerView } from '#shared/ipc/calls/answer.ts';
import type { SentBundle } from '#shared/ipc/calls/exchange.ts';
import { approve, reopen, sealTo } from '../../helpers/exchange.ts';
import type { Pair } from '../../helpers/exchange.ts';
import { answersOn, newFolder, pair, receive } from '../../helpers/keyrings.ts';
import { printer } from '../../helpers/printer.ts';
import { record } from '../../helpers/sheets.ts';
import { storeContents } from '../../helpers/store-contents.ts';
import { august2022, augustClock, openTestOffice, password } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const period = august2022;

/** A district whose report the province received, and what the province said of it. */
async function received(): Promise<Pair & { readonly answer: AnswerView; readonly path: string }> {
  const both = await pair('approved');
  const path = await sealTo(both.district, both.stick);
  await receive(both.province, both.stick);
  await answersOn(both.district, both.stick);
  const [bundle] = await both.province.must('bundle.received', {});
  const answer = await both.province.must('answer.view', { bundle: bundle?.id ?? 0 });
  return { ...both, answer, path };
}

/** Signs an answer and carries it to the district; gives what the district then sees. */
async function answered(
  { province, district }: Pair,
  bundle: number,
  facts: { readonly answer: 'accepted' | 'returned'; readonly note: string | null },
): Promise<SentBundle> {
  const view = await province.must('answer.give', { bundle, ...facts, password });
  const folder = newFolder(`answer-${String(view.receipts[0]?.sequence)}`);
  const sequence = view.receipts[0]?.sequence ?? 0;
  expect(view.receipts[0]?.handed).toBeNull();
  await province.must('answer.write', { sequence, folder: province.pick(folder) });
  const after = await province.must('answer.view', { bundle });
  expect(after.receipts[0]?.handed).toMatchObject({ way: 'folder' });
  await answersOn(district, folder);
  return sent(district);
}

async function sent(district: TestOffice): Promise<SentBundle> {
  const [bundle] = await district.must('bundle.list', { period });
  if (bundle === undefined) throw new Error('a bundle was sealed');
  return bundle;
}

async function stateOf(district: TestOffice): Promise<string | undefined> {
  return (await district.must('sheet.open', { period, form: 'B01' })).submission?.state;
}

const cell = { form: 'B01', row: 'HI_COVERAGE', column: 'numerator' } as const;

describe('an answer of the province', () => {
  it('returns a report with its reason and remarks, and takes the next revision', async () => {
    const both = await received();
    const { province, district, answer, stick } = both;
    const { bundle } = answer;
    await province.must('remark.save', { bundle, ...cell, text: 'Số thẻ giảm mạnh, rà soát.' });
    await province.must('remark.save', {
      bundle,
      ...cell,
      column: null,
      text: 'Ghi rõ nguồn.',
    });
    const returned = await answered(both, bundle, {
      answer: 'returned',
      note: 'Thiếu thuyết minh.\nBổ sung trước 25/8.',
    });
    expect(returned).toMatchObject({
      stage: 'returned',
      receipt: {
        outcome: 'returned',
        note: 'Thiếu thuyết minh.\nBổ sung trước 25/8.',
        isShort: false,
        remarks: [
          { column: null, text: 'Ghi rõ nguồn.', columnName: null },
          { ...cell, text: 'Số thẻ giảm mạnh, rà soát.', columnName: 'Tử số' },
        ],
      },
    });
    expect(await stateOf(district)).toBe('returned');
    // The report has come and is shown as returned; none of its figures count.
    const table = await province.must('consolidation.view', { period });
    expect(table.missingUnits).not.toContain('300');
    expect(table.returnedUnits).toEqual(['300']);
    expect(table.units.find(({ unit }) => unit === '300')).toMatchObject({
      revision: 1,
      answer: 'returned',
      arrival: 'on-time',
    });
    const coverage = table.rows.find(({ row }) => row === 'HI_COVERAGE');
    expect(coverage?.total).toMatchObject({ kind: 'empty', number: null, counted: 0 });
    expect(coverage?.units.find(({ unit }) => unit === '300')).toMatchObject({
      kind: 'returned',
      number: null,
    });

    await reopen(district, 'theo ý kiến tỉnh');
    await record(district, period, 'HI_COVERAGE', 'numerator', '93');
    await approve(district);
    await sealTo(district, stick);
    await receive(province, stick);
    await answersOn(district, stick);
    expect(await sent(district)).toMatchObject({ revision: 2, stage: 'received' });
    const after = await province.must('consolidation.view', { period });
    expect([after.missingUnits.includes('300'), after.returnedUnits]).toEqual([false, []]);
    expect(after.rows.find(({ row }) => row === 'HI_COVERAGE')?.total.counted).toBe(1);
  });

  it('accepts with notes when somebody wrote any, and is done with them', async () => {
    const both = await received();
    const { bundle } = both.answer;
    await both.province.must('remark.save', { bundle, ...cell, text: 'x' });
    await both.province.must('remark.save', { bundle, ...cell, text: '' });
    const note = 'Lần sau gửi trước ngày 20.';
    const noted = await answered(both, bundle, { answer: 'accepted', note });
    expect(noted.receipt).toMatchObject({ outcome: 'accepted-with-notes', note, remarks: [] });
    expect(await stateOf(both.district)).toBe('received');
    const plain = await answered(both, bundle, { answer: 'accepted', note: '' });
    expect(plain.receipt).toMatchObject({ outcome: 'accepted', note: null });
    const { receipts } = await both.province.must('answer.view', { bundle });
    expect(receipts.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'accepted-with-notes',
      'accepted',
    ]);
  });

  it('carries every remark that stands, also of the answer that it replaces', async () => {
    const both = await received();
    const { bundle } = both.answer;
    await both.province.must('remark.save', { bundle, ...cell, text: 'Rà soát.' });
    await answered(both, bundle, { answer: 'returned', note: 'Sửa.' });
    const again = await answered(both, bundle, { answer: 'accepted', note: null });
    expect(again.receipt).toMatchObject({
      outcome: 'accepted-with-notes',
      remarks: [{ text: 'Rà soát.' }],
    });
    await both.province.must('remark.save', { bundle, ...cell, text: '' });
    const plain = await answered(both, bundle, { answer: 'accepted', note: null });
    expect(plain.receipt).toMatchObject({ outcome: 'accepted', remarks: [] });
  });

  it('counts by its number, not by when it arrives', async () => {
    const both = await received();
    const { province, district, answer, stick } = both;
    const first = newFolder('returned');
    const view = await province.must('answer.give', {
      bundle: answer.bundle,
      answer: 'returned',
      note: 'Thiếu.',
      password,
    });
    const sequence = view.receipts[0]?.sequence ?? 0;
    await province.must('answer.write', { sequence, folder: province.pick(first) });
    await answered(both, answer.bundle, { answer: 'accepted', note: null });
    await answersOn(district, first);
    expect(await sent(district)).toMatchObject({ stage: 'received' });
    expect(await stateOf(district)).toBe('received');
    // Both again change nothing.
    const before = storeContents(district);
    for (const folder of [first, stick]) {
      const place = { folder: district.pick(folder), password };
      const outcomes = (await district.must('receipt.import', place)).map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome !== 'skipped')).toEqual(['already-received']);
    }
    expect(storeContents(district)).toBe(before);
  });

  it('stays what it was when an old one comes late, from before the province was restored', async () => {
    const both = await received();
    const { province, district, answer } = both;
    const { bundle } = answer;
    const first = newFolder('first');
    const give = { bundle, note: null, password } as const;
    const accepted = await province.must('answer.give', { ...give, answer: 'accepted' });
    const sequence = accepted.receipts[0]?.sequence ?? 0;
    await province.must('answer.write', { sequence, folder: province.pick(first) });
    // Restored, it goes on in a series of its own, and its numbers begin anew.
    province.office.store?.prepare('UPDATE store_identity SET series = ?').run(newSeries());
    await answered(both, bundle, { answer: 'returned', note: 'Thiếu.' });
    expect(await stateOf(district)).toBe('returned');
    await answersOn(district, first);
    expect(await sent(district)).toMatchObject({ stage: 'returned' });
    expect(await stateOf(district)).toBe('returned');
  });

  it('carries what was pasted, and tells nobody what cannot be said to a revoked key', async () => {
    const both = await received();
    const { province, answer } = both;
    const { bundle } = answer;
    const pasted = 'Cột\tA\u2028dòng \uFEFFhai\r\nba\u0000 ';
    await province.must('remark.save', { bundle, ...cell, text: pasted });
    const noted = await answered(both, bundle, { answer: 'accepted', note: pasted });
    expect(noted.receipt).toMatchObject({
      note: 'Cột A dòng  hai\nba',
      remarks: [{ text: 'Cột A dòng  hai\nba' }],
    });
    await province.must('trust.revoke', { unit: '300', password });
    const give = { bundle, answer: 'returned', note: 'x', password } as const;
    expect(await province.refusal('answer.give', give)).toBe('sender-not-enrolled');
  });

  it('is refused where it would say nothing or something about nothing', async () => {
    const { province, answer } = await received();
    const { bundle } = answer;
    const before = storeContents(province);
    const give = { bundle, answer: 'returned', note: ' ', password } as const;
    expect(await province.refusal('answer.give', give)).toBe('reason-missing');
    expect(await province.refusal('answer.give', { ...give, note: 'x', bundle: 9 })).toBe(
      'bundle-unknown',
    );
    expect(await province.refusal('answer.view', { bundle: 9 })).toBe('bundle-unknown');
    for (const [other, code] of [
      [{ form: 'B99' }, 'form-unknown'],
      [{ row: 'NO_SUCH' }, 'cell-not-yours'],
      [{ column: 'noSuch' }, 'cell-not-yours'],
      [{ bundle: 9 }, 'bundle-unknown'],
    ] as const) {
      const remark = { bundle, ...cell, text: 'x', ...other };
      expect(await province.refusal('remark.save', remark)).toBe(code);
    }
    const write = { sequence: 99, folder: province.pick(newFolder('none')) };
    expect(await province.refusal('answer.write', write)).toBe('receipt-unknown');
    expect(storeContents(province)).toBe(before);
  });

  it('survives a restart of the program as it was being written', async () => {
    const { province, answer } = await received();
    await province.must('remark.save', { bundle: answer.bundle, ...cell, text: 'Rà soát.' });
    const { bundle } = answer;
    await province.must('remark.save', { bundle, ...cell, row: 'POVERTY_RATE', text: 'Nhầm.' });
    await province.must('remark.save', { bundle, ...cell, row: 'POVERTY_RATE', text: '' });
    // Written over or taken back, it stays in the history.
    expect(province.office.store?.prepare('SELECT COUNT(*) FROM remark').pluck().get()).toBe(3);
    await province.must('session.signOut', {});
    await province.signIn('receiver');
    const view = await province.must('answer.view', { bundle: answer.bundle });
    expect(view.remarks).toMatchObject([{ ...cell, text: 'Rà soát.', place: /BHYT|bảo hiểm/iu }]);
  });
});

describe('what the province has seen of the log', () => {
  it('keeps a log that was written anew, sound in itself, from being sealed over', async () => {
    const { district } = await received();
    await reopen(district);
    district.office.store?.exec('DROP TRIGGER audit_entry_is_not_deleted; DELETE FROM audit_entry');
    await approve(district);
    expect(await district.refusal('bundle.seal', { period, password })).toBe('audit-rewritten');
  });
});

describe('the short form on paper', () => {
  it('ends the waiting, and the file later brings what it left out', async () => {
    const { district, province, stick } = await pair('approved');
    await sealTo(district, stick);
    await receive(province, stick);
    const [bundle] = await province.must('bundle.received', {});
    const give = {
      bundle: bundle?.id ?? 0,
      answer: 'returned',
      note: 'Thiếu thuyết minh.',
    } as const;
    const view = await province.must('answer.give', { ...give, password });
    const sequence = view.receipts[0]?.sequence ?? 0;
    const shortForm = shortFormOf(province, sequence);
    const verdict = await district.must('receipt.enter', { text: `${shortForm}\n` });
    expect(verdict).toMatchObject({ outcome: 'accepted', answer: 'returned', period, revision: 1 });
    expect(await sent(district)).toMatchObject({
      stage: 'returned',
      receipt: { outcome: 'returned', note: null, isShort: true },
    });
    expect(await district.must('receipt.enter', { text: shortForm })).toMatchObject({
      outcome: 'already-received',
    });
    const folder = newFolder('file');
    await province.must('answer.write', { sequence, folder: province.pick(folder) });
    expect(await answersOn(district, folder)).toEqual(['accepted']);
    expect(await sent(district)).toMatchObject({
      receipt: { note: 'Thiếu thuyết minh.', isShort: false },
    });
  });

  it('is refused when a letter is wrong, or it answers nothing of this ledger', async () => {
    const { district, province, answer } = await received();
    const shortForm = shortFormOf(province, answer.receipts[0]?.sequence ?? 0);
    const before = storeContents(district);
    const wrong = `${shortForm.slice(0, -3)}${shortForm.at(-3) === 'A' ? 'B' : 'A'}${shortForm.slice(-2)}`;
    expect(await district.refusal('receipt.enter', { text: wrong })).toBe('signature-invalid');
    expect(await district.refusal('receipt.enter', { text: 'SCT-KHOA 300' })).toBe(
      'statement-malformed',
    );
    expect(storeContents(district)).toBe(before);
    // The same district before it sealed anything, as on a computer that was set up anew.
    const empty = await pair('approved');
    expect(await empty.district.refusal('receipt.enter', { text: shortForm })).toBe(
      'receipt-of-unknown-bundle',
    );
  });
});

function shortFormOf({ office }: TestOffice, sequence: number): string {
  const row = office.store
    ?.prepare<[number], { text: string }>(
      'SELECT short_form AS text FROM issued_receipt WHERE sequence = ?',
    )
    .get(sequence);
  return row?.text ?? '';
}

describe('the printed receipt', () => {
  it('says what the file says, with the short form as a square', async () => {
    const { district, province, answer } = await received();
    const { bundle } = answer;
    await province.must('remark.save', { bundle, ...cell, text: 'Rà soát <số> thẻ.' });
    const give = { bundle, answer: 'returned', note: 'Thiếu thuyết minh.', password } as const;
    const sequence = (await province.must('answer.give', give)).receipts[0]?.sequence ?? 0;
    province.close();
    const { jobs, ports } = printer();
    const office = openTestOffice(province.office.dataFolder, augustClock(), ports);
    onTestFinished(office.close);
    await office.signIn('consolidator');
    const folder = newFolder('forms');
    const place = { sequence, folder: office.pick(folder) };
    const { fileName } = await office.must('answer.savePdf', place);
    expect(fileName).toBe('phieu-tra-lai_30_300_2022-08_2.pdf');
    await office.must('answer.print', { sequence });
    expect(jobs).toHaveLength(2);
    const page = jobs[0]?.html ?? '';
    for (const words of ['PHIẾU TRẢ LẠI', 'Trả lại để hoàn thiện', 'Thiếu thuyết minh.']) {
      expect(page).toContain(words);
    }
    expect(page).toContain('Rà soát &lt;số&gt; thẻ.');
    const text = shortFormOf(office, sequence);
    expect(page).toContain(encodeQR(text, 'svg', { ecc: 'medium' }));
    expect(await district.must('receipt.enter', { text })).toMatchObject({ answer: 'returned' });
    expect(await office.refusal('answer.print', { sequence: 77 })).toBe('receipt-unknown');
  });
});

describe('the refusal of a bundle', () => {
  it('is told to the unit, signed, and nothing of the bundle is kept', async () => {
    const { district, province, stick } = await pair('approved');
    const path = await sealTo(district, stick);
    province.office.store?.exec('DELETE FROM enrolled_series');
    const [verdict] = await receive(province, stick);
    expect(verdict?.refusal?.code).toBe('series-unknown');
    const fileName = basename(path);
    const place = province.pick(stick);
    const facts = { place, fileName, note: 'Gọi phòng Tổng hợp.', password };
    const refused = await province.must('answer.refuse', facts);
    expect(refused.code).toBe('series-unknown');
    expect(readdirSync(stick)).toContain(refused.fileName);
    expect(await answersOn(district, stick)).toEqual(['accepted']);
    expect(await sent(district)).toMatchObject({
      stage: 'refused',
      receipt: {
        outcome: 'refused',
        code: 'series-unknown',
        note: expect.stringMatching(/^[^{]+\nGọi phòng Tổng hợp\.$/u) as string,
      },
    });
    expect(await stateOf(district)).toBe('sealed');
    expect(await province.must('bundle.received', {})).toEqual([]);
    // Told again it is the very same receipt.
    const before = storeContents(province);
    expect((await province.must('answer.refuse', facts)).fileName).toBe(refused.fileName);
    expect(storeContents(province)).toBe(before);
  });

  it('is not to be had for what can be received, was received, or is nobody’s', async () => {
    const { district, province, stick } = await pair('approved');
    const path = await sealTo(district, stick);
    const facts = { place: province.pick(stick), fileName: basename(path), note: null, password };
    expect(await province.refusal('answer.refuse', facts)).toBe('bundle-not-refused');
    await receive(province, stick);
    expect(await province.refusal('answer.refuse', facts)).toBe('bundle-not-refused');
    expect(await province.refusal('answer.refuse', { ...facts, fileName: 'none.age' })).toBe(
      'file-missing',
    );
    rmSync(path);
    expect(await province.refusal('answer.refuse', facts)).toBe('file-missing');
  });
});
