import { recordedColumn } from '#shared/catalogue/sheets/typed-column.ts';
import type { SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import { mostOwnRows, ownRowCode, ownRowNumber } from '#shared/catalogue/forms/layout.ts';
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
  const laid = repeated(texts, selected);
  const top = grid.rows.findIndex((row) => row.row === selected.rows[0]?.row);
  const left = grid.columns.findIndex(({ code }) => code === selected.columns[0]?.code);

  const cells: TypedCell[] = [];
  let skipped = 0;
  laid.forEach((line, down) => {
    line.forEach((text, right) => {
      const row = rowAt(grid.rows, top + down);
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

/** One text fills the whole selection, one line every row of it. */
function repeated(
  texts: readonly (readonly string[])[],
  { rows, columns }: ReturnType<typeof block>,
): readonly (readonly string[])[] {
  const [line, ...more] = texts;
  if (line === undefined || more.length > 0) return texts;
  const [only, ...others] = line;
  const whole = only === undefined || others.length > 0 ? line : columns.map(() => only);
  return rows.map(() => whole);
}

/** The row at a place; below the last row of the unit's own, the rows that it may begin next. */
function rowAt(rows: readonly SheetRow[], at: number): SheetRow | undefined {
  const last = rows.at(-1);
  if (at < rows.length || last?.isOwn !== true) return rows[at];
  const [prefix = ''] = last.row.split('.');
  const number = ownRowNumber(prefix, last.row) + at - rows.length + 1;
  return number > mostOwnRows ? undefined : { ...last, row: ownRowCode(prefix, number) };
}

/** The cells of a selection that may be cleared. */
export function clearedBlock(grid: Grid, selection: Selection): readonly TypedCell[] {
  return layBlock(grid, selection, [['']]).cells;
}

/**
 * Fills the selection with what stands in its first row, as Ctrl+D does in a spreadsheet; one row alone
 * takes what stands above it.
 */
export function filledDown(
  grid: Grid,
  selection: Selection,
  standing: (row: string, column: string) => Omit<TypedCell, 'row' | 'column'>,
): readonly TypedCell[] {
  const { rows: selected, columns } = block(grid, selection.from, selection.to);
  const above = grid.rows[grid.rows.findIndex(({ row }) => row === selected[0]?.row) - 1];
  const [first, ...below] =
    selected.length === 1 && above !== undefined ? [above, ...selected] : selected;
  if (first === undefined) return [];
  return columns.flatMap((column) =>
    below.flatMap((row) => {
      const from = recordedColumn(first, column);
      const to = recordedColumn(row, column);
      if (from === null || to === null) return [];
      return [{ row: row.row, column: to, ...standing(first.row, from) }];
    }),
  );
}
