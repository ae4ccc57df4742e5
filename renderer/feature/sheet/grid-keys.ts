import type { KeyboardEvent } from 'react';

import { isBesideColumn } from '#shared/catalogue/forms/beside-column.ts';
import { carriedOver } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetColumn } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { gridColumnOf, nextToFill, stepFrom } from '../../state/grid-cells.ts';
import type { GridCell } from '../../state/grid-cells.ts';
import { useGrid } from '../../state/grid-store.ts';
import { useInspector } from '../../state/inspector-store.ts';
import { clearedBlock, filledDown } from '../../state/paste-block.ts';
import { typedIn, useSheet } from '../../state/sheet-store.ts';
import type { Text } from '../../ui/text.ts';
import { focusNote } from './cell-place.ts';
import { choiceBeside, choiceName, choicesOf } from './choices.ts';
import { useFind } from './find-store.ts';

type Place = {
  readonly view: SheetView;
  /** The column under the cursor where something may be typed; null elsewhere. */
  readonly column: SheetColumn | null;
  readonly text: Text;
};

const FAR = 1000;
const PAGE_ROWS = 12;
/** What Chromium reports for keys that an input method has taken for itself. */
const INPUT_METHOD_KEY = 'Process';

/**
 * What the keys of a spreadsheet do. Only keys that write nothing are handled here; whatever writes
 * reaches the text area as it is, so that every Vietnamese input method works.
 */
export function onGridKey(event: KeyboardEvent<HTMLTextAreaElement>, place: Place): void {
  if (event.nativeEvent.isComposing || event.key === INPUT_METHOD_KEY) return;
  const { active, editing } = useGrid.getState();
  if (active === null) return;
  const isHandled =
    walk(event, place, active, editing !== null) ||
    (editing === null
      ? whileWalking(event, place, active)
      : whileTyping(event, place, active, editing));
  if (isHandled) event.preventDefault();
}

type Editing = NonNullable<ReturnType<typeof useGrid.getState>['editing']>;

/** Enter, Tab, F2 and Escape: in both modes. */
function walk(event: KeyboardEvent, place: Place, active: GridCell, isEditing: boolean): boolean {
  const { moveTo, cancel, commit } = useGrid.getState();
  switch (event.key) {
    case 'Enter':
      if (event.altKey && isEditing) return insertLineBreak(event.target);
      if (!isEditing && hasChoices(place)) return openCell(place, active);
      moveTo(stepFrom(place.view, active, event.shiftKey ? -1 : 1, 0));
      return true;
    case 'Tab': {
      const next = nextToFill(place.view, active, event.shiftKey ? -1 : 1);
      // At either end Tab leaves the grid: nobody is caught in it.
      if (next === active) {
        commit();
        return false;
      }
      moveTo(next);
      return true;
    }
    case 'F2':
      return event.shiftKey ? openNote() : openCell(place, active);
    case 'Escape':
      if (isEditing) cancel();
      else moveTo(active);
      return true;
    default:
      return false;
  }
}

function whileTyping(
  event: KeyboardEvent,
  place: Place,
  active: GridCell,
  editing: Editing,
): boolean {
  const { type, moveTo } = useGrid.getState();
  const step = arrowStep(event.key);
  if (step === null) return false;
  if (place.column !== null && hasChoices(place)) {
    if (step.down === 0) return false;
    type(choiceBeside(place.column, editing.text, step.down, place.text));
    return true;
  }
  // Typing over behaves as in a spreadsheet: an arrow takes the text and leaves the cell.
  if (editing.mode === 'inside' || event.shiftKey) return false;
  moveTo(stepFrom(place.view, active, step.down, step.right));
  return true;
}

function whileWalking(event: KeyboardEvent, place: Place, active: GridCell): boolean {
  const { moveTo, type } = useGrid.getState();
  const { view } = place;
  const isFar = event.ctrlKey || event.metaKey;
  if (event.altKey) return event.key === 'ArrowDown' && openCell(place, active);
  const step = arrowStep(event.key);
  if (step !== null) {
    const times = isFar ? FAR : 1;
    moveTo(stepFrom(view, active, step.down * times, step.right * times), event.shiftKey);
    return true;
  }
  switch (event.key) {
    case 'Home':
      moveTo(stepFrom(view, active, isFar ? -FAR : 0, -FAR), event.shiftKey);
      return true;
    case 'End':
      moveTo(stepFrom(view, active, isFar ? FAR : 0, FAR), event.shiftKey);
      return true;
    case 'PageUp':
      moveTo(stepFrom(view, active, -PAGE_ROWS, 0), event.shiftKey);
      return true;
    case 'PageDown':
      moveTo(stepFrom(view, active, PAGE_ROWS, 0), event.shiftKey);
      return true;
    case 'Delete':
      clearSelection(place.view);
      return true;
    case 'Backspace':
      return type('', 'over');
    default:
      return isFar && withControl(event, view);
  }
}

