import type { OpenedReport } from '#shared/bundle/open.ts';
import type { SeriesId } from '#shared/bundle/series.ts';
import type { Instant } from '#shared/kit/clock.ts';

import type { ReadHandle } from '../storage/handle.ts';
import { countHeld, listHeldReports } from '../storage/held-bundles.ts';
import type { HeldReport } from '../storage/held-bundles.ts';
import { listEnrolledSeries } from '../storage/keyrings.ts';
import { listFirstSigned } from '../storage/received-acts.ts';
import { listSeen } from '../storage/received-sheets.ts';
import type { Seen } from '../storage/received-sheets.ts';
import { receivedActsOf } from './received-acts.ts';

/** A report before the one that is judged; `receivedAt` is null while it would only be received. */
type KnownReport = Omit<Seen, 'receivedAt' | 'period'> & {
  readonly period: string;
  readonly receivedAt: Instant | null;
};

type Signed = { readonly series: SeriesId; readonly sequence: number };

/**
 * What a report is judged by: the store's reports, and those that a dry run would have taken in or
 * held before it. Nobody is enrolled while files are judged, so series are read once for each unit.
 */
export type KnownReports = {
  readonly enrolledSeries: (unit: string) => readonly string[];
  readonly seen: (unit: string) => readonly KnownReport[];
  /** Reports of a unit that were ever held, whatever became of them. */
  readonly held: (unit: string) => readonly HeldReport[];
  /** Reports of a unit that people signed for themselves: of each series at least the first. */
  readonly signed: (unit: string) => readonly Signed[];
  /** The file with which a dry run would have taken a report in; null where none of it did. */
  readonly expectedFrom: (statementSha256: string) => string | null;
  /** Counts a file's report as received from now on; the store learns nothing of it. */
  readonly expect: (report: OpenedReport, fileName: string) => void;
  /** Counts a report as held from now on; the store learns nothing of it. */
  readonly expectHeld: (report: OpenedReport, bytes: number) => void;
  /** Reports of a unit that wait for somebody, and the bytes that wait of all units. */
  readonly waiting: (unit: string) => { readonly ofUnit: number; readonly bytes: number };
};

export function knownReports(store: ReadHandle): KnownReports {
  const series = new Map<string, readonly string[]>();
  const expected: {
    readonly unit: string;
    readonly report: KnownReport;
    readonly fileName: string;
  }[] = [];
  const held: { readonly unit: string; readonly report: HeldReport; readonly bytes: number }[] = [];
  const signed: { readonly unit: string; readonly report: Signed }[] = [];
  const ofUnit = <T extends { readonly unit: string }>(all: readonly T[], unit: string) =>
    all.filter((one) => one.unit === unit);
  return {
    enrolledSeries: (unit) => {
      const known = series.get(unit) ?? listEnrolledSeries(store, unit);
      series.set(unit, known);
      return known;
    },
    seen: (unit) => [...listSeen(store, unit), ...ofUnit(expected, unit).map((one) => one.report)],
    held: (unit) => [
      ...listHeldReports(store, unit),
      ...ofUnit(held, unit).map(({ report }) => report),
    ],
    signed: (unit) => [
      ...listFirstSigned(store, unit),
      ...ofUnit(signed, unit).map(({ report }) => report),
    ],
    expectedFrom: (statement) =>
      expected.find(({ report }) => report.statementSha256 === statement)?.fileName ?? null,
    expect: (report, fileName) => {
      const { statement, statementSha256 } = report;
      const { unit, series: of } = statement.from;
      expected.push({
        unit,
        fileName,
        report: {
          series: of,
          sequence: statement.seq,
          period: statement.period,
          revision: statement.revision,
          receivedAt: null,
          statementSha256,
          prev: statement.prev,
        },
      });
      if (receivedActsOf(report).some(({ kid }) => kid !== null)) {
        signed.push({ unit, report: { series: of, sequence: statement.seq } });
      }
    },
    expectHeld: ({ statement: { from, prev }, statementSha256 }, bytes) => {
      held.push({ unit: from.unit, report: { series: from.series, statementSha256, prev }, bytes });
    },
    waiting: (unit) => {
      const stored = countHeld(store, unit);
      return {
        ofUnit: stored.ofUnit + ofUnit(held, unit).length,
        bytes: held.reduce((sum, { bytes }) => sum + bytes, stored.bytes),
      };
    },
  };
}
