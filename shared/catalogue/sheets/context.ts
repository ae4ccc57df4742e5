import type { Figure } from '#shared/domain/observation.ts';
import { figureFor, observationOf } from '#shared/domain/observation.ts';
import type { Period, PeriodCode } from '#shared/domain/period.ts';
import { samePeriodLastYear } from '#shared/domain/period.ts';
import type { Indicator } from '#shared/domain/indicator.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Form } from '../forms/form.ts';
import { inPeriod } from '../in-period.ts';
import { communeForm, findForm, indicatorForm, registerOf } from '../forms/layout.ts';
import {
  canonicalFigure,
  figureIn,
  groupCells,
  observationCells,
  totalAmounts,
  totalOf,
} from './cells.ts';
import type { CellsByRow, CellsOfRow } from './cells.ts';
import { noCells } from './cells.ts';
import { ownPlanOf, previousSheet } from './related.ts';
import type { SheetKey } from './related.ts';
import type { SheetCell, SheetData } from './sheet.ts';

/** What a sheet's rows are held against: everything that comes from other sheets. */
export type SheetContext = {
  readonly catalogue: Catalogue;
  readonly form: Form;
  readonly period: Period;
  readonly data: Omit<SheetData, 'cells'>;
  /** The cells of the same form in the report before. */
  readonly previousCells: CellsByRow;
  /** The cells of the same form a year before. */
  readonly samePeriodCells: CellsByRow;
  /** The amounts that communes add up to in this period, by indicator. */
  readonly communeTotals: CommuneTotals;
  readonly registerRows: ReadonlyMap<string, string>;
  readonly previousFigure: (indicator: Indicator) => Figure;
  readonly samePeriodFigure: (indicator: Indicator) => Figure;
  readonly ownTarget: (indicator: Indicator) => Figure;
};

/** The summed amounts, or values, of an indicator over the communes, where any commune stated them. */
export type CommuneTotals = ReadonlyMap<
  string,
  { readonly numerator: Figure; readonly denominator: Figure; readonly value: Figure }
>;

/**
 * Reads what stands beside a sheet, with the catalogue as its period has it (D160). Throws for a form
 * or period that the catalogue lacks.
 */
export function contextOf(whole: Catalogue, data: Omit<SheetData, 'cells'>): SheetContext {
  const catalogue = inPeriod(whole, data.period);
  const form = findForm(catalogue, data.form);
  const period = catalogue.periods.find(({ code }) => code === data.period);
  if (form === null || period === undefined) {
    throw new Error(`No form ${data.form} of ${data.period} in the catalogue.`);
  }
  const find = (key: SheetKey | null): CellsByRow =>
    groupCells(
      data.related.find(
        (sheet) => key !== null && sheet.period === key.period && sheet.form === key.form,
      )?.cells ?? [],
    );
  const communes = communeForm(catalogue)?.code ?? '';
  const figuresOf = (code: PeriodCode | null) => {
    const key = code === null ? null : { period: code, form: indicatorForm(catalogue).code };
    const cells = find(key);
    const totals = communeTotals(
      catalogue,
      find(code === null ? null : { period: code, form: communes }),
    );
    return (indicator: Indicator): Figure => indicatorFigure(indicator, cells, totals);
  };
  const previous = previousSheet(catalogue, form, period.code);
  const same = samePeriodLastYear(catalogue.periods, period.code)?.code ?? null;
  const plan = find(ownPlanOf(catalogue, period.year));
  const register = registerOf(form);
  return {
    catalogue,
    form,
    period,
    data,
    previousCells: find(previous),
    samePeriodCells: find(same === null ? null : { period: same, form: form.code }),
    communeTotals:
      form === indicatorForm(catalogue)
        ? communeTotals(catalogue, find({ period: period.code, form: communes }))
        : new Map(),
    registerRows: register === null ? new Map() : namesIn(find(register), registerName(form)),
    previousFigure: figuresOf(previous?.period ?? null),
    samePeriodFigure: figuresOf(same),
    ownTarget: (indicator) => figureIn(plan.get(indicator.code) ?? noCells, 'target'),
  };
}

/** The figure of an indicator from the cells of Biểu 01 and the totals of its communes (D63). */
function indicatorFigure(indicator: Indicator, cells: CellsByRow, totals: CommuneTotals): Figure {
  const own = fedCells(indicator, cells.get(indicator.code) ?? noCells, totals);
  return figureFor(indicator, observationOf(observationCells(own)));
}

/** The cells of an indicator's row, with the communes' totals where the communes stated amounts. */
export function fedCells(
  indicator: Indicator,
  cells: CellsOfRow,
  totals: CommuneTotals,
): CellsOfRow {
  const total = totals.get(indicator.code);
  if (total === undefined) return cells;
  return new Map<string, SheetCell>([
    ...cells,
    ['numerator', fedCell(total.numerator)],
    ['denominator', fedCell(total.denominator)],
    ['value', fedCell(total.value)],
  ]);
}

function fedCell(figure: Figure): SheetCell {
  const canonical = canonicalFigure(figure);
  return { typed: canonical, canonical, fault: null };
}

/** Adds the communes' amounts up, by indicator; indicators without any amount are left out. */
function communeTotals(catalogue: Catalogue, cells: CellsByRow): CommuneTotals {
  const rows = [...cells.values()];
  const totals = new Map<string, { numerator: Figure; denominator: Figure; value: Figure }>();
  if (rows.length === 0) return totals;
  for (const { code, reportedBy } of catalogue.indicators) {
    if (reportedBy !== 'commune') continue;
    const stated = rows.map((row) => ({
      numerator: figureIn(row, `${code}.numerator`),
      denominator: figureIn(row, `${code}.denominator`),
    }));
    const total = {
      ...totalAmounts(stated),
      value: totalOf(rows.map((row) => figureIn(row, `${code}.value`))),
    };
    if (Object.values(total).some(({ kind }) => kind !== 'empty')) totals.set(code, total);
  }
  return totals;
}

/** The rows of a register that have a name, in the order of their codes. */
export function namesIn(cells: CellsByRow, nameColumn: string): ReadonlyMap<string, string> {
  return new Map(
    [...cells]
      .map(([row, columns]) => [row, columns.get(nameColumn)?.canonical ?? ''] as const)
      .filter(([, name]) => name !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function registerName(form: Form): string {
  return form.rows.find((rows) => rows.from === 'register')?.nameColumn ?? '';
}
