import { utf8 } from '#shared/bundle/bytes.ts';
import { readKeyring } from '#shared/bundle/keyring.ts';
import type { OpenedReport } from '#shared/bundle/open.ts';
import { doubtfulSealings } from '#shared/domain/clock-check.ts';
import { firstDayOf } from '#shared/domain/period.ts';
import type { Instant } from '#shared/kit/clock.ts';

import type { ReadHandle, WriteHandle } from '../storage/handle.ts';
import { insertSealing, listSealings, readKeyringVersion } from '../storage/received-sealings.ts';
import type { ReceivedSealing } from '../storage/received-sealings.ts';

/** Keeps when a bundle says it was sealed, under which keyring and catalogue, for `sealingsOf`. */
export function keepSealing(
  handle: WriteHandle,
  bundle: number,
  statement: OpenedReport['statement'],
): void {
  insertSealing(handle, bundle, {
    sealedAt: statement.created,
    keyring: statement.keyring,
    keyringIssued: issuedAt(handle, statement.keyring),
    catalogue: statement.catalogue,
  });
}

/** What the province makes of the times of what it received. */
export type Sealings = {
  /** When a bundle says it was sealed, and whether that can be; null for what came before that was kept. */
  readonly timeOf: (
    bundle: number,
  ) => { readonly at: Instant; readonly isDoubtful: boolean } | null;
};

/**
 * Judges all that was received together, or all that some units sent: a time is held against the
 * others of its history in its series (B30).
 */
export function sealingsOf(store: ReadHandle, units: readonly string[] | null = null): Sealings {
  const sealings = listSealings(store, units);
  const times = new Map<number, { at: Instant; isDoubtful: boolean }>();
  for (const series of inSeries(sealings)) {
    const doubtful = doubtfulSealings(
      series.map((each) => ({ ...each, periodBegins: firstDayOf(each.period) })),
    );
    for (const { bundle, sealedAt } of series) {
      times.set(bundle, { at: sealedAt, isDoubtful: doubtful.has(bundle) });
    }
  }
  return { timeOf: (bundle) => times.get(bundle) ?? null };
}

function inSeries(sealings: readonly ReceivedSealing[]): Iterable<readonly ReceivedSealing[]> {
  const groups = new Map<string, ReceivedSealing[]>();
  for (const sealing of sealings) {
    const key = `${sealing.unit}/${sealing.series}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [sealing]);
    else group.push(sealing);
  }
  return groups.values();
}

/** The keyring that was read last: in one import it is the same for nearly every bundle. */
let lastRead: { readonly text: string; readonly issued: Instant | null } | null = null;

function issuedAt(handle: ReadHandle, version: number): Instant | null {
  const text = readKeyringVersion(handle, version);
  if (text === null) return null;
  if (lastRead?.text !== text) {
    const opened = readKeyring(utf8(text));
    lastRead = { text, issued: opened.ok ? opened.value.keyring.issued : null };
  }
  return lastRead.issued;
}
