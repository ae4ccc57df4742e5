import { create } from 'zustand';

import { recordedColumn, remarkKindsOf } from '#shared/catalogue/forms/beside-column.ts';
import type { RemarkKind } from '#shared/catalogue/forms/beside-column.ts';
import { columnsOf, indicatorOf } from '#shared/catalogue/forms/layout.ts';
import { cellsToCarry } from '#shared/catalogue/sheets/carry.ts';
import { groupCells, readTyped, unitWordsOf } from '#shared/catalogue/sheets/cells.ts';
import type { CellsByRow } from '#shared/catalogue/sheets/cells.ts';
import { contextOf } from '#shared/catalogue/sheets/context.ts';
import type { SheetContext } from '#shared/catalogue/sheets/context.ts';
import { sheetDeriver } from '#shared/catalogue/sheets/derive.ts';
import type { SheetDeriver } from '#shared/catalogue/sheets/derive.ts';
import { carriedOver, emptyCell } from '#shared/catalogue/sheets/sheet.ts';
import type { OpenedSheet } from '#shared/ipc/calls/sheet.ts';
import { sheetFacts, withContent } from '#shared/ipc/view-sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import type { Refusal } from '#shared/kit/result.ts';
import { call } from '../client.ts';
import { readCatalogue } from './catalogue-store.ts';
import { emptyHistory, redo, remember, takenUp, undo } from './edit-history.ts';
import type { EditHistory, HistoryStep } from './edit-history.ts';
import { createSaveQueue } from './save-queue.ts';
import type { CellEdit, Unsaved } from './save-queue.ts';
import { useSaveMark } from './save-store.ts';
import { onAccountChange, useSession } from './session-store.ts';
import { typedAt, withCells } from './sheet-cells.ts';

/** A text for one cell of the sheet that is open. */
export type TypedCell = {
  readonly row: string;
  readonly column: string;
  readonly typed: string;
  /** Taken over from an earlier period, to be confirmed. */
  readonly isCarried?: boolean;
};

type CellPlace = Pick<TypedCell, 'row' | 'column'>;

/** The open sheet with what its view is derived from; everything typed so far is in its cells. */
type OpenSheet = {
  readonly opened: OpenedSheet;
  readonly derive: SheetDeriver;
  readonly context: SheetContext;
  /** What is on the disk. */
  readonly saved: CellsByRow;
  /** What is shown: the saved cells and, over them, what is on its way or was refused. */
  readonly cells: CellsByRow;
};

type SheetState = {
  readonly sheet: OpenSheet | null;
  /** The sheet as it is shown, the text that is just being typed included; null while it is read. */
  readonly view: SheetView | null;
  readonly refusal: Refusal | null;
  readonly unsaved: Unsaved;
  readonly history: EditHistory;
  /** The histories of sheets that were open before, by period and form. */
  readonly laidAside: ReadonlyMap<string, EditHistory>;
};

type SheetStore = SheetState & {
  /** Reads a sheet; one that is open already stays in sight meanwhile. */
  readonly open: (period: string, form: string) => Promise<void>;
  /** Takes texts that were typed or pasted at once: shown now, saved together, undone at once. */
  readonly record: (cells: readonly TypedCell[]) => void;
  /** Shows what follows from a text while it is being typed; null when nothing is. */
  readonly preview: (cell: TypedCell | null) => void;
  /** Takes the latest change back; says which cell it was in, or null when there was none. */
  readonly undo: () => CellPlace | null;
  readonly redo: () => CellPlace | null;
  /** Takes over what the report before says and nobody has typed yet; gives how many cells. */
  readonly carry: () => number;
  /** Confirms every cell that was taken over. */
  readonly confirmCarried: () => void;
  readonly retry: () => void;
  readonly discard: (edit: CellEdit) => void;
  /** Waits for every save; true when nothing is left unsaved. */
  readonly settle: () => Promise<boolean>;
};

const start: SheetState = {
  sheet: null,
  view: null,
  refusal: null,
  unsaved: { waiting: [], failed: [] },
  history: emptyHistory,
  laidAside: new Map(),
};

