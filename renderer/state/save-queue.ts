import type { Refusal, Result } from '#shared/kit/result.ts';

/** One text that was typed into one cell of one sheet. */
export type CellEdit = {
  readonly period: string;
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly typed: string;
  /** Taken over from an earlier period, to be confirmed. */
  readonly isCarried?: boolean;
};

export type FailedEdit = { readonly edit: CellEdit; readonly refusal: Refusal };

/** What is not on the disk yet: edits on their way and failed ones. */
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

/** How the queue saves: edits of one sheet in one transaction, all of them or none. */
export type SaveCells = (edits: readonly CellEdit[]) => Promise<Result<{ savedAt: string }>>;

/** What is refused because of one cell alone; whatever else is refused would meet every cell. */
const isOfOneCell: ReadonlySet<string> = new Set([
  'row-unknown',
  'cell-not-yours',
  'input-invalid',
]);

/** So many cells go in one transaction; a larger block follows in the next. */
const mostAtOnce = 5000;

/**
 * Saves edits in the order in which they were typed: whatever waits for the same sheet goes in one
 * transaction, so that a pasted block is saved as a whole. A refused edit is kept with its refusal; a
 * later edit of the same cell takes its place.
 */
export function createSaveQueue(
  save: SaveCells,
  onSaved: (edits: readonly CellEdit[], savedAt: string) => void,
  onChange: (unsaved: Unsaved) => void,
): SaveQueue {
  let waiting: readonly CellEdit[] = [];
  let failed: readonly FailedEdit[] = [];
  let work: Promise<void> | null = null;

  const changed = () => {
    onChange({ waiting, failed });
  };

  const saveOne = async (edits: readonly CellEdit[]) => {
    const answer = await save(edits);
    if (answer.ok) {
      waiting = waiting.slice(edits.length);
      onSaved(edits, answer.value.savedAt);
    } else if (edits.length > 1 && isOfOneCell.has(answer.refusal.code)) {
      // One cell that is refused must not keep the others from the disk.
      for (const edit of edits) await saveOne([edit]);
      return;
    } else {
      waiting = waiting.slice(edits.length);
      const { refusal } = answer;
      const refused = edits.filter((edit) => !waiting.some((later) => isSameCell(later, edit)));
      failed = [...failed, ...refused.map((edit) => ({ edit, refusal }))];
    }
    changed();
  };

  const drain = async () => {
    for (let next = batchOf(waiting); next.length > 0; next = batchOf(waiting)) {
      await saveOne(next);
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

/** The edits at the head of the queue that belong to one sheet. */
function batchOf(waiting: readonly CellEdit[]): readonly CellEdit[] {
  const [first] = waiting;
  const end = waiting.findIndex(
    (edit) => edit.period !== first?.period || edit.form !== first.form,
  );
  return waiting.slice(0, Math.min(end < 0 ? waiting.length : end, mostAtOnce));
}

/** Whether two edits are of the same cell of the same sheet. */
export function isSameCell(
  a: Omit<CellEdit, 'typed' | 'isCarried'>,
  b: Omit<CellEdit, 'typed' | 'isCarried'>,
): boolean {
  return a.row === b.row && a.column === b.column && a.period === b.period && a.form === b.form;
}
