import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { writeDurably } from '../../electron/service/durable-file.ts';
import { storePath } from '../../electron/storage/store-file.ts';
import { isRefusalCode } from '#shared/text/refusal-codes.ts';
import { describeRefusal } from '#shared/text/translate.ts';
import { approve, fillSheet, sealTo, setUpPair } from '../helpers/exchange.ts';
import { lockDisk, smallDisk, unlockDisk } from '../helpers/disk.ts';
import { oneCell, record, typedIn } from '../helpers/sheets.ts';
import { pairOf } from '../helpers/templates.ts';
import { storeContents } from '../helpers/store-contents.ts';
import {
  august2022,
  openTestOffice,
  password,
  setUpOffice,
  temporaryFolder,
} from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';

const folderOf = (name: string): string => temporaryFolder(name, onTestFinished);
const content = new TextEncoder().encode('nội dung của gói'.repeat(2000));

/** Fills a disk to the last byte. */
function fill(disk: string, leaving = 0): void {
  let size = 0;
  try {
    for (;;) {
      writeFileSync(join(disk, 'đầy'), Buffer.alloc(4096), { flag: 'a' });
      size += 4096;
    }
  } catch {
    rmSync(join(disk, 'đầy'));
    if (size > leaving) writeFileSync(join(disk, 'đầy'), Buffer.alloc(size - leaving));
  }
}

async function sealedPair() {
  const pair = await pairOf('approved', onTestFinished);
  const sealed = await pair.district.must('bundle.seal', { period: august2022, password });
  onTestFinished(() => {
    pair.district.close();
    pair.province.close();
  });
  return { ...pair, sealed };
}

async function fails(office: TestOffice, id: number, folder: string, code: string): Promise<void> {
  const before = storeContents(office);
  const reply = await office.call('bundle.copy', { id, folder: office.pick(folder) });
  if (reply.ok) throw new Error('It was written.');
  expect(reply.refusal.code).toBe(code);
  expect(isRefusalCode(reply.refusal.code)).toBe(true);
  expect(describeRefusal(reply.refusal, 'vi').text).toMatch(/vẫn an toàn/);
  expect(storeContents(office)).toBe(before);
}

describe('writing a bundle to a stick', () => {
  it('that is locked, full or gone is refused, and leaves no half file', async ({ skip }) => {
    const { district, sealed } = await sealedPair();
    const stick = smallDisk('64k', onTestFinished);
    if (stick === null) return skip();
    lockDisk(stick);
    await fails(district, sealed.id, stick, 'folder-read-only');
    unlockDisk(stick);
    fill(stick);
    await fails(district, sealed.id, stick, 'folder-full');
    expect(readdirSync(stick)).toEqual(['đầy']);
    await fails(district, sealed.id, join(stick, 'gone'), 'folder-missing');
    const [listed] = await district.must('bundle.list', { period: august2022 });
    expect(listed).toMatchObject({ stage: 'sealed', copiedTo: null });

    rmSync(join(stick, 'đầy'));
    await district.must('bundle.copy', { id: sealed.id, folder: district.pick(stick) });
    expect(readdirSync(stick)).toEqual([sealed.fileName]);
  });

  it('that vanishes between choosing and writing is missing', async () => {
    const { district, sealed } = await sealedPair();
    const stick = join(folderOf('vanish'), 'usb');
    mkdirSync(stick);
    const folder = district.pick(stick);
    rmSync(stick, { recursive: true });
    const reply = await district.call('bundle.copy', { id: sealed.id, folder });
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'folder-missing' } });
    expect(await district.refusal('bundle.copy', { id: 99, folder })).toBe('bundle-unknown');
  });

  it('never writes over another file of that name', () => {
    const folder = folderOf('names');
    writeFileSync(join(folder, 'a.age'), 'của người khác');
    mkdirSync(join(folder, 'a-2.age'));
    expect(writeDurably(folder, 'a.age', content)).toEqual({ ok: true, value: 'a-3.age' });
    expect(writeDurably(folder, 'a.age', content)).toEqual({ ok: true, value: 'a-3.age' });
    expect(readdirSync(folder).sort()).toEqual(['a-2.age', 'a-3.age', 'a.age']);
    expect(statSync(join(folder, 'a.age')).size).toBe(Buffer.byteLength('của người khác'));
  });

  it('takes the place of what an interrupted attempt left', () => {
    const folder = folderOf('part');
    writeFileSync(join(folder, 'a.age.part'), 'nửa chừng');
    expect(writeDurably(folder, 'a.age', content).ok).toBe(true);
    expect(readdirSync(folder)).toEqual(['a.age']);
  });
});

