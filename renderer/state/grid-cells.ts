import type { SheetRow } from '#shared/ipc/calls/sheet.ts';
import type { ColumnCode } from '#shared/ipc/shapes.ts';

/** The columns of Biểu 01 that the cursor walks over, as they stand from left to right. */
export const gridColumns = [
  'numerator',
  'denominator',
  'rate',
  'status',
  'target',
  'previous',
  'note',
] as const;
export type GridColumn = (typeof gridColumns)[number];

export type GridCell = { readonly row: string; readonly column: GridColumn };

/**
 * What is recorded in a cell of the grid; null where nothing may be typed. A result that was
 * published as such is typed where other rows show the one that is computed, and only as long as
 * the two amounts are left empty.
 */
export function recordedColumn(row: SheetRow, column: GridColumn): ColumnCode | null {
  const code = columnCodeOf(column);
  if (code === null || !row.fillable.includes(code)) return null;
  return code === 'value' && hasAmounts(row) ? null : code;
}

/** Whether the result of a row comes from amounts by nature; typing it is the exception then. */
export function isComputedByNature(row: SheetRow, column: GridColumn): boolean {
  return column === 'rate' && row.amountLabels !== null;
}

function hasAmounts({ cells }: SheetRow): boolean {
  return cells.numerator.typed !== '' || cells.denominator.typed !== '';
}

/** Where a recorded column stands in the grid. */
export function gridColumnOf(column: ColumnCode): GridColumn {
  return column === 'value' ? 'rate' : column;
}

function columnCodeOf(column: GridColumn): ColumnCode | null {
  switch (column) {
    case 'rate':
      return 'value';
    case 'target':
    case 'previous':
      return null;
    default:
      return column;
  }
}

/** The cell some steps away, held at the edges. */
export function stepFrom(
  rows: readonly SheetRow[],
  cell: GridCell,
  down: number,
  right: number,
): GridCell {
  const row = rows[held(indexOfRow(rows, cell) + down, rows.length)];
  const column = gridColumns[held(gridColumns.indexOf(cell.column) + right, gridColumns.length)];
  return { row: row?.row ?? cell.row, column: column ?? cell.column };
}

/** The next cell to fill (`direction` 1) or the one before (-1), row by row; the same at the end. */
export function nextToFill(rows: readonly SheetRow[], cell: GridCell, direction: 1 | -1): GridCell {
  const width = gridColumns.length;
  let place = indexOfRow(rows, cell) * width + gridColumns.indexOf(cell.column) + direction;
  for (; place >= 0 && place < rows.length * width; place += direction) {
    const row = rows[Math.floor(place / width)];
    const column = gridColumns[place % width];
    if (row === undefined || column === undefined) break;
    if (isComputedByNature(row, column)) continue;
    if (recordedColumn(row, column) !== null) return { row: row.row, column };
  }
  return cell;
}

/** The first cell that may be filled, where the cursor begins; the first cell of all otherwise. */
export function firstToFill(rows: readonly SheetRow[]): GridCell | null {
  const first = rows[0];
  if (first === undefined) return null;
  const corner: GridCell = { row: first.row, column: 'numerator' };
  return recordedColumn(first, 'numerator') === null ? nextToFill(rows, corner, 1) : corner;
}

/** The rows and columns between two corners, both included, in the grid's order. */
export function block(
  rows: readonly SheetRow[],
  from: GridCell,
  to: GridCell,
): { readonly rows: readonly SheetRow[]; readonly columns: readonly GridColumn[] } {
  const [top, bottom] = ordered(indexOfRow(rows, from), indexOfRow(rows, to));
  const [left, right] = ordered(gridColumns.indexOf(from.column), gridColumns.indexOf(to.column));
  return { rows: rows.slice(top, bottom + 1), columns: gridColumns.slice(left, right + 1) };
}

function indexOfRow(rows: readonly SheetRow[], cell: GridCell): number {
  return Math.max(
    rows.findIndex((row) => row.row === cell.row),
    0,
  );
}

function held(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1);
}

function ordered(a: number, b: number): readonly [number, number] {
  return a <= b ? [a, b] : [b, a];
}
