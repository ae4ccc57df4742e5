import type {
  Check,
  CheckContext,
  CheckedCell,
  CheckedRow,
  CheckedSheet,
  Condition,
  IndicatorFilter,
} from './check.ts';
import { isPercentage } from './percent.ts';
import { compare } from './decimal.ts';
import type { Indicator } from './indicator.ts';
import { emptyFigure, figureFor, figureOf, type Figure } from './observation.ts';

/** The code of the figure that follows from an indicator's amounts and value (D63). */
export const resultColumn = 'result';
const AMOUNTS = ['numerator', 'denominator', 'value'] as const;
const RATES: readonly string[] = [resultColumn, 'value', 'target'];

/**
 * Where a check is evaluated: a row and, in forms where indicators have columns of their own, one
 * indicator in it. Columns are asked for as the check names them, `*` included.
 */
export type Place = {
  readonly row: CheckedRow;
  readonly star: string | null;
  readonly indicator: Indicator | null;
  readonly has: (column: string) => boolean;
  /** The column's own code. */
  readonly codeOf: (column: string) => string;
  readonly cell: (column: string) => CheckedCell | null;
  readonly figure: (column: string) => Figure;
};

/** The recorded columns from which a result follows; any other column stands for itself. */
export function recordedColumns(column: string): readonly string[] {
  const prefix = prefixOf(column);
  return nameOf(column) === resultColumn
    ? [column, ...AMOUNTS.map((amount) => prefix + amount)]
    : [column];
}

/** Every column that a check names, in its scope and its parameters. */
export function namedColumns(check: Check): readonly string[] {
  return [...check.scope.when.map(({ column }) => column), ...operandColumns(check)];
}

/** The columns that a check's own rule reads. */
function operandColumns(check: Check): readonly string[] {
  switch (check.kind) {
    case 'readable':
      return check.parameters.columns ?? [];
    case 'range':
      return check.parameters.columns;
    case 'required':
      return check.parameters.alternatives.flat();
    case 'numerator-within-denominator':
      return [check.parameters.numerator, check.parameters.denominator];
    case 'parts-sum-to-whole':
      return check.parameters.along === 'rows'
        ? [check.parameters.column]
        : [check.parameters.whole, ...check.parameters.parts];
    case 'cumulative-is-previous-plus-period':
      return [check.parameters.cumulative, check.parameters.inPeriod];
    case 'note-required-when':
      return [check.parameters.note];
    default:
      return [check.parameters.column];
  }
}

/** Whether a check is evaluated for each indicator that has columns of its own in a row. */
export function isStarred(check: Check): boolean {
  return namedColumns(check).some((column) => column.includes('*'));
}

/** The codes that stand for `*` in a row: what its columns have before the first point. */
export function starsOf({ cells }: CheckedRow): readonly string[] {
  const codes = Object.keys(cells).filter((code) => code.includes('.'));
  return [...new Set(codes.map((code) => code.slice(0, code.indexOf('.'))))];
}

/** The star of one column's code; null where it has none. */
export function starOf(column: string | null): string | null {
  return column?.includes('.') === true ? column.slice(0, column.indexOf('.')) : null;
}

/** A row, or one indicator's part of it, as a place. */
export function placeAt(row: CheckedRow, star: string | null, context: CheckContext): Place {
  const indicator = context.indicators.get(star ?? row.row) ?? null;
  const codeOf = (column: string): string => (star === null ? column : column.replace('*', star));
  const cell = (column: string): CheckedCell | null => {
    const code = codeOf(column);
    return Object.hasOwn(row.cells, code) ? (row.cells[code] ?? null) : null;
  };
  const follows = (column: string): boolean =>
    indicator !== null &&
    nameOf(column) === resultColumn &&
    AMOUNTS.some((amount) => cell(prefixOf(column) + amount) !== null);
  const results = new Map<string, Figure>();

  return {
    row,
    star,
    indicator,
    codeOf,
    cell,
    has: (column) => cell(column) !== null || follows(column),
    figure: (column) => {
      const recorded = cell(column);
      if (recorded !== null) return figureOf(recorded.value);
      if (indicator === null || !follows(column)) return emptyFigure;
      const known = results.get(column);
      if (known !== undefined) return known;
      const amount = (name: string) => {
        const found = cell(prefixOf(column) + name);
        return found === null ? emptyFigure : figureOf(found.value);
      };
      const result = figureFor(indicator, {
        numerator: amount('numerator'),
        denominator: amount('denominator'),
        value: amount('value'),
        status: null,
        note: '',
      });
      results.set(column, result);
      return result;
    },
  };
}

