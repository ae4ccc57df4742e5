import type { SeriesId } from '#shared/bundle/series.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** The keyring that was issued here or accepted last, as its signed text; null before the first. */
export function readCurrentKeyring(handle: ReadHandle): string | null {
  return (
    prepared<[], { statement: string }>(
      handle,
      'SELECT statement FROM keyring ORDER BY position DESC LIMIT 1',
    ).get()?.statement ?? null
  );
}

/** Every keyring that was issued here or accepted, the last one first. */
export function listKeyrings(handle: ReadHandle): readonly string[] {
  return prepared<[], { statement: string }>(
    handle,
    'SELECT statement FROM keyring ORDER BY position DESC',
  )
    .all()
    .map(({ statement }) => statement);
}

export function insertKeyring(
  handle: WriteHandle,
  version: number,
  statement: string,
  at: Instant,
): void {
  prepared(
    handle,
    `INSERT INTO keyring (version, statement, accepted_at, position)
     SELECT $version, $statement, $at, COALESCE(MAX(position), 0) + 1 FROM keyring WHERE true
     ON CONFLICT (version) DO UPDATE SET statement = excluded.statement,
       accepted_at = excluded.accepted_at, position = excluded.position`,
  ).run({ version, statement, at });
}

/** The series of a unit that the province accepted by hand, the latest accepted last. */
export function listEnrolledSeries(handle: ReadHandle, unit: string): readonly SeriesId[] {
  return prepared<[string], { series: SeriesId }>(
    handle,
    'SELECT series FROM enrolled_series WHERE unit_code = ? ORDER BY position',
  )
    .all(unit)
    .map((row) => row.series);
}

/** Accepts a series of a unit; one that was accepted before becomes the latest again. */
export function insertEnrolledSeries(
  handle: WriteHandle,
  unit: string,
  series: SeriesId,
  at: Instant,
): void {
  prepared(
    handle,
    `INSERT INTO enrolled_series (unit_code, series, accepted_at, position)
     SELECT $unit, $series, $at, COALESCE(MAX(position), 0) + 1
     FROM enrolled_series WHERE unit_code = $unit
     ON CONFLICT DO UPDATE SET accepted_at = excluded.accepted_at, position = excluded.position`,
  ).run({ unit, series, at });
}
