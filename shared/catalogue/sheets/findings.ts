import type { CheckContext, CheckedCell, CheckedRow, CheckedSheet } from '#shared/domain/check.ts';
import type { Finding } from '#shared/domain/check.ts';
import { recheck, runChecks } from '#shared/domain/check-run.ts';
import { valueOfCanonical } from '#shared/domain/cell.ts';
import { settledBy } from '#shared/domain/explanation.ts';
import type { Figure } from '#shared/domain/observation.ts';
import { samePeriodLastYear } from '#shared/domain/period.ts';
import { parseDecimal } from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import type { Layout, LayoutColumn, LayoutRow } from '../forms/layout.ts';
import { explanationColumn } from '../forms/beside-column.ts';
import { figureIn, isBegun, isDraft, limitsOf, noCells } from './cells.ts';
import type { CellsByRow, CellsOfRow } from './cells.ts';
import { indicatorRate, resultOf } from './computed.ts';
import type { SheetContext } from './context.ts';
import { previousSheet } from './related.ts';
import { carriedOver, faultOf } from './sheet.ts';
import type { SheetFinding } from './sheet.ts';

/** Finds what is amiss in a sheet, again and again, at the cost of the cell that changed. */
export type SheetChecker = (layout: Layout, cells: CellsByRow) => readonly SheetFinding[];

/**
 * Makes the checker of one sheet. The catalogue's checks say everything but one thing: that a cell
 * was taken over from an earlier period and waits to be confirmed (D105).
 */
export function sheetChecker(context: SheetContext): SheetChecker {
  const checks = context.catalogue.checks.filter(({ isOff }) => isOff !== true);
  const checkContext = checkContextOf(context);
  const checkedRows: CheckedRows = new WeakMap();
  let before: { layout: Layout; cells: CellsByRow; found: readonly Finding[] } | null = null;
  return (layout, cells) => {
    const sheet = checkedSheet(layout, cells, checkedRows);
    const changed =
      before !== null && hasSameRows(before.layout, layout)
        ? onlyChange(before.cells, cells)
        : null;
    const found =
      before !== null && changed !== null
        ? changed === 'nothing'
          ? before.found
          : recheck(checks, sheet, checkContext, before.found, changed)
        : runChecks(checks, sheet, checkContext);
    before = { layout, cells, found };
    return [...withExplanations(found, cells), ...carriedFindings(layout, cells)];
  };
}

/** Holds findings against what was written about them, in the cells of their own rows. */
function withExplanations(found: readonly Finding[], cells: CellsByRow): readonly SheetFinding[] {
  return found.map((finding) => {
    const column = explanationColumn(finding.code, finding.column);
    const text = cells.get(finding.row)?.get(column)?.canonical ?? '';
    const key = `${finding.code}|${finding.row}|${finding.column ?? ''}`;
    const [settled] = settledBy([finding], new Map([[key, text]]));
    return {
      ...finding,
      code: finding.message,
      check: finding.code,
      explanation: settled?.explanation ?? null,
      isBlocking: settled?.isBlocking ?? true,
    };
  });
}

function carriedFindings({ rows }: Layout, cells: CellsByRow): readonly SheetFinding[] {
  return rows.flatMap(({ code: row, fillable }) =>
    fillable
      .filter((column) => cells.get(row)?.get(column)?.fault === carriedOver)
      .map((column) => ({
        severity: 'explain',
        code: 'cell-carried',
        message: 'cell-carried',
        check: 'cell-carried',
        row,
        column,
        facts: {},
        how: 'readable',
        explanation: null,
        isBlocking: true,
      })),
  );
}

/** The rows that the unit is to fill, as checks see them: rows of its own only once they are begun. */
function checkedSheet(
  { form, columns, rows }: Layout,
  cells: CellsByRow,
  known: CheckedRows,
): CheckedSheet {
  const byCode = new Map(columns.map((column) => [column.code, column]));
  return {
    form: form.code,
    rows: rows.flatMap((row) => {
      const own = cells.get(row.code) ?? noCells;
      if (row.fillable.length === 0 || (row.nameColumn !== null && !isBegun(own))) return [];
      return [checkedRow(row, byCode, own, known)];
    }),
  };
}

/** Rows of one sheet as checks see them: another sheet reads the same empty row otherwise. */
type CheckedRows = WeakMap<CellsOfRow, Map<string, CheckedRow>>;

