import type { SheetView } from '#shared/ipc/calls/sheet.ts';
import type { GridColumn } from '../../state/grid-cells.ts';
import type { Unsaved } from '../../state/save-queue.ts';
import type { Text } from '../../ui/text.ts';
import { figureAt, findingsAt } from './cell-figure.ts';

/** In pixels, at the grid's font size: a digit, any other sign of a figure, a mark, the padding. */
const DIGIT = 7.4;
const OTHER = 4.2;
const MARK = 18;
const PADDING = 15;

const narrowest = { amount: 84, rate: 62 } as const;

/**
 * How wide, in pixels, the columns of the two amounts and of the result have to be: a figure is
 * never cut, whatever its length, because a cut figure reads as another one.
 */
export function columnWidths(
  view: SheetView,
  unsaved: Unsaved,
  text: Text,
): { readonly amount: number; readonly rate: number } {
  const widest = (column: GridColumn, least: number): number =>
    view.rows.reduce((width, row) => {
      const figure = figureAt(row, column, view.period, unsaved, text);
      const mark = findingsAt(view, row, column).length > 0 ? MARK : 0;
      return Math.max(width, Math.ceil(lengthOf(figure.text) + mark + PADDING));
    }, least);
  return {
    amount: Math.max(
      widest('numerator', narrowest.amount),
      widest('denominator', narrowest.amount),
    ),
    rate: widest('rate', narrowest.rate),
  };
}

function lengthOf(figure: string): number {
  const digits = figure.replace(/\D/g, '').length;
  return digits * DIGIT + (figure.length - digits) * OTHER;
}
