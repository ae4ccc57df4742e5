import { cellOf } from './sheet.ts';
import type { SheetColumn, SheetRow } from './sheet.ts';

/** The column of results, which shows what follows from amounts and may be typed without them. */
const resultColumn = 'result';

/**
 * What typing in a cell records; null where nothing may be typed. A result that was published as such
 * is typed where other rows show the one that is computed, and only as long as the two amounts are
 * left empty.
 */
export function recordedColumn(row: SheetRow, column: SheetColumn): string | null {
  const { records } = column;
  if (records === null || !row.fillable.includes(records)) return null;
  return column.code === resultColumn && hasAmounts(row) ? null : records;
}

/** Whether the result of a row comes from amounts by nature; typing it is the exception then. */
export function isComputedByNature(row: SheetRow, column: SheetColumn): boolean {
  return column.code === resultColumn && row.amountLabels !== null;
}

function hasAmounts(row: SheetRow): boolean {
  return cellOf(row, 'numerator').typed !== '' || cellOf(row, 'denominator').typed !== '';
}