function checkedRow(
  { code, fillable }: LayoutRow,
  columns: ReadonlyMap<string, LayoutColumn>,
  cells: CellsOfRow,
  checkedRows: CheckedRows,
): CheckedRow {
  const known = checkedRows.get(cells) ?? new Map<string, CheckedRow>();
  checkedRows.set(cells, known);
  const existing = known.get(code);
  if (existing !== undefined) return existing;
  const checked: Record<string, CheckedCell> = {};
  for (const name of fillable) {
    const column = columns.get(name);
    const cell = cells.get(name);
    if (column === undefined || column.kind === 'computed') continue;
    const isFaulty = cell !== undefined && isDraft(cell);
    const value =
      cell === undefined || isFaulty
        ? null
        : valueOfCanonical(column.kind, cell.canonical, limitsOf(column));
    checked[name] = { value: value ?? { kind: 'empty' }, fault: isFaulty ? faultOf(cell) : null };
  }
  const row = { row: code, cells: checked };
  known.set(code, row);
  return row;
}

function checkContextOf(context: SheetContext): CheckContext {
  const { catalogue, period, form, data } = context;
  const indicators = new Map<string, (typeof catalogue.indicators)[number]>(
    catalogue.indicators.map((indicator) => [indicator.code, indicator]),
  );
  const previous = previousSheet(catalogue, form, period.code)?.period ?? null;
  const same = samePeriodLastYear(catalogue.periods, period.code)?.code ?? null;
  const lookup =
    (cells: CellsByRow, figureOfRow: (row: string) => Figure) =>
    (row: string, column: string): Figure => {
      if (column === 'result') return figureOfRow(row);
      const star = /^(.+)\.result$/.exec(column)?.[1];
      const indicator = star === undefined ? undefined : indicators.get(star);
      const own = cells.get(row) ?? noCells;
      if (indicator === undefined) return figureIn(own, column);
      const shown = indicatorRate({ indicator }, own);
      return shown.kind === 'number'
        ? { kind: 'number', number: shown.number as Decimal } // a rate of our own arithmetic
        : shown.kind === 'text'
          ? { kind: 'empty' }
          : shown;
    };
  const figureOf = (find: SheetContext['previousFigure'], cells: CellsByRow) => (row: string) => {
    const indicator = indicators.get(row);
    if (indicator === undefined) return { kind: 'empty' } as const;
    const figure = find(indicator);
    return figure.kind === 'empty' ? resultOf(indicator, cells.get(row) ?? noCells) : figure;
  };
  return {
    period: period.code,
    today: data.today,
    indicators,
    previous:
      previous === null
        ? null
        : {
            period: previous,
            figure: lookup(
              context.previousCells,
              figureOf(context.previousFigure, context.previousCells),
            ),
          },
    samePeriod:
      same === null
        ? null
        : {
            period: same,
            figure: lookup(
              context.samePeriodCells,
              figureOf(context.samePeriodFigure, context.samePeriodCells),
            ),
          },
    history: () => [],
    peers: peersOf(data.peers),
  };
}

/** Other units' figures as checks look them up (D130); null where they are not known. */
function peersOf(figures: SheetContext['data']['peers']): CheckContext['peers'] {
  if (figures === undefined) return null;
  const byPlace = new Map(
    figures.map(({ row, column, numbers }) => [
      `${row} ${column}`,
      numbers.flatMap(({ number }) => parseDecimal(number) ?? []),
    ]),
  );
  return (row, column) => byPlace.get(`${row} ${column}`) ?? [];
}

function hasSameRows(a: Layout, b: Layout): boolean {
  return (
    a.rows.length === b.rows.length && a.rows.every((row, at) => row.code === b.rows[at]?.code)
  );
}

/** The one cell in which two states of a sheet differ; null when there are several. */
function onlyChange(
  before: CellsByRow,
  now: CellsByRow,
): { readonly row: string; readonly column: string } | 'nothing' | null {
  const rows = [...new Set([...before.keys(), ...now.keys()])].filter(
    (row) => before.get(row) !== now.get(row),
  );
  const [row] = rows;
  if (row === undefined) return 'nothing';
  if (rows.length > 1) return null;
  const old = before.get(row) ?? noCells;
  const own = now.get(row) ?? noCells;
  const columns = [...new Set([...old.keys(), ...own.keys()])].filter((column) => {
    const was = old.get(column);
    const is = own.get(column);
    return was?.canonical !== is?.canonical || was?.fault !== is?.fault;
  });
  const [column] = columns;
  if (column === undefined) return 'nothing';
  // A row of the unit's own that is begun or emptied is another row to the checks.
  return columns.length > 1 || isBegun(old) !== isBegun(own) ? null : { row, column };
}
