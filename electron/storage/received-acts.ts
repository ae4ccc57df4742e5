import type { ActKind } from '#shared/bundle/act.ts';
import type { SeriesId } from '#shared/bundle/series.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** Who did a step of a received report. `kid` is null where the unit named them and nobody signed. */
export type ReceivedAct = {
  readonly act: ActKind;
  readonly name: string;
  readonly at: Instant;
  readonly kid: string | null;
  /** The document on which a leader approved, as canonical JSON; null for other acts. */
  readonly paper: string | null;
};

/** With the name under which the unit's last bundle before it used the same key; null for a new key. */
export type KnownAct = ReceivedAct & { readonly knownAs: string | null };

export function insertReceivedActs(
  handle: WriteHandle,
  bundle: number,
  acts: readonly ReceivedAct[],
): void {
  const insert = prepared(
    handle,
    'INSERT INTO received_act (bundle_id, act, name, at, kid, paper) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const { act, name, at, kid, paper } of acts) insert.run(bundle, act, name, at, kid, paper);
}

/** Who prepared and who approved a received report; none in what was received before this was kept. */
export function listReceivedActs(handle: ReadHandle, bundle: number): readonly KnownAct[] {
  return prepared<[number], KnownAct>(
    handle,
    `SELECT act, name, at, kid, paper, (
       SELECT earlier.name FROM received_act AS earlier
         JOIN received_bundle AS earlier_bundle ON earlier_bundle.id = earlier.bundle_id
       WHERE earlier.kid = received_act.kid AND earlier.bundle_id < received_act.bundle_id
         AND earlier_bundle.unit_code = received_bundle.unit_code
       ORDER BY earlier.bundle_id DESC LIMIT 1
     ) AS knownAs
     FROM received_act JOIN received_bundle ON received_bundle.id = bundle_id
     WHERE bundle_id = ? ORDER BY act DESC`,
  ).all(bundle);
}

/** For each series of a unit the first number whose report people signed for themselves. */
export function listFirstSigned(
  handle: ReadHandle,
  unit: string,
): readonly { readonly series: SeriesId; readonly sequence: number }[] {
  return prepared<[string], { readonly series: SeriesId; readonly sequence: number }>(
    handle,
    `SELECT series, MIN(sequence) AS sequence
     FROM received_bundle JOIN received_act ON bundle_id = received_bundle.id
     WHERE unit_code = ? AND kid IS NOT NULL GROUP BY series`,
  ).all(unit);
}
