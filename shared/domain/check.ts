import type { CalendarDay } from '#shared/kit/clock.ts';
import type { CellFault, CellValue } from './cell.ts';
import type { Decimal } from './decimal.ts';
import type { Indicator } from './indicator.ts';
import type { Figure } from './observation.ts';
import type { PeriodCode } from './period.ts';

/**
 * Checks are data (D80 to D89, D100 to D103): what is looked at, where, against what, and how strongly it speaks.
 * This file says what a check is, what it is run on and what it finds; `check-run.ts` runs them.
 */

/** An error blocks the submission; `explain` blocks until it is explained; a warning never blocks. */
export const severities = ['error', 'explain', 'warning'] as const;
export type Severity = (typeof severities)[number];

/**
 * Where a check looks. Columns are codes of the form; in forms where each indicator has columns of its
 * own a `*` stands for the indicator's code, the same one in all columns of the check. `result` is the
 * figure that follows from an indicator's numerator, denominator and value (D63) and stands in no form.
 */
export type CheckScope = {
  /** Codes of rows, an end `*` standing for any; null for all rows. */
  readonly rows: readonly string[] | null;
  /** What the row's or column's indicator must be; null where there need not be one. */
  readonly indicators: IndicatorFilter | null;
  /** What the row's cells must hold for the check to apply at all. */
  readonly when: readonly Condition[];
  /** Checks of the same form that have said enough of the same cells: after them this one is silent. */
  readonly unless: readonly string[];
};

export type IndicatorFilter = {
  readonly codes: readonly string[] | null;
  readonly formulas: readonly Indicator['formula']['kind'][] | null;
  /** Whether the numerator counts a part of what the denominator counts; null for either. */
  readonly share: boolean | null;
};

export type Condition = { readonly column: string } & (
  | { readonly is: 'number' | 'nil' | 'missing' | 'empty' | 'given' }
  | { readonly is: 'one-of'; readonly codes: readonly string[] }
  | { readonly is: 'above' | 'below'; readonly limit: Decimal }
);

/** A limit of a change: in percent for amounts, in percentage points for percentages. */
export type ChangeLimit = { readonly percent: Decimal; readonly points: Decimal };

/** When a cumulative figure begins anew. */
export type Restart = 'yearly' | 'never';

export type Bounds = { readonly min: Decimal | null; readonly max: Decimal | null };

export type OutlierParameters = {
  readonly column: string;
  readonly factor: Decimal;
  /** How many other figures there must be. */
  readonly atLeast: number;
  /** The least deviation that is assumed, of the median: figures that hardly differ are no norm. */
  readonly leastSpread: ChangeLimit;
};

export type CheckRule =
  /** What was typed is understood; null stands for all columns of a row. */
  | {
      readonly kind: 'readable';
      readonly parameters: { readonly columns: readonly string[] | null };
    }
  /**
   * One of several sets of columns is answered in full. It speaks of rows where nothing stands at all
   * (`blank`), of those that were begun, or of those that others of the same column leave behind.
   */
  | {
      readonly kind: 'required';
      readonly parameters: {
        readonly alternatives: readonly (readonly string[])[];
        readonly of: 'blank' | 'begun' | 'begun-by-others';
      };
    }
  | { readonly kind: 'not-zero'; readonly parameters: { readonly column: string } }
  /** Each column inside the indicator's possible or usual range, or stated bounds, ends included. */
  | {
      readonly kind: 'range';
      readonly parameters: {
        readonly columns: readonly string[];
        readonly bounds: 'possible' | 'usual' | Bounds;
      };
    }
  | {
      readonly kind: 'numerator-within-denominator';
      readonly parameters: { readonly numerator: string; readonly denominator: string };
    }
  /** Along columns of each row, or along rows of a column. */
  | {
      readonly kind: 'parts-sum-to-whole';
      readonly parameters:
        | {
            readonly along: 'columns';
            readonly whole: string;
            readonly parts: readonly string[];
            readonly tolerance: Decimal;
          }
        | {
            readonly along: 'rows';
            readonly column: string;
            /** The row of the whole, or the number that the parts make. */
            readonly whole: { readonly row: string } | { readonly number: Decimal };
            readonly parts: readonly string[];
            readonly tolerance: Decimal;
          };
    }
  | {
      readonly kind: 'cumulative-never-falls';
      readonly parameters: { readonly column: string; readonly restarts: Restart };
    }
  | {
      readonly kind: 'cumulative-is-previous-plus-period';
      readonly parameters: {
        readonly cumulative: string;
        readonly inPeriod: string;
        readonly restarts: Restart;
        readonly tolerance: Decimal;
      };
    }
  | {
      readonly kind: 'change-from-previous' | 'change-from-same-period';
      readonly parameters: { readonly column: string; readonly limit: ChangeLimit };
    }
  /** Farther from the median than `factor` times the median absolute deviation, or `leastSpread`. */
  | {
      readonly kind: 'outlier-own-history' | 'outlier-peers';
      readonly parameters: OutlierParameters;
    }
  /** No figure of a year can have a status before a day that the calendar of statistics sets. */
  | {
      readonly kind: 'status-against-calendar';
      readonly parameters: {
        readonly column: string;
        readonly status: string;
        /** Reports up to this month speak of the year before; 0 where all speak of their own. */
        readonly yearBeforeUpTo: number;
        readonly notBefore: {
          readonly yearsAfter: number;
          readonly month: number;
          readonly day: number;
        };
      };
    }
  /** A note where `scope.when` holds. */
  | { readonly kind: 'note-required-when'; readonly parameters: { readonly note: string } };

