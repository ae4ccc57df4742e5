import type { Bilingual } from '#shared/domain/indicator.ts';
import type { Catalogue } from '../catalogue.ts';
import { isBesideColumn, remarkOf } from '../forms/beside-column.ts';
import { columnsOf, communeForm, layOut } from '../forms/layout.ts';
import { isRegisterRow, whyNotRecordable } from '../forms/recordable.ts';
import type { Layout, LayoutColumn, LayoutContext, LayoutRow } from '../forms/layout.ts';
import { isBegun, isDraft, noCells } from './cells.ts';
import type { CellsByRow, CellsOfRow } from './cells.ts';
import { computedFigures } from './computed.ts';
import { contextOf, fedCells, namesIn } from './context.ts';
import type { SheetContext } from './context.ts';
import { sheetChecker } from './findings.ts';
import { totaller } from './totals.ts';
import { emptyCell, shownOf } from './sheet.ts';
import type {
  SheetCell,
  SheetColumn,
  SheetContent,
  SheetData,
  SheetFinding,
  SheetRow,
} from './sheet.ts';

type Language = keyof Bilingual;

/** Derives a sheet's view from its cells, again and again, at the cost of the rows that changed. */
export type SheetDeriver = (cells: CellsByRow) => SheetContent;

type Known = {
  readonly cells: CellsOfRow;
  readonly row: SheetRow;
};

/**
 * Makes the deriver of one sheet. Window and services use the same one: what the window shows while
 * somebody types is what the services check and seal. A row is derived anew only when its cells are
 * another map than before, and is another object only when something in it changed.
 */
export function sheetDeriver(
  catalogue: Catalogue,
  data: Omit<SheetData, 'cells'>,
  language: Language,
): SheetDeriver {
  const context = contextOf(catalogue, data);
  const columns = columnsOf(context.catalogue, context.form);
  const shownColumns = viewColumns(columns, language);
  const check = sheetChecker(context);
  const feed = feeder(context);
  const totalOf = totaller(columns);
  const memo = new Map<string, Known>();
  return (stored) => {
    const layout = layoutOf(context, stored);
    const cells = feed(layout, stored);
    const findings = check(layout, cells);
    const byRow = new Map<string, SheetFinding[]>();
    for (const finding of findings) {
      byRow.set(finding.row, [...(byRow.get(finding.row) ?? []), finding]);
    }
    const rows = layout.rows.map((place) => {
      const own = cells.get(place.code) ?? noCells;
      const known = memo.get(place.code);
      const bare =
        known?.cells === own ? known.row : deriveRow(context, columns, place, own, language);
      const found = byRow.get(place.code) ?? [];
      const row = isSame(bare.findings, found) ? bare : { ...bare, findings: found };
      memo.set(place.code, { cells: own, row });
      return row;
    });
    return {
      columns: shownColumns,
      rows:
        context.form.hasTotal && rows.length > 0 ? [totalOf(layout.rows, cells), ...rows] : rows,
      findings,
      filled: rows.filter((row) => row.isToFill && row.isAnswered).length,
      toFill: rows.filter((row) => row.isToFill).length,
    };
  };
}

