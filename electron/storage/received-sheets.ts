import type { Instant } from '#shared/kit/clock.ts';
import type { SeriesId } from '#shared/bundle/series.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { UnitCode } from '#shared/domain/unit.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** A bundle that was verified and taken in. */
export type ReceivedBundle = {
  readonly id: number;
  readonly unit: UnitCode;
  readonly series: SeriesId;
  readonly sequence: number;
  readonly period: PeriodCode;
  readonly revision: number;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly statementSha256: string;
  /** The statement that it continues; null for the first of a series, or where nobody kept it. */
  readonly prev: string | null;
  readonly auditHead: string;
  readonly receivedBy: string;
  readonly receivedAt: Instant;
};

/** One indicator of a received bundle; texts are canonical: a decimal, "-", "..." or empty. */
export type ReceivedObservation = {
  readonly indicator: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly value: string;
  readonly status: string;
  readonly note: string;
};

const columns = `id, unit_code AS unit, series, sequence, period_code AS period, revision,
  file_name AS fileName, file_sha256 AS fileSha256, statement_sha256 AS statementSha256,
  prev, audit_head AS auditHead, received_by AS receivedBy, received_at AS receivedAt`;

/** The last so many bundles that were received, newest first. */
export function listNewestBundles(handle: ReadHandle, most: number): readonly ReceivedBundle[] {
  return prepared<[number], ReceivedBundle>(
    handle,
    `SELECT ${columns} FROM received_bundle ORDER BY id DESC LIMIT ?`,
  ).all(most);
}

/** The last bundle of each unit, whatever it is about. */
export function listLastBundles(handle: ReadHandle): readonly ReceivedBundle[] {
  return prepared<[], ReceivedBundle>(
    handle,
    `SELECT ${columns} FROM received_bundle
     WHERE id IN (SELECT MAX(id) FROM received_bundle GROUP BY unit_code)`,
  ).all();
}

/** The periods of which a unit sent anything. */
export function listPeriodsOf(handle: ReadHandle, unit: string): readonly PeriodCode[] {
  return prepared<[string], { readonly period: PeriodCode }>(
    handle,
    'SELECT DISTINCT period_code AS period FROM received_bundle WHERE unit_code = ?',
  )
    .all(unit)
    .map(({ period }) => period);
}

/** A report in its series, as far as the next one is judged by it. */
export type Seen = {
  readonly series: SeriesId;
  readonly sequence: number;
  readonly period: PeriodCode;
  readonly revision: number;
  readonly receivedAt: Instant;
  readonly statementSha256: string;
  readonly prev: string | null;
};

/** What was received from a unit in all its series, in the order in which it came. */
export function listSeen(handle: ReadHandle, unit: string): readonly Seen[] {
  return prepared<[string], Seen>(
    handle,
    `SELECT series, sequence, period_code AS period, revision, received_at AS receivedAt,
       statement_sha256 AS statementSha256, prev
     FROM received_bundle WHERE unit_code = ? ORDER BY id`,
  ).all(unit);
}

export function findReceivedBundle(handle: ReadHandle, id: number): ReceivedBundle | null {
  return (
    prepared<[number], ReceivedBundle>(
      handle,
      `SELECT ${columns} FROM received_bundle WHERE id = ?`,
    ).get(id) ?? null
  );
}

export function findReceived(handle: ReadHandle, statement: string): ReceivedBundle | null {
  return (
    prepared<[string], ReceivedBundle>(
      handle,
      `SELECT ${columns} FROM received_bundle WHERE statement_sha256 = ?`,
    ).get(statement) ?? null
  );
}

/**
 * The bundle that counts for each unit of a period: of the unit's newest series its highest revision,
 * then its last number. A series is newer when it was accepted later: a restored office counts its
 * revisions anew, and what it approves then is what it says now, in whatever order bundles arrive.
 * Where somebody decided between streams (B31), it is the bundle they chose, and what its series sent
 * after the decision; other streams wait until somebody decides again. Of all units, or of some.
 */
