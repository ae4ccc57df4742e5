import type { Sha256 } from '#shared/bundle/bytes.ts';
import type { OpenedKeyring } from '#shared/bundle/keyring.ts';
import type { OpenedReport } from '#shared/bundle/open.ts';
import { inPeriod } from '#shared/catalogue/in-period.ts';
import { lineageOf } from '#shared/bundle/lineage.ts';
import type { Lineage, Link } from '#shared/bundle/lineage.ts';
import { judgeSequence } from '#shared/bundle/sequence.ts';
import { keyIdOf } from '#shared/bundle/signing-key.ts';
import { parsePeriodCode } from '#shared/domain/period.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import type { ReceivedFiles } from '../storage/received-attachments.ts';
import type { ReceivedCell } from '../storage/received-cells.ts';
import type { ReceivedObservation, Seen } from '../storage/received-sheets.ts';
import { listUnitDecisions, standingAside } from '../storage/stream-decisions.ts';
import { receivedCellsOf } from './cell-records.ts';
import { knownReports } from './known-reports.ts';
import type { KnownReports } from './known-reports.ts';
import { findPeriod } from './ledger.ts';
import { receivedOf } from './observation-records.ts';
import { isReporting } from './consolidated-table.ts';
import { catalogueOf, catalogueOfVersion, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { receivedFilesOf } from './received-attachments.ts';

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
 * figures and cells. Refuses as `judgeSequence` and as `judgeBesidePlace`.
 */
export function judgeReport(
  office: Office,
  report: OpenedReport,
  known: KnownReports = knownReports(storeOf(office)),
): Result<Judged> {
  const { statement } = report;
  const { unit: from, series } = statement.from;
  const seen = known.seen(from).filter((bundle) => bundle.series === series);
  const received = new Set(seen.map(({ statementSha256 }) => statementSha256));
  const held = known
    .held(from)
    .filter((one) => one.series === series && !received.has(one.statementSha256));
  const place = judgeSequence(
    {
      period: statement.period,
      seq: statement.seq,
      statementSha256: report.statementSha256,
      prev: statement.prev,
    },
    {
      accepted: known.enrolledSeries(from).includes(series),
      received: seen.map(({ period, sequence, statementSha256 }) => ({
        period,
        seq: sequence,
        statementSha256: statementSha256 as Sha256, // a digest when it was kept
      })),
      held: new Set(held.map((one) => one.statementSha256 as Sha256)),
      ...lineageIn(office, from, [...seen, ...held], received),
    },
  );
  if (!place.ok) return place;
  return place.value.kind === 'new'
    ? judgeBesidePlace(office, report, known)
    : judgeContents(office, report);
}

/**
 * What decisions made of a series, of which these reports are known. Only decisions for a report of it
 * tell its copies apart: a choice between two series says nothing of either's history.
 */
function lineageIn(
  office: Office,
  unit: string,
  known: readonly Pick<Seen, 'statementSha256' | 'prev'>[],
  received: ReadonlySet<string>,
): Lineage {
  const decisions = listUnitDecisions(storeOf(office), unit).filter(
    ({ chosen }) => chosen !== null && received.has(chosen),
  );
  const aside = standingAside(decisions);
  const inForce = decisions.filter(
    ({ period }, at) => decisions.findIndex((each) => each.period === period) === at,
  );
  // Whatever is named here was a digest when it was kept.
  const links = known as readonly Link[];
  return lineageOf(links, {
    chosen: new Set(inForce.flatMap(({ chosen }) => (chosen === null ? [] : [chosen as Sha256]))),
    setAside: new Set(
      links.map(({ statementSha256 }) => statementSha256).filter((each) => aside.has(each)),
    ),
  });
}

/**
 * All rules but the place in the series, which somebody decides about. Refuses `acts-left-out` {unit},
 * `unit-unknown`, `period-unknown`, `catalogue-newer`, what a figure, cell or file is refused for, and
 * `unit-not-reporting` {unit, period} where no total of the period would ever count the unit.
 */
export function judgeBesidePlace(
  office: Office,
  report: OpenedReport,
  known: KnownReports = knownReports(storeOf(office)),
): Result<Judged> {
  const { statement } = report;
  if (report.acts === null && isAfterActs(known, statement)) {
    return refuse('acts-left-out', { unit: statement.from.unit });
  }
  const judged = judgeContents(office, report);
  if (!judged.ok) return judged;
  const { unit, period } = judged.value;
  return isReporting(office, unit, period)
    ? judged
    : refuse('unit-not-reporting', { unit, period });
}

function judgeContents(office: Office, report: OpenedReport): Result<Judged> {
  const { statement } = report;
  const from = statement.from.unit;
  const unit = parseUnitCode(from);
  const period = parsePeriodCode(statement.period);
  if (unit === null) return refuse('unit-unknown', { unit: from });
  if (period === null) return refuse('period-unknown', { period: statement.period });
  const found = findPeriod(office, period);
  if (!found.ok) return found;
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
  const cells = receivedCellsOf(report.cells, unit, found.value, catalogue);
  if (!cells.ok) return cells;
  const files = receivedFilesOf(report);
  return files.ok
    ? ok({ unit, period, observations, cells: cells.value, files: files.value })
    : files;
}

/**
 * Whether a key that signed a report is revoked for its unit: what came before the revocation is known
 * here; whatever is new may be a thief's.
 */
export function isSignedByRevoked(report: OpenedReport, { keyring }: OpenedKeyring): boolean {
  return keyring.units.some(
    ({ unit, jwk, status }) =>
      unit === report.statement.from.unit &&
      status === 'revoked' &&
      report.signedBy.includes(keyIdOf(jwk)),
  );
}

/**
 * Whether people of this unit signed for themselves before: then whoever leaves that out goes back to
 * where the unit's key was enough (B26). In their own series the numbers say what came before, so that
 * an earlier report may still arrive late; any other series leaves it out after the fact.
 */
function isAfterActs(known: KnownReports, { from, seq }: OpenedReport['statement']): boolean {
  const signed = known.signed(from.unit);
  const own = signed.filter(({ series }) => series === from.series);
  return own.length === 0 ? signed.length > 0 : own.some(({ sequence }) => sequence < seq);
}