/** One check, as the catalogue holds it. */
export type Check = CheckRule & {
  readonly code: string;
  readonly form: string;
  readonly severity: Severity;
  /** The key of what it says, in the messages `findings`. */
  readonly message: string;
  readonly scope: CheckScope;
  /** Whether it is kept but looked at by nobody (D161). */
  readonly isOff?: boolean | undefined;
};

/** A cell as it stands: its value, and its fault while it is a draft. */
export type CheckedCell = { readonly value: CellValue; readonly fault: CellFault | null };

/** A row with a cell for each column that it takes, empty ones too. */
export type CheckedRow = {
  readonly row: string;
  readonly cells: Readonly<Record<string, CheckedCell>>;
};

/** A sheet as checks see it: the rows that the unit is to fill. */
export type CheckedSheet = { readonly form: string; readonly rows: readonly CheckedRow[] };

/** Looks up a figure by row and column code, `result` columns included. */
export type FigureLookup = (row: string, column: string) => Figure;

/** What stands beside a sheet; nothing in it is ever guessed. */
export type CheckContext = {
  readonly period: PeriodCode;
  /** The clock's day. A wrong clock can only let a status pass that is early for its period. */
  readonly today: CalendarDay;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** The same form in the report before, and a year ago; null where there is none. */
  readonly previous: { readonly period: PeriodCode; readonly figure: FigureLookup } | null;
  readonly samePeriod: { readonly period: PeriodCode; readonly figure: FigureLookup } | null;
  /** The unit's earlier figures, in any order. */
  readonly history: (row: string, column: string) => readonly Decimal[];
  /** Other units' figures of the period; null until the province has sent them. */
  readonly peers: ((row: string, column: string) => readonly Decimal[]) | null;
};

/** By which rule a finding came about; the messages `howComputed` say it with the finding's facts. */
export type HowKey =
  | 'readable'
  | 'required'
  | 'requiredByOthers'
  | 'notZero'
  | 'range'
  | 'within'
  | 'sum'
  | 'neverFalls'
  | 'previousPlusPeriod'
  | 'changePercent'
  | 'changePoints'
  | 'outlier'
  | 'calendar'
  | 'noteRequired';

/** What a check says of a row, or of one cell of it (nội dung cần rà soát). */
export type Finding = {
  /** The check's code. */
  readonly code: string;
  readonly message: string;
  readonly severity: Severity;
  readonly row: string;
  readonly column: string | null;
  /** The numbers used and the limit, as exact decimals, days and codes. */
  readonly facts: Readonly<Record<string, string | number>>;
  readonly how: HowKey;
};

/** What one evaluation finds, before it carries the check's name and strength. */
export type Found = Pick<Finding, 'column' | 'facts' | 'how'>;

/** A context in which nothing stands beside the sheet. */
export function bareContext(
  period: PeriodCode,
  today: CalendarDay,
  indicators: CheckContext['indicators'],
): CheckContext {
  const nothing = () => [];
  return {
    period,
    today,
    indicators,
    previous: null,
    samePeriod: null,
    history: nothing,
    peers: null,
  };
}