function isSame(a: readonly SheetFinding[], b: readonly SheetFinding[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}

/** Puts the communes' totals into the rows that they feed; rows of the same cells stay the same. */
function feeder(context: SheetContext): (layout: Layout, cells: CellsByRow) => CellsByRow {
  const fed = new Map<string, { readonly stored: CellsOfRow; readonly cells: CellsOfRow }>();
  return (layout, cells) => {
    if (context.communeTotals.size === 0) return cells;
    const all = new Map(cells);
    for (const { code, indicator } of layout.rows) {
      if (indicator === null || !context.communeTotals.has(code)) continue;
      const stored = cells.get(code) ?? noCells;
      const known = fed.get(code);
      const own =
        known?.stored === stored ? known.cells : fedCells(indicator, stored, context.communeTotals);
      fed.set(code, { stored, cells: own });
      all.set(code, own);
    }
    return all;
  };
}

/** A form as a unit sees it with these cells in it: the unit's own rows are among them. */
export function layoutOf(context: SheetContext, cells: CellsByRow): Layout {
  const { catalogue, form, data } = context;
  const own = form.rows.find((rows) => rows.from === 'own');
  return layOut(catalogue, form, {
    unit: data.unit,
    side: data.side,
    ownRows: own === undefined ? new Map() : begunRows(cells, own.nameColumn),
    registerRows: withOrphans(context, cells),
  });
}

/**
 * The register's rows, and those that were taken out of it while figures of theirs stand here: they
 * are shown, so that somebody can clear them.
 */
function withOrphans(
  { form, catalogue, data, registerRows }: SheetContext,
  cells: CellsByRow,
): LayoutContext['registerRows'] {
  if (!form.rows.some(({ from }) => from === 'register')) return registerRows;
  const orphans = [...cells].filter(
    ([row, columns]) =>
      !registerRows.has(row) &&
      isRegisterRow(form, row) &&
      [...columns].some(
        ([column, { typed }]) =>
          typed !== '' &&
          !isBesideColumn(column) &&
          whyNotRecordable(catalogue, form, data, row, column) === null,
      ),
  );
  return new Map([...registerRows, ...orphans.map(([row]) => [row, null] as const)]);
}

/** The rows in which something stands, with their names. */
function begunRows(cells: CellsByRow, nameColumn: string): ReadonlyMap<string, string> {
  const names = namesIn(cells, nameColumn);
  return new Map(
    [...cells]
      .filter(([, columns]) => isBegun(columns))
      .map(([row]) => [row, names.get(row) ?? '']),
  );
}

function deriveRow(
  context: SheetContext,
  columns: readonly LayoutColumn[],
  place: LayoutRow,
  cells: CellsOfRow,
  language: Language,
): SheetRow {
  const { indicator } = place;
  const isResultRow = indicator !== null && context.form.periods === 'report';
  const isFed = isResultRow && context.communeTotals.has(place.code);
  const fillable = isFed
    ? place.fillable.filter((column) => !['numerator', 'denominator', 'value'].includes(column))
    : place.fillable;
  const figures = computedFigures(context, columns, place, cells, language);
  const answered = isResultRow
    ? shownOf({ shown: figures.shown }, 'result').kind !== 'empty'
    : isFilled(columns, place.fillable, cells);
  return {
    row: place.code,
    ordinal: place.ordinal,
    group: place.group?.[language] ?? '',
    name: place.name?.[language] ?? cells.get(place.nameColumn ?? '')?.typed ?? '',
    fullText: place.fullText,
    unitOfMeasure: place.unit ?? '',
    decimals: indicator?.decimals ?? 0,
    reportedBy: indicator?.reportedBy ?? null,
    fillable,
    fedBy: isFed ? (communeForm(context.catalogue)?.code ?? null) : null,
    amountLabels: isResultRow ? amountLabels(place, language) : null,
    cells: Object.fromEntries([
      ...columns
        .filter(({ kind }) => kind !== 'computed')
        .map(({ code }) => [code, plain(cells.get(code))] as const),
      ...[...cells].filter(([column]) => remarkOf(column) !== null),
    ]),
    shown: figures.shown,
    rate: shownOf({ shown: figures.shown }, 'result'),
    provinceTarget: figures.provinceTarget,
    verdict: figures.verdict,
    previousPeriod: shownOf({ shown: figures.shown }, 'previousPeriod'),
    isTotal: false,
    isOwn: place.nameColumn !== null,
    isToFill:
      place.fillable.length > 0 &&
      (isResultRow || hasRequired(columns, place.fillable)) &&
      (place.nameColumn === null || isBegun(cells)),
    isAnswered: place.fillable.length > 0 && answered,
    findings: [],
  };
}

function isFilled(
  columns: readonly LayoutColumn[],
  fillable: readonly string[],
  cells: CellsOfRow,
): boolean {
  return columns
    .filter(({ code, required }) => required && fillable.includes(code))
    .every(({ code }) => {
      const cell = cells.get(code);
      return cell !== undefined && cell.canonical !== '' && !isDraft(cell);
    });
}

function hasRequired(columns: readonly LayoutColumn[], fillable: readonly string[]): boolean {
  return columns.some(({ code, required }) => required && fillable.includes(code));
}

function plain(cell: SheetCell | undefined): SheetCell {
  return cell === undefined
    ? emptyCell
    : { typed: cell.typed, canonical: cell.canonical, fault: cell.fault };
}

function amountLabels({ indicator }: LayoutRow, language: Language): SheetRow['amountLabels'] {
  const formula = indicator?.formula;
  if (formula === undefined || formula.kind === 'value') return null;
  const label = (amount: typeof formula.numerator) => `${amount[language]} (${amount.unit})`;
  return { numerator: label(formula.numerator), denominator: label(formula.denominator) };
}

function viewColumns(columns: readonly LayoutColumn[], language: Language): readonly SheetColumn[] {
  const hasValue = columns.some(({ code, kind }) => code === 'value' && kind === 'number');
  return columns
    .filter(({ code }) => !(hasValue && code === 'value'))
    .map((column) => ({
      code: column.code,
      name: column.name[language],
      group: column.group?.[language] ?? null,
      unit: column.unit,
      width: column.width,
      kind: column.kind,
      records:
        column.kind !== 'computed'
          ? column.code
          : hasValue && column.computation?.of === 'result'
            ? 'value'
            : null,
      choices: column.choices?.map(({ code, name }) => ({ code, name: name[language] })) ?? null,
      longest: column.longest,
    }));
}
