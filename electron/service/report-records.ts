import type { CellRecord } from '#shared/bundle/cell-record.ts';
import type { ObservationRecord } from '#shared/bundle/observation.ts';
import type { ReportFacts } from '#shared/bundle/statement.ts';
import { indicatorForm } from '#shared/catalogue/forms/layout.ts';
import type { Form } from '#shared/catalogue/forms/form.ts';
import type { PeriodCode } from '#shared/domain/period.ts';

import { cellsToSeal } from './cell-records.ts';
import { findPeriod, formsOf, rowsOfSheet } from './ledger.ts';
import { recordOfRow } from './observation-records.ts';
import { catalogueOf, identityOf } from './office.ts';
import type { Office } from './office.ts';

/** A report's two tables and the forms in them: what people sign, and what is sealed. */
export function recordsToSeal(
  office: Office,
  period: PeriodCode,
): {
  readonly observations: readonly ObservationRecord[];
  readonly cells: readonly CellRecord[];
  readonly forms: ReportFacts['forms'];
} {
  const { unit } = identityOf(office);
  const forms = formsOfPeriod(office, period);
  const hasIndicators = forms.includes(indicatorForm(catalogueOf(office)));
  return {
    observations: hasIndicators
      ? rowsOfSheet(office, period)
          .filter((row) => row.isFillable)
          .map((row) => recordOfRow(row, unit, period))
      : [],
    cells: cellsToSeal(office, period, forms),
    forms: forms.map(({ code, version }) => ({ code, version })),
  };
}

/** The forms that a unit fills for a period; none for a period that there is not. */
export function formsOfPeriod(office: Office, code: PeriodCode): readonly Form[] {
  const period = findPeriod(office, code);
  return period.ok ? formsOf(office, period.value) : [];
}
