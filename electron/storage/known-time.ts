import type { ProvinceWord } from '#shared/domain/freshness.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** In which statement of the province the latest instant stands. */
export type StatementKind = 'receipt' | 'keyring';

/** The latest instant that the province signed, as far as this store knows. */
export type SignedInstant = { readonly at: Instant; readonly in: StatementKind };

/** Null where no statement of the province was taken in yet. */
export function readSignedInstant(handle: ReadHandle): SignedInstant | null {
  return (
    prepared<[], SignedInstant>(
      handle,
      'SELECT latest AS at, latest_in AS "in" FROM province_word',
    ).get() ?? null
  );
}

/** Notes an instant that the province signed; one before the latest changes nothing. */
export function raiseSignedInstant(handle: WriteHandle, signed: SignedInstant): void {
  prepared(
    handle,
    `INSERT INTO province_word (only_row, latest, latest_in) VALUES (1, $at, $in)
     ON CONFLICT (only_row) DO UPDATE SET latest = excluded.latest, latest_in = excluded.latest_in
     WHERE excluded.latest > latest`,
  ).run(signed);
}

/** Takes the latest instant back to `at`, where the province's own clock was the wrong one. */
export function lowerSignedInstant(handle: WriteHandle, at: Instant): void {
  prepared(handle, 'UPDATE province_word SET latest = $at WHERE latest > $at').run({ at });
}

type WordRow = { readonly [Field in keyof ProvinceWord]: ProvinceWord[Field] | null };

/** What receipts have said of the province's versions; null until the first. */
export function readProvinceWord(handle: ReadHandle): ProvinceWord | null {
  const row = prepared<[], WordRow>(
    handle,
    'SELECT keyring, keyring_at AS keyringAt, catalogue FROM province_word',
  ).get();
  if (row === undefined) return null;
  const { keyring, keyringAt, catalogue } = row;
  return keyring === null || keyringAt === null || catalogue === null
    ? null
    : { keyring, keyringAt, catalogue };
}

/** Keeps what receipts have said; an instant that the province signed has been noted before. */
export function updateProvinceWord(handle: WriteHandle, word: ProvinceWord): void {
  prepared(
    handle,
    'UPDATE province_word SET keyring = $keyring, keyring_at = $keyringAt, catalogue = $catalogue',
  ).run(word);
}

/** Forgets what receipts said of keyrings whose numbers no longer count. */
export function forgetProvinceWord(handle: WriteHandle): void {
  prepared(
    handle,
    'UPDATE province_word SET keyring = NULL, keyring_at = NULL, catalogue = NULL',
  ).run();
}

/** The latest instant in the audit log from entry `from` on; null in an empty log. */
export function latestAuditInstant(handle: ReadHandle, from: number): Instant | null {
  return (
    prepared<[number], { at: Instant }>(
      handle,
      'SELECT at FROM audit_entry WHERE n >= ? ORDER BY at DESC LIMIT 1',
    ).get(from)?.at ?? null
  );
}
