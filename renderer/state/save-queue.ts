import type { SavedCell } from '#shared/ipc/calls/sheet.ts';
import type { ColumnCode } from '#shared/ipc/shapes.ts';
import type { Refusal, Result } from '#shared/kit/result.ts';

/** One text that was typed into one cell of one period. */
export type CellEdit = {
  readonly period: string;
  readonly row: string;
  readonly column: ColumnCode;
  readonly typed: string;
};

export type FailedEdit = { readonly edit: CellEdit; readonly refusal: Refusal };

/** What is not on the disk yet: edits on their way (the first is being written) and failed ones. */
export type Unsaved = {
  readonly waiting: readonly CellEdit[];
  readonly failed: readonly FailedEdit[];
};

export type SaveQueue = {
  readonly add: (edits: readonly CellEdit[]) => void;
  /** Sends every failed edit again, in the order in which they were typed. */
  readonly retry: () => void;
  /** Lets go of a failed edit, because the user said so. */
  readonly discard: (edit: CellEdit) => void;
  /** Waits until nothing is on its way any more; true when nothing failed either. */
  readonly settle: () => Promise<boolean>;
};

/**
 * Saves edits one after another in the order in which they were typed. An edit that is refused is
 * kept with its refusal; a later edit of the same cell takes its place.
 */
export function createSaveQueue(
  save: (edit: CellEdit) => Promise<Result<SavedCell>>,
  onSaved: (edit: CellEdit, saved: SavedCell) => void,
  onChange: (unsaved: Unsaved) => void,
): SaveQueue {
  let waiting: readonly CellEdit[] = [];
  let failed: readonly FailedEdit[] = [];
  let work: Promise<void> | null = null;

  const changed = () => {
    onChange({ waiting, failed });
  };

  const drain = async () => {
    for (let edit = waiting[0]; edit !== undefined; edit = waiting[0]) {
      const answer = await save(edit);
      const current = edit;
      waiting = waiting.slice(1);
      if (answer.ok) onSaved(current, answer.value);
      else if (!waiting.some((later) => isSameCell(later, current))) {
        failed = [...failed, { edit: current, refusal: answer.refusal }];
      }
      changed();
    }
    work = null;
  };

  const add = (edits: readonly CellEdit[]) => {
    if (edits.length === 0) return;
    failed = failed.filter(({ edit }) => !edits.some((newer) => isSameCell(newer, edit)));
    waiting = [...waiting, ...edits];
    changed();
    work ??= drain();
  };

  return {
    add,
    retry: () => {
      add(failed.map(({ edit }) => edit));
    },
    discard: (edit) => {
      failed = failed.filter((entry) => !isSameCell(entry.edit, edit));
      changed();
    },
    settle: async () => {
      while (work !== null) await work;
      return failed.length === 0;
    },
  };
}

/** Whether two edits are of the same cell of the same period. */
function isSameCell(a: Omit<CellEdit, 'typed'>, b: Omit<CellEdit, 'typed'>): boolean {
  return a.row === b.row && a.column === b.column && a.period === b.period;
}
