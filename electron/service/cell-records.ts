import type { CellRecord } from '#shared/bundle/cell-record.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { isBesideColumn, recordedColumn, remarkOf } from '#shared/catalogue/forms/beside-column.ts';
import type { Form } from '#shared/catalogue/forms/form.ts';
import { formsFor, indicatorForm } from '#shared/catalogue/forms/layout.ts';
import type { LayoutRow } from '#shared/catalogue/forms/layout.ts';
import { whyNotRecordable } from '#shared/catalogue/forms/recordable.ts';
import { groupCells, limitsOf, noCells } from '#shared/catalogue/sheets/cells.ts';
import type { CellsOfRow } from '#shared/catalogue/sheets/cells.ts';
import { contextOf } from '#shared/catalogue/sheets/context.ts';
import { layoutOf } from '#shared/catalogue/sheets/derive.ts';
import { canonicalText, valueOfCanonical } from '#shared/domain/cell.ts';
import type { Period, PeriodCode } from '#shared/domain/period.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import type { ReceivedCell } from '../storage/received-cells.ts';
import { readSheet } from './ledger.ts';
import { catalogueOf, identityOf } from './office.ts';
import type { Office } from './office.ts';

/**
 * Every cell of these forms that holds something, in the order of their pages: what the forms show
 * and what was written about findings and figures. Biểu 01's own are left out: they travel as
 * observations.
 */
export function cellsToSeal(
  office: Office,
  period: PeriodCode,
  forms: readonly Form[],
): readonly CellRecord[] {
  const { unit } = identityOf(office);
  return forms.flatMap((form) =>
    cellsOfForm(office, period, form).map((cell) => ({
      refArea: unit,
      timePeriod: period,
      ...cell,
    })),
  );
}

function cellsOfForm(office: Office, period: PeriodCode, form: Form): readonly ReceivedCell[] {
  const catalogue = catalogueOf(office);
  const data = readSheet(office, period, form.code);
  const cells = groupCells(data.cells);
  const { columns, rows } = layoutOf(contextOf(catalogue, data), cells);
  const recorded =
    form === indicatorForm(catalogue)
      ? []
      : columns.filter(({ kind }) => kind !== 'computed').map(({ code }) => code);
  return rows.flatMap((row) => {
    const own = cells.get(row.code) ?? noCells;
    return columnsToSeal(recorded, row, own).map((column) => ({
      form: form.code,
      row: row.code,
      column,
      value: own.get(column)?.canonical ?? '',
    }));
  });
}

/** The columns of a row in which something stands: the form's own, then those beside them. */
function columnsToSeal(
  recorded: readonly string[],
  { fillable }: LayoutRow,
  cells: CellsOfRow,
): readonly string[] {
  const beside = [...cells.keys()].filter((column) => isSaid(column, cells)).sort();
  return [...recorded.filter((column) => fillable.includes(column)), ...beside].filter(
    (column) => (cells.get(column)?.canonical ?? '') !== '',
  );
}

/** Whether a text beside the form has something to be about: a remark needs its figure. */
function isSaid(column: string, cells: CellsOfRow): boolean {
  const remark = remarkOf(column);
  return remark === null
    ? isBesideColumn(column)
    : (cells.get(remark.column)?.canonical ?? '') !== '';
}

/**
 * What the province stores of a verified report's cells. Refuses `data-of-other-unit`,
 * `cell-not-in-catalogue` {unit, form, row, column} for a cell that the unit does not fill by the
 * province's catalogue, and `data-malformed` for a value that such a cell cannot hold.
 */
export function receivedCellsOf(
  records: readonly CellRecord[],
  unit: UnitCode,
  period: Period,
  catalogue: Catalogue,
): Result<readonly ReceivedCell[]> {
  const forms = new Map(
    formsFor(catalogue, 'district', period.kind).map((form) => [form.code, form]),
  );
  const observed = indicatorForm(catalogue);
  const cells: ReceivedCell[] = [];
  for (const { refArea, form: code, row, column, value } of records) {
    if (refArea !== unit) return refuse('data-of-other-unit', { row, unit });
    const form = forms.get(code);
    const place = form === undefined ? null : recordedColumn(catalogue, form, column);
    if (
      form === undefined ||
      place === null ||
      place.kind === 'computed' ||
      (form === observed && !isBesideColumn(column)) ||
      whyNotRecordable(catalogue, form, { unit, side: 'district' }, row, column) !== null
    ) {
      return refuse('cell-not-in-catalogue', { unit, form: code, row, column });
    }
    const read = valueOfCanonical(place.kind, value, limitsOf(place));
    if (read === null || canonicalText(read) !== value) {
      return refuse('data-malformed', { line: `${code} ${row}`, column });
    }
    cells.push({ form: code, row, column, value });
  }
  return ok(cells);
}
