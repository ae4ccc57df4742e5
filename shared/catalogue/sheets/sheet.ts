import type { Verdict } from '#shared/domain/comparison.ts';
import type { CellFault, ColumnKind } from '#shared/domain/cell.ts';
import type { Finding } from '#shared/domain/check.ts';
import type { CalendarDay } from '#shared/kit/clock.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import type { ColumnWidth } from '../forms/form.ts';

/** What a cell holds: as typed, in canonical form, and its fault while it is a draft. */
export type SheetCell = {
  readonly typed: string;
  readonly canonical: string;
  readonly fault: string | null;
};

/**
 * The mark of a cell that was taken over from an earlier period: its value stands there and counts,
 * but the report is not sent before somebody has confirmed it.
 */
export const carriedOver = 'carried-over';

export const emptyCell: SheetCell = { typed: '', canonical: '', fault: null };

/** A cell with its place. */
export type PlacedCell = SheetCell & { readonly row: string; readonly column: string };

/** The cells of a sheet that another sheet shows figures or takes rows from. */
export type RelatedSheet = {
  readonly period: PeriodCode;
  readonly form: string;
  readonly cells: readonly PlacedCell[];
};

/** What other units state of one figure: of the province's desk alone. */
export type PeerFigures = {
  readonly row: string;
  readonly column: string;
  readonly numbers: readonly {
    readonly unit: string;
    readonly unitName: string;
    readonly number: string;
  }[];
};

/** A sheet as it is stored, with what stands beside it: all that a view is derived from. */
export type SheetData = {
  readonly unit: UnitCode;
  readonly side: 'district' | 'province';
  readonly period: PeriodCode;
  readonly form: string;
  /** The clock's day, for checks that look at the calendar of statistics. */
  readonly today: CalendarDay;
  readonly cells: readonly PlacedCell[];
  readonly related: readonly RelatedSheet[];
  /** Absent where other units' figures are not known: everywhere but at the province. */
  readonly peers?: readonly PeerFigures[] | undefined;
};

/** A figure that follows from others, ready to be written in the reader's language. */
export type Shown =
  | { readonly kind: 'empty' }
  | { readonly kind: 'nil' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'number'; readonly number: string; readonly decimals: number }
  | { readonly kind: 'text'; readonly text: string; readonly full: string | null };

export const emptyShown: Shown = { kind: 'empty' };

/** A column of the view. `records` is what typing in it changes; null where nothing is typed. */
export type SheetColumn = {
  readonly code: string;
  readonly name: string;
  readonly group: string | null;
  readonly unit: string | null;
  readonly width: ColumnWidth;
  readonly kind: ColumnKind | 'computed';
  readonly records: string | null;
  readonly choices: readonly { readonly code: string; readonly name: string }[] | null;
  readonly longest: number | null;
};

/** The province's target of a row, labelled as such. */
export type RowTarget = {
  readonly value: string;
  readonly comparison: string;
  readonly horizon: string;
};

/** A row of the view. */
export type SheetRow = {
  readonly row: string;
  readonly ordinal: string;
  readonly group: string;
  readonly name: string;
  readonly fullText: string | null;
  readonly unitOfMeasure: string;
  readonly decimals: number;
  /** Who publishes the figure; null for rows that are no indicator. */
  readonly reportedBy: 'province' | 'district' | 'commune' | null;
  /** The recorded columns that this unit may fill in this row. */
  readonly fillable: readonly string[];
  /** The form whose totals stand in the amounts of this row; null where they are typed. */
  readonly fedBy: string | null;
  readonly amountLabels: { readonly numerator: string; readonly denominator: string } | null;
  readonly cells: Readonly<Record<string, SheetCell>>;
  readonly shown: Readonly<Record<string, Shown>>;
  readonly rate: Shown;
  readonly provinceTarget: RowTarget | null;
  /** What may be said of the figure against that target (D73, D153); null without either. */
  readonly verdict: Verdict | null;
  readonly previousPeriod: Shown;
  readonly isTotal: boolean;
  readonly isOwn: boolean;
  /** Whether the row counts among those to fill, and whether it has what it needs. */
  readonly isToFill: boolean;
  readonly isAnswered: boolean;
  readonly findings: readonly SheetFinding[];
};

/** A finding with what was written about it. `code` is what it says, `check` which check says it. */
export type SheetFinding = Finding & {
  readonly check: string;
  readonly explanation: string | null;
  /** Whether it keeps the report from being sent. */
  readonly isBlocking: boolean;
};

/** A sheet as it is shown. */
export type SheetContent = {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly findings: readonly SheetFinding[];
  readonly filled: number;
  readonly toFill: number;
};

/** What stands in a cell of a row; an empty cell where nothing ever stood. */
export function cellOf(row: Pick<SheetRow, 'cells'>, column: string): SheetCell {
  return Object.hasOwn(row.cells, column) ? (row.cells[column] ?? emptyCell) : emptyCell;
}

/** What a computed column of a row shows. */
export function shownOf(row: Pick<SheetRow, 'shown'>, column: string): Shown {
  return Object.hasOwn(row.shown, column) ? (row.shown[column] ?? emptyShown) : emptyShown;
}

/** The fault of a cell of the store, which is one of ours. */
export function faultOf(cell: SheetCell): CellFault | null {
  return cell.fault as CellFault | null;
}

/**
 * Whether a finding says only that a row was not begun: the counts of filled rows speak of those, and
 * a mark in every empty row would be no mark.
 */
export function isMerelyEmpty({ how, code, severity }: SheetFinding): boolean {
  return how === 'required' && (code === 'row-not-filled' || severity === 'warning');
}
