import { recordedColumn } from '#shared/catalogue/sheets/typed-column.ts';
import { block } from './grid-cells.ts';
import type { Grid, GridCell } from './grid-cells.ts';
import { asTyped } from './read-choice.ts';
import type { TypedCell } from './sheet-store.ts';

/** What a pasted block changes: the cells that take a text, and how many texts found no place. */
export type PastedBlock = { readonly cells: readonly TypedCell[]; readonly skipped: number };

type Selection = { readonly from: GridCell; readonly to: GridCell };

/**
 * Lays a block of texts over the grid, its first cell at the top left of the selection. One single
 * text fills the whole selection, as in a spreadsheet. Cells that nothing may be typed into keep
 * what they show; texts beyond the grid's edge find no place.
 */
export function layBlock(
  grid: Grid,
  selection: Selection,
  texts: readonly (readonly string[])[],
): PastedBlock {
  const selected = block(grid, selection.from, selection.to);
  const only = texts.length === 1 && texts[0]?.length === 1 ? texts[0][0] : undefined;
  const laid =
    only === undefined ? texts : selected.rows.map(() => selected.columns.map(() => only));
  const top = grid.rows.findIndex((row) => row.row === selected.rows[0]?.row);
  const left = grid.columns.findIndex(({ code }) => code === selected.columns[0]?.code);

  const cells: TypedCell[] = [];
  let skipped = 0;
  laid.forEach((line, down) => {
    line.forEach((text, right) => {
      const row = grid.rows[top + down];
      const column = grid.columns[left + right];
      const recorded =
        row === undefined || column === undefined ? null : recordedColumn(row, column);
      if (row !== undefined && recorded !== null) {
        cells.push({ row: row.row, column: recorded, typed: asTyped(column, text) });
      } else if (text.trim() !== '') skipped += 1;
    });
  });
  return { cells, skipped };
}

/** The cells of a selection that may be cleared. */
export function clearedBlock(grid: Grid, selection: Selection): readonly TypedCell[] {
  return layBlock(grid, selection, [['']]).cells;
}

/** Fills the selection with the texts of its first row, as Ctrl+D does in a spreadsheet. */
export function filledDown(
  grid: Grid,
  selection: Selection,
  typed: (row: string, column: string) => string,
): readonly TypedCell[] {
  const { rows, columns } = block(grid, selection.from, selection.to);
  const [first, ...below] = rows;
  if (first === undefined) return [];
  return columns.flatMap((column) =>
    below.flatMap((row) => {
      const from = recordedColumn(first, column);
      const to = recordedColumn(row, column);
      if (from === null || to === null) return [];
      return [{ row: row.row, column: to, typed: typed(first.row, from) }];
    }),
  );
}
