import type { CellChangeView, Reopening } from '#shared/ipc/calls/history.ts';

/** Changes that belong to one opening of the report: its revision, and why it was opened. */
export type ChangeGroup = {
  readonly revision: number;
  readonly why: Reopening | null;
  readonly changes: readonly CellChangeView[];
};

/** Splits changes, newest first, where another opening of the report begins. */
export function groupChanges(changes: readonly CellChangeView[]): readonly ChangeGroup[] {
  const groups: { revision: number; why: Reopening | null; changes: CellChangeView[] }[] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last?.revision === change.revision && isSameReason(last.why, change.why)) {
      last.changes.push(change);
    } else {
      groups.push({ revision: change.revision, why: change.why, changes: [change] });
    }
  }
  return groups;
}

/** Whether a change was made at once with the one beside it, as a pasted block is. */
export function isSameAct(change: CellChangeView, beside: CellChangeView | undefined): boolean {
  return change.at === beside?.at && change.by === beside.by;
}

function isSameReason(a: Reopening | null, b: Reopening | null): boolean {
  return a?.at === b?.at && a?.reason === b?.reason && a?.action === b?.action;
}
