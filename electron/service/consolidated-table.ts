import type { Table, TableRow, TableUnit } from '#shared/bundle/snapshot.ts';
import { distanceToTarget, noSums, totalOf } from '#shared/domain/consolidate.ts';
import type { Total } from '#shared/domain/consolidate.ts';
import { coverageOf } from '#shared/domain/coverage.ts';
import { isAdditive } from '#shared/domain/indicator.ts';
import type { Indicator } from '#shared/domain/indicator.ts';
import type { Observation } from '#shared/domain/observation.ts';
import { canonicalFigure } from '#shared/catalogue/sheets/cells.ts';
import type { Period, PeriodCode } from '#shared/domain/period.ts';
import { comparisonOf, targetFor } from '#shared/domain/target.ts';
import { childrenOf, unitOn } from '#shared/domain/unit.ts';
import type { Unit, UnitCode } from '#shared/domain/unit.ts';

import { listCurrentOutcomes } from '../storage/issued-receipts.ts';
import {
  listBundlesStating,
  listCurrentBundles,
  listObservationsOf,
} from '../storage/received-sheets.ts';
import type { ReceivedBundle, ReceivedObservation } from '../storage/received-sheets.ts';
import { sumReceived } from '../storage/received-sums.ts';
import type { ReceivedSums } from '../storage/received-sums.ts';
import { earlierWeights } from './earlier-weights.ts';
import type { Weigh } from './earlier-weights.ts';
import type { LedgerRow } from './ledger.ts';
import { catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';

/** What one unit sent and what the province says of it; null when nothing was received from it. */
export type UnitReport = {
  readonly unit: Unit;
  readonly bundle: ReceivedBundle | null;
  readonly answer: {
    readonly outcome: NonNullable<TableUnit['bundle']>['answer'];
    readonly sequence: number | null;
  } | null;
};

/** Which units' own figures are wanted: all, or so many from a place in the order of codes. */
export type Shown = { readonly from: number; readonly count: number } | null;

/** The bundle of a report whose figures count: what was returned is to be done again (D25). */
function countingBundle({ bundle, answer }: UnitReport): ReceivedBundle | null {
  return answer?.outcome === 'returned' ? null : bundle;
}

/**
 * The reports of a period as they stand now: the bundle that counts for each unit, if any.
 * @param units the units that report, where somebody has them at hand.
 */
export function currentReports(
  office: Office,
  period: Period,
  units: readonly Unit[] = reportingUnits(office, period),
): readonly UnitReport[] {
  const store = storeOf(office);
  const bundles = new Map(
    listCurrentBundles(store, period.code).map((bundle) => [bundle.unit as string, bundle]),
  );
  const ids = [...bundles.values()].map(({ id }) => id);
  const outcomes = listCurrentOutcomes(store, ids);
  return units.map((unit) => {
    const bundle = bundles.get(unit.code) ?? null;
    if (bundle === null) return { unit, bundle, answer: null };
    const { outcome, sequence } = outcomes.get(bundle.id) ?? unanswered;
    return { unit, bundle, answer: { outcome, sequence } };
  });
}

/** The units that existed on the day of the deadline, not those of today's map, in code order. */
export function reportingUnits(office: Office, { deadline }: Period): readonly Unit[] {
  const { units } = catalogueOf(office);
  return childrenOf(units, identityOf(office).unit, deadline.lastCompliantDay);
}

/** Whether a unit is one of those that report a period, as `reportingUnits` lists them. */
export function isReporting(office: Office, unit: UnitCode, code: PeriodCode): boolean {
  const { units, periods } = catalogueOf(office);
  const day = periods.find((period) => period.code === code)?.deadline.lastCompliantDay;
  return day !== undefined && unitOn(units, unit, day)?.parent === identityOf(office).unit;
}

/** What a table is made of: who sent what, the province's own sheet, and what is wanted of it. */
export type TableParts = {
  readonly reports: readonly UnitReport[];
  readonly rows: readonly LedgerRow[];
  readonly shown: Shown;
  readonly weigh?: Weigh;
};

/**
 * The consolidated table of a period from the reports that count (D25, D140 to D142): totals are summed
 * in the store, units' own figures are read only as far as they are wanted.
 */
export function consolidatedTable(
  office: Office,
  period: Period,
  { reports, rows, shown, weigh = earlierWeights(office, period) }: TableParts,
): Table {
  const store = storeOf(office);
  const counting = reports.flatMap((report) => {
    const bundle = countingBundle(report);
    return bundle === null ? [] : [bundle];
  });
  const ids = counting.map(({ id }) => id);
  const codes = (aggregation: Indicator['aggregation']): readonly string[] =>
    rows.flatMap(({ indicator }) =>
      indicator.aggregation === aggregation ? [indicator.code] : [],
    );
  const sums = new Map([
    ...sumReceived(store, ids, codes('weighted'), 'amounts'),
    ...sumReceived(store, ids, codes('sum'), 'value'),
  ]);
  const leftOut = leftOutOf(office, reports, counting, rows, sums);
  const weights = weigh(
    rows.flatMap(({ indicator }) =>
      indicator.aggregation === 'weighted'
        ? (leftOut.get(indicator.code) ?? []).map((unit) => ({ indicator: indicator.code, unit }))
        : [],
    ),
  );
  const cells = cellsOf(office, reports, shown);
  return {
    units: reports.map(tableUnit),
    rows: rows.map((row) => {
      const { indicator } = row;
      const own = row.isFillable ? row.observation : null;
      const total = totalOf(indicator, sums.get(indicator.code) ?? noSums, own);
      const missing = (leftOut.get(indicator.code) ?? []).map(
        (unit) => weights.get(`${indicator.code}/${unit}`) ?? { unit, ...unknownWeight },
      );
      return tableRow(office, { row, period, total, missing, own }, reports.length, cells);
    }),
  };
}

const unanswered = { outcome: 'accepted', sequence: null } as const;
const unknownWeight = { denominator: null, period: null, statement: null } as const;

type RowFacts = {
  readonly row: LedgerRow;
  readonly period: Period;
  readonly total: Total;
  readonly missing: TableRow['total']['leftOut'];
  readonly own: Observation | null;
};

function tableRow(
  office: Office,
  { row: { indicator }, period, total, missing, own }: RowFacts,
  expected: number,
  cells: ReadonlyMap<string, TableRow['units']>,
): TableRow {
  const target = targetFor(catalogueOf(office).targets, indicator.code, period.year);
  const distance = distanceToTarget(indicator, target, total.total);
  const isAdded = isAdditive(indicator);
  const coverage = coverageOf(total.sums?.denominator ?? null, missing);
  return {
    indicator: indicator.code,
    aggregation: indicator.aggregation,
    total: {
      kind: total.total.kind,
      number: total.total.kind === 'number' ? total.total.number : null,
      status: total.status,
      counted: total.counted,
      expected: isAdded ? expected : 0,
      numerator: total.sums?.numerator ?? null,
      denominator: total.sums?.denominator ?? null,
      share: isAdded ? coverage.share : null,
      whyNoShare: isAdded ? coverage.why : null,
      leftOut: missing,
    },
    target:
      target === null
        ? null
        : {
            id: target.id,
            value: target.value,
            comparison: comparisonOf(target),
            horizon: target.horizon,
          },
    difference: distance?.distance ?? null,
    met: distance?.met ?? null,
    own: own === null ? null : textsOf(own),
    units: cells.get(indicator.code) ?? [],
  };
}

/** By indicator, the units that its total stands without. */
function leftOutOf(
  office: Office,
  reports: readonly UnitReport[],
  counting: readonly ReceivedBundle[],
  rows: readonly LedgerRow[],
  sums: ReadonlyMap<string, ReceivedSums>,
): ReadonlyMap<string, readonly UnitCode[]> {
  const silent = reports.flatMap((report) =>
    countingBundle(report) === null ? [report.unit.code] : [],
  );
  const unitOf = new Map(counting.map(({ id, unit }) => [id, unit]));
  return new Map(
    rows
      .filter(({ indicator }) => isAdditive(indicator))
      .map(({ indicator: { code } }) => {
        const found = sums.get(code);
        const stating = new Set(found?.leftOut ?? []);
        if ((found?.stated ?? 0) < counting.length) {
          const ids = [...unitOf.keys()];
          const has = listBundlesStating(storeOf(office), ids, code);
          for (const id of ids) if (!has.has(id)) stating.add(id);
        }
        const units = [...silent, ...[...stating].flatMap((id) => unitOf.get(id) ?? [])];
        return [code, units.sort()] as const;
      }),
  );
}

/** By indicator, what the wanted units state of it. */
function cellsOf(
  office: Office,
  reports: readonly UnitReport[],
  shown: Shown,
): ReadonlyMap<string, TableRow['units']> {
  const wanted = shown === null ? reports : reports.slice(shown.from, shown.from + shown.count);
  const bundles = wanted.flatMap((report) => countingBundle(report) ?? []);
  const stated = new Map(bundles.map(({ id }): [number, ReceivedObservation[]] => [id, []]));
  for (const one of listObservationsOf(storeOf(office), [...stated.keys()])) {
    stated.get(one.bundle)?.push(one);
  }
  const cells = new Map<string, TableRow['units']>();
  // Units in the order of their codes, as they report.
  for (const { id, unit } of bundles) {
    for (const { indicator, numerator, denominator, value, status, note } of stated.get(id) ?? []) {
      const row = cells.get(indicator) ?? [];
      row.push({ unit, numerator, denominator, value, status, note });
      cells.set(indicator, row);
    }
  }
  return cells;
}

function tableUnit({ unit, bundle, answer }: UnitReport): TableUnit {
  if (bundle === null || answer === null) return { unit: unit.code, bundle: null };
  return {
    unit: unit.code,
    bundle: {
      // Digests when they were stored.
      statement: bundle.statementSha256 as NonNullable<TableUnit['bundle']>['statement'],
      file: bundle.fileSha256 as NonNullable<TableUnit['bundle']>['file'],
      series: bundle.series,
      seq: bundle.sequence,
      revision: bundle.revision,
      receivedAt: bundle.receivedAt,
      answer: answer.outcome,
      answerSeq: answer.sequence,
    },
  };
}

function textsOf(observation: Observation): NonNullable<TableRow['own']> {
  const { numerator, denominator, value, status, note } = observation;
  return {
    numerator: canonicalFigure(numerator),
    denominator: canonicalFigure(denominator),
    value: canonicalFigure(value),
    status: status ?? '',
    note,
  };
}
