import type { Sha256 } from '#shared/bundle/bytes.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** A catalogue that was sealed for a unit under a number; whether its file was written is noted after. */
export type IssuedCatalogue = {
  readonly series: string;
  readonly sequence: number;
  readonly version: number;
  readonly unit: string;
  readonly statementSha256: Sha256;
  readonly fileName: string;
  readonly issuedBy: string;
  readonly issuedAt: Instant;
};

export function insertIssuedCatalogue(handle: WriteHandle, issued: IssuedCatalogue): void {
  prepared(
    handle,
    `INSERT INTO issued_catalogue (series, sequence, version, unit_code, statement_sha256, file_name,
       issued_by, issued_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    issued.series,
    issued.sequence,
    issued.version,
    issued.unit,
    issued.statementSha256,
    issued.fileName,
    issued.issuedBy,
    issued.issuedAt,
  );
}

/** Notes that the file of a number lies where it was to be written. */
export function insertWrittenCatalogue(
  handle: WriteHandle,
  series: string,
  sequence: number,
  at: Instant,
): void {
  prepared(
    handle,
    `INSERT INTO written_catalogue (issued_id, written_at)
     SELECT id, ? FROM issued_catalogue WHERE series = ? AND sequence = ?`,
  ).run(at, series, sequence);
}

/** A unit's catalogue and since when that is known. */
export type LastOfUnit = { readonly unit: string; readonly version: number; readonly at: Instant };

/** The catalogue that was written for each unit last; whether it arrived there nobody says here. */
export function listLastIssued(handle: ReadHandle): readonly LastOfUnit[] {
  return prepared<[], LastOfUnit>(
    handle,
    `SELECT unit_code AS unit, version, issued_at AS at FROM issued_catalogue
     WHERE id IN (
       SELECT MAX(id) FROM issued_catalogue JOIN written_catalogue ON issued_id = id
       GROUP BY unit_code
     )`,
  ).all();
}

/** The catalogue by which each unit made the report that was received from it last. */
export function listLastReported(handle: ReadHandle): readonly LastOfUnit[] {
  return prepared<[], LastOfUnit>(
    handle,
    `SELECT unit_code AS unit, catalogue AS version, received_at AS at
     FROM received_sealing JOIN received_bundle ON id = bundle_id
     WHERE id IN (
       SELECT MAX(id) FROM received_sealing JOIN received_bundle ON id = bundle_id
       GROUP BY unit_code
     )`,
  ).all();
}
