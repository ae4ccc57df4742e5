import { create } from 'zustand';

import type { SheetColumn } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import type { GridCell } from './grid-cells.ts';
import { recordedColumn } from '#shared/catalogue/sheets/typed-column.ts';
import { firstToFill } from './grid-cells.ts';
import { asTyped } from './read-choice.ts';
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

/**
 * Does what may come a moment later once the typed letter stands on the screen: what follows from it
 * is worked out in the next frame, and only for the latest letter.
 */
function afterPainting(work: () => void): void {
  if (typeof requestAnimationFrame === 'undefined') work();
  else requestAnimationFrame(() => setTimeout(work));
}

const start: GridState = { active: null, anchor: null, editing: null };

export const useGrid = create<GridStore>()((set, get) => ({
  ...start,
  moveTo: (cell, extend = false) => {
    get().commit();
    set({ active: cell, anchor: extend ? (get().anchor ?? cell) : cell });
  },
  type: (text, mode) => {
    const { active, editing } = get();
    const place = activePlace();
    if (active === null || place === null) return false;
    set({ anchor: active, editing: { mode: mode ?? editing?.mode ?? 'over', text } });
    const { recorded, column } = place;
    afterPainting(() => {
      const typed = asTyped(column, text);
      if (get().editing?.text === text) {
        useSheet.getState().preview({ row: active.row, column: recorded, typed });
      }
    });
    return true;
  },
  edit: () => {
    const { active, type } = get();
    const place = activePlace();
    if (active === null || place === null) return false;
    return type(typedIn(useSheet.getState(), active.row, place.recorded), 'inside');
  },
  cancel: () => {
    set({ editing: null });
    useSheet.getState().preview(null);
  },
  commit: () => {
    const { active, editing } = get();
    if (active === null || editing === null) return;
    const place = activePlace();
    set({ editing: null });
    if (place === null) {
      useSheet.getState().preview(null);
      return;
    }
    const typed = asTyped(place.column, editing.text);
    useSheet.getState().record([{ row: active.row, column: place.recorded, typed }]);
  },
}));

onAccountChange(() => {
  useGrid.setState(start);
});

// Another sheet has other rows: the cursor begins again where there is something to fill.
useSheet.subscribe(({ view }, before) => {
  if (before.view?.period !== view?.period || before.view?.form !== view?.form) begin(view);
});
begin(useSheet.getState().view);

function begin(view: SheetView | null): void {
  const first = view === null ? null : firstToFill(view);
  useGrid.setState({ active: first, anchor: first, editing: null });
}

/** The column under the cursor and what typing in it records; null where nothing may be typed. */
function activePlace(): { readonly column: SheetColumn; readonly recorded: string } | null {
  const { active, editing } = useGrid.getState();
  const { view } = useSheet.getState();
  if (active === null || view?.mayRecord !== true) return null;
  const row = view.rows.find((candidate) => candidate.row === active.row);
  const column = view.columns.find(({ code }) => code === active.column);
  if (row === undefined || column === undefined) return null;
  // What is being typed is part of the view: it must not close the cell that it is typed into.
  const recorded = editing === null ? recordedColumn(row, column) : column.records;
  return recorded === null ? null : { column, recorded };
}