export function listCurrentBundles(
  handle: ReadHandle,
  period: PeriodCode,
  units: readonly string[] | null = null,
): readonly ReceivedBundle[] {
  return prepared<[{ period: string; units: string | null }], ReceivedBundle>(
    handle,
    `WITH decision AS (
       SELECT unit_code, chosen, last_received, (
         SELECT series FROM received_bundle WHERE statement_sha256 = chosen
       ) AS series
       FROM stream_decision WHERE id IN (
         SELECT MAX(id) FROM stream_decision WHERE period_code = $period GROUP BY unit_code
       )
     )
     SELECT ${columns} FROM received_bundle WHERE id IN (
       SELECT id FROM (
         SELECT bundle.id, ROW_NUMBER() OVER (
           PARTITION BY bundle.unit_code ORDER BY position DESC, revision DESC, sequence DESC
         ) AS place
         FROM received_bundle AS bundle
           LEFT JOIN enrolled_series AS enrolled
             ON enrolled.unit_code = bundle.unit_code AND enrolled.series = bundle.series
           LEFT JOIN decision ON decision.unit_code = bundle.unit_code
         WHERE period_code = $period
           AND bundle.unit_code ${units === null ? 'IS NOT $units' : 'IN (SELECT value FROM json_each($units))'}
           AND (
           bundle.statement_sha256 = decision.chosen
           OR position IS NOT NULL AND (
             decision.unit_code IS NULL
             OR bundle.id > last_received
               AND (decision.chosen IS NULL OR bundle.series = decision.series)
           )
         )
       ) WHERE place = 1
     ) ORDER BY unit_code`,
  ).all({ period, units: units === null ? null : JSON.stringify(units) });
}

/**
 * The last word of each enrolled series of a unit and period, among the bundles that came after the
 * one with this id: its highest revision, then its last number.
 */
export function listStreamHeads(
  handle: ReadHandle,
  unit: string,
  period: PeriodCode,
  after: number,
): readonly ReceivedBundle[] {
  return prepared<[string, string, number], ReceivedBundle>(
    handle,
    `SELECT ${columns} FROM received_bundle WHERE id IN (
       SELECT id FROM (
         SELECT id, ROW_NUMBER() OVER (
           PARTITION BY series ORDER BY revision DESC, sequence DESC, id DESC
         ) AS place
         FROM received_bundle JOIN enrolled_series USING (unit_code, series)
         WHERE unit_code = ? AND period_code = ? AND id > ?
       ) WHERE place = 1
     ) ORDER BY id`,
  ).all(unit, period, after);
}

/** The units of a period from which bundles of more than one series came. */
export function listUnitsOfSeveralSeries(
  handle: ReadHandle,
  period: PeriodCode,
): readonly UnitCode[] {
  return prepared<[string], { unit: UnitCode }>(
    handle,
    `SELECT unit_code AS unit FROM received_bundle WHERE period_code = ?
     GROUP BY unit_code HAVING MIN(series) <> MAX(series)`,
  )
    .all(period)
    .map(({ unit }) => unit);
}

/** When a bundle came. */
export type Reception = Pick<ReceivedBundle, 'id' | 'unit' | 'receivedAt' | 'statementSha256'>;

/**
 * What came of a period in series that count, or was chosen to, in the order in which it came. Of all
 * units, or of some.
 */
export function listReceptions(
  handle: ReadHandle,
  period: PeriodCode,
  units: readonly string[] | null = null,
): readonly Reception[] {
  return prepared<[{ period: string; units: string | null }], Reception>(
    handle,
    `SELECT bundle.id, bundle.unit_code AS unit, received_at AS receivedAt,
       statement_sha256 AS statementSha256
     FROM received_bundle AS bundle
       LEFT JOIN enrolled_series AS enrolled
         ON enrolled.unit_code = bundle.unit_code AND enrolled.series = bundle.series
     WHERE period_code = $period
       AND bundle.unit_code ${units === null ? 'IS NOT $units' : 'IN (SELECT value FROM json_each($units))'}
       AND (position IS NOT NULL OR EXISTS (
         SELECT 1 FROM stream_decision WHERE chosen = statement_sha256
       ))
     ORDER BY bundle.id`,
  ).all({ period, units: units === null ? null : JSON.stringify(units) });
}

