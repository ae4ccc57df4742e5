import type { KeyId } from '#shared/bundle/signing-key.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** A version that the province sent, verified and not accepted yet. */
export type StoredOffer = {
  readonly version: number;
  readonly content: string;
  readonly statementSha256: string;
  /** The key that signed it: it counts while the keyring of the day has that key. */
  readonly signedBy: KeyId;
  readonly receivedAt: Instant;
};

/** The versions that were kept, newest first. */
export function listOffers(handle: ReadHandle): readonly StoredOffer[] {
  return prepared<[], StoredOffer>(
    handle,
    `SELECT version, content, statement_sha256 AS statementSha256, signed_by AS signedBy,
       received_at AS receivedAt
     FROM catalogue_offer ORDER BY version DESC`,
  ).all();
}

/** Keeps an offer, in the place of one of the same version that counts no longer. */
export function keepOffer(handle: WriteHandle, offer: StoredOffer): void {
  prepared(
    handle,
    `INSERT INTO catalogue_offer (version, content, statement_sha256, signed_by, received_at)
     VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (version) DO UPDATE SET content = excluded.content,
       statement_sha256 = excluded.statement_sha256, signed_by = excluded.signed_by,
       received_at = excluded.received_at`,
  ).run(offer.version, offer.content, offer.statementSha256, offer.signedBy, offer.receivedAt);
}

/** Lets go of the versions up to one: it was taken, and with it those before. */
export function deleteOffersUpTo(handle: WriteHandle, version: number): void {
  prepared(handle, 'DELETE FROM catalogue_offer WHERE version <= ?').run(version);
}
