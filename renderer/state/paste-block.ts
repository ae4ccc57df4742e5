import type { SheetRow } from '#shared/ipc/calls/sheet.ts';
import { block, gridColumns, recordedColumn } from './grid-cells.ts';
import type { GridCell } from './grid-cells.ts';
import type { TypedCell } from './sheet-store.ts';
import { readStatus } from './status-words.ts';

/** What a pasted block changes: the cells that take a text, and how many texts found no place. */
export type PastedBlock = { readonly cells: readonly TypedCell[]; readonly skipped: number };

/**
 * Lays a block of texts over the grid, its first cell at the top left of the selection. One single
 * text fills the whole selection, as in a spreadsheet. Cells that nothing may be typed into keep
 * what they show; texts beyond the grid's edge find no place.
 */
export function layBlock(
  rows: readonly SheetRow[],
  selection: { readonly from: GridCell; readonly to: GridCell },
  texts: readonly (readonly string[])[],
): PastedBlock {
  const selected = block(rows, selection.from, selection.to);
  const only = texts.length === 1 && texts[0]?.length === 1 ? texts[0][0] : undefined;
  const laid =
    only === undefined ? texts : selected.rows.map(() => selected.columns.map(() => only));
  const top = rows.findIndex((row) => row.row === selected.rows[0]?.row);
  const left = gridColumns.findIndex((column) => column === selected.columns[0]);

  const cells: TypedCell[] = [];
  let skipped = 0;
  laid.forEach((line, down) => {
    line.forEach((text, right) => {
      const row = rows[top + down];
      const column = gridColumns[left + right];
      const typed = text.normalize('NFC').trim();
      const recorded =
        row === undefined || column === undefined ? null : recordedColumn(row, column);
      if (row !== undefined && recorded !== null) {
        cells.push({ row: row.row, column: recorded, typed: asTyped(recorded, typed) });
      } else if (typed !== '') skipped += 1;
    });
  });
  return { cells, skipped };
}

/** The cells of a selection that may be cleared. */
export function clearedBlock(
  rows: readonly SheetRow[],
  selection: { readonly from: GridCell; readonly to: GridCell },
): readonly TypedCell[] {
  return layBlock(rows, selection, [['']]).cells;
}

function asTyped(column: TypedCell['column'], text: string): string {
  return column === 'status' ? (readStatus(text) ?? text) : text;
}
