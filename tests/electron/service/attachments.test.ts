import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { mostAttachmentBytes, wholePeriod } from '#shared/domain/attachment.ts';
import type { CallInput } from '#shared/ipc/contract.ts';
import { smallJpeg, smallPdf, smallPng, smallProgram } from '../../helpers/small-files.ts';
import { storeContents } from '../../helpers/store-contents.ts';
import { pastTheProgram } from '../../helpers/stores.ts';
import { districtOffice } from '../../helpers/templates.ts';
import { august2022, openTestOffice, temporaryFolder } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const period = august2022;
const folderOf = (name: string): string => temporaryFolder(name, onTestFinished);

async function newOffice(): Promise<TestOffice> {
  const office = await districtOffice(onTestFinished);
  onTestFinished(() => {
    office.close();
  });
  return office;
}

/** Writes a file and gives its handle, as if somebody had picked it. */
function picked(office: TestOffice, name: string, bytes: Uint8Array): string {
  const path = join(folderOf('picked'), name);
  writeFileSync(path, bytes);
  return office.pick(path);
}

function add(office: TestOffice, name: string, bytes: Uint8Array, target = wholePeriod) {
  const file = picked(office, name, bytes);
  return office.must('attachment.add', { period, file, target });
}

/** The input of the signed document; `file` is the name and content of its PDF. */
function documentOf(
  office: TestOffice,
  file: readonly [string, Uint8Array] | null,
  differently: Partial<CallInput<'document.record'>> = {},
): CallInput<'document.record'> {
  return {
    period,
    file: file === null ? null : picked(office, ...file),
    number: '123',
    symbol: 'BC-UBND',
    day: '22/8/2022',
    signer: 'Chủ tịch UBND huyện',
    ...differently,
  };
}

/** Puts this period's report into a state, past the workflow. */
function setState(office: TestOffice, state: string): void {
  office.office.store?.exec(
    `INSERT INTO submission (unit_code, period_code, revision, state)
     VALUES ('300', '${period}', 1, '${state}')
     ON CONFLICT (unit_code, period_code) DO UPDATE SET state = excluded.state`,
  );
}

function auditOf(office: TestOffice): readonly string[] {
  const rows = office.office.store
    ?.prepare<[], { action: string; object: string }>(
      `SELECT action, object FROM audit_entry
       WHERE action LIKE 'attachment.%' OR action LIKE 'document.%' ORDER BY n`,
    )
    .all();
  return (rows ?? []).map(({ action, object }) => `${action} ${object}`);
}

