import type { SheetColumn, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import { isComputedByNature, recordedColumn } from '#shared/catalogue/sheets/typed-column.ts';

/** A cell of the grid: rows and columns by their codes. */
export type GridCell = { readonly row: string; readonly column: string };

/** The part of a sheet that the cursor walks over. */
export type Grid = {
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
};

/** Where a recorded column stands in the grid; the first column where it stands nowhere. */
export function gridColumnOf({ columns }: Pick<Grid, 'columns'>, recorded: string | null): string {
  const found = columns.find((column) => column.records === recorded && recorded !== null);
  return found?.code ?? columns[0]?.code ?? '';
}

/** The cell some steps away, held at the edges. */
export function stepFrom(grid: Grid, cell: GridCell, down: number, right: number): GridCell {
  const row = grid.rows[held(indexOfRow(grid, cell) + down, grid.rows.length)];
  const column = grid.columns[held(indexOfColumn(grid, cell) + right, grid.columns.length)];
  return { row: row?.row ?? cell.row, column: column?.code ?? cell.column };
}

/** The next cell to fill (`direction` 1) or the one before (-1), row by row; the same at the end. */
export function nextToFill(grid: Grid, cell: GridCell, direction: 1 | -1): GridCell {
  const { rows, columns } = grid;
  const width = columns.length;
  let place = indexOfRow(grid, cell) * width + indexOfColumn(grid, cell) + direction;
  for (; place >= 0 && place < rows.length * width; place += direction) {
    const row = rows[Math.floor(place / width)];
    const column = columns[place % width];
    if (row === undefined || column === undefined) break;
    if (isComputedByNature(row, column)) continue;
    if (recordedColumn(row, column) !== null) return { row: row.row, column: column.code };
  }
  return cell;
}

/** The first cell that may be filled, where the cursor begins; the first cell of all otherwise. */
export function firstToFill(grid: Grid): GridCell | null {
  const [first] = grid.rows;
  const [column] = grid.columns;
  if (first === undefined || column === undefined) return null;
  const corner: GridCell = { row: first.row, column: column.code };
  return recordedColumn(first, column) === null ? nextToFill(grid, corner, 1) : corner;
}

/** The rows and columns between two corners, both included, in the grid's order. */
export function block(grid: Grid, from: GridCell, to: GridCell): Grid {
  const [top, bottom] = ordered(indexOfRow(grid, from), indexOfRow(grid, to));
  const [left, right] = ordered(indexOfColumn(grid, from), indexOfColumn(grid, to));
  return {
    rows: grid.rows.slice(top, bottom + 1),
    columns: grid.columns.slice(left, right + 1),
  };
}

function indexOfRow({ rows }: Grid, cell: GridCell): number {
  return Math.max(
    rows.findIndex((row) => row.row === cell.row),
    0,
  );
}

function indexOfColumn({ columns }: Grid, cell: GridCell): number {
  return Math.max(
    columns.findIndex(({ code }) => code === cell.column),
    0,
  );
}

function held(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1);
}

function ordered(a: number, b: number): readonly [number, number] {
  return a <= b ? [a, b] : [b, a];
}
