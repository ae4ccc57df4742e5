import { describe, expect, it } from 'vitest';

import type { SavedCell } from '#shared/ipc/calls/sheet.ts';
import { refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { createSaveQueue } from '../../../renderer/state/save-queue.ts';
import type { CellEdit, Unsaved } from '../../../renderer/state/save-queue.ts';

/** A place to save to whose answers the test gives by hand, one after another. */
function slowDisk() {
  const asked: CellEdit[] = [];
  const answers: ((result: Result<SavedCell>) => void)[] = [];
  let unsaved: Unsaved = { waiting: [], failed: [] };
  const saved: string[] = [];
  const queue = createSaveQueue(
    (edit) => {
      asked.push(edit);
      return new Promise((resolve) => answers.push(resolve));
    },
    (edit) => saved.push(edit.typed),
    (now) => {
      unsaved = now;
    },
  );
  const answer = async (isGood: boolean) => {
    // The queue looks at nothing but whether it went well.
    const value = {} as SavedCell;
    answers.shift()?.(isGood ? { ok: true, value } : refuse('store-unwritable'));
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { queue, asked, saved, answer, unsaved: () => unsaved };
}

const edit = (row: string, typed: string): CellEdit => ({
  period: '2022-08',
  row,
  column: 'numerator',
  typed,
});

describe('saving typed cells', () => {
  it('writes one after another in the order in which they were typed', async () => {
    const { queue, asked, saved, answer } = slowDisk();
    queue.add([edit('A', '1')]);
    queue.add([edit('B', '2'), edit('A', '3')]);
    expect(asked.map(({ typed }) => typed)).toEqual(['1']);
    await answer(true);
    await answer(true);
    await answer(true);
    expect(saved).toEqual(['1', '2', '3']);
    expect(await queue.settle()).toBe(true);
  });

  it('keeps a refused text and goes on with the others', async () => {
    const { queue, saved, answer, unsaved } = slowDisk();
    queue.add([edit('A', '1'), edit('B', '2')]);
    await answer(false);
    await answer(true);
    expect(saved).toEqual(['2']);
    expect(unsaved().failed).toEqual([
      { edit: edit('A', '1'), refusal: { code: 'store-unwritable', facts: {} } },
    ]);
    expect(await queue.settle()).toBe(false);
  });

  it('sends refused texts again when asked', async () => {
    const { queue, saved, answer, unsaved } = slowDisk();
    queue.add([edit('A', '1')]);
    await answer(false);
    queue.retry();
    expect(unsaved().failed).toEqual([]);
    await answer(true);
    expect(saved).toEqual(['1']);
    expect(await queue.settle()).toBe(true);
  });

  it('lets a later text of the same cell take the place of a refused one', async () => {
    const { queue, answer, saved, unsaved } = slowDisk();
    queue.add([edit('A', '1')]);
    await answer(false);
    queue.add([edit('A', '9')]);
    expect(unsaved().failed).toEqual([]);
    await answer(true);
    expect(saved).toEqual(['9']);
  });

  it('does not keep a refused text that was already typed over', async () => {
    const { queue, answer, unsaved } = slowDisk();
    queue.add([edit('A', '1'), edit('A', '9')]);
    await answer(false);
    await answer(true);
    expect(unsaved()).toEqual({ waiting: [], failed: [] });
  });

  it('lets go of a refused text only when told to', async () => {
    const { queue, answer, unsaved } = slowDisk();
    queue.add([edit('A', '1'), edit('B', '2')]);
    await answer(false);
    await answer(false);
    queue.discard(edit('A', '1'));
    expect(unsaved().failed.map((failure) => failure.edit.row)).toEqual(['B']);
  });
});
