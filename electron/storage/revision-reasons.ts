import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** Why a unit opened a revision of a report, as its own log says. */
export type RevisionReason = {
  readonly period: string;
  readonly revision: number;
  readonly reason: string;
  readonly revisedAt: string;
};

/** Which revision of which stream. */
export type RevisionKey = {
  /** The bundle that brought the revision: two copies of a series may each have one of that number. */
  readonly id: number;
  readonly unit: string;
  readonly series: string;
  readonly period: string;
  readonly revision: number;
};

/** Keeps a reason that came with a bundle, be it of this bundle's revision or of another. */
export function insertRevisionReason(
  handle: WriteHandle,
  bundle: number,
  of: { readonly unit: string; readonly series: string },
  { period, revision, reason, revisedAt }: RevisionReason,
): void {
  prepared(
    handle,
    `INSERT INTO revision_reason (bundle_id, unit_code, series, period_code, revision, reason,
       revised_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(bundle, of.unit, of.series, period, revision, reason, revisedAt);
}

/** The reason of a revision as its own bundle tells it, else as it was last told; null where none came. */
export function findRevisionReason(handle: ReadHandle, key: RevisionKey): string | null {
  return (
    prepared<[string, string, string, number, number], { reason: string }>(
      handle,
      `SELECT reason FROM revision_reason
       WHERE unit_code = ? AND series = ? AND period_code = ? AND revision = ?
       ORDER BY bundle_id = ? DESC, id DESC LIMIT 1`,
    ).get(key.unit, key.series, key.period, key.revision, key.id)?.reason ?? null
  );
}
