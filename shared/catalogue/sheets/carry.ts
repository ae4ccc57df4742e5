import { columnsOf } from '../forms/layout.ts';
import { whyNotRecordable } from '../forms/recordable.ts';
import { isDraft } from './cells.ts';
import type { CellsByRow } from './cells.ts';
import type { SheetContext } from './context.ts';

/**
 * What may be taken over from the report before (D105): cells of the columns that carry, where
 * something stood then and nothing stands now. Drafts are left behind; so is what communes feed.
 */
export function cellsToCarry(
  context: SheetContext,
  cells: CellsByRow,
): readonly { readonly row: string; readonly column: string; readonly typed: string }[] {
  const { catalogue, form, data } = context;
  const carrying = columnsOf(catalogue, form).filter(({ carries }) => carries);
  return [...context.previousCells].flatMap(([row, before]) => {
    if (context.communeTotals.has(row)) return [];
    return carrying.flatMap(({ code }) => {
      const cell = before.get(code);
      const now = cells.get(row)?.get(code)?.typed ?? '';
      if (cell === undefined || isDraft(cell) || cell.canonical === '' || now !== '') return [];
      if (whyNotRecordable(catalogue, form, data, row, code) !== null) return [];
      return [{ row, column: code, typed: cell.typed }];
    });
  });
}
