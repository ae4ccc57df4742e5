import type { SheetRow, SheetView } from '#shared/ipc/calls/sheet.ts';
import type { ColumnCode, FindingView } from '#shared/ipc/shapes.ts';
import { gridColumnOf, recordedColumn } from '../../state/grid-cells.ts';
import type { GridColumn } from '../../state/grid-cells.ts';
import { unsavedText } from '../../state/sheet-store.ts';
import type { Unsaved } from '../../state/save-queue.ts';
import { figureOfCell, figureOfValue, targetText, understoodCell } from '../../ui/figures.ts';
import type { Figure } from '../../ui/figures.ts';
import type { Text } from '../../ui/text.ts';

const NOTHING: Figure = { text: '', align: 'number', fault: null };

/** What a cell of the grid shows now, with what was typed and is still on its way to the disk. */
export function figureAt(
  row: SheetRow,
  column: GridColumn,
  period: string,
  unsaved: Unsaved,
  text: Text,
): Figure {
  switch (column) {
    case 'target':
      return row.provinceTarget === null ? NOTHING : targetFigure(row.provinceTarget, period, text);
    case 'previous':
      return previousFigure(row, text);
    case 'rate':
      return showsValue(row)
        ? recorded('value', row.decimals)
        : figureOfValue(row.rate, row.decimals, text);
    default:
      return recorded(column, 0);
  }

  function recorded(code: ColumnCode, decimals: number): Figure {
    const typed = unsavedText(unsaved, { period, row: row.row, column: code });
    const cell = typed === null ? row.cells[code] : understoodCell(code, typed);
    return figureOfCell(code, cell, text, decimals);
  }

  /** Whether a directly typed result stands in the column, and not the one of the amounts. */
  function showsValue(of: SheetRow): boolean {
    if (of.amountLabels === null) return true;
    if (recordedColumn(of, 'rate') === null) return false;
    const typed = unsavedText(unsaved, { period, row: of.row, column: 'value' });
    return (typed ?? of.cells.value.typed) !== '';
  }
}

/** The findings that are marked at a cell: those of its column, and of its result at the result. */
export function findingsAt(
  view: SheetView,
  row: SheetRow,
  column: GridColumn,
): readonly FindingView[] {
  return view.findings.filter(
    (finding) =>
      finding.row === row.row &&
      finding.code !== 'row-not-filled' &&
      (finding.column === null ? 'rate' : gridColumnOf(finding.column)) === column,
  );
}

/** Whether a text of this cell was refused and waits for the user. */
export function isRefused(
  row: SheetRow,
  column: GridColumn,
  period: string,
  unsaved: Unsaved,
): boolean {
  const code = recordedColumn(row, column);
  return unsaved.failed.some(
    ({ edit }) => edit.row === row.row && edit.column === code && edit.period === period,
  );
}

function targetFigure(
  target: NonNullable<SheetRow['provinceTarget']>,
  period: string,
  text: Text,
): Figure {
  const shown = targetText(target, text);
  const { horizon } = target;
  const isOfYear = horizon === period.slice(0, 4);
  return {
    text: isOfYear
      ? shown
      : text.t('sheet.otherHorizon', { target: shown, horizon: shortHorizon(horizon) }),
    align: 'number',
    fault: null,
  };
}

/** A span of years as its two last digits each, so that it fits beside its value: `21-25`. */
function shortHorizon(horizon: string): string {
  return horizon.replace(/^20(\d\d)-20(\d\d)$/, '$1-$2');
}

function previousFigure(row: SheetRow, text: Text): Figure {
  return row.previousPeriod.kind === 'empty'
    ? { text: '...', align: 'centred', fault: null }
    : figureOfValue(row.previousPeriod, row.decimals, text);
}