export const useSheet = create<SheetStore>()((set, get) => {
  /** Only the reading that was asked for last is shown. */
  let readings = 0;
  /** Rises with every change: a reading that a change overtook is read again. */
  let edits = 0;

  const queue = createSaveQueue(
    (edits) => {
      const { period = '', form = '' } = edits[0] ?? {};
      const cells = edits.map(({ row, column, typed, isCarried = false }) => ({
        row,
        column,
        typed,
        isCarried,
      }));
      return call('sheet.record', { period, form, cells });
    },
    (edits, savedAt) => {
      useSaveMark.setState({ mark: { kind: 'saved', at: savedAt } });
      const { sheet } = get();
      const own = sheet === null ? [] : edits.filter((edit) => isOf(sheet.opened, edit));
      if (sheet === null || own.length === 0) return;
      const saved = withCells(
        sheet.saved,
        own.map((edit) => read(sheet, edit)),
      );
      const opened = { ...sheet.opened, lastSavedAt: savedAt };
      set({ sheet: { ...sheet, opened, saved } });
    },
    (unsaved) => {
      set({ unsaved });
      showUnsaved(unsaved, get().sheet?.opened.lastSavedAt ?? null);
    },
  );

  const show = (sheet: OpenSheet): void => {
    set({ sheet, view: withContent(sheet.opened, sheet.derive(sheet.cells)) });
  };

  const put = (sheet: OpenSheet, cells: readonly TypedCell[]): void => {
    show({
      ...sheet,
      cells: withCells(
        sheet.cells,
        cells.map((cell) => read(sheet, cell)),
      ),
    });
    const { period, form } = sheet.opened;
    queue.add(cells.map((cell) => ({ period, form, ...cell })));
  };

  const recordAgain = (step: HistoryStep): CellPlace | null => {
    const { sheet } = get();
    if (step === null || sheet?.opened.mayRecord !== true) return null;
    edits += 1;
    set({ history: step.history });
    put(sheet, step.changes);
    return step.changes[0] ?? null;
  };

  return {
    ...start,
    open: async (period, form) => {
      const { sheet } = get();
      readings += 1;
      const reading = readings;
      const isAnother = sheet?.opened.period !== period || sheet.opened.form !== form;
      if (sheet !== null && isAnother) {
        const { history, laidAside } = get();
        set({ laidAside: new Map(laidAside).set(keyOf(sheet.opened), history) });
      }
      if (isAnother) set({ sheet: null, view: null, refusal: null, history: emptyHistory });
      await queue.settle();
      const editsBefore = edits;
      const [catalogue, answer] = [
        await readCatalogue(),
        await call('sheet.open', { period, form }),
      ];
      if (reading !== readings) return;
      if (edits !== editsBefore) {
        await get().open(period, form);
        return;
      }
      if (!catalogue.ok || !answer.ok) {
        set({ refusal: answer.ok ? refusalOf(catalogue) : answer.refusal });
        return;
      }
      const opened = answer.value;
      const saved = groupCells(opened.cells);
      const language = useSession.getState().state?.language ?? 'vi';
      const base: OpenSheet = {
        opened,
        derive: sheetDeriver(catalogue.value, sheetFacts(opened), language),
        context: contextOf(catalogue.value, sheetFacts(opened)),
        saved,
        cells: saved,
      };
      const refused = get().unsaved.failed.map(({ edit }) => edit);
      const own = refused.filter((edit) => isOf(opened, edit)).map((edit) => read(base, edit));
      const cells = withCells(saved, own);
      const { history, laidAside } = get();
      const known = isAnother ? (laidAside.get(keyOf(opened)) ?? emptyHistory) : history;
      const still = takenUp(known, (row, column) => typedAt(cells, row, column));
      set({ refusal: null, history: still });
      show({ ...base, cells });
      showUnsaved(get().unsaved, opened.lastSavedAt);
    },
    record: (cells) => {
      const { sheet, history } = get();
      if (sheet?.opened.mayRecord !== true) return;
      edits += 1;
      const changes = withoutTypedResult(sheet.cells, cells).map(
        ({ row, column, typed, isCarried = false }) => ({
          row,
          column,
          before: typedAt(sheet.cells, row, column),
          wasCarried: sheet.cells.get(row)?.get(column)?.fault === carriedOver,
          after: typed,
          isCarried,
        }),
      );
      const real = changes.filter(
        ({ before, after, wasCarried, isCarried }) => before !== after || wasCarried !== isCarried,
      );
      set({ history: remember(history, real) });
      if (real.length === 0) show(sheet);
      else
        put(
          sheet,
          real.map(({ row, column, after, isCarried }) => ({
            row,
            column,
            typed: after,
            isCarried,
          })),
        );
    },
    preview: (cell) => {
      const { sheet } = get();
      if (sheet === null) return;
      const cells = cell === null ? sheet.cells : withCells(sheet.cells, [read(sheet, cell)]);
      set({ view: withContent(sheet.opened, sheet.derive(cells)) });
    },
    carry: () => {
      const { sheet } = get();
      if (sheet === null) return 0;
      const cells = cellsToCarry(sheet.context, sheet.cells);
      get().record(cells.map((cell) => ({ ...cell, isCarried: true })));
      return cells.length;
    },
    confirmCarried: () => {
      const { sheet } = get();
      get().record(
        [...(sheet?.cells ?? [])].flatMap(([row, cells]) =>
          [...cells].flatMap(([column, { typed, fault }]) =>
            fault === carriedOver ? [{ row, column, typed }] : [],
          ),
        ),
      );
    },
    undo: () => recordAgain(undo(get().history)),
    redo: () => recordAgain(redo(get().history)),
    retry: queue.retry,
    discard: (edit) => {
      queue.discard(edit);
      const { sheet } = get();
      if (sheet === null || !isOf(sheet.opened, edit)) return;
      const cell = sheet.saved.get(edit.row)?.get(edit.column) ?? emptyCell;
      const back = { row: edit.row, column: edit.column, cell };
      show({ ...sheet, cells: withCells(sheet.cells, [back]) });
    },
    settle: queue.settle,
  };
});

