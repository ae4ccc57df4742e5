import type { SeriesId } from '#shared/bundle/series.ts';
import type { KeyId } from '#shared/bundle/signing-key.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** Another installation of this unit, whose key somebody compared by hand. */
export type PairedComputer = {
  readonly id: number;
  readonly kid: KeyId;
  /** Its Ed25519 key as a JWK writes it. */
  readonly publicKey: string;
  /** The age recipient of its working key. */
  readonly recipient: string;
  readonly series: SeriesId;
  /** What people here call it. */
  readonly name: string;
  readonly pairedBy: string;
  readonly pairedAt: Instant;
};

/** The computers that are paired now, in the order in which they were. */
export function listPaired(handle: ReadHandle): readonly PairedComputer[] {
  return prepared<[], PairedComputer>(
    handle,
    `SELECT id, kid, public_key AS publicKey, recipient, series, name, paired_by AS pairedBy,
       paired_at AS pairedAt
     FROM paired_computer WHERE removed_at IS NULL ORDER BY id`,
  ).all();
}

/** Pairs a computer; one of the same key from before is no longer paired. */
export function insertPaired(handle: WriteHandle, paired: Omit<PairedComputer, 'id'>): void {
  prepared(
    handle,
    'UPDATE paired_computer SET removed_at = ? WHERE kid = ? AND removed_at IS NULL',
  ).run(paired.pairedAt, paired.kid);
  prepared(
    handle,
    `INSERT INTO paired_computer (kid, public_key, recipient, series, name, paired_by, paired_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    paired.kid,
    paired.publicKey,
    paired.recipient,
    paired.series,
    paired.name,
    paired.pairedBy,
    paired.pairedAt,
  );
}

/** Ends a pairing; what was handed over and taken stays on record. */
export function markRemoved(handle: WriteHandle, id: number, at: Instant): void {
  prepared(
    handle,
    'UPDATE paired_computer SET removed_at = ? WHERE id = ? AND removed_at IS NULL',
  ).run(at, id);
}
