import { bieu01, rowsOf } from '#shared/catalogue/forms.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { valueOfCanonical } from '#shared/domain/cell.ts';
import type { ColumnKind } from '#shared/domain/cell.ts';
import { checkRow } from '#shared/domain/finding.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Bilingual, Indicator } from '#shared/domain/indicator.ts';
import {
  columnsFor,
  emptyFigure,
  figureFor,
  isFilledBy,
  observationColumns,
  observationOf,
} from '#shared/domain/observation.ts';
import type {
  Figure,
  Observation,
  ObservationColumn,
  RowCells,
} from '#shared/domain/observation.ts';
import type { Period } from '#shared/domain/period.ts';
import type { Side } from '#shared/domain/role.ts';
import { comparisonOf, targetFor } from '#shared/domain/target.ts';
import type { SheetRow } from '#shared/ipc/calls/sheet.ts';
import type { CellView, ShownValue } from '#shared/ipc/shapes.ts';
import type { Language } from '#shared/text/translate.ts';

import type { StoredCell } from '../storage/cells.ts';

const columnKinds: Readonly<Record<ObservationColumn, ColumnKind>> = {
  numerator: 'number',
  denominator: 'number',
  value: 'number',
  status: 'status',
  note: 'text',
};

/** The stored cells of a sheet, by row. */
export type CellsByRow = ReadonlyMap<string, ReadonlyMap<ObservationColumn, StoredCell>>;

/** An indicator with everything that its row on Biểu 01 is made of. */
export type LedgerRow = {
  readonly indicator: Indicator;
  readonly ordinal: string;
  readonly groupName: string;
  readonly isFillable: boolean;
  readonly cells: RowCells;
  readonly typed: Readonly<Record<ObservationColumn, CellView>>;
  readonly observation: Observation;
  readonly figure: Figure;
  readonly findings: readonly Finding[];
};

/** What kind of value a column takes. */
export function kindOfColumn(column: ObservationColumn): ColumnKind {
  return columnKinds[column];
}

export function groupCells(cells: readonly StoredCell[]): CellsByRow {
  const rows = new Map<string, Map<ObservationColumn, StoredCell>>();
  for (const cell of cells) {
    const row = rows.get(cell.row) ?? new Map<ObservationColumn, StoredCell>();
    rows.set(cell.row, row.set(cell.column, cell));
  }
  return rows;
}

/** Where an indicator stands on Biểu 01. */
type FormPlace = {
  readonly indicator: Indicator;
  readonly ordinal: string;
  readonly groupName: Bilingual;
};

/** A catalogue never changes once it was read, and neither does its form. */
const formPlaces = new WeakMap<Catalogue, ReadonlyMap<string, FormPlace>>();

function placesOf(catalogue: Catalogue): ReadonlyMap<string, FormPlace> {
  const known = formPlaces.get(catalogue);
  if (known !== undefined) return known;
  const places = new Map<string, FormPlace>();
  for (const { group, rows } of rowsOf(bieu01, catalogue)) {
    for (const { indicator } of rows) {
      const ordinal = String(places.size + 1);
      places.set(indicator.code, { indicator, ordinal, groupName: group.name });
    }
  }
  formPlaces.set(catalogue, places);
  return places;
}

/** The rows of Biểu 01 in the form's order, with what was entered, what follows and what is amiss. */
export function ledgerRows(
  catalogue: Catalogue,
  side: Side,
  cells: CellsByRow,
  language: Language,
): readonly LedgerRow[] {
  return [...placesOf(catalogue).values()].map((place) => ledgerRow(place, side, cells, language));
}

/** One row of Biểu 01 alone; null when the form has no such row. */
export function ledgerRowOf(
  catalogue: Catalogue,
  side: Side,
  cells: CellsByRow,
  language: Language,
  row: string,
): LedgerRow | null {
  const place = placesOf(catalogue).get(row);
  return place === undefined ? null : ledgerRow(place, side, cells, language);
}

function ledgerRow(
  { indicator, ordinal, groupName }: FormPlace,
  side: Side,
  cells: CellsByRow,
  language: Language,
): LedgerRow {
  const typed = {} as Record<ObservationColumn, CellView>; // filled for every column just below
  const understood = {} as Record<ObservationColumn, RowCells[ObservationColumn]>;
  for (const column of observationColumns) {
    const cell = cells.get(indicator.code)?.get(column);
    typed[column] = {
      typed: cell?.typed ?? '',
      canonical: cell?.canonical ?? '',
      fault: cell?.fault ?? null,
    };
    understood[column] = {
      value: valueOfCanonical(columnKinds[column], cell?.canonical ?? '') ?? { kind: 'empty' },
      fault: cell?.fault ?? null,
    };
  }
  const observation = observationOf(understood);
  const isFillable = isFilledBy(indicator, side);
  return {
    indicator,
    ordinal,
    groupName: groupName[language],
    isFillable,
    cells: understood,
    typed,
    observation,
    figure: figureFor(indicator, observation),
    findings: isFillable ? checkRow(indicator, understood) : [],
  };
}

/** Whether a row that is to be filled has an answer: a number, "-" or "...". */
export function isAnswered(row: LedgerRow): boolean {
  return row.isFillable && row.figure.kind !== 'empty';
}

/** A row as the window shows it. */
export function viewRow(
  row: LedgerRow,
  catalogue: Catalogue,
  period: Period,
  previous: Figure | null,
  language: Language,
): SheetRow {
  const { indicator } = row;
  const target = targetFor(catalogue.targets, indicator.code, period.year);
  const { formula } = indicator;
  return {
    row: indicator.code,
    ordinal: row.ordinal,
    group: row.groupName,
    name: indicator.name[language],
    unitOfMeasure: indicator.unit.vi,
    decimals: indicator.decimals,
    reportedBy: indicator.reportedBy,
    fillable: row.isFillable ? [...columnsFor(indicator)] : [],
    amountLabels:
      formula.kind === 'value'
        ? null
        : {
            numerator: amountLabel(formula.numerator, language),
            denominator: amountLabel(formula.denominator, language),
          },
    cells: row.typed,
    rate: showFigure(row.figure),
    isAnswered: isAnswered(row),
    provinceTarget:
      target === null
        ? null
        : { value: target.value, comparison: comparisonOf(target), horizon: target.horizon },
    previousPeriod: previous === null ? { kind: 'missing', number: null } : showFigure(previous),
  };
}

function showFigure(figure: Figure): ShownValue {
  return figure.kind === 'number'
    ? { kind: 'number', number: figure.number }
    : { kind: figure.kind, number: null };
}

/** The figures of a sheet by indicator, for the column of the previous period. */
export function figuresByIndicator(rows: readonly LedgerRow[]): ReadonlyMap<string, Figure> {
  return new Map(rows.map((row) => [row.indicator.code, row.figure]));
}

/** Looks a row's figure up; nothing recorded counts as nothing known. */
export function previousFigure(
  figures: ReadonlyMap<string, Figure> | null,
  indicator: Indicator,
): Figure | null {
  const figure = figures?.get(indicator.code) ?? emptyFigure;
  return figure.kind === 'empty' ? null : figure;
}

function amountLabel(
  amount: { readonly vi: string; readonly en: string; readonly unit: string },
  language: Language,
): string {
  return `${amount[language]} (${amount.unit})`;
}
