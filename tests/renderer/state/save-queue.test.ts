import { describe, expect, it } from 'vitest';

import { refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { createSaveQueue } from '../../../renderer/state/save-queue.ts';
import type { CellEdit, Unsaved } from '../../../renderer/state/save-queue.ts';

/** A place to save to whose answers the test gives by hand, one after another. */
function slowDisk() {
  const asked: (readonly CellEdit[])[] = [];
  const answers: ((result: Result<{ savedAt: string }>) => void)[] = [];
  let unsaved: Unsaved = { waiting: [], failed: [] };
  const saved: string[] = [];
  const queue = createSaveQueue(
    (edits) => {
      asked.push(edits);
      return new Promise((resolve) => answers.push(resolve));
    },
    (edits) => saved.push(...edits.map(({ typed }) => typed)),
    (now) => {
      unsaved = now;
    },
  );
  const answer = async (isGood: boolean, code = 'store-unwritable') => {
    const value = { savedAt: '2022-08-24T01:00:00Z' };
    answers.shift()?.(isGood ? { ok: true, value } : refuse(code));
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { queue, asked, saved, answer, unsaved: () => unsaved };
}

const edit = (row: string, typed: string, form = 'B01'): CellEdit => ({
  period: '2022-08',
  form,
  row,
  column: 'numerator',
  typed,
});

const textsOf = (asked: readonly (readonly CellEdit[])[]) =>
  asked.map((edits) => edits.map(({ typed }) => typed));

describe('saving typed cells', () => {
  it('writes in the order in which they were typed, all that waits at once', async () => {
    const { queue, asked, saved, answer } = slowDisk();
    queue.add([edit('A', '1')]);
    queue.add([edit('B', '2'), edit('A', '3')]);
    queue.add([edit('C', '4')]);
    expect(textsOf(asked)).toEqual([['1']]);
    await answer(true);
    expect(textsOf(asked)).toEqual([['1'], ['2', '3', '4']]);
    expect(saved).toEqual(['1']);
    await answer(true);
    expect(saved).toEqual(['1', '2', '3', '4']);
    expect(await queue.settle()).toBe(true);
  });

  it('takes a pasted block to the disk in one transaction', async () => {
    const { queue, asked, saved, answer } = slowDisk();
    const cells = Array.from({ length: 1000 }, (_, at) => edit(`R${String(at)}`, String(at)));
    queue.add(cells);
    expect(asked).toEqual([cells]);
    await answer(true);
    expect(saved).toHaveLength(1000);
  });

  it('splits what is too large for one transaction, and keeps the order', async () => {
    const { queue, asked, saved, answer } = slowDisk();
    queue.add(Array.from({ length: 5001 }, (_, at) => edit(`R${String(at)}`, String(at))));
    await answer(true);
    await answer(true);
    expect(asked.map((edits) => edits.length)).toEqual([5000, 1]);
    expect(saved.at(-1)).toBe('5000');
    expect(await queue.settle()).toBe(true);
  });

  it('never mixes two forms in one transaction', async () => {
    const { queue, asked, answer } = slowDisk();
    queue.add([edit('A', '1')]);
    queue.add([edit('A', '2'), edit('A', '3', 'B03'), edit('B', '4', 'B03'), edit('B', '5')]);
    for (let count = 0; count < 4; count += 1) await answer(true);
    expect(textsOf(asked)).toEqual([['1'], ['2'], ['3', '4'], ['5']]);
    expect(await queue.settle()).toBe(true);
  });
});

describe('cells that are refused', () => {
  it('do not keep the others of their block from the disk', async () => {
    const { queue, asked, saved, answer, unsaved } = slowDisk();
    queue.add([edit('A', '1'), edit('B', '2'), edit('C', '3')]);
    await answer(false, 'cell-not-yours'); // the block
    await answer(true);
    await answer(false, 'cell-not-yours');
    await answer(true);
    expect(textsOf(asked)).toEqual([['1', '2', '3'], ['1'], ['2'], ['3']]);
    expect(saved).toEqual(['1', '3']);
    expect(unsaved()).toEqual({
      waiting: [],
      failed: [{ edit: edit('B', '2'), refusal: { code: 'cell-not-yours', facts: {} } }],
    });
    expect(await queue.settle()).toBe(false);
  });

  it('are asked for once as a block where the disk refuses them all', async () => {
    const { queue, asked, answer, unsaved } = slowDisk();
    queue.add([edit('A', '1'), edit('B', '2')]);
    await answer(false);
    expect(textsOf(asked)).toEqual([['1', '2']]);
    expect(unsaved().failed).toHaveLength(2);
  });

  it('are sent again when asked', async () => {
    const { queue, saved, answer, unsaved } = slowDisk();
    queue.add([edit('A', '1')]);
    await answer(false);
    queue.retry();
    expect(unsaved().failed).toEqual([]);
    await answer(true);
    expect(saved).toEqual(['1']);
    expect(await queue.settle()).toBe(true);
  });

  it('give way to a later text of the same cell, and of that one only', async () => {
    const { queue, answer, saved, unsaved } = slowDisk();
    queue.add([edit('A', '1')]);
    await answer(false);
    queue.add([edit('A', '8', 'B03')]);
    expect(unsaved().failed).toHaveLength(1);
    queue.add([edit('A', '9')]);
    expect(unsaved().failed).toEqual([]);
    await answer(true);
    await answer(true);
    expect(saved).toEqual(['8', '9']);
  });

  it('are not kept when they were typed over already', async () => {
    const { queue, answer, unsaved } = slowDisk();
    queue.add([edit('A', '1')]);
    queue.add([edit('A', '9')]);
    await answer(false);
    await answer(true);
    expect(unsaved()).toEqual({ waiting: [], failed: [] });
  });

  it('are let go only when somebody says so', async () => {
    const { queue, answer, unsaved } = slowDisk();
    queue.add([edit('A', '1'), edit('B', '2')]);
    for (let count = 0; count < 3; count += 1) await answer(false);
    queue.discard(edit('A', '1'));
    expect(unsaved().failed.map((failure) => failure.edit.row)).toEqual(['B']);
  });
});
