import { judgeArrival } from '#shared/domain/arrival.ts';
import { consolidate, distanceToTarget } from '#shared/domain/consolidate.ts';
import type { Contribution } from '#shared/domain/consolidate.ts';
import { figureFor } from '#shared/domain/observation.ts';
import type { Figure, Observation } from '#shared/domain/observation.ts';
import type { Period, PeriodCode } from '#shared/domain/period.ts';
import { comparisonOf, targetFor } from '#shared/domain/target.ts';
import { childrenOf } from '#shared/domain/unit.ts';
import type { Unit } from '#shared/domain/unit.ts';
import type { ConsolidatedRow, ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { listCurrentOutcomes } from '../storage/issued-receipts.ts';
import { listCurrentBundles, listReceivedObservations } from '../storage/received-sheets.ts';
import type { ReceivedBundle } from '../storage/received-sheets.ts';
import { observationOfReceived } from './observation-records.ts';
import { catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { sealingsOf } from './received-sealings.ts';
import type { Sealings } from './received-sealings.ts';
import { languageOf } from './sessions.ts';
import { findPeriod, rowsOfSheet } from './ledger.ts';
import type { LedgerRow } from './ledger.ts';

type Answer = NonNullable<ConsolidatedView['units'][number]['answer']>;

/** What one unit sent and what the province says of it; null when nothing was received from it. */
type UnitReport = {
  readonly unit: Unit;
  readonly bundle: ReceivedBundle | null;
  readonly answer: Answer | null;
  /** The figures that count, by indicator: none of a report that was returned. */
  readonly observations: ReadonlyMap<string, Observation>;
};

/**
 * The province's table of a period: every indicator with its total, target, difference and each
 * unit's figure, who is missing, and whose report was returned. Refuses `period-unknown`.
 */
export function viewConsolidation(office: Office, code: PeriodCode): Result<ConsolidatedView> {
  const found = findPeriod(office, code);
  if (!found.ok) return found;
  const period = found.value;
  const reports = unitReports(office, period);
  const rows = rowsOfSheet(office, code);
  const sealings = sealingsOf(storeOf(office));
  return ok({
    period: code,
    periodName: period.name[languageOf(office)],
    units: reports.map(({ unit, bundle, answer }) => ({
      unit: unit.code,
      name: unit.nameWithType,
      shortName: unit.name,
      revision: bundle?.revision ?? null,
      receivedAt: bundle?.receivedAt ?? null,
      answer,
      ...arrivalOf(bundle, sealings, period),
    })),
    missingUnits: reports.filter(({ bundle }) => bundle === null).map(({ unit }) => unit.code),
    returnedUnits: reports
      .filter(({ answer }) => answer === 'returned')
      .map(({ unit }) => unit.code),
    rows: rows.map((row) => viewRow(office, row, period, reports)),
  });
}

function unitReports(office: Office, period: Period): readonly UnitReport[] {
  const store = storeOf(office);
  const outcomes = listCurrentOutcomes(store);
  const bundles = listCurrentBundles(store, period.code);
  const { units } = catalogueOf(office);
  // The units that existed on the day of the deadline, not those of today's map.
  const reporting = childrenOf(units, identityOf(office).unit, period.deadline.lastCompliantDay);
  return reporting.map((unit) => {
    const bundle = bundles.find((candidate) => candidate.unit === unit.code) ?? null;
    const answer = bundle === null ? null : (outcomes.get(bundle.id)?.outcome ?? 'accepted');
    // What was returned is to be done again: it has come, but none of its figures count.
    const isCounted = bundle !== null && answer !== 'returned';
    const received = isCounted ? listReceivedObservations(store, bundle.id) : [];
    return {
      unit,
      bundle,
      answer,
      observations: new Map(received.map((one) => [one.indicator, observationOfReceived(one)])),
    };
  });
}

function viewRow(
  office: Office,
  row: LedgerRow,
  period: Period,
  reports: readonly UnitReport[],
): ConsolidatedRow {
  const { indicator } = row;
  const language = languageOf(office);
  const contributions: readonly Contribution[] = reports.map(({ unit, observations }) => ({
    unit: unit.code,
    observation: observations.get(indicator.code) ?? null,
  }));
  const summed = consolidate(indicator, contributions, row.isFillable ? row.observation : null);
  const target = targetFor(catalogueOf(office).targets, indicator.code, period.year);
  const distance = distanceToTarget(indicator, target, summed.total);
  return {
    row: indicator.code,
    ordinal: row.ordinal,
    group: row.groupName,
    name: indicator.name[language],
    unitOfMeasure: indicator.unit.vi,
    decimals: indicator.decimals,
    aggregation: indicator.aggregation,
    total: {
      kind: summed.total.kind,
      number: numberOf(summed.total),
      status: summed.status,
      counted: summed.counted,
      expected: indicator.aggregation === 'weighted' ? reports.length : 0,
    },
    target:
      target === null
        ? null
        : { value: target.value, comparison: comparisonOf(target), horizon: target.horizon },
    difference: distance?.distance ?? null,
    met: distance?.met ?? null,
    ownNote: row.isFillable ? row.observation.note : '',
    units: reports.map(({ unit, answer, observations }) => {
      const observation = observations.get(indicator.code);
      if (observation === undefined) {
        return { ...blankCell, unit: unit.code, kind: kindWithoutFigure(answer) };
      }
      const figure = figureFor(indicator, observation);
      return {
        unit: unit.code,
        kind: figure.kind,
        number: numberOf(figure),
        numerator: amountText(observation.numerator),
        denominator: amountText(observation.denominator),
        status: observation.status,
        note: observation.note,
      };
    }),
  };
}

function arrivalOf(
  bundle: ReceivedBundle | null,
  sealings: Sealings,
  { deadline }: Period,
): Pick<ConsolidatedView['units'][number], 'arrival' | 'sealedAt' | 'isSealedAtDoubtful'> {
  if (bundle === null) return { arrival: null, sealedAt: null, isSealedAtDoubtful: false };
  const time = sealings.timeOf(bundle.id);
  const sealing = { sealedAt: time?.at ?? null, isSealedAtDoubtful: time?.isDoubtful ?? false };
  const { receivedAt } = bundle;
  const { lastCompliantDay } = deadline;
  return { arrival: judgeArrival({ receivedAt, lastCompliantDay, ...sealing }), ...sealing };
}

const blankCell = {
  number: null,
  numerator: null,
  denominator: null,
  status: null,
  note: '',
} as const;

function kindWithoutFigure(answer: Answer | null): 'not-received' | 'returned' | 'empty' {
  if (answer === null) return 'not-received';
  return answer === 'returned' ? 'returned' : 'empty';
}

function numberOf(figure: Figure): string | null {
  return figure.kind === 'number' ? figure.number : null;
}

function amountText(figure: Figure): string | null {
  if (figure.kind === 'nil') return '-';
  return figure.kind === 'missing' ? '...' : numberOf(figure);
}
