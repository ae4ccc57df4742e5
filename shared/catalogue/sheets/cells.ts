import { canonicalText, understand, valueOfCanonical } from '#shared/domain/cell.ts';
import type { CellLimits, ColumnKind } from '#shared/domain/cell.ts';
import { ZERO, add, type Decimal } from '#shared/domain/decimal.ts';
import type { Indicator } from '#shared/domain/indicator.ts';
import type { Figure, ObservationColumn, RowCells } from '#shared/domain/observation.ts';
import { observationColumns } from '#shared/domain/observation.ts';
import { isBesideColumn } from '../forms/beside-column.ts';
import type { LayoutColumn } from '../forms/layout.ts';
import { carriedOver, emptyCell, faultOf } from './sheet.ts';
import type { PlacedCell, SheetCell } from './sheet.ts';

/** The cells of one row, by column. */
export type CellsOfRow = ReadonlyMap<string, SheetCell>;
export type CellsByRow = ReadonlyMap<string, CellsOfRow>;

export const noCells: CellsOfRow = new Map();

/** Groups cells by their rows. */
export function groupCells(cells: readonly PlacedCell[]): CellsByRow {
  const rows = new Map<string, Map<string, SheetCell>>();
  for (const cell of cells) {
    const row = rows.get(cell.row) ?? new Map<string, SheetCell>();
    rows.set(cell.row, row.set(cell.column, cell));
  }
  return rows;
}

/** Whether anything stands in a row's own columns: a text beside an emptied row does not keep it. */
export function isBegun(cells: CellsOfRow): boolean {
  return [...cells].some(([column, { typed }]) => typed !== '' && !isBesideColumn(column));
}

/** What a column of a form takes, for reading what is typed into it. */
export function limitsOf(column: Pick<LayoutColumn, 'choices' | 'longest'>): CellLimits {
  return {
    ...(column.choices === null ? {} : { choices: column.choices.map(({ code }) => code) }),
    ...(column.longest === null ? {} : { longest: column.longest }),
  };
}

/**
 * The unit that may be typed behind a number: the column's, else what the row's indicator counts
 * there. "3 tỷ đồng" in a cell of "triệu đồng" stays a draft.
 */
export function unitWordsOf(
  column: Pick<LayoutColumn, 'code' | 'unit'>,
  indicator: Indicator | null,
): readonly string[] {
  if (column.unit !== null) return [column.unit];
  if (indicator === null) return [];
  const { formula, unit } = indicator;
  if (column.code === 'value' || formula.kind === 'value') return [unit.vi];
  return column.code === 'numerator' || column.code === 'denominator'
    ? [formula[column.code].unit]
    : [];
}

/**
 * Reads what was typed into a cell of a column, as window and services do alike.
 * @param indicator the row's, null where the row is none.
 */
export function readTyped(
  column: LayoutColumn,
  typed: string,
  indicator: Indicator | null,
): SheetCell {
  if (column.kind === 'computed') return emptyCell;
  const { value, fault } = understand(column.kind, typed, {
    ...limitsOf(column),
    unitWords: unitWordsOf(column, indicator),
  });
  return { typed, canonical: canonicalText(value), fault };
}

/** Whether a cell holds a draft: text that is no value yet. What was carried over is a value. */
export function isDraft({ fault }: SheetCell): boolean {
  return fault !== null && fault !== carriedOver;
}

/** The figure in a number cell; drafts with a fault count as empty. */
export function figureIn(cells: CellsOfRow, column: string): Figure {
  const cell = cells.get(column);
  if (cell === undefined || isDraft(cell)) return { kind: 'empty' };
  const value = valueOfCanonical('number', cell.canonical);
  return value?.kind === 'number' || value?.kind === 'nil' || value?.kind === 'missing'
    ? value
    : { kind: 'empty' };
}

const kinds: Readonly<Record<ObservationColumn, ColumnKind>> = {
  numerator: 'number',
  denominator: 'number',
  value: 'number',
  status: 'status',
  note: 'text',
};

/** A row of Biểu 01 as the rules of an observation read it. */
export function observationCells(cells: CellsOfRow): RowCells {
  const read = {} as Record<ObservationColumn, RowCells[ObservationColumn]>; // filled just below
  for (const column of observationColumns) {
    const cell = cells.get(column) ?? emptyCell;
    read[column] = {
      value: valueOfCanonical(kinds[column], cell.canonical) ?? { kind: 'empty' },
      fault: isDraft(cell) ? faultOf(cell) : null,
    };
  }
  return read;
}

/** The sum of what stands in a column: nil when all are nil, missing when one is missing. */
export function totalOf(figures: readonly Figure[]): Figure {
  const given = figures.filter(({ kind }) => kind !== 'empty');
  if (given.length === 0) return { kind: 'empty' };
  if (given.some(({ kind }) => kind === 'missing')) return { kind: 'missing' };
  const numbers = given.flatMap((figure) => (figure.kind === 'number' ? [figure.number] : []));
  if (numbers.length === 0) return { kind: 'nil' };
  return { kind: 'number', number: numbers.reduce<Decimal>(add, ZERO) };
}

type Amounts = { readonly numerator: Figure; readonly denominator: Figure };

/**
 * The two amounts of several rows together, as D25 has them: a numerator that is related to nothing is
 * none, and where nothing occurred among what is there, that is 0 of it.
 */
export function totalAmounts(rows: readonly Amounts[]): Amounts {
  const denominator = totalOf(rows.map((row) => row.denominator));
  const numerator = totalOf(
    rows.map((row) =>
      row.numerator.kind === 'number' && isNothing(row.denominator)
        ? { kind: 'nil' }
        : row.numerator,
    ),
  );
  const isZero = numerator.kind === 'nil' && denominator.kind === 'number';
  return isZero && !isNothing(denominator)
    ? { numerator: { kind: 'number', number: ZERO }, denominator }
    : { numerator, denominator };
}

function isNothing(figure: Figure): boolean {
  return figure.kind === 'nil' || (figure.kind === 'number' && figure.number === ZERO);
}

/** The canonical text of a figure, as a cell holds it. */
export function canonicalFigure(figure: Figure): string {
  return canonicalText(figure);
}
