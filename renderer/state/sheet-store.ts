import { create } from 'zustand';

import type { PersonalAction } from '#shared/domain/workflow.ts';
import type { SavedCell, SheetView, SubmissionView } from '#shared/ipc/calls/sheet.ts';
import type { ColumnCode } from '#shared/ipc/shapes.ts';
import type { Refusal, Result } from '#shared/kit/result.ts';
import { call } from '../client.ts';
import { emptyHistory, redo, remember, undo } from './edit-history.ts';
import type { EditHistory, HistoryStep } from './edit-history.ts';
import { useNavigation } from './navigation-store.ts';
import { createSaveQueue } from './save-queue.ts';
import type { CellEdit, Unsaved } from './save-queue.ts';
import { useSaveMark } from './save-store.ts';
import { onAccountChange } from './session-store.ts';

/** A text for one cell of the sheet that is open. */
export type TypedCell = {
  readonly row: string;
  readonly column: ColumnCode;
  readonly typed: string;
};

type CellPlace = Omit<TypedCell, 'typed'>;

type SheetState = {
  /** Biểu 01 of the current period as the services last told it; null while it is being read. */
  readonly view: SheetView | null;
  readonly refusal: Refusal | null;
  readonly unsaved: Unsaved;
  readonly history: EditHistory;
};

type SheetStore = SheetState & {
  /** Reads the sheet of a period; one that is open already stays in sight meanwhile. */
  readonly open: (period: string) => Promise<void>;
  /** Takes texts that were typed or pasted at once: shown now, saved in their order, undone at once. */
  readonly record: (cells: readonly TypedCell[]) => void;
  /** Takes the latest change back; says which cell it was in, or null when there was none. */
  readonly undo: () => CellPlace | null;
  readonly redo: () => CellPlace | null;
  readonly retry: () => void;
  readonly discard: (edit: CellEdit) => void;
  /** Waits for every save; true when nothing is left unsaved. */
  readonly settle: () => Promise<boolean>;
  /** Moves the submission on or back, and reads the sheet as it is then. */
  readonly act: (action: PersonalAction, reason: string | null) => Promise<Result<SubmissionView>>;
};

const start: SheetState = {
  view: null,
  refusal: null,
  unsaved: { waiting: [], failed: [] },
  history: emptyHistory,
};

export const useSheet = create<SheetStore>()((set, get) => {
  /** Rises with every reading and every change: an answer that was overtaken is not shown. */
  let turn = 0;

  const queue = createSaveQueue(
    (edit) => call('sheet.record', edit),
    (edit, saved) => {
      useSaveMark.setState({ mark: { kind: 'saved', at: saved.savedAt } });
      const { view } = get();
      if (view?.period === edit.period) set({ view: withSaved(view, saved) });
    },
    (unsaved) => {
      set({ unsaved });
      showUnsaved(unsaved, get().view?.lastSavedAt ?? null);
    },
  );

  const recordAgain = (step: HistoryStep): CellPlace | null => {
    const { view } = get();
    if (step === null || view?.mayRecord !== true) return null;
    turn += 1;
    set({ history: step.history });
    queue.add(step.changes.map((change) => ({ period: view.period, ...change })));
    return step.changes[0] ?? null;
  };

  return {
    ...start,
    open: async (period) => {
      if (get().view?.period !== period) set({ view: null, refusal: null, history: emptyHistory });
      await queue.settle();
      turn += 1;
      const asked = turn;
      const answer = await call('sheet.open', { period });
      if (useNavigation.getState().period !== period) return;
      if (turn !== asked) {
        await get().open(period);
        return;
      }
      if (!answer.ok) {
        set({ refusal: answer.refusal });
        return;
      }
      set({ view: answer.value, refusal: null });
      showUnsaved(get().unsaved, answer.value.lastSavedAt);
    },
    record: (cells) => {
      const { view, history } = get();
      if (view?.mayRecord !== true) return;
      turn += 1;
      const changes = cells.map((cell) => ({
        ...cell,
        before: typedIn(get(), cell.row, cell.column),
        after: cell.typed,
      }));
      const real = changes.filter((change) => change.before !== change.after);
      set({ history: remember(history, real) });
      queue.add(
        real.map(({ row, column, typed }) => ({ period: view.period, row, column, typed })),
      );
    },
    undo: () => recordAgain(undo(get().history)),
    redo: () => recordAgain(redo(get().history)),
    retry: queue.retry,
    discard: queue.discard,
    settle: queue.settle,
    act: async (action, reason) => {
      const { view, open } = get();
      const period = view?.period ?? useNavigation.getState().period ?? '';
      await queue.settle();
      const answer = await call('submission.act', { period, action, reason });
      if (answer.ok) set({ history: emptyHistory });
      await Promise.all([open(period), useNavigation.getState().loadPeriods()]);
      return answer;
    },
  };
});

onAccountChange(() => {
  useSheet.setState(start);
});

/** The text of a cell as the user last left it, saved or not. */
export function typedIn(
  { view, unsaved }: Pick<SheetState, 'view' | 'unsaved'>,
  row: string,
  column: ColumnCode,
): string {
  return (
    unsavedText(unsaved, { period: view?.period ?? '', row, column }) ??
    view?.rows.find((candidate) => candidate.row === row)?.cells[column].typed ??
    ''
  );
}

/** The latest text of a cell that is not on the disk yet; null when the saved one counts. */
export function unsavedText(unsaved: Unsaved, cell: Omit<CellEdit, 'typed'>): string | null {
  const isThis = (edit: CellEdit) =>
    edit.row === cell.row && edit.column === cell.column && edit.period === cell.period;
  const waiting = unsaved.waiting.filter(isThis).at(-1);
  return (waiting ?? unsaved.failed.find(({ edit }) => isThis(edit))?.edit)?.typed ?? null;
}

function withSaved(view: SheetView, saved: SavedCell): SheetView {
  const rows = view.rows.map((row) => (row.row === saved.row.row ? saved.row : row));
  const ofOtherRows = view.findings.filter((finding) => finding.row !== saved.row.row);
  const place = new Map(rows.map((row, index) => [row.row, index]));
  return {
    ...view,
    rows,
    findings: [...ofOtherRows, ...saved.findings].sort(
      (a, b) => (place.get(a.row) ?? 0) - (place.get(b.row) ?? 0),
    ),
    filled: rows.filter((row) => row.isAnswered).length,
    lastSavedAt: saved.savedAt,
  };
}

function showUnsaved(unsaved: Unsaved, savedAt: string | null): void {
  const failure = unsaved.failed[0];
  if (unsaved.waiting.length > 0) useSaveMark.setState({ mark: { kind: 'saving' } });
  else if (failure !== undefined) {
    const { refusal } = failure;
    useSaveMark.setState({ mark: { kind: 'failed', refusal, count: unsaved.failed.length } });
  } else useSaveMark.setState({ mark: { kind: 'saved', at: savedAt } });
}
