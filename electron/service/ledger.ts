import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { Form } from '#shared/catalogue/forms/form.ts';
import { formsFor, indicatorForm, layOut } from '#shared/catalogue/forms/layout.ts';
import type { LayoutRow } from '#shared/catalogue/forms/layout.ts';
import { inPeriod } from '#shared/catalogue/in-period.ts';
import { groupCells, noCells, observationCells } from '#shared/catalogue/sheets/cells.ts';
import { contextOf, fedCells } from '#shared/catalogue/sheets/context.ts';
import type { SheetContext } from '#shared/catalogue/sheets/context.ts';
import { relatedSheets } from '#shared/catalogue/sheets/related.ts';
import { sheetDeriver } from '#shared/catalogue/sheets/derive.ts';
import type { SheetContent, SheetData } from '#shared/catalogue/sheets/sheet.ts';
import type { Indicator } from '#shared/domain/indicator.ts';
import { figureFor, observationOf } from '#shared/domain/observation.ts';
import type { Figure, Observation } from '#shared/domain/observation.ts';
import type { Period, PeriodCode } from '#shared/domain/period.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { findSheet, listCells, listCellsAfter } from '../storage/cells.ts';
import type { StoredCell } from '../storage/cells.ts';
import { certainDay } from './clock-state.ts';
import { catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { languageOf } from './sessions.ts';

/** An indicator of this unit's report, with what was entered and what follows. */
export type LedgerRow = {
  readonly indicator: Indicator;
  readonly ordinal: string;
  readonly groupName: string;
  readonly isFillable: boolean;
  readonly observation: Observation;
  readonly figure: Figure;
  /** The figure of the report before; null when there is none, or nothing in it. */
  readonly previous: Figure | null;
};

/**
 * A sheet of this unit as it stands in the store, with the sheets that stand beside it; where a change
 * is named, all of them as they were after it.
 */
export function readSheet(
  office: Office,
  period: PeriodCode,
  form: string,
  catalogue: Catalogue = catalogueOf(office),
  after: number | null = null,
): SheetData {
  const { side, unit } = identityOf(office);
  const found = catalogue.forms.find(({ code }) => code === form);
  const keys = found === undefined ? [] : relatedSheets(catalogue, found, period);
  return {
    unit,
    side,
    period,
    form,
    today: certainDay(office),
    cells: storedCells(office, period, form, after),
    related: keys.map((key) => ({
      ...key,
      cells: storedCells(office, key.period, key.form, after),
    })),
  };
}

/** The rows of this unit's report of indicators as they stand in the store, or were after a change. */
export function rowsOfSheet(
  office: Office,
  code: PeriodCode,
  after: number | null = null,
): readonly LedgerRow[] {
  const catalogue = inPeriod(catalogueOf(office), code);
  const { code: form } = indicatorForm(catalogue);
  const data = readSheet(office, code, form, catalogueOf(office), after);
  const context = contextOf(catalogue, data);
  const cells = groupCells(data.cells);
  const { rows } = layOut(catalogue, context.form, {
    ...data,
    ownRows: new Map(),
    registerRows: new Map(),
  });
  return rows.flatMap((row) =>
    row.indicator === null
      ? []
      : [ledgerRow(row, row.indicator, context, cells.get(row.code), languageOf(office))],
  );
}

function ledgerRow(
  row: LayoutRow,
  indicator: Indicator,
  context: SheetContext,
  stored: Parameters<typeof fedCells>[1] | undefined,
  language: ReturnType<typeof languageOf>,
): LedgerRow {
  const cells = observationCells(fedCells(indicator, stored ?? noCells, context.communeTotals));
  const observation = observationOf(cells);
  const previous = context.previousFigure(indicator);
  const isFillable = row.fillable.length > 0;
  return {
    indicator,
    ordinal: row.ordinal,
    groupName: row.group?.[language] ?? '',
    isFillable,
    observation,
    figure: figureFor(indicator, observation),
    previous: previous.kind === 'empty' ? null : previous,
  };
}

/** The forms that this unit fills for a period. */
export function formsOf(office: Office, period: Period): readonly Form[] {
  return formsFor(catalogueOf(office), identityOf(office).side, period.kind);
}

/** A form of a period as it is shown, derived from the store, by the catalogue in use or another. */
export function contentOf(
  office: Office,
  period: PeriodCode,
  form: Form,
  catalogue: Catalogue = catalogueOf(office),
): SheetContent {
  const data = readSheet(office, period, form.code, catalogue);
  return sheetDeriver(catalogue, data, languageOf(office))(groupCells(data.cells));
}

/** A period of the store's catalogue. Refuses `period-unknown`. */
export function findPeriod(office: Office, code: PeriodCode): Result<Period, 'period-unknown'> {
  const period = catalogueOf(office).periods.find((candidate) => candidate.code === code);
  return period === undefined ? refuse('period-unknown', { period: code }) : ok(period);
}

function storedCells(
  office: Office,
  period: PeriodCode,
  form: string,
  after: number | null,
): readonly StoredCell[] {
  const store = storeOf(office);
  const sheet = findSheet(store, identityOf(office).unit, period, form);
  if (sheet === null) return [];
  return after === null ? listCells(store, sheet) : listCellsAfter(store, sheet, after);
}