/** Rules that look at those of their columns that a row has; all others need every one. */
const takesWhatIsThere: readonly Check['kind'][] = ['readable', 'required', 'range'];

/** Whether a check speaks of a place at all. */
export function appliesAt(check: Check, place: Place): boolean {
  const { scope } = check;
  if (scope.rows !== null && !scope.rows.some((row) => matches(row, place.row.row))) return false;
  if (!fits(scope.indicators, place.indicator)) return false;
  const needed = takesWhatIsThere.includes(check.kind)
    ? scope.when.map(({ column }) => column)
    : namedColumns(check);
  if (!needed.every((column) => place.has(column))) return false;
  return scope.when.every((condition) => holds(condition, place));
}

/** Whether a row's code is meant: `NV.*` means all that begin with `NV.`. */
export function matches(pattern: string, row: string): boolean {
  return pattern.endsWith('*') ? row.startsWith(pattern.slice(0, -1)) : row === pattern;
}

/** Whether a draft with a fault stands where the check would read. */
export function readsDraft(check: Check, place: Place): boolean {
  return namedColumns(check)
    .flatMap(recordedColumns)
    .some((column) => (place.cell(column)?.fault ?? null) !== null);
}

/** Whether two figures of a column differ in percentage points rather than in percent. */
export function differsInPoints(column: string, indicator: Indicator | null): boolean {
  return indicator !== null && isPercentage(indicator) && RATES.includes(nameOf(column));
}

/** The cell that a finding about a column points at: a result has none, so where it comes from. */
export function pointOf(column: string, place: Place): string {
  if (nameOf(column) !== resultColumn || place.cell(column) !== null) return place.codeOf(column);
  const prefix = prefixOf(column);
  const given = (name: string) => place.figure(prefix + name).kind === 'number';
  const hasAmounts = given('numerator') && given('denominator');
  const name = hasAmounts || !place.has(`${prefix}value`) ? 'numerator' : 'value';
  return place.codeOf(prefix + name);
}

/** The rows of a sheet by their codes. */
export function rowIn(sheet: CheckedSheet, code: string): CheckedRow | null {
  return sheet.rows.find(({ row }) => row === code) ?? null;
}

function fits(filter: IndicatorFilter | null, indicator: Indicator | null): boolean {
  if (filter === null) return true;
  if (indicator === null) return false;
  return (
    (filter.codes === null || filter.codes.includes(indicator.code)) &&
    (filter.formulas === null || filter.formulas.includes(indicator.formula.kind)) &&
    (filter.share === null || filter.share === isShare(indicator))
  );
}

/** A part of a whole cannot be more than the whole: percent that ends at 100. */
function isShare({ formula, range }: Indicator): boolean {
  return formula.kind === 'ratio' && range.hardMax === '100';
}

function holds(condition: Condition, place: Place): boolean {
  const value = place.cell(condition.column)?.value ?? place.figure(condition.column);
  switch (condition.is) {
    case 'given':
      return value.kind !== 'empty';
    case 'one-of':
      if (value.kind === 'choice') return condition.codes.includes(value.choice);
      return value.kind === 'status' && condition.codes.includes(value.status);
    case 'above':
      return value.kind === 'number' && compare(value.number, condition.limit) > 0;
    case 'below':
      return value.kind === 'number' && compare(value.number, condition.limit) < 0;
    default:
      return value.kind === condition.is;
  }
}

/** A column's name without the indicator before it: `numerator` of `*.numerator`. */
function nameOf(column: string): string {
  return column.slice(column.lastIndexOf('.') + 1);
}

function prefixOf(column: string): string {
  return column.slice(0, column.lastIndexOf('.') + 1);
}
