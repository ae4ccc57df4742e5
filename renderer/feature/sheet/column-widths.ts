import type { SheetColumn, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import type { Text } from '../../ui/text.ts';
import { figureAt, findingsAt } from '../../ui/cell-figure.ts';

/** In pixels, at the grid's font size: a digit, any other sign of a figure, a mark, the padding. */
const DIGIT = 7.4;
const OTHER = 4.2;
const MARK = 18;
const PADDING = 15;

/** How wide a column is at least, in pixels. */
const least: Readonly<Record<SheetColumn['width'], number>> = {
  narrow: 64,
  number: 84,
  medium: 112,
  wide: 190,
  long: 240,
};

const isMeasured: ReadonlySet<SheetColumn['kind']> = new Set(['number', 'computed', 'day']);

/** What the figures of a row need; rows that stay the same are measured once. */
const measured = new WeakMap<SheetRow, { language: string; widths: readonly number[] }>();

/**
 * How wide, in pixels, each column has to be: a figure is never cut, whatever its length, because a
 * cut figure reads as another one. Texts are cut after their second line and shown whole beside.
 */
export function columnWidths({ columns, rows }: SheetView, text: Text): readonly number[] {
  const needed = rows.map((row) => widthsOf(row, columns, text));
  return columns.map((column, at) =>
    needed.reduce((width, widths) => Math.max(width, widths[at] ?? 0), least[column.width]),
  );
}

function widthsOf(row: SheetRow, columns: readonly SheetColumn[], text: Text): readonly number[] {
  const known = measured.get(row);
  if (known?.language === text.language) return known.widths;
  const widths = columns.map((column) => {
    if (!isMeasured.has(column.kind)) return 0;
    const figure = figureAt(row, column, text);
    if (figure.fault !== null) return 0;
    const mark = findingsAt(row, column).length > 0 ? MARK : 0;
    return Math.ceil(lengthOf(figure.text) + mark + PADDING);
  });
  measured.set(row, { language: text.language, widths });
  return widths;
}

function lengthOf(figure: string): number {
  const digits = figure.replace(/\D/g, '').length;
  return digits * DIGIT + (figure.length - digits) * OTHER;
}
