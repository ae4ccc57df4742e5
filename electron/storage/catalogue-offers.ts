import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** A version that the province sent, verified and not accepted yet. */
export type StoredOffer = {
  readonly version: number;
  readonly content: string;
  readonly statementSha256: string;
  readonly receivedAt: Instant;
};

const columns = 'version, content, statement_sha256 AS statementSha256, received_at AS receivedAt';

/** The newest version that waits; null when none does. */
export function newestOffer(handle: ReadHandle): StoredOffer | null {
  return (
    prepared<[], StoredOffer>(
      handle,
      `SELECT ${columns} FROM catalogue_offer ORDER BY version DESC LIMIT 1`,
    ).get() ?? null
  );
}

export function findOffer(handle: ReadHandle, version: number): StoredOffer | null {
  return (
    prepared<[number], StoredOffer>(
      handle,
      `SELECT ${columns} FROM catalogue_offer WHERE version = ?`,
    ).get(version) ?? null
  );
}

export function insertOffer(handle: WriteHandle, offer: StoredOffer): void {
  prepared(
    handle,
    `INSERT INTO catalogue_offer (version, content, statement_sha256, received_at)
     VALUES (?, ?, ?, ?)`,
  ).run(offer.version, offer.content, offer.statementSha256, offer.receivedAt);
}

/** Lets go of the versions up to one: it was taken, and with it those before. */
export function deleteOffersUpTo(handle: WriteHandle, version: number): void {
  prepared(handle, 'DELETE FROM catalogue_offer WHERE version <= ?').run(version);
}
