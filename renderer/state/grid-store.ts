import { create } from 'zustand';

import type { SheetView } from '#shared/ipc/calls/sheet.ts';
import type { ColumnCode } from '#shared/ipc/shapes.ts';
import { readStatus } from './status-words.ts';
import type { GridCell } from './grid-cells.ts';
import { firstToFill, recordedColumn } from './grid-cells.ts';
import { onAccountChange } from './session-store.ts';
import { typedIn, useSheet } from './sheet-store.ts';

/**
 * What is being typed. `over` replaces the cell and lets arrows leave it, as typing in a spreadsheet
 * does; `inside` (F2) mends it, and arrows move in the text.
 */
export type Editing = { readonly mode: 'over' | 'inside'; readonly text: string };

type GridState = {
  /** Where the cursor stands. */
  readonly active: GridCell | null;
  /** The other corner of the selected block; the cursor's own cell when nothing more is selected. */
  readonly anchor: GridCell | null;
  readonly editing: Editing | null;
};

type GridStore = GridState & {
  /** Moves the cursor; `extend` keeps the other corner of the selection. Commits what was typed. */
  readonly moveTo: (cell: GridCell, extend?: boolean) => void;
  /** Begins or goes on typing; refused (false) where nothing may be typed. */
  readonly type: (text: string, mode?: Editing['mode']) => boolean;
  /** Opens the text that stands in the cell. */
  readonly edit: () => boolean;
  readonly cancel: () => void;
  /** Takes what was typed over into the sheet; never drops it. */
  readonly commit: () => void;
};

const start: GridState = { active: null, anchor: null, editing: null };

export const useGrid = create<GridStore>()((set, get) => ({
  ...start,
  moveTo: (cell, extend = false) => {
    get().commit();
    set({ active: cell, anchor: extend ? (get().anchor ?? cell) : cell });
  },
  type: (text, mode) => {
    const { active, editing } = get();
    if (activeColumn() === null) return false;
    set({ anchor: active, editing: { mode: mode ?? editing?.mode ?? 'over', text } });
    return true;
  },
  edit: () => {
    const { active, type } = get();
    const column = activeColumn();
    if (active === null || column === null) return false;
    return type(typedIn(useSheet.getState(), active.row, column), 'inside');
  },
  cancel: () => {
    set({ editing: null });
  },
  commit: () => {
    const { active, editing } = get();
    const column = activeColumn();
    if (active === null || editing === null) return;
    set({ editing: null });
    if (column === null) return;
    const text = editing.text.normalize('NFC').trim();
    const typed = column === 'status' ? (readStatus(text) ?? text) : text;
    useSheet.getState().record([{ row: active.row, column, typed }]);
  },
}));

onAccountChange(() => {
  useGrid.setState(start);
});

// Another sheet has other rows: the cursor begins again where there is something to fill.
useSheet.subscribe(({ view }, before) => {
  if (before.view?.period !== view?.period) begin(view);
});
begin(useSheet.getState().view);

function begin(view: SheetView | null): void {
  const first = view === null ? null : firstToFill(view.rows);
  useGrid.setState({ active: first, anchor: first, editing: null });
}

/** The recorded column under the cursor; null where nothing may be typed now. */
function activeColumn(): ColumnCode | null {
  const { active } = useGrid.getState();
  const { view } = useSheet.getState();
  if (active === null || view?.mayRecord !== true) return null;
  const row = view.rows.find((candidate) => candidate.row === active.row);
  return row === undefined ? null : recordedColumn(row, active.column);
}
