import { observationStatuses } from '#shared/domain/cell.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { comparisonOf, targetFor } from '#shared/domain/target.ts';
import type { ConsolidatedRow, ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { plainText } from '#shared/kit/plain-text.ts';

import type {
  ExchangeFigure,
  ExchangePeriod,
  ExchangeRow,
  ExchangeUnit,
} from '../exchange-formats/period-model.ts';
import type { ReadHandle } from '../storage/handle.ts';
import { listReceivedActs } from '../storage/received-acts.ts';
import type { ReceivedAct } from '../storage/received-acts.ts';
import { findReceived, listCurrentBundles } from '../storage/received-sheets.ts';
import type { ReceivedBundle } from '../storage/received-sheets.ts';
import { viewConsolidation } from './consolidation.ts';
import { findPeriod } from './ledger.ts';
import { lockedTable } from './locked-table.ts';
import type { LockedTable } from './locked-table.ts';
import { catalogueOf, identityOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';

/**
 * What the province consolidated of a period, as files are written from it. Names are Vietnamese
 * whatever the language of the screen is; a locked period gives what was locked. Texts are made plain
 * here, once, so that every format can carry what was received before input did so. Refuses
 * `period-unknown` and `lock-altered` {number}.
 */
export function exchangePeriod(office: Office, code: PeriodCode): Result<ExchangePeriod> {
  const view = viewConsolidation(office, code);
  if (!view.ok) return view;
  const locked = lockedTable(office, code);
  if (!locked.ok) return locked;
  const { lock } = view.value;
  // What was locked is said in the words of its own catalogue.
  const desk = locked.value?.office ?? office;
  const period = findPeriod(desk, code);
  if (!period.ok) return period;
  const { unit } = identityOf(desk);
  return ok({
    period: code,
    periodName: plainText(period.value.name.vi),
    area: { code: unit, name: plainText(unitName(desk, unit)) },
    catalogue: catalogueOf(desk).version,
    made: office.clock.now(),
    isSample: office.clock.isSample,
    lock: lock === null ? null : { number: lock.number, checkCode: lock.checkCode },
    units: unitsOf(storeOf(office), countedBundles(office, code, locked.value), view.value),
    rows: view.value.rows.map((row) => exchangeRow(desk, row, period.value.year)),
  });
}

/** The bundles that the figures were taken from: those that were locked, else those that count now. */
function countedBundles(
  office: Office,
  period: PeriodCode,
  locked: LockedTable | null,
): readonly ReceivedBundle[] {
  const store = storeOf(office);
  if (locked === null) return listCurrentBundles(store, period);
  return locked.table.units.flatMap(({ bundle }) => {
    const received = bundle === null ? null : findReceived(store, bundle.statement);
    return received === null ? [] : [received];
  });
}

function unitsOf(
  store: ReadHandle,
  bundles: readonly ReceivedBundle[],
  view: ConsolidatedView,
): readonly ExchangeUnit[] {
  return view.units.map(({ unit, name: written, answer, arrival }) => {
    const name = plainText(written);
    const bundle = bundles.find((candidate) => candidate.unit === unit);
    if (bundle === undefined) return { code: unit, name, source: null };
    const acts = listReceivedActs(store, bundle.id);
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
        preparedBy: namesOf(acts, ['prepare']),
        approvedBy: namesOf(acts, ['approve', 'approve-on-paper']),
        isReturned: answer === 'returned',
        arrival: arrival ?? 'on-time',
      },
    };
  });
}

function namesOf(acts: readonly ReceivedAct[], wanted: readonly ReceivedAct['act'][]): string {
  return acts
    .filter(({ act }) => wanted.includes(act))
    .map(({ name }) => plainText(name))
    .join(', ');
}

function exchangeRow(office: Office, row: ConsolidatedRow, year: number): ExchangeRow {
  const { total } = row;
  const catalogue = catalogueOf(office);
  const indicator = catalogue.indicators.find(({ code }) => code === row.row);
  const group = catalogue.indicatorGroups.find(({ code }) => code === indicator?.group);
  const target =
    indicator === undefined ? null : targetFor(catalogue.targets, indicator.code, year);
  return {
    indicator: row.row,
    ordinal: row.ordinal,
    group: plainText(group?.name.vi ?? row.group),
    name: plainText(indicator?.name.vi ?? row.name),
    unitOfMeasure: row.unitOfMeasure,
    decimals: row.decimals,
    target:
      target === null
        ? null
        : { value: target.value, comparison: comparisonOf(target), horizon: target.horizon },
    difference: row.difference,
    verdict: row.verdict,
    coverage: total.expected === 0 ? null : { counted: total.counted, expected: total.expected },
    share: total.share,
    isOfProvince: row.aggregation === 'province-only',
    total: figureOf({ ...total, note: row.ownNote }),
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
  return { kind, number, numerator, denominator, status, comment: plainText(note) };
}
