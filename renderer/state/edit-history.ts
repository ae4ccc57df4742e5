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
 * The history of a sheet that is read again, as far as it still fits: from the newest step back until
 * one whose cells are not what it left. Somebody else, a file or another window has been there since.
 * @param textAt what stands in a cell now.
 */
export function takenUp(
  history: EditHistory,
  textAt: (row: string, column: string) => string,
): EditHistory {
  return {
    done: fitting(
      history.done,
      textAt,
      ({ after }) => after,
      ({ before }) => before,
    ),
    undone: fitting(
      history.undone,
      textAt,
      ({ before }) => before,
      ({ after }) => after,
    ),
  };
}

/** The steps, the last one first, that each find what they left; a step then takes its cells back. */
function fitting(
  steps: EditHistory['done'],
  textAt: (row: string, column: string) => string,
  left: (change: CellChange) => string,
  found: (change: CellChange) => string,
): EditHistory['done'] {
  const texts = new Map<string, string>();
  const placeOf = ({ row, column }: CellChange) => `${row} ${column}`;
  let kept = steps.length;
  while (kept > 0) {
    const step = steps[kept - 1] ?? [];
    const fits = step.every(
      (change) =>
        (texts.get(placeOf(change)) ?? textAt(change.row, change.column)) === left(change),
    );
    if (!fits) break;
    for (const change of step) texts.set(placeOf(change), found(change));
    kept -= 1;
  }
  return steps.slice(kept);
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
