export type CellChange = {
  readonly row: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
  readonly isCarried?: boolean;
  /** Whether what stood there before was taken over and not confirmed. */
  readonly wasCarried?: boolean;
};

/** What was done at once, such as a pasted block, is undone at once. */
export type EditHistory = {
  readonly done: readonly (readonly CellChange[])[];
  readonly undone: readonly (readonly CellChange[])[];
};

/** The texts to record again, and the history after it; null when there is nothing to go back to. */
export type HistoryStep = {
  readonly history: EditHistory;
  readonly changes: readonly {
    row: string;
    column: string;
    typed: string;
    isCarried?: boolean;
  }[];
} | null;

export const emptyHistory: EditHistory = { done: [], undone: [] };

/**
 * The history of a sheet that was left and is opened again; empty where a cell of its last step is
 * not what that step left: somebody else, a file or another window has been there since.
 * @param textAt what stands in a cell now.
 */
export function takenUp(
  history: EditHistory,
  textAt: (row: string, column: string) => string,
): EditHistory {
  const last = history.done.at(-1)?.map(({ row, column, after }) => ({ row, column, text: after }));
  const next = history.undone
    .at(-1)
    ?.map(({ row, column, before }) => ({ row, column, text: before }));
  const expected = [...(last ?? []), ...(next ?? [])];
  return expected.every(({ row, column, text }) => textAt(row, column) === text)
    ? history
    : emptyHistory;
}

/** Adds changes that were made together; what had been undone cannot come back after that. */
export function remember(history: EditHistory, changes: readonly CellChange[]): EditHistory {
  const real = changes.filter(
    ({ before, after, wasCarried = false, isCarried = false }) =>
      before !== after || wasCarried !== isCarried,
  );
  return real.length === 0 ? history : { done: [...history.done, real], undone: [] };
}

/** Takes the latest changes back, the last one first. */
export function undo(history: EditHistory): HistoryStep {
  const latest = history.done.at(-1);
  if (latest === undefined) return null;
  return {
    history: { done: history.done.slice(0, -1), undone: [...history.undone, latest] },
    changes: [...latest].reverse().map(({ row, column, before, wasCarried = false }) => ({
      row,
      column,
      typed: before,
      isCarried: wasCarried,
    })),
  };
}

/** Makes the changes that were taken back last again. */
export function redo(history: EditHistory): HistoryStep {
  const latest = history.undone.at(-1);
  if (latest === undefined) return null;
  return {
    history: { done: [...history.done, latest], undone: history.undone.slice(0, -1) },
    changes: latest.map(({ row, column, after, isCarried = false }) => ({
      row,
      column,
      typed: after,
      isCarried,
    })),
  };
}
