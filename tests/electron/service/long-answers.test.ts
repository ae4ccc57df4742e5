import { basename } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { Receipt } from '#shared/bundle/receipt.ts';
import { longestRefusalNote } from '#shared/domain/answer-limits.ts';
import { insertRemark } from '../../../electron/storage/remarks.ts';
import { write } from '../../../electron/storage/handle.ts';
import { storeOf } from '../../../electron/service/office.ts';
import { sealTo } from '../../helpers/exchange.ts';
import type { Pair } from '../../helpers/exchange.ts';
import { answersOn, newFolder, receive } from '../../helpers/keyrings.ts';
import { storeContents } from '../../helpers/store-contents.ts';
import { pairOf } from '../../helpers/templates.ts';
import { august2022, augustClock, password } from '../../helpers/world.ts';
import { sheetOf } from '../../helpers/sheets.ts';

const longest = 'Đề nghị giải trình rõ nguồn, cách tính và “lý do” chênh lệch.\n'
  .repeat(20)
  .slice(0, 999)
  .concat('.');

/** A received report, and every cell of it that a remark can be about. */
async function received() {
  const both = await pairOf('approved', onTestFinished);
  await sealTo(both.district, both.stick);
  await receive(both.province, both.stick);
  const [bundle] = await both.province.must('bundle.received', {});
  const { rows, columns } = await sheetOf(both.district, august2022);
  const codes = [null, ...columns.map(({ code }) => code)];
  const cells = rows.flatMap(({ row }) => codes.map((column) => ({ form: 'B01', row, column })));
  return { ...both, bundle: bundle?.id ?? 0, cells };
}

/** Carries the newest answer to the district; what the district then has of it. */
async function carried({ province, district }: Pair, sequence: number) {
  const folder = newFolder(`long-${String(sequence)}`);
  await province.must('answer.write', { sequence, folder: province.pick(folder) });
  expect(await answersOn(district, folder)).toEqual(['accepted']);
  return (await district.must('bundle.list', { period: august2022 }))[0]?.receipt;
}

describe('an answer of many long remarks', () => {
  it('is bounded as they are written, and whatever was kept reaches the unit', async () => {
    const both = await received();
    const { province, bundle, cells } = both;
    const kept: Receipt['remarks'] = [];
    let refusal: string | null = null;
    for (const cell of cells) {
      const saved = await province.call('remark.save', { bundle, ...cell, text: longest });
      if (saved.ok) kept.push({ ...cell, text: longest });
      else refusal = saved.refusal.code;
      if (refusal !== null) break;
    }
    expect(refusal).toBe('remarks-too-long');
    expect(kept.length).toBeGreaterThan(90);
    // The longest note of letters that take most room fits beside them.
    const give = { bundle, answer: 'returned', note: 'ệ'.repeat(4000), password } as const;
    const { receipts } = await province.must('answer.give', give);
    const taken = await carried(both, receipts[0]?.sequence ?? 0);
    expect([taken?.outcome, taken?.note?.length, taken?.remarks.length]).toEqual([
      'returned',
      4000,
      kept.length,
    ]);
  });

  it('is not signed when too much stands there from before, until some is shortened', async () => {
    const both = await received();
    const { province, bundle, cells } = both;
    const by = { name: 'receiver', at: augustClock().now() };
    write(storeOf(province.office), (handle) => {
      for (const cell of cells.slice(0, 125)) {
        insertRemark(handle, bundle, { ...cell, text: longest }, by);
      }
    });
    const before = storeContents(province);
    const give = { bundle, answer: 'accepted', note: null, password } as const;
    const refused = await province.call('answer.give', give);
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'remarks-too-long', facts: { most: 160 } },
    });
    expect(storeContents(province)).toBe(before);
    // Shortening is kept although the rest is still too long.
    for (const cell of cells.slice(0, 40)) {
      await province.must('remark.save', { bundle, ...cell, text: 'Rà soát lại.' });
    }
    const { receipts } = await province.must('answer.give', give);
    expect((await carried(both, receipts[0]?.sequence ?? 0))?.remarks).toHaveLength(125);
  });
});

describe('a refusal with as many words as an officer may add', () => {
  it('reaches the unit whole, behind the reason of the program', async () => {
    const { district, province, stick } = await pairOf('approved', onTestFinished);
    const path = await sealTo(district, stick);
    storeOf(province.office).exec('DELETE FROM enrolled_series');
    const place = province.pick(stick);
    const facts = { place, fileName: basename(path), password } as const;
    const note = 'Gọi\n'.repeat(longestRefusalNote / 4 - 1).concat('Gọi.');
    expect(note).toHaveLength(longestRefusalNote);
    await province.must('answer.refuse', { ...facts, note });
    expect(await answersOn(district, stick)).toEqual(['accepted']);
    const [sent] = await district.must('bundle.list', { period: august2022 });
    expect(sent?.receipt?.note?.endsWith(`.\n${note}`)).toBe(true);
    const longer = { ...facts, note: `${note}x` };
    expect(await province.refusal('answer.refuse', longer)).toBe('input-invalid');
  });
});
