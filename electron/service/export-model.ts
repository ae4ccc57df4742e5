import { observationStatuses } from '#shared/domain/cell.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { comparisonOf, targetFor } from '#shared/domain/target.ts';
import type { ConsolidatedRow, ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import type {
  ExchangeFigure,
  ExchangePeriod,
  ExchangeRow,
  ExchangeUnit,
} from '../exchange-formats/period-model.ts';
import { listCurrentBundles } from '../storage/received-sheets.ts';
import { viewConsolidation } from './consolidation.ts';
import { findPeriod } from './ledger.ts';
import { catalogueOf, identityOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';

/**
 * What the province consolidated of a period, as files are written from it. Names are Vietnamese
 * whatever the language of the screen is. Refuses `period-unknown`.
 */
export function exchangePeriod(office: Office, code: PeriodCode): Result<ExchangePeriod> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  const view = viewConsolidation(office, code);
  if (!view.ok) return view;
  const { unit } = identityOf(office);
  return ok({
    period: code,
    periodName: period.value.name.vi,
    area: { code: unit, name: unitName(office, unit) },
    catalogue: catalogueOf(office).version,
    made: office.clock.now(),
    isSample: office.clock.isSample,
    units: unitsOf(office, code, view.value),
    rows: view.value.rows.map((row) => exchangeRow(office, row, period.value.year)),
  });
}

function unitsOf(
  office: Office,
  period: PeriodCode,
  view: ConsolidatedView,
): readonly ExchangeUnit[] {
  const bundles = listCurrentBundles(storeOf(office), period);
  return view.units.map(({ unit, name, answer, arrival }) => {
    const bundle = bundles.find((candidate) => candidate.unit === unit);
    if (bundle === undefined) return { code: unit, name, source: null };
    const { fileName, fileSha256, revision, sequence, receivedAt } = bundle;
    return {
      code: unit,
      name,
      source: {
        fileName,
        sha256: fileSha256,
        revision,
        sequence,
        receivedAt,
        isReturned: answer === 'returned',
        isLate: arrival !== null && arrival !== 'on-time',
      },
    };
  });
}

function exchangeRow(office: Office, row: ConsolidatedRow, year: number): ExchangeRow {
  const { total } = row;
  const catalogue = catalogueOf(office);
  const indicator = catalogue.indicators.find(({ code }) => code === row.row);
  const target =
    indicator === undefined ? null : targetFor(catalogue.targets, indicator.code, year);
  return {
    indicator: row.row,
    ordinal: row.ordinal,
    group: row.group,
    name: indicator?.name.vi ?? row.name,
    unitOfMeasure: row.unitOfMeasure,
    decimals: row.decimals,
    target:
      target === null
        ? null
        : { value: target.value, comparison: comparisonOf(target), horizon: target.horizon },
    difference: row.difference,
    isMet: row.met,
    coverage: total.expected === 0 ? null : { counted: total.counted, expected: total.expected },
    total: figureOf({ ...total, numerator: null, denominator: null, note: row.ownNote }),
    units: isOfProvinceAlone(row) ? [] : row.units.map(figureOf),
  };
}

/** Whether no unit is asked for a figure, so that nobody's is missing. */
function isOfProvinceAlone({ aggregation, units }: ConsolidatedRow): boolean {
  const gaps: readonly string[] = ['not-received', 'returned', 'empty'];
  return aggregation === 'province-only' && units.every(({ kind }) => gaps.includes(kind));
}

/** A status is kept where there is something to be firm about: a gap is neither firm nor soft. */
function figureOf(cell: Omit<ConsolidatedRow['units'][number], 'unit'>): ExchangeFigure {
  const { kind, number, numerator, denominator, note } = cell;
  const isStated = kind === 'number' || kind === 'nil';
  const status = observationStatuses.find((known) => isStated && known === cell.status) ?? null;
  return { kind, number, numerator, denominator, status, comment: note };
}