onAccountChange(() => {
  useSheet.setState(start);
});

/** The text of a cell as the user last left it, saved or not. */
export function typedIn({ sheet }: Pick<SheetState, 'sheet'>, row: string, column: string): string {
  return sheet === null ? '' : typedAt(sheet.cells, row, column);
}

/**
 * Changes with the typed results that they overtake: where an amount is typed, a result that was
 * typed before would stay unseen under the one that is computed.
 */
function withoutTypedResult(
  cells: CellsByRow,
  changes: readonly TypedCell[],
): readonly TypedCell[] {
  const rows = new Set(
    changes
      .filter(
        ({ column, typed }) => typed !== '' && (column === 'numerator' || column === 'denominator'),
      )
      .map(({ row }) => row),
  );
  return [
    ...changes.filter(({ row, column }) => column !== 'value' || !rows.has(row)),
    ...[...rows]
      .filter((row) => typedAt(cells, row, 'value') !== '')
      .map((row) => ({ row, column: 'value', typed: '' })),
  ];
}

/** The unit that may be typed behind the number of a cell. */
export function unitWordsAt(
  { sheet }: Pick<SheetState, 'sheet'>,
  row: string,
  column: string,
): readonly string[] {
  if (sheet === null) return [];
  const { catalogue, form } = sheet.context;
  const known = recordedColumn(catalogue, form, column);
  return known === null ? [] : unitWordsOf(known, indicatorOf(catalogue, row));
}

/** What can be remarked on the figures of a recorded column of the sheet. */
export function remarkKindsAt(
  { sheet }: Pick<SheetState, 'sheet'>,
  column: string,
): readonly RemarkKind[] {
  if (sheet === null) return [];
  const { catalogue, form } = sheet.context;
  return remarkKindsOf(columnsOf(catalogue, form), column);
}

function keyOf({ period, form }: Pick<OpenedSheet, 'period' | 'form'>): string {
  return `${period} ${form}`;
}

function isOf(opened: OpenedSheet, edit: CellEdit): boolean {
  return opened.period === edit.period && opened.form === edit.form;
}

/** A typed text as the services will understand it. */
function read({ context }: Pick<OpenSheet, 'context'>, edit: TypedCell) {
  const { row, column, typed, isCarried = false } = edit;
  const known = recordedColumn(context.catalogue, context.form, column);
  const cell =
    known === null
      ? { ...emptyCell, typed }
      : readTyped(known, typed, indicatorOf(context.catalogue, row));
  const fault = isCarried && cell.fault === null ? carriedOver : cell.fault;
  return { row, column, cell: { ...cell, fault } };
}

function refusalOf(answer: { readonly ok: boolean; readonly refusal?: Refusal }): Refusal | null {
  return answer.refusal ?? null;
}

function showUnsaved(unsaved: Unsaved, savedAt: string | null): void {
  const failure = unsaved.failed[0];
  if (unsaved.waiting.length > 0) useSaveMark.setState({ mark: { kind: 'saving' } });
  else if (failure !== undefined) {
    const { refusal } = failure;
    useSaveMark.setState({ mark: { kind: 'failed', refusal, count: unsaved.failed.length } });
  } else {
    // What was saved last may be of another form than the one that is open.
    useSaveMark.setState(({ mark }) => ({
      mark: { kind: 'saved', at: mark.kind === 'saved' ? mark.at : savedAt },
    }));
  }
}
