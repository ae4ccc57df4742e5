import { bieu01 } from '#shared/catalogue/forms.ts';
import { emptyFigure } from '#shared/domain/observation.ts';
import type { Figure } from '#shared/domain/observation.ts';
import { previousReport } from '#shared/domain/period.ts';
import type { Period, PeriodCode } from '#shared/domain/period.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { findSheet, listCells, listRowCells } from '../storage/cells.ts';
import { catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { languageOf } from './sessions.ts';
import { figuresByIndicator, groupCells, ledgerRowOf, ledgerRows } from './sheet-rows.ts';
import type { LedgerRow } from './sheet-rows.ts';

/** The rows of this unit's sheet as they stand in the store. */
export function rowsOfSheet(office: Office, code: PeriodCode): readonly LedgerRow[] {
  const { side, unit } = identityOf(office);
  const store = storeOf(office);
  const sheet = findSheet(store, unit, code, bieu01.code);
  const cells = groupCells(sheet === null ? [] : listCells(store, sheet));
  return ledgerRows(catalogueOf(office), side, cells, languageOf(office));
}

/** One row of this unit's sheet as it stands in the store; null when the form has no such row. */
export function rowOfSheet(office: Office, code: PeriodCode, row: string): LedgerRow | null {
  const { side, unit } = identityOf(office);
  const store = storeOf(office);
  const sheet = findSheet(store, unit, code, bieu01.code);
  const cells = groupCells(sheet === null ? [] : listRowCells(store, sheet, row));
  return ledgerRowOf(catalogueOf(office), side, cells, languageOf(office), row);
}

/** A row's figure in the report before this one; null when there is none, or nothing in it. */
export function previousFigureOf(office: Office, code: PeriodCode, row: string): Figure | null {
  const previous = previousReport(catalogueOf(office).periods, code);
  if (previous === null) return null;
  const figure = rowOfSheet(office, previous.code, row)?.figure ?? emptyFigure;
  return figure.kind === 'empty' ? null : figure;
}

/** The figures of the report before this one; null when the plan has no earlier report. */
export function previousFigures(
  office: Office,
  code: PeriodCode,
): ReadonlyMap<string, Figure> | null {
  const previous = previousReport(catalogueOf(office).periods, code);
  return previous === null ? null : figuresByIndicator(rowsOfSheet(office, previous.code));
}

/** A period of the store's catalogue. Refuses `period-unknown`. */
export function findPeriod(office: Office, code: PeriodCode): Result<Period, 'period-unknown'> {
  const period = catalogueOf(office).periods.find((candidate) => candidate.code === code);
  return period === undefined ? refuse('period-unknown', { period: code }) : ok(period);
}
