import type { SeriesId } from '#shared/bundle/series.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';
import type { ReceivedAct } from './received-acts.ts';
import type { ReceivedCell } from './received-cells.ts';
import type { ReceivedObservation } from './received-sheets.ts';

/** A verified bundle that is not in its place of a series: kept apart, and it counts for nothing. */
export type HeldBundle = {
  readonly id: number;
  readonly unit: UnitCode;
  readonly series: SeriesId;
  readonly sequence: number;
  readonly period: PeriodCode;
  readonly revision: number;
  readonly fileName: string;
  readonly statementSha256: string;
  /** The statement that it continues; null for the first of a series. */
  readonly prev: string | null;
  /** What it was refused for. */
  readonly code: string;
  readonly sealedAt: Instant;
  readonly heldBy: string;
  readonly heldAt: Instant;
};

/** What a held bundle says, to be looked at; whoever takes it in reads the bundle itself again. */
export type HeldContents = {
  readonly observations: readonly ReceivedObservation[];
  readonly cells: readonly ReceivedCell[];
  readonly acts: readonly ReceivedAct[];
};

const columns = `id, unit_code AS unit, series, sequence, period_code AS period, revision,
  file_name AS fileName, statement_sha256 AS statementSha256, prev, code, sealed_at AS sealedAt,
  held_by AS heldBy, held_at AS heldAt`;

/** Neither taken in since, nor decided against. */
const waits = `statement_sha256 NOT IN (SELECT statement_sha256 FROM received_bundle)
  AND statement_sha256 NOT IN (SELECT statement_sha256 FROM stream_set_aside)`;

export function insertHeld(
  handle: WriteHandle,
  bundle: Omit<HeldBundle, 'id'>,
  contents: HeldContents,
  content: Uint8Array,
): void {
  prepared(
    handle,
    `INSERT INTO held_bundle (unit_code, series, sequence, period_code, revision, file_name,
       statement_sha256, prev, code, sealed_at, contents, held_by, held_at, bytes, content)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    bundle.unit,
    bundle.series,
    bundle.sequence,
    bundle.period,
    bundle.revision,
    bundle.fileName,
    bundle.statementSha256,
    bundle.prev,
    bundle.code,
    bundle.sealedAt,
    JSON.stringify(contents),
    bundle.heldBy,
    bundle.heldAt,
    content.length,
    Buffer.from(content),
  );
}

export function findHeld(handle: ReadHandle, statement: string): HeldBundle | null {
  return (
    prepared<[string], HeldBundle>(
      handle,
      `SELECT ${columns} FROM held_bundle WHERE statement_sha256 = ?`,
    ).get(statement) ?? null
  );
}

/** A held report, as far as the next one of its series is judged by it. */
export type HeldReport = {
  readonly series: SeriesId;
  readonly statementSha256: string;
  readonly prev: string | null;
};

/** What was ever held of a unit, whatever became of it, in the order in which it came. */
export function listHeldReports(handle: ReadHandle, unit: string): readonly HeldReport[] {
  return prepared<[string], HeldReport>(
    handle,
    `SELECT series, statement_sha256 AS statementSha256, prev
     FROM held_bundle WHERE unit_code = ? ORDER BY id`,
  ).all(unit);
}

/**
 * The held bundles of a period that wait for somebody: neither taken in since, nor named by a
 * decision of their unit and period, oldest first.
 */
export function listWaitingHeld(handle: ReadHandle, period: PeriodCode): readonly HeldBundle[] {
  return prepared<[PeriodCode], HeldBundle>(
    handle,
    `SELECT ${columns} FROM held_bundle WHERE period_code = ? AND ${waits} ORDER BY id`,
  ).all(period);
}

/** How many bundles of a unit wait for somebody, and how many bytes wait of all units. */
export function countHeld(
  handle: ReadHandle,
  unit: string,
): { readonly ofUnit: number; readonly bytes: number } {
  return (
    prepared<[string], { ofUnit: number; bytes: number }>(
      handle,
      `SELECT COUNT(*) FILTER (WHERE unit_code = ?) AS ofUnit, COALESCE(SUM(bytes), 0) AS bytes
       FROM held_bundle WHERE ${waits}`,
    ).get(unit) ?? { ofUnit: 0, bytes: 0 }
  );
}

export function readHeldContent(handle: ReadHandle, id: number): Uint8Array {
  const row = prepared<[number], { content: Uint8Array }>(
    handle,
    'SELECT content FROM held_bundle WHERE id = ?',
  ).get(id);
  if (row === undefined) throw new Error(`Held bundle ${String(id)} is not there.`);
  return new Uint8Array(row.content);
}

export function readHeldContents(handle: ReadHandle, id: number): HeldContents {
  const row = prepared<[number], { contents: string }>(
    handle,
    'SELECT contents FROM held_bundle WHERE id = ?',
  ).get(id);
  if (row === undefined) throw new Error(`Held bundle ${String(id)} is not there.`);
  return JSON.parse(row.contents) as HeldContents; // written by `insertHeld`
}
