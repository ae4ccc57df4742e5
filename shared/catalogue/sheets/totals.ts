import type { LayoutColumn, LayoutRow } from '../forms/layout.ts';
import { canonicalFigure, figureIn, noCells, totalAmounts, totalOf } from './cells.ts';
import type { CellsByRow } from './cells.ts';
import { indicatorRate } from './computed.ts';
import { emptyCell, emptyShown } from './sheet.ts';
import type { SheetCell, SheetRow } from './sheet.ts';

/** The row of sums, which is no row of the store. */
export const totalRow = 'TONG_SO';

type Summed = { readonly of: readonly (SheetCell | undefined)[]; readonly sum: SheetCell };

/**
 * Makes what sums a form's number columns over its rows ("Tổng số"), with the rates that follow. A
 * column in which nothing changed is not summed again, and a row in which no sum changed is the same.
 */
export function totaller(
  columns: readonly LayoutColumn[],
): (rows: readonly LayoutRow[], cells: CellsByRow) => SheetRow {
  const known = new Map<string, Summed>();
  let last: SheetRow | null = null;
  return (rows, cells) => {
    let hasChanged = last === null;
    const sums = new Map<string, SheetCell>();
    for (const column of columns) {
      const { code, kind } = column;
      if (kind !== 'number') continue;
      const of = readBy(column).flatMap((each) =>
        rows.map((row) => cells.get(row.code)?.get(each)),
      );
      const before = known.get(code);
      const isSame =
        before?.of.length === of.length && before.of.every((cell, at) => cell === of[at]);
      const summed =
        before !== undefined && isSame ? before : { of, sum: sumOf(rows, cells, column) };
      hasChanged ||= summed.sum.canonical !== before?.sum.canonical;
      known.set(code, summed);
      sums.set(code, summed.sum);
    }
    last = last === null || hasChanged ? rowOfSums(columns, sums) : last;
    return last;
  };
}

/** The columns whose cells a sum is made of: a numerator is summed together with its denominator. */
function readBy({ code, indicator }: LayoutColumn): readonly string[] {
  return indicator !== null && code === `${indicator.code}.numerator`
    ? [code, `${indicator.code}.denominator`]
    : [code];
}

function sumOf(rows: readonly LayoutRow[], cells: CellsByRow, column: LayoutColumn): SheetCell {
  const figureOf = (row: LayoutRow, code: string) => figureIn(cells.get(row.code) ?? noCells, code);
  const [own = column.code, denominator] = readBy(column);
  const sum =
    denominator === undefined
      ? totalOf(rows.map((row) => figureOf(row, own)))
      : totalAmounts(
          rows.map((row) => ({
            numerator: figureOf(row, own),
            denominator: figureOf(row, denominator),
          })),
        ).numerator;
  const canonical = canonicalFigure(sum);
  return { typed: canonical, canonical, fault: null };
}

function rowOfSums(
  columns: readonly LayoutColumn[],
  sums: ReadonlyMap<string, SheetCell>,
): SheetRow {
  return {
    row: totalRow,
    ordinal: '',
    group: '',
    name: '',
    fullText: null,
    unitOfMeasure: '',
    decimals: 0,
    reportedBy: null,
    fillable: [],
    fedBy: null,
    amountLabels: null,
    cells: Object.fromEntries(columns.map(({ code }) => [code, sums.get(code) ?? emptyCell])),
    shown: Object.fromEntries(
      columns
        .filter(({ computation, indicator }) => computation?.of === 'result' && indicator !== null)
        .map((column) => [column.code, indicatorRate(column, sums)]),
    ),
    rate: emptyShown,
    provinceTarget: null,
    verdict: null,
    previousPeriod: emptyShown,
    isTotal: true,
    isOwn: false,
    isToFill: false,
    isAnswered: false,
    findings: [],
  };
}
