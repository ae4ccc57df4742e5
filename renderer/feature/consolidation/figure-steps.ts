import type { ConsolidatedRow, ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import type { FigurePlace } from './figure-text.ts';

/** What the steps need to know of the table. */
export type SteppedTable = {
  readonly rows: readonly SteppedRow[];
  readonly shown: Pick<ConsolidatedView['shown'], 'count'>;
};
type SteppedRow = {
  readonly aggregation: ConsolidatedRow['aggregation'];
  readonly total: Pick<ConsolidatedRow['total'], 'kind'>;
};

/** Whether the province's column has a figure to open: none of an indicator that nobody may add up. */
export function hasTotal({ aggregation, total }: SteppedRow): boolean {
  return aggregation !== 'not-additive' || total.kind === 'number';
}

/**
 * The next figure in a direction, at most as far as the table and that row reach. A place without a
 * figure is stepped over; where none lies beyond it, the nearest before it is the last one. Null where
 * there is nowhere to go.
 */
export function nextFigure(
  table: SteppedTable,
  from: FigurePlace,
  step: FigurePlace,
): FigurePlace | null {
  const wanted = placeAt(table, from.row + step.row, from.column + step.column);
  const on = { row: Math.sign(step.row), column: Math.sign(step.column) };
  const back = { row: -on.row, column: -on.column };
  return firstFigure(table, wanted, on, from) ?? firstFigure(table, wanted, back, from);
}

/** The first figure at a place or beyond it, up to the edge or to where the step began. */
function firstFigure(
  table: SteppedTable,
  start: FigurePlace,
  on: FigurePlace,
  from: FigurePlace,
): FigurePlace | null {
  let place = start;
  while (!isSame(place, from)) {
    if (hasFigure(table, place)) return place;
    const next = placeAt(table, place.row + on.row, place.column + on.column);
    if (isSame(next, place)) return null;
    place = next;
  }
  return null;
}

function hasFigure({ rows }: SteppedTable, { row, column }: FigurePlace): boolean {
  const at = rows[row];
  return at !== undefined && (column > 0 || hasTotal(at));
}

/** The place that the table has there; a row of the province alone has but its total. */
function placeAt({ rows, shown }: SteppedTable, row: number, column: number): FigurePlace {
  const within = clamp(row, rows.length - 1);
  const isTotalOnly = rows[within]?.aggregation === 'province-only';
  return { row: within, column: isTotalOnly ? 0 : clamp(column, shown.count) };
}

function clamp(wanted: number, last: number): number {
  return Math.max(0, Math.min(wanted, last));
}

function isSame(one: FigurePlace, other: FigurePlace): boolean {
  return one.row === other.row && one.column === other.column;
}
