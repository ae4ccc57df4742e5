import type { Instant } from '#shared/kit/clock.ts';
import type { SeriesId } from '#shared/bundle/series.ts';
import type { Side } from '#shared/domain/role.ts';
import type { UnitCode } from '#shared/domain/unit.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** Whose store this is, and the series in which it numbers its bundles. */
export type StoreIdentity = {
  readonly side: Side;
  readonly unit: UnitCode;
  readonly series: SeriesId;
};

/** Null until the store was set up. */
export function readIdentity(handle: ReadHandle): StoreIdentity | null {
  return (
    prepared<[], StoreIdentity>(
      handle,
      'SELECT side, unit_code AS unit, series FROM store_identity',
    ).get() ?? null
  );
}

/** Sets a store up for a unit, once. */
export function insertIdentity(handle: WriteHandle, identity: StoreIdentity, at: Instant): void {
  prepared(
    handle,
    'INSERT INTO store_identity (only_row, side, unit_code, series, created_at) VALUES (1, ?, ?, ?, ?)',
  ).run(identity.side, identity.unit, identity.series, at);
}

/** Begins a new series: a restored store must never reuse the numbers of the lost one. */
export function replaceSeries(handle: WriteHandle, series: SeriesId): void {
  prepared(handle, 'UPDATE store_identity SET series = ?').run(series);
}

/** A setting of the store, such as its language; null when it was never set. */
export function readSetting(handle: ReadHandle, name: string): string | null {
  return (
    prepared<[string], { value: string }>(handle, 'SELECT value FROM setting WHERE name = ?').get(
      name,
    )?.value ?? null
  );
}

export function upsertSetting(handle: WriteHandle, name: string, value: string): void {
  prepared(
    handle,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, value);
}