function withControl(event: KeyboardEvent, view: SheetView): boolean {
  const sheet = useSheet.getState();
  switch (event.key.toLowerCase()) {
    case 'z':
      goTo(view, event.shiftKey ? sheet.redo() : sheet.undo());
      return true;
    case 'y':
      goTo(view, sheet.redo());
      return true;
    case 'a': {
      const corner: GridCell = {
        row: view.rows[0]?.row ?? '',
        column: view.columns[0]?.code ?? '',
      };
      const { moveTo } = useGrid.getState();
      moveTo(corner);
      moveTo(stepFrom(view, corner, FAR, FAR), true);
      return true;
    }
    case 'd':
      fillDown(view);
      return true;
    case 'f':
      useFind.getState().show();
      return true;
    default:
      return false;
  }
}

/** Empties the selected cells that may be filled. */
export function clearSelection(view: SheetView): void {
  const { active, anchor } = useGrid.getState();
  if (active === null || !view.mayRecord) return;
  useSheet.getState().record(clearedBlock(view, { from: anchor ?? active, to: active }));
}

/** Breaks the line at the cursor of the text that is being typed: Chromium does not on Alt+Enter. */
function insertLineBreak(field: EventTarget): boolean {
  if (!(field instanceof HTMLTextAreaElement)) return false;
  field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertLineBreak' }));
  return true;
}

/** Fills the selection with its first row. */
function fillDown(view: SheetView): void {
  const { active, anchor } = useGrid.getState();
  if (active === null || !view.mayRecord) return;
  const sheet = useSheet.getState();
  const selection = { from: anchor ?? active, to: active };
  const cells = sheet.sheet?.cells;
  sheet.record(
    filledDown(view, selection, (row, column) => ({
      typed: typedIn(sheet, row, column),
      isCarried: cells?.get(row)?.get(column)?.fault === carriedOver,
    })),
  );
}

function goTo(
  view: SheetView,
  cell: { readonly row: string; readonly column: string } | null,
): void {
  if (cell === null) return;
  useGrid
    .getState()
    .moveTo({ row: cell.row, column: gridColumnOf(view, figureOf(view, cell.column)) });
}

/** The column whose figure a text beside the grid is about; any other column itself. */
function figureOf(view: SheetView, column: string): string {
  if (!isBesideColumn(column)) return column;
  const codes = view.columns.flatMap(({ records }) => records ?? []);
  return codes.find((code) => column.endsWith(`.${code}`)) ?? column;
}

function hasChoices({ column, text }: Place): boolean {
  return column !== null && choicesOf(column, text) !== null;
}

/** Leads to the note of the cell, in the inspector; what is being typed is taken first. */
function openNote(): boolean {
  useInspector.getState().show();
  // The inspector may have to be put there first.
  setTimeout(focusNote);
  return true;
}

/** Opens the text that stands in the cell; a choice opens as its word, above the list of all. */
function openCell(place: Place, active: GridCell): boolean {
  const { edit, type, editing } = useGrid.getState();
  const { column, text } = place;
  if (editing !== null) return type(editing.text, 'inside');
  if (column === null || !hasChoices(place)) return edit();
  const typed = typedIn(useSheet.getState(), active.row, column.records ?? '');
  return type(choiceName(column, typed, text), 'inside');
}

function arrowStep(key: string): { readonly down: number; readonly right: number } | null {
  switch (key) {
    case 'ArrowUp':
      return { down: -1, right: 0 };
    case 'ArrowDown':
      return { down: 1, right: 0 };
    case 'ArrowLeft':
      return { down: 0, right: -1 };
    case 'ArrowRight':
      return { down: 0, right: 1 };
    default:
      return null;
  }
}
