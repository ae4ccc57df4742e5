import type { Sha256 } from '#shared/bundle/bytes.ts';
import type { OpenedReport } from '#shared/bundle/open.ts';
import { inPeriod } from '#shared/catalogue/in-period.ts';
import { judgeSequence } from '#shared/bundle/sequence.ts';
import { parsePeriodCode } from '#shared/domain/period.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import type { ReadHandle } from '../storage/handle.ts';
import { listEnrolledSeries } from '../storage/keyrings.ts';
import { listFirstSigned } from '../storage/received-acts.ts';
import type { ReceivedFiles } from '../storage/received-attachments.ts';
import type { ReceivedCell } from '../storage/received-cells.ts';
import { listSeen } from '../storage/received-sheets.ts';
import type { ReceivedObservation } from '../storage/received-sheets.ts';
import { receivedCellsOf } from './cell-records.ts';
import { findPeriod } from './ledger.ts';
import { receivedOf } from './observation-records.ts';
import { catalogueOf, catalogueOfVersion, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { receivedFilesOf } from './received-attachments.ts';

/** The accepted series of a unit: nobody is enrolled while an import runs. */
export type EnrolledSeries = (unit: string) => readonly string[];

/** Asks the store once for each unit. */
export function rememberedSeries(store: ReadHandle): EnrolledSeries {
  const known = new Map<string, readonly string[]>();
  return (unit) => {
    const series = known.get(unit) ?? listEnrolledSeries(store, unit);
    known.set(unit, series);
    return series;
  };
}

/** What a sound report brings. */
type Judged = {
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  readonly observations: readonly ReceivedObservation[];
  readonly cells: readonly ReceivedCell[];
  readonly files: ReceivedFiles;
};

/**
 * The rules behind a sound signature: its place in the series, people's own signatures, the period,
 * figures and cells. Refuses as `judgeSequence`, `acts-left-out` {unit}, `unit-unknown`,
 * `period-unknown`, `catalogue-newer` and what a figure, cell or file is refused for.
 */
export function judgeReport(
  office: Office,
  report: OpenedReport,
  enrolledSeries: EnrolledSeries = rememberedSeries(storeOf(office)),
): Result<Judged> {
  const { statement } = report;
  const store = storeOf(office);
  const { unit: from, series } = statement.from;
  const seen = listSeen(store, from).filter((bundle) => bundle.series === series);
  const place = judgeSequence(
    {
      period: statement.period,
      seq: statement.seq,
      statementSha256: report.statementSha256,
      prev: statement.prev,
    },
    {
      accepted: enrolledSeries(from).includes(series),
      received: seen.map(({ period, sequence, statementSha256 }) => ({
        period,
        seq: sequence,
        statementSha256: statementSha256 as Sha256,
      })),
    },
  );
  if (!place.ok) return place;
  if (place.value.kind === 'new' && report.acts === null && isAfterActs(store, statement)) {
    return refuse('acts-left-out', { unit: from });
  }
  const unit = parseUnitCode(from);
  const period = parsePeriodCode(statement.period);
  if (unit === null) return refuse('unit-unknown', { unit: from });
  if (period === null) return refuse('period-unknown', { period: statement.period });
  const known = findPeriod(office, period);
  if (!known.ok) return known;
  if (statement.catalogue > catalogueOf(office).version) {
    return refuse('catalogue-newer', { version: statement.catalogue });
  }
  // What a report was made by is what it is held against: a later version may ask for other rows.
  const catalogue = inPeriod(catalogueOfVersion(office, statement.catalogue), period);
  const observations: ReceivedObservation[] = [];
  for (const record of report.observations) {
    const received = receivedOf(record, from, catalogue);
    if (!received.ok) return received;
    observations.push(received.value);
  }
  const cells = receivedCellsOf(report.cells, unit, known.value, catalogue);
  if (!cells.ok) return cells;
  const files = receivedFilesOf(report);
  return files.ok
    ? ok({ unit, period, observations, cells: cells.value, files: files.value })
    : files;
}

/**
 * Whether people of this unit signed for themselves before: then whoever leaves that out goes back to
 * where the unit's key was enough (B26). In their own series the numbers say what came before, so that
 * an earlier report may still arrive late; any other series leaves it out after the fact.
 */
function isAfterActs(store: ReadHandle, { from, seq }: OpenedReport['statement']): boolean {
  const signed = listFirstSigned(store, from.unit);
  const own = signed.find(({ series }) => series === from.series);
  return own === undefined ? signed.length > 0 : own.sequence < seq;
}
