import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import { storeOf } from '../../../electron/service/office.ts';
import { write } from '../../../electron/storage/handle.ts';
import type { IssuedReceipt } from '../../../electron/storage/issued-receipts.ts';
import { insertIssuedReceipt } from '../../../electron/storage/issued-receipts.ts';
import { newFolder, receive } from '../../helpers/keyrings.ts';
import { copied, revised } from '../../helpers/streams.ts';
import { augustClock } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

describe('the receipts of an import', () => {
  it('hide no verdict when the disk fills up just after they were written', async () => {
    const { province, original } = await copied();
    const path = await revised(original, '95');
    const { store } = province.office;
    if (store === null) throw new Error('the store is open');
    store.exec('CREATE TABLE filling (content BLOB)');
    const pages = Number(store.pragma('page_count', { simple: true }));
    store.pragma(`max_page_count = ${String(pages + 2000)}`);
    store.exec(`CREATE TEMP TRIGGER is_full BEFORE INSERT ON handed_receipt BEGIN
      INSERT INTO filling VALUES (zeroblob(50000000));
    END`);
    const [verdict] = await receive(province, path);
    expect(verdict).toMatchObject({ outcome: 'accepted', refusal: null });
    expect(verdict?.receiptFileName).toBeTruthy();
    expect(await province.must('bundle.received', {})).toHaveLength(3);
    expect(await province.must('answer.unwritten', {})).toHaveLength(1);
  });
});

/** So many receipts that nobody wrote anywhere, one for each unit from 1000 on. */
async function waiting(count: number): Promise<TestOffice> {
  const { province } = await copied();
  await province.must('answer.hand', { sequence: null, to: { kind: 'outbox' } });
  write(storeOf(province.office), (handle) => {
    for (let at = 0; at < count; at += 1) {
      const unit = String(1000 + at);
      const sequence = 1000 + at;
      const facts: IssuedReceipt = {
        sequence,
        bundle: null,
        answered: sha256Hex(utf8(unit)),
        outcome: 'refused',
        code: 'sequence-fork',
        note: null,
        remarks: [],
        statement: null,
        shortForm: null,
        kid: null,
        recipient: null,
        fileName: `SCT1_${unit}_30_2022-08_00${unit}_00000000.age`,
        answeredBy: 'Lan',
        answeredAt: augustClock().now(),
      };
      insertIssuedReceipt(handle, facts, new Uint8Array(3000).fill(at % 251));
    }
  });
  return province;
}

describe('handing out many receipts', () => {
  it('lets other work go on, and marks what was written, in few transactions', async () => {
    const province = await waiting(300);
    const store = storeOf(province.office);
    store.exec(`CREATE TEMP TABLE marked (at TEXT);
      CREATE TEMP TRIGGER is_marked AFTER INSERT ON handed_receipt BEGIN
        INSERT INTO marked VALUES (new.sequence);
      END`);
    const folder = newFolder('courier');
    let turns = 0;
    const waits = new Set<number>();
    const timer = setInterval(() => {
      turns += 1;
      waits.add(Number(store.prepare('SELECT COUNT(*) FROM marked').pluck().get()));
    }, 1);
    const to = { kind: 'unit-folders', folder: province.pick(folder) } as const;
    const { written } = await province.must('answer.hand', { sequence: null, to });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
    // Each number of marked receipts that somebody could see was a whole batch of them.
    expect([...waits].filter((marked) => marked % 64 !== 0 && marked !== 300)).toEqual([]);
    expect(written).toHaveLength(300);
    expect(readdirSync(folder)).toHaveLength(300);
    expect(await province.must('answer.unwritten', {})).toEqual([]);
  });

  it('stops at the first that cannot be written, with those before it marked', async () => {
    const province = await waiting(100);
    const folder = newFolder('courier');
    mkdirSync(folder, { recursive: true });
    // No folder can be made where a file lies.
    writeFileSync(join(folder, '1070'), 'in the way');
    const to = { kind: 'unit-folders', folder: province.pick(folder) } as const;
    expect(await province.refusal('answer.hand', { sequence: null, to })).toBe('folder-missing');
    const left = await province.must('answer.unwritten', {});
    expect([left.length, left[0]?.unit]).toEqual([30, '1070']);
    expect(readdirSync(folder)).toHaveLength(71);
  });
});
