import { judgeArrival } from '#shared/domain/arrival.ts';
import { consolidate, distanceToTarget } from '#shared/domain/consolidate.ts';
import type { Contribution } from '#shared/domain/consolidate.ts';
import { figureFor } from '#shared/domain/observation.ts';
import type { Figure, Observation } from '#shared/domain/observation.ts';
import type { Period, PeriodCode } from '#shared/domain/period.ts';
import { comparisonOf, targetFor } from '#shared/domain/target.ts';
import { childrenOf } from '#shared/domain/unit.ts';
import type { Unit } from '#shared/domain/unit.ts';
import { csvText } from '#shared/bundle/csv.ts';
import { utf8 } from '#shared/bundle/bytes.ts';
import type { ConsolidatedRow, ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { listCurrentOutcomes } from '../storage/issued-receipts.ts';
import { listCurrentBundles, listReceivedObservations } from '../storage/received-sheets.ts';
import type { ReceivedBundle } from '../storage/received-sheets.ts';
import { writeDurably } from './durable-file.ts';
import { observationOfReceived } from './observation-records.ts';
import { catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { sealingsOf } from './received-sealings.ts';
import type { Sealings } from './received-sealings.ts';
import { languageOf } from './sessions.ts';
import { undecidedStreams } from './streams.ts';
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
  const undecided = new Set(undecidedStreams(office, code));
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
      isUndecided: undecided.has(unit.code),
    })),
    missingUnits: reports.filter(({ bundle }) => bundle === null).map(({ unit }) => unit.code),
    returnedUnits: reports
      .filter(({ answer }) => answer === 'returned')
      .map(({ unit }) => unit.code),
    rows: rows.map((row) => viewRow(office, row, period, reports)),
  });
}

/** Writes the table of a period as CSV: one line per indicator and unit, the total first. */
export function saveConsolidatedCsv(
  office: Office,
  { period, folder: handle }: HandledInput<'consolidation.saveCsv'>,
): Result<CallOutput<'consolidation.saveCsv'>> {
  const folder = office.places.folder(handle);
  if (!folder.ok) return folder;
  const csv = consolidatedCsv(office, period);
  if (!csv.ok) return csv;
  const fileName = `tong-hop_${identityOf(office).unit}_${period}.csv`;
  const name = writeDurably(folder.value, fileName, utf8(csv.value));
  return name.ok ? ok({ fileName: name.value }) : name;
}

/**
 * The table as text: RFC 4180, UTF-8 with the byte order mark that Excel asks for, decimals with a
 * point. Refuses `period-unknown`.
 */
export function consolidatedCsv(office: Office, period: PeriodCode): Result<string> {
  const view = viewConsolidation(office, period);
  if (!view.ok) return view;
  const { unit } = identityOf(office);
  const header = [
    'TIME_PERIOD',
    'INDICATOR',
    'INDICATOR_NAME',
    'UNIT_MEASURE',
    'REF_AREA',
    'NUMERATOR',
    'DENOMINATOR',
    'OBS_VALUE',
    'OBS_STATUS',
    'TARGET',
    'DIFFERENCE',
    'UNITS_COUNTED',
    'UNITS_EXPECTED',
    'COMMENT',
  ];
  const lines = view.value.rows.flatMap((row) => {
    const about = [period, row.row, row.name, row.unitOfMeasure];
    const { total, target, difference } = row;
    return [
      [
        ...about,
        unit,
        '',
        '',
        shown(total.kind, total.number),
        total.status ?? '',
        target?.value ?? '',
        difference ?? '',
        total.expected === 0 ? '' : String(total.counted),
        total.expected === 0 ? '' : String(total.expected),
        row.ownNote,
      ],
      ...row.units.map((cell) => [
        ...about,
        cell.unit,
        cell.numerator ?? '',
        cell.denominator ?? '',
        shown(cell.kind, cell.number),
        cell.status ?? '',
        '',
        '',
        '',
        '',
        cell.note,
      ]),
    ];
  });
  return ok(`\uFEFF${csvText([header, ...lines])}`);
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
  const text = shown(figure.kind, numberOf(figure));
  return text === '' ? null : text;
}

function shown(kind: string, number: string | null): string {
  if (kind === 'nil') return '-';
  if (kind === 'missing' || kind === 'not-received' || kind === 'returned') return '...';
  return number ?? '';
}