describe('answering on a stick that is locked', () => {
  it('takes the bundle in, says that the receipt is missing, and writes it the next time', async ({
    skip,
  }) => {
    const stick = smallDisk('256k', onTestFinished);
    if (stick === null) return skip();
    const { district, province } = await sealedPair();
    const path = await sealTo(district, stick);
    lockDisk(stick);
    const place = province.pick(stick);
    const [locked] = await province.must('bundle.receive', { place, password });
    expect(locked).toMatchObject({
      outcome: 'accepted',
      receiptFileName: null,
      refusal: { code: 'receipt-not-written' },
    });
    unlockDisk(stick);
    const before = storeBesideHanded(province);
    const [again] = await province.must('bundle.receive', { place, password });
    expect(again).toMatchObject({ outcome: 'already-received', refusal: null });
    expect(readdirSync(stick).sort()).toEqual([basename(path), again?.receiptFileName].sort());
    expect(storeBesideHanded(province)).toBe(before);
    expect(await province.must('answer.unwritten', {})).toEqual([]);
  });
});

/** The store but for the note that a receipt lies on a stick by now. */
function storeBesideHanded(office: TestOffice): string {
  return storeContents(office).replace(/^handed_receipt .*$/mu, '');
}

describe('a full disk under the store', () => {
  it('refuses cells, loses none that was acknowledged, and lets work go on when there is room', async ({
    skip,
  }) => {
    const disk = smallDisk('8m', onTestFinished);
    if (disk === null) return skip();
    const dataFolder = join(disk, 'data');
    const office = await setUpOffice(dataFolder, 'district', '300');
    fill(disk, 128 * 1024);
    const acknowledged: string[] = [];
    let refusal: string | null = null;
    for (let number = 1; refusal === null && number < 2000; number += 1) {
      const typed = `số ${String(number)} ${'x'.repeat(500)}`;
      const reply = await office.call('sheet.record', oneCell('HI_COVERAGE', 'note', typed));
      if (reply.ok) acknowledged.push(typed);
      else refusal = reply.refusal.code;
    }
    expect(refusal).toBe('store-unwritable');
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(await typedIn(office, 'HI_COVERAGE', 'note')).toBe(
      acknowledged[acknowledged.length - 1],
    );
    office.close();

    // Opened again on the full disk or after making room: everything is there.
    const full = openTestOffice(dataFolder);
    expect(full.office.damage?.code ?? 'opened').toBeOneOf(['opened', 'store-unwritable']);
    full.close();
    rmSync(join(disk, 'đầy'));
    const again = openTestOffice(dataFolder);
    await again.signIn('recorder');
    const history = await again.must('sheet.cellHistory', {
      period: august2022,
      form: 'B01',
      row: 'HI_COVERAGE',
      column: 'note',
    });
    expect(history.map(({ typed }) => typed).reverse()).toEqual(acknowledged);
    await record(again, august2022, 'HI_COVERAGE', 'note', 'lại ghi được');
    again.close();
  });

  it('refuses to seal without the backup that goes before, and leaves no half backup', async ({
    skip,
  }) => {
    const disk = smallDisk('8m', onTestFinished);
    if (disk === null) return skip();
    const { district, province } = await setUpPair(join(disk, 'p'), folderOf('keys'));
    await fillSheet(district);
    await approve(district);
    fill(disk, 64 * 1024);
    const reply = await district.call('bundle.seal', { period: august2022, password });
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'store-unwritable' } });
    const backups = join(district.office.dataFolder, 'backup');
    expect(readdirSync(backups).filter((name) => name.includes('.part'))).toEqual([]);
    rmSync(join(disk, 'đầy'));
    await district.must('bundle.seal', { period: august2022, password });
    expect(statSync(storePath(district.office.dataFolder)).size).toBeGreaterThan(0);
    district.close();
    province.close();
  });
});
