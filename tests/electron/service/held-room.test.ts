import { cpSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { CallOutput } from '#shared/ipc/contract.ts';
import { storeOf } from '../../../electron/service/office.ts';
import { countHeld } from '../../../electron/storage/held-bundles.ts';
import { newFolder, receive } from '../../helpers/keyrings.ts';
import { copied, decide, here, revised } from '../../helpers/streams.ts';
import { password } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const unit = '300';

/** Bundles that wait like the one that is there, of other statements: making each would take long. */
function fillRoom(province: TestOffice, count: number): void {
  const columns = `unit_code, series, sequence, period_code, revision, file_name, prev, code,
    sealed_at, contents, held_by, held_at, bytes, content`;
  storeOf(province.office).exec(`
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ${count})
    INSERT INTO held_bundle (statement_sha256, ${columns})
      SELECT printf('%064x', n), ${columns} FROM number, held_bundle`);
}

describe('a bundle that waits', () => {
  it('takes up room only while it waits', async () => {
    const { province, path } = await copied();
    await receive(province, path);
    const store = storeOf(province.office);
    expect(countHeld(store, unit)).toMatchObject({ ofUnit: 1, bytes: statSync(path).size });
    await decide(province, here);
    expect(countHeld(store, unit)).toEqual({ ofUnit: 0, bytes: 0 });
  });

  it('B31 is refused as such where no room is left, in a dry run at the same file', async () => {
    const { province, path, copy } = await copied();
    await receive(province, path);
    fillRoom(province, 30);
    const stick = newFolder('more');
    for (const each of [await revised(copy, '95'), await revised(copy, '96')]) {
      cpSync(each, join(stick, basename(each)));
    }
    const place = province.pick(stick);
    const says = ({ verdicts }: Pick<CallOutput<'inbox.preview'>, 'verdicts'>) =>
      verdicts.map(({ outcome, refusal, isAnswerable }) => [
        outcome,
        refusal?.code,
        refusal?.facts['waiting'],
        isAnswerable,
      ]);
    const expected = [
      ['held', 'sequence-fork', undefined, true],
      ['refused', 'held-full', 32, false],
    ];
    expect(says(await province.must('inbox.preview', { place, password }))).toEqual(expected);
    expect(countHeld(storeOf(province.office), unit).ofUnit).toBe(31);
    const verdicts = await receive(province, stick);
    expect(says({ verdicts })).toEqual(expected);
    // What is there already is still what it was; a decision makes room for the rest.
    expect(says({ verdicts: await receive(province, path) })).toEqual([expected[0]]);
    await decide(province, here);
    const [, again] = await receive(province, stick);
    expect(again?.refusal?.code).toBe('sequence-fork');
  });
});
