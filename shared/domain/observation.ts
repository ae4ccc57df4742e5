import type { CellFault, CellValue, ObservationStatus } from './cell.ts';
import type { Decimal } from './decimal.ts';
import { isAdditive, rateOf } from './indicator.ts';
import type { Indicator } from './indicator.ts';

/** The columns of an indicator's row. */
export const observationColumns = ['numerator', 'denominator', 'value', 'status', 'note'] as const;
export type ObservationColumn = (typeof observationColumns)[number];

/** A figure as it can be shown, compared and summed. */
export type Figure =
  | { readonly kind: 'empty' }
  | { readonly kind: 'nil' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'number'; readonly number: Decimal };

/** What a unit says of one indicator in one period. */
export type Observation = {
  readonly numerator: Figure;
  readonly denominator: Figure;
  /** A rate that was entered as such, where the two amounts are not to be had. */
  readonly value: Figure;
  readonly status: ObservationStatus | null;
  readonly note: string;
};

/** A cell of a row as it stands: its value, and its fault when it is a draft. */
export type RowCells = Readonly<
  Record<ObservationColumn, { readonly value: CellValue; readonly fault: CellFault | null }>
>;

export const emptyFigure: Figure = { kind: 'empty' };

/** The observation that a row of cells states; drafts with a fault count as empty. */
export function observationOf(cells: RowCells): Observation {
  const status = cells.status.value;
  const note = cells.note.value;
  return {
    numerator: figureOf(cells.numerator.value),
    denominator: figureOf(cells.denominator.value),
    value: figureOf(cells.value.value),
    status: status.kind === 'status' ? status.status : null,
    note: note.kind === 'text' ? note.text : '',
  };
}

/**
 * The figure that follows from an observation (D63): from the two amounts where they are there, else
 * the value as entered. A missing part makes the whole missing; nothing to relate to (a denominator
 * that is nil or zero) makes it nil.
 */
export function figureFor(indicator: Indicator, observation: Observation): Figure {
  const { numerator, denominator, value } = observation;
  if (indicator.formula.kind === 'value') return value;
  if (numerator.kind === 'empty' && denominator.kind === 'empty') return value;
  if (numerator.kind === 'empty' || denominator.kind === 'empty') return emptyFigure;
  if (numerator.kind === 'missing' || denominator.kind === 'missing') return { kind: 'missing' };
  if (numerator.kind === 'nil' || denominator.kind === 'nil') return { kind: 'nil' };
  const rate = rateOf(indicator, numerator.number, denominator.number);
  return rate.ok ? { kind: 'number', number: rate.value } : { kind: 'nil' };
}

/** Whether nothing at all was entered in a row. */
export function isBlank(observation: Observation): boolean {
  return (
    observation.numerator.kind === 'empty' &&
    observation.denominator.kind === 'empty' &&
    observation.value.kind === 'empty' &&
    observation.status === null &&
    observation.note === ''
  );
}

/** The columns that a row of an indicator has: an index that is published as such has no amounts. */
export function columnsFor(indicator: Indicator): readonly ObservationColumn[] {
  return indicator.formula.kind === 'value'
    ? ['value', 'status', 'note']
    : ['numerator', 'denominator', 'value', 'status', 'note'];
}

/**
 * Whether a unit of this level fills the row of an indicator, or only reads it (D62). The province
 * enters what no sum of its units gives.
 */
export function isFilledBy(indicator: Indicator, level: 'district' | 'province'): boolean {
  return level === 'province' ? !isAdditive(indicator) : indicator.reportedBy !== 'province';
}

/** The figure that a cell's value is; a status, a text or a day is none. */
export function figureOf(value: CellValue): Figure {
  switch (value.kind) {
    case 'nil':
    case 'missing':
      return { kind: value.kind };
    case 'number':
      return value;
    default:
      return emptyFigure;
  }
}
