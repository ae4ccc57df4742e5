import type { ColumnKind } from '#shared/domain/cell.ts';
import type { Bilingual } from '#shared/domain/indicator.ts';
import type { PeriodKind } from '#shared/domain/period.ts';
import type { Side } from '#shared/domain/role.ts';

/**
 * A form (biểu): what a unit fills for a period, as data of the catalogue. Rows come from the
 * catalogue's own lists or are the unit's own; columns are recorded, or follow from others.
 */
export type Form = {
  readonly code: string;
  readonly version: number;
  readonly screenName: Bilingual;
  readonly printName: Bilingual;
  readonly title: Bilingual;
  /** The kind of period that it is filled for, and who fills it. */
  readonly periods: PeriodKind;
  readonly sides: readonly Side[];
  /** A table of cells, or headings with a long text under each. */
  readonly appearance: 'table' | 'narrative';
  readonly columns: readonly ColumnSource[];
  readonly rows: readonly RowSource[];
  /** Whether a row of sums stands on top ("Tổng số"). */
  readonly hasTotal: boolean;
};

export type ColumnWidth = 'narrow' | 'number' | 'medium' | 'wide' | 'long';

export type Choice = { readonly code: string; readonly name: Bilingual };

type ColumnBase = {
  readonly code: string;
  readonly name: Bilingual;
  /** What stands over it and its neighbours in the upper level of the head. */
  readonly group: Bilingual | null;
  readonly unit: string | null;
  readonly width: ColumnWidth;
};

/** A column that people fill. */
export type RecordedColumn = ColumnBase & {
  readonly kind: ColumnKind;
  readonly choices: readonly Choice[] | null;
  /** The most letters that a text may have; null for the house's limit. */
  readonly longest: number | null;
  /** Whether a row counts as filled only when this holds something. */
  readonly required: boolean;
  /** Whether it may be taken over from the report before. */
  readonly carries: boolean;
};

/** What a column that nobody fills shows. */
export type Computation =
  | { readonly of: 'result' }
  | { readonly of: 'province-target' }
  | { readonly of: 'own-target' }
  | { readonly of: 'percent-of-plan' }
  | { readonly of: 'previous-period' }
  | { readonly of: 'same-period' }
  | { readonly of: 'change' }
  | { readonly of: 'required-pace' }
  | { readonly of: 'previous'; readonly column: string }
  | {
      readonly of: 'ratio';
      readonly numerator: string;
      readonly denominator: string;
      readonly scale: '1' | '100';
      readonly decimals: number;
    };

export type ComputedColumn = ColumnBase & {
  readonly kind: 'computed';
  readonly computation: Computation;
};

/** The two amounts and the rate of each indicator of a level, side by side. */
export type IndicatorColumns = {
  readonly kind: 'indicators';
  readonly reportedBy: 'district' | 'commune';
};

export type ColumnSource = RecordedColumn | ComputedColumn | IndicatorColumns;

/** Where rows come from, and which recorded columns they take. */
export type RowSource = {
  readonly group: Bilingual | null;
  /** Null where a row takes every recorded column that fits it. */
  readonly columns: readonly string[] | null;
} & (
  | { readonly from: 'indicators'; readonly reportedBy: readonly string[] | null }
  | { readonly from: 'tasks' }
  | { readonly from: 'funding-sources' }
  | { readonly from: 'communes' }
  | { readonly from: 'list'; readonly items: readonly ListItem[] }
  | { readonly from: 'own'; readonly prefix: string; readonly nameColumn: string }
  | {
      readonly from: 'register';
      readonly form: string;
      readonly period: string;
      readonly nameColumn: string;
    }
);

export type ListItem = {
  readonly code: string;
  readonly ordinal: string;
  readonly name: Bilingual;
  readonly unit: string | null;
  readonly columns: readonly string[] | null;
};
