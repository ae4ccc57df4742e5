import type { PeriodCode } from '#shared/domain/period.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** When a received bundle says it was sealed, and under which keyring and catalogue. */
export type Sealing = {
  readonly sealedAt: Instant;
  readonly keyring: number;
  /** When that keyring was issued; null where it is not in this store. */
  readonly keyringIssued: Instant | null;
  readonly catalogue: number;
};

/** Keeps what a bundle's statement says of its sealing, in the transaction that keeps the bundle. */
export function insertSealing(handle: WriteHandle, bundle: number, sealing: Sealing): void {
  prepared(
    handle,
    `INSERT INTO received_sealing (bundle_id, sealed_at, keyring, keyring_issued, catalogue)
     VALUES ($bundle, $sealedAt, $keyring, $keyringIssued, $catalogue)`,
  ).run({ bundle, ...sealing });
}

/** A received bundle with what it says of its sealing. */
export type ReceivedSealing = Sealing & {
  readonly bundle: number;
  readonly unit: string;
  readonly period: PeriodCode;
  readonly series: string;
  readonly sequence: number;
  readonly statement: string;
  /** The statement that it continues; null for the first, or where nobody kept it. */
  readonly prev: string | null;
  readonly receivedAt: Instant;
};

/**
 * The sealings of all received bundles, or of those of some units; those of before migration 0012 are
 * not among them.
 */
export function listSealings(
  handle: ReadHandle,
  units: readonly string[] | null = null,
): readonly ReceivedSealing[] {
  return prepared<[string | null], ReceivedSealing>(
    handle,
    `SELECT bundle_id AS bundle, unit_code AS unit, period_code AS period, series, sequence,
       statement_sha256 AS statement, prev, received_at AS receivedAt,
       sealed_at AS sealedAt, keyring, keyring_issued AS keyringIssued, catalogue
     FROM received_bundle JOIN received_sealing ON received_bundle.id = bundle_id
     WHERE ${units === null ? 'unit_code IS NOT ?' : 'unit_code IN (SELECT value FROM json_each(?))'}
     ORDER BY bundle_id`,
  ).all(units === null ? null : JSON.stringify(units));
}

/** The newest keyring and catalogue that some units said they go by; none for what came before that. */
export function listHeldVersions(
  handle: ReadHandle,
  units: readonly string[],
): ReadonlyMap<string, { readonly keyring: number; readonly catalogue: number }> {
  const rows = prepared<
    [string],
    { readonly unit: string; readonly keyring: number; readonly catalogue: number }
  >(
    handle,
    `SELECT unit_code AS unit, MAX(keyring) AS keyring, MAX(catalogue) AS catalogue
     FROM received_bundle JOIN received_sealing ON received_bundle.id = bundle_id
     WHERE unit_code IN (SELECT value FROM json_each(?)) GROUP BY unit_code`,
  ).all(JSON.stringify(units));
  return new Map(rows.map(({ unit, ...held }) => [unit, held]));
}

/** What one bundle said of its sealing; null for what was received before that was kept. */
export function findSealing(handle: ReadHandle, bundle: number): Sealing | null {
  return (
    prepared<[number], Sealing>(
      handle,
      `SELECT sealed_at AS sealedAt, keyring, keyring_issued AS keyringIssued, catalogue
       FROM received_sealing WHERE bundle_id = ?`,
    ).get(bundle) ?? null
  );
}

/** A keyring of this store by its version, as its signed text; null where it is not here. */
export function readKeyringVersion(handle: ReadHandle, version: number): string | null {
  return (
    prepared<[number], { statement: string }>(
      handle,
      'SELECT statement FROM keyring WHERE version = ?',
    ).get(version)?.statement ?? null
  );
}