describe('attaching', () => {
  it('D91 D94 D95 keeps a picked file with its clean name, for a period, a form, a row or a cell', async () => {
    const office = await newOffice();
    await add(office, 'Bảng kê.PDF', smallPdf());
    await add(office, 'anh.jpg', smallJpeg(), { form: 'B01', row: null, column: null });
    await add(office, 'bieu.png', smallPng(), { form: 'B01', row: 'HI_COVERAGE', column: null });
    const view = await office.must('attachment.list', { period });
    expect(view).toMatchObject({ mayChange: true, mayRecordDocument: true, document: null });
    expect(view.bytes).toBe(smallPdf().length + smallJpeg().length + smallPng().length);
    expect(view.attachments).toMatchObject([
      { fileName: 'Bảng kê.pdf', mediaType: 'application/pdf', targetName: null },
      { fileName: 'anh.jpg', mediaType: 'image/jpeg', targetName: 'Biểu 01' },
      { fileName: 'bieu.png', mediaType: 'image/png', row: 'HI_COVERAGE' },
    ]);
    expect(view.attachments[2]?.targetName).toMatch(/^Biểu 01, .+bảo hiểm y tế/i);
    expect(auditOf(office)).toEqual([
      'attachment.add 300/2022-08/1',
      'attachment.add 300/2022-08/2',
      'attachment.add 300/2022-08/3',
    ]);
  });

  it('D94 the same file for the same target changes nothing, for another target it shares', async () => {
    const office = await newOffice();
    await add(office, 'a.pdf', smallPdf());
    const before = storeContents(office);
    const again = await add(office, 'tên khác.pdf', smallPdf());
    expect(again.attachments).toMatchObject([{ fileName: 'a.pdf' }]);
    expect(storeContents(office)).toBe(before);
    const shared = await add(office, 'b.pdf', smallPdf(), { ...wholePeriod, form: 'B01' });
    expect(shared.attachments).toHaveLength(2);
    expect(shared.bytes).toBe(smallPdf().length);
  });

  it.each([
    ['trò chơi.pdf', smallProgram(), 'attachment-kind-unknown'],
    ['bao-cao.exe', smallPdf(), 'attachment-content-differs'],
    ['bao-cao.pdf', smallPng(), 'attachment-content-differs'],
    ['cut.pdf', smallPdf().subarray(0, 40), 'attachment-cut'],
    ['trống.pdf', new Uint8Array(), 'attachment-empty'],
  ])('D90 D91 D92 refuses %s: %#', async (name, bytes, code) => {
    const office = await newOffice();
    const before = storeContents(office);
    const file = picked(office, name, bytes);
    expect(await office.refusal('attachment.add', { period, file, target: wholePeriod })).toBe(
      code,
    );
    expect(storeContents(office)).toBe(before);
  });

  it('D92 refuses 200 MB by its size, without reading it', async () => {
    const office = await newOffice();
    const path = join(folderOf('huge'), 'quét.pdf');
    closeSync(openSync(path, 'w'));
    truncateSync(path, 200 * 1024 * 1024);
    const file = office.pick(path);
    const before = process.memoryUsage().rss;
    const started = performance.now();
    expect(await office.refusal('attachment.add', { period, file, target: wholePeriod })).toBe(
      'attachment-too-large',
    );
    expect(performance.now() - started).toBeLessThan(500);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('D92 takes 10 MB, and refuses what a period has no room for', async () => {
    const office = await newOffice();
    const large = (about: number): Uint8Array => {
      const bytes = new Uint8Array(mostAttachmentBytes).fill(0x20);
      bytes.set(new TextEncoder().encode(`%PDF-1.7\n% ${String(about)}\n`));
      bytes.set(new TextEncoder().encode('%%EOF'), bytes.length - 5);
      return bytes;
    };
    for (const number of [1, 2, 3, 4, 5]) await add(office, `${String(number)}.pdf`, large(number));
    const file = picked(office, 'nhỏ.pdf', smallPdf());
    const target = wholePeriod;
    expect(await office.refusal('attachment.add', { period, file, target })).toBe(
      'attachments-too-many',
    );
    // A file that is there already needs no more room.
    await add(office, '1.pdf', large(1), { ...wholePeriod, form: 'B01' });
    const [first] = (await office.must('attachment.list', { period })).attachments;
    await office.must('attachment.remove', { id: first?.id ?? 0 });
    const again = await office.must('attachment.list', { period });
    await office.must('attachment.remove', { id: again.attachments.at(-1)?.id ?? 0 });
    await add(office, 'nhỏ.pdf', smallPdf());
  }, 60_000);

  it('D93 is closed once the report is on its way', async () => {
    const office = await newOffice();
    const { attachments } = await add(office, 'a.pdf', smallPdf());
    const id = attachments[0]?.id ?? 0;
    for (const state of ['awaiting-check', 'awaiting-approval', 'approved', 'sealed', 'received']) {
      setState(office, state);
      const file = picked(office, 'b.pdf', smallPdf('b'));
      expect(await office.refusal('attachment.add', { period, file, target: wholePeriod })).toBe(
        'attachments-locked',
      );
      expect(await office.refusal('attachment.remove', { id })).toBe('attachments-locked');
      expect((await office.must('attachment.list', { period })).mayChange).toBe(false);
    }
  });

  it('D95 is for targets that are there, and for recorders alone', async () => {
    const office = await newOffice();
    const file = picked(office, 'a.pdf', smallPdf());
    const refusal = (target: CallInput<'attachment.add'>['target'], of = '2022-08') =>
      office.refusal('attachment.add', { period: of, file, target });
    expect(await refusal({ form: 'X99', row: null, column: null })).toBe('form-unknown');
    expect(await refusal({ form: 'B01', row: 'NOTHING', column: null })).toBe('row-unknown');
    expect(await refusal({ form: 'B01', row: 'HI_COVERAGE', column: 'nothing' })).toBe(
      'cell-not-yours',
    );
    expect(await refusal({ form: null, row: 'HI_COVERAGE', column: null })).toBe('input-invalid');
    expect(await refusal(wholePeriod, '2031-08')).toBe('period-unknown');
    const targets = await office.must('attachment.targets', { period });
    expect(targets.map(({ form }) => form)).toContain('B01');
    expect(targets.find(({ form }) => form === 'B01')?.rows.length).toBeGreaterThan(10);
    await office.signIn('checker');
    expect(await refusal(wholePeriod)).toBe('call-not-permitted');
    expect((await office.must('attachment.list', { period })).mayChange).toBe(false);
  });

  it('is told what happened to a file that vanished, and takes no path', async () => {
    const office = await newOffice();
    const folder = folderOf('gone');
    mkdirSync(join(folder, 'b.pdf'));
    const target = wholePeriod;
    for (const name of ['a.pdf', 'b.pdf']) {
      const file = office.pick(join(folder, name));
      expect(await office.refusal('attachment.add', { period, file, target })).toBe('file-missing');
    }
    expect(await office.refusal('attachment.add', { period, file: '/etc/passwd', target })).toBe(
      'input-invalid',
    );
    const unknown = `place-${'0'.repeat(32)}`;
    expect(await office.refusal('attachment.add', { period, file: unknown, target })).toBe(
      'place-unknown',
    );
  });
});

describe('an attachment', () => {
  it('D93 is taken away by a mark, and its audit entries stay', async () => {
    const office = await newOffice();
    const { attachments } = await add(office, 'a.pdf', smallPdf());
    const id = attachments[0]?.id ?? 0;
    expect((await office.must('attachment.remove', { id })).attachments).toEqual([]);
    expect(await office.refusal('attachment.remove', { id })).toBe('attachment-unknown');
    const folder = office.pick(folderOf('out'));
    expect(await office.refusal('attachment.saveCopy', { id, folder })).toBe('attachment-unknown');
    expect(auditOf(office)).toEqual([
      'attachment.add 300/2022-08/1',
      'attachment.remove 300/2022-08/1',
    ]);
  });

  it('is written again byte by byte, under its name, by whoever is signed in', async () => {
    const office = await newOffice();
    const { attachments } = await add(office, 'Bảng kê.pdf', smallPdf());
    const id = attachments[0]?.id ?? 0;
    await office.signIn('approver');
    const out = folderOf('out');
    writeFileSync(join(out, 'Bảng kê.pdf'), 'của người khác');
    const saved = await office.must('attachment.saveCopy', { id, folder: office.pick(out) });
    expect(saved).toEqual({ fileName: 'Bảng kê-2.pdf' });
    expect(new Uint8Array(readFileSync(join(out, saved.fileName)))).toEqual(smallPdf());
    expect(auditOf(office).at(-1)).toBe('attachment.save 300/2022-08/1');
    const gone = office.pick(join(out, 'gone'));
    expect(await office.refusal('attachment.saveCopy', { id, folder: gone })).toBe(
      'folder-missing',
    );
  });

  it('that was changed past the program is neither written nor hidden', async () => {
    const office = await newOffice();
    const { attachments } = await add(office, 'a.pdf', smallPdf());
    office.close();
    pastTheProgram(
      office.office.dataFolder,
      `DROP TRIGGER attachment_file_is_not_updated;
       UPDATE attachment_file SET content = x'255044462d'`,
    );
    const again = openTestOffice(office.office.dataFolder);
    await again.signIn('recorder');
    const out = folderOf('out');
    const which = { id: attachments[0]?.id ?? 0, folder: again.pick(out) };
    expect(await again.refusal('attachment.saveCopy', which)).toBe('attachment-altered');
    expect(readdirSync(out)).toEqual([]);
    expect((await again.must('attachment.list', { period })).attachments).toHaveLength(1);
    again.close();
  });
});

describe('the signed document', () => {
  it('D96 D97 is recorded with its PDF, after approval too, and again with another', async () => {
    const office = await newOffice();
    setState(office, 'approved');
    const first = await office.must(
      'document.record',
      documentOf(office, ['ban ky.pdf', smallPdf('bản ký')]),
    );
    expect(first.document).toMatchObject({
      number: '123',
      symbol: 'BC-UBND',
      day: '2022-08-22',
      signer: 'Chủ tịch UBND huyện',
      fileName: 'ban ky.pdf',
      sha256: first.attachments[0]?.sha256,
    });
    expect(first.attachments).toMatchObject([{ isSignedDocument: true, targetName: null }]);

    const corrected = await office.must(
      'document.record',
      documentOf(office, null, { number: 'Số: 124/BC-UBND', symbol: '' }),
    );
    expect(corrected.document).toMatchObject({ number: '124', fileName: 'ban ky.pdf' });

    await office.signIn('approver');
    const replaced = await office.must(
      'document.record',
      documentOf(office, ['ban ky 2.pdf', smallPdf('bản ký lại')], { number: '124' }),
    );
    expect(replaced.attachments).toMatchObject([{ fileName: 'ban ky 2.pdf' }]);
    expect(replaced.document).toMatchObject({ fileName: 'ban ky 2.pdf' });
    expect(auditOf(office)).toEqual([
      'attachment.add 300/2022-08/1',
      'document.record 300/2022-08/1',
      'document.record 300/2022-08/1',
      'attachment.add 300/2022-08/2',
      'attachment.remove 300/2022-08/1',
      'document.record 300/2022-08/2',
    ]);
  });

  it('D97 goes with its PDF until sealing, and neither after it', async () => {
    const office = await newOffice();
    setState(office, 'approved');
    const input = documentOf(office, ['a.pdf', smallPdf()]);
    const { attachments } = await office.must('document.record', input);
    const id = attachments[0]?.id ?? 0;
    setState(office, 'sealed');
    expect(await office.refusal('document.record', input)).toBe('document-after-sealing');
    expect(await office.refusal('attachment.remove', { id })).toBe('attachments-locked');
    setState(office, 'approved');
    const without = await office.must('attachment.remove', { id });
    expect(without).toMatchObject({ document: null, attachments: [] });
  });

  it.each([
    [{ number: '' }, 'document-field-missing'],
    [{ number: 'một' }, 'document-number-malformed'],
    [{ symbol: 'a b' }, 'document-symbol-malformed'],
    [{ day: '31/2/2022' }, 'document-day-unreadable'],
    [{ day: '25/8/2022' }, 'document-day-ahead'],
    [{ file: null }, 'document-file-missing'],
  ])('D96 is refused with %j: %s', async (differently, code) => {
    const office = await newOffice();
    const before = storeContents(office);
    const input = documentOf(office, ['a.pdf', smallPdf()], differently);
    expect(await office.refusal('document.record', input)).toBe(code);
    expect(storeContents(office)).toBe(before);
  });

  it('D96 is a PDF', async () => {
    const office = await newOffice();
    const input = documentOf(office, ['ảnh.png', smallPng()]);
    expect(await office.refusal('document.record', input)).toBe('document-not-pdf');
    await office.signIn('checker');
    expect(await office.refusal('document.record', input)).toBe('call-not-permitted');
  });
});