/** Every bundle that a unit sent of a period, the last received first. */
export function listBundlesOf(
  handle: ReadHandle,
  unit: string,
  period: PeriodCode,
): readonly ReceivedBundle[] {
  return prepared<[string, string], ReceivedBundle>(
    handle,
    `SELECT ${columns} FROM received_bundle WHERE unit_code = ? AND period_code = ?
     ORDER BY id DESC`,
  ).all(unit, period);
}

export function listReceivedObservations(
  handle: ReadHandle,
  bundle: number,
): readonly ReceivedObservation[] {
  return prepared<[number], ReceivedObservation>(
    handle,
    `SELECT indicator_code AS indicator, numerator, denominator, value, status, note
     FROM received_observation WHERE bundle_id = ?`,
  ).all(bundle);
}

/** What a received bundle states of one indicator; null where it states nothing. */
export function findReceivedObservation(
  handle: ReadHandle,
  bundle: number,
  indicator: string,
): ReceivedObservation | null {
  return (
    prepared<[number, string], ReceivedObservation>(
      handle,
      `SELECT indicator_code AS indicator, numerator, denominator, value, status, note
       FROM received_observation WHERE bundle_id = ? AND indicator_code = ?`,
    ).get(bundle, indicator) ?? null
  );
}

/** What some received bundles state of all their indicators, with the bundle of each. */
export function listObservationsOf(
  handle: ReadHandle,
  bundles: readonly number[],
): readonly (ReceivedObservation & { readonly bundle: number })[] {
  return prepared<[string], ReceivedObservation & { readonly bundle: number }>(
    handle,
    `SELECT bundle_id AS bundle, indicator_code AS indicator, numerator, denominator, value, status,
       note
     FROM received_observation WHERE bundle_id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(bundles));
}

/** Those of some bundles that say anything of an indicator. */
export function listBundlesStating(
  handle: ReadHandle,
  bundles: readonly number[],
  indicator: string,
): ReadonlySet<number> {
  const rows = prepared<[string, string], { readonly bundle: number }>(
    handle,
    `SELECT bundle_id AS bundle FROM received_observation
     WHERE bundle_id IN (SELECT value FROM json_each(?)) AND indicator_code = ?`,
  ).all(JSON.stringify(bundles), indicator);
  return new Set(rows.map(({ bundle }) => bundle));
}

/** The sealed file of a received bundle, as it came. */
export function readReceivedContent(handle: ReadHandle, bundle: number): Uint8Array {
  const row = prepared<[number], { content: Uint8Array }>(
    handle,
    'SELECT content FROM received_bundle_content WHERE bundle_id = ?',
  ).get(bundle);
  if (row === undefined) throw new Error(`The content of bundle ${String(bundle)} is not there.`);
  return row.content;
}

/** Stores a bundle and its figures: one call in one transaction. Gives its id. */
export function insertReceived(
  handle: WriteHandle,
  bundle: Omit<ReceivedBundle, 'id'>,
  content: Uint8Array,
  observations: readonly ReceivedObservation[],
): number {
  const id = Number(
    prepared(
      handle,
      `INSERT INTO received_bundle (unit_code, series, sequence, period_code, revision, file_name,
         file_sha256, statement_sha256, prev, audit_head, received_by, received_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      bundle.unit,
      bundle.series,
      bundle.sequence,
      bundle.period,
      bundle.revision,
      bundle.fileName,
      bundle.fileSha256,
      bundle.statementSha256,
      bundle.prev,
      bundle.auditHead,
      bundle.receivedBy,
      bundle.receivedAt,
    ).lastInsertRowid,
  );
  const insert = prepared<[number, string, string, string, string, string, string]>(
    handle,
    `INSERT INTO received_observation
       (bundle_id, indicator_code, numerator, denominator, value, status, note)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  prepared(handle, 'INSERT INTO received_bundle_content (bundle_id, content) VALUES (?, ?)').run(
    id,
    Buffer.from(content),
  );
  for (const one of observations) {
    insert.run(id, one.indicator, one.numerator, one.denominator, one.value, one.status, one.note);
  }
  return id;
}
