import type { CellsByRow } from '#shared/catalogue/sheets/cells.ts';
import { noCells } from '#shared/catalogue/sheets/cells.ts';
import type { SheetCell } from '#shared/catalogue/sheets/sheet.ts';

/** A cell to put into its place. */
export type CellAt = { readonly row: string; readonly column: string; readonly cell: SheetCell };

/**
 * Cells with others in their places. Rows that do not change keep their identity, so that what was
 * derived from them is kept as well.
 */
export function withCells(cells: CellsByRow, changes: readonly CellAt[]): CellsByRow {
  if (changes.length === 0) return cells;
  const rows = new Map(cells);
  const touched = new Map<string, Map<string, SheetCell>>();
  for (const { row, column, cell } of changes) {
    const own = touched.get(row) ?? new Map(cells.get(row) ?? noCells);
    touched.set(row, own.set(column, cell));
  }
  for (const [row, own] of touched) rows.set(row, own);
  return rows;
}

/** What was typed into a cell; empty where nothing ever was. */
export function typedAt(cells: CellsByRow, row: string, column: string): string {
  return (cells.get(row) ?? noCells).get(column)?.typed ?? '';
}
