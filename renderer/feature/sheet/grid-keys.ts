import type { KeyboardEvent } from 'react';

import { observationStatuses } from '#shared/domain/cell.ts';
import type { SheetView } from '#shared/ipc/calls/sheet.ts';
import type { ColumnCode } from '#shared/ipc/shapes.ts';
import { gridColumnOf, nextToFill, stepFrom } from '../../state/grid-cells.ts';
import type { GridCell } from '../../state/grid-cells.ts';
import { useGrid } from '../../state/grid-store.ts';
import { clearedBlock } from '../../state/paste-block.ts';
import { typedIn, useSheet } from '../../state/sheet-store.ts';
import { readStatus } from '../../state/status-words.ts';
import { statusWord } from '../../ui/figures.ts';
import type { Text } from '../../ui/text.ts';

type Place = { readonly view: SheetView; readonly column: ColumnCode | null; readonly text: Text };

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
  const { rows } = place.view;
  switch (event.key) {
    case 'Enter':
      if (!isEditing && place.column === 'status') return openCell(place, active);
      moveTo(stepFrom(rows, active, event.shiftKey ? -1 : 1, 0));
      return true;
    case 'Tab': {
      const next = nextToFill(rows, active, event.shiftKey ? -1 : 1);
      // At either end Tab leaves the grid: nobody is caught in it.
      if (next === active) {
        commit();
        return false;
      }
      moveTo(next);
      return true;
    }
    case 'F2':
      return openCell(place, active);
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
  if (place.column === 'status') {
    if (step.down === 0) return false;
    type(statusBeside(editing.text, step.down, place.text));
    return true;
  }
  // Typing over behaves as in a spreadsheet: an arrow takes the text and leaves the cell.
  if (editing.mode === 'inside' || event.shiftKey) return false;
  moveTo(stepFrom(place.view.rows, active, step.down, step.right));
  return true;
}

function whileWalking(event: KeyboardEvent, place: Place, active: GridCell): boolean {
  const { moveTo, type } = useGrid.getState();
  const { rows } = place.view;
  const isFar = event.ctrlKey || event.metaKey;
  if (event.altKey) return event.key === 'ArrowDown' && openCell(place, active);
  const step = arrowStep(event.key);
  if (step !== null) {
    const times = isFar ? FAR : 1;
    moveTo(stepFrom(rows, active, step.down * times, step.right * times), event.shiftKey);
    return true;
  }
  switch (event.key) {
    case 'Home':
      moveTo(stepFrom(rows, active, isFar ? -FAR : 0, -FAR), event.shiftKey);
      return true;
    case 'End':
      moveTo(stepFrom(rows, active, isFar ? FAR : 0, FAR), event.shiftKey);
      return true;
    case 'PageUp':
      moveTo(stepFrom(rows, active, -PAGE_ROWS, 0), event.shiftKey);
      return true;
    case 'PageDown':
      moveTo(stepFrom(rows, active, PAGE_ROWS, 0), event.shiftKey);
      return true;
    case 'Delete':
      clearSelection(place.view);
      return true;
    case 'Backspace':
      return type('', 'over');
    default:
      return isFar && withControl(event, rows);
  }
}

function withControl(event: KeyboardEvent, rows: SheetView['rows']): boolean {
  const sheet = useSheet.getState();
  switch (event.key.toLowerCase()) {
    case 'z':
      goTo(event.shiftKey ? sheet.redo() : sheet.undo());
      return true;
    case 'y':
      goTo(sheet.redo());
      return true;
    case 'a': {
      const corner: GridCell = { row: rows[0]?.row ?? '', column: 'numerator' };
      const { moveTo } = useGrid.getState();
      moveTo(corner);
      moveTo(stepFrom(rows, corner, FAR, FAR), true);
      return true;
    }
    default:
      return false;
  }
}

/** Empties the selected cells that may be filled. */
export function clearSelection(view: SheetView): void {
  const { active, anchor } = useGrid.getState();
  if (active === null || !view.mayRecord) return;
  useSheet.getState().record(clearedBlock(view.rows, { from: anchor ?? active, to: active }));
}

function goTo(cell: { readonly row: string; readonly column: ColumnCode } | null): void {
  if (cell === null) return;
  useGrid.getState().moveTo({ row: cell.row, column: gridColumnOf(cell.column) });
}

/** Opens the text that stands in the cell; a status opens as its word, above the list of all. */
function openCell({ view, column, text }: Place, active: GridCell): boolean {
  const { edit, type, editing } = useGrid.getState();
  if (editing !== null) return type(editing.text, 'inside');
  if (column !== 'status') return edit();
  return type(
    statusWord(typedIn({ view, unsaved: useSheet.getState().unsaved }, active.row, 'status'), text),
    'inside',
  );
}

/** The word of the status before or after the one that a text means. */
function statusBeside(typed: string, down: number, text: Text): string {
  const current = readStatus(typed);
  const count = observationStatuses.length;
  const index =
    current === null
      ? down > 0
        ? 0
        : count - 1
      : (observationStatuses.indexOf(current) + down + count) % count;
  return statusWord(observationStatuses[index] ?? '', text);
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
