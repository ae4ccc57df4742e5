import type { GridCell } from '../../state/grid-cells.ts';

/** The grid's element, which the text area beside it controls. */
export const gridId = 'sheet-grid';

/** The field of the inspector that Shift+F2 leads to, as `data-place` names it. */
export const notePlace = 'note';

/** Leads the keyboard to the end of the note beside the grid, where there is one. */
export function focusNote(): void {
  const field = document.querySelector<HTMLTextAreaElement>(`textarea[data-place="${notePlace}"]`);
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}

/** Leads the keyboard back to the grid. */
export function focusGrid(): void {
  document
    .querySelector<HTMLElement>(`[aria-controls="${gridId}"]`)
    ?.focus({ preventScroll: true });
}

/** The element id of a cell: rows and columns are named by codes without blanks. */
export function cellId(cell: GridCell): string {
  return `cell-${cell.row}-${cell.column}`;
}

/** The cell that something of the page lies in; null outside of the cells. */
export function cellUnder(target: EventTarget): GridCell | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  const { row, column } = element?.dataset ?? {};
  return row === undefined || column === undefined ? null : { row, column };
}

/** Lays the input exactly over a cell, in the coordinates of what scrolls: its parent. */
export function layOver(input: HTMLElement, cell: GridCell): void {
  const element = document.getElementById(cellId(cell));
  const scroller = input.parentElement;
  if (element === null || scroller === null) return;
  const box = element.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  input.style.left = `${box.left - frame.left + scroller.scrollLeft}px`;
  input.style.top = `${box.top - frame.top + scroller.scrollTop}px`;
  input.style.width = `${box.width}px`;
  input.style.height = `${box.height}px`;
  input.style.setProperty('--cell-height', `${box.height}px`);
}

/** Some air between a cell in sight and the edge that it came from under, in pixels. */
const AIR = 2;

/**
 * Brings a cell into sight, clear of the head and of the frozen columns. Chromium's own way does not
 * heed a scroll margin of table cells, and would leave the cell under the names.
 */
export function bringIntoSight(cell: GridCell): void {
  const element = document.getElementById(cellId(cell));
  const scroller = element?.closest('.sheet-scroll') ?? null;
  const table = element?.closest('table') ?? null;
  if (element === null || scroller === null || table === null) return;
  const box = element.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const frozen = [...(element.parentElement?.querySelectorAll('.frozen') ?? [])].at(-1);
  const left = (frozen?.getBoundingClientRect().right ?? frame.left) + AIR;
  const top = (table.tHead?.getBoundingClientRect().bottom ?? frame.top) + AIR;
  const right = frame.left + scroller.clientWidth;
  const bottom = frame.top + scroller.clientHeight;
  scroller.scrollLeft += outside(box.left, box.right, left, right);
  scroller.scrollTop += outside(box.top, box.bottom, top, bottom);
}

/** How far a span has to move to lie within bounds; its beginning counts where it is too long. */
function outside(from: number, to: number, low: number, high: number): number {
  if (from < low) return from - low;
  return to > high ? Math.min(to - high, from - low) : 0;
}
