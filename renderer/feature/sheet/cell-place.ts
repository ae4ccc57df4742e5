import type { GridCell } from '../../state/grid-cells.ts';

/** The grid's element, which the text area beside it controls. */
export const gridId = 'sheet-grid';

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

/** Brings a cell into sight, clear of the head and of the frozen columns. */
export function bringIntoSight(cell: GridCell): void {
  document.getElementById(cellId(cell))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
