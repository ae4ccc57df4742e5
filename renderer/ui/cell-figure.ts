import { cellOf, isMerelyEmpty, shownOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetColumn, SheetFinding, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import { recordedColumn } from '#shared/catalogue/sheets/typed-column.ts';
import { figureOfCell, figureOfValue } from './figures.ts';
import type { Figure } from './figures.ts';
import type { Text } from './text.ts';

/** A result that is typed as such is a number, whatever its column computes elsewhere. */
const typedResult = { kind: 'number', choices: null } as const;

/** What a cell of the grid shows now, with what was typed and is still on its way to the disk. */
export function figureAt(row: SheetRow, column: SheetColumn, text: Text): Figure {
  if (column.kind !== 'computed') return figureOfCell(column, cellOf(row, column.code), text);
  if (showsTyped(row, column)) {
    return figureOfCell(typedResult, cellOf(row, column.records ?? ''), text, row.decimals);
  }
  const shown = shownOf(row, column.code);
  return figureOfValue(shown, shown.kind === 'number' ? shown.decimals : 0, text);
}

/** Whether a directly typed result stands in the column, and not the one of the amounts. */
function showsTyped(row: SheetRow, column: SheetColumn): boolean {
  if (column.records === null) return false;
  if (row.amountLabels === null) return true;
  return recordedColumn(row, column) !== null && cellOf(row, column.records).typed !== '';
}

/** The findings that are marked at a cell: those of its column, and of its result at the result. */
export function findingsAt(row: SheetRow, column: SheetColumn): readonly SheetFinding[] {
  return row.findings.filter(
    (finding) =>
      !isMerelyEmpty(finding) &&
      (finding.column === null ? column.code === 'result' : column.records === finding.column),
  );
}
