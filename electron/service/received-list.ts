import type { Sha256 } from '#shared/bundle/bytes.ts';
import { checkCode } from '#shared/bundle/fingerprint.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';

import type { ReadHandle } from '../storage/handle.ts';
import { listCurrentOutcomes } from '../storage/issued-receipts.ts';
import { listHeldVersions } from '../storage/received-sealings.ts';
import {
  listCurrentBundles,
  listLastBundles,
  listNewestBundles,
  listPeriodsOf,
} from '../storage/received-sheets.ts';
import type { ReceivedBundle } from '../storage/received-sheets.ts';
import { catalogueOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { currentKeyring } from './trust.ts';

/** How many bundles are listed when nobody says of which unit or period. */
const mostListed = 500;

/**
 * What was received, newest first: of one unit what counts in each of its periods; for one period what
 * counts of each unit, or the last that a unit sent which has nothing there; else the newest of all.
 * `isCurrent` marks what counts.
 */
export function listReceived(
  office: Office,
  asked: HandledInput<'bundle.received'>,
): CallOutput<'bundle.received'> {
  const store = storeOf(office);
  const bundles = bundlesFor(store, asked);
  const current = currentAmong(store, bundles);
  const ids = bundles.map(({ id }) => id);
  const outcomes = listCurrentOutcomes(store, ids);
  const newest = {
    keyring: currentKeyring(office)?.keyring.version ?? 0,
    catalogue: catalogueOf(office).version,
  };
  const versions = listHeldVersions(store, [...new Set(bundles.map(({ unit }) => unit))]);
  const olderOf = (unit: string, what: 'keyring' | 'catalogue'): number | null => {
    const held = versions.get(unit)?.[what];
    return held !== undefined && held < newest[what] ? held : null;
  };
  return bundles.map((bundle) => ({
    id: bundle.id,
    unit: bundle.unit,
    unitName: unitName(office, bundle.unit),
    period: bundle.period,
    revision: bundle.revision,
    sequence: bundle.sequence,
    fileName: bundle.fileName,
    checkCode: checkCode(bundle.statementSha256 as Sha256), // a digest when it was stored
    receivedAt: bundle.receivedAt,
    isCurrent: current.has(bundle.id),
    answer: outcomes.get(bundle.id)?.outcome ?? 'accepted',
    oldKeyring: olderOf(bundle.unit, 'keyring'),
    oldCatalogue: olderOf(bundle.unit, 'catalogue'),
  }));
}

function bundlesFor(
  store: ReadHandle,
  asked: HandledInput<'bundle.received'>,
): readonly ReceivedBundle[] {
  if ('unit' in asked) {
    const { unit } = asked;
    return newestFirst(
      listPeriodsOf(store, unit).flatMap((period) => listCurrentBundles(store, period, [unit])),
    );
  }
  if ('period' in asked) {
    const counting = listCurrentBundles(store, asked.period);
    const there = new Set(counting.map(({ unit }) => unit));
    const others = listLastBundles(store).filter(({ unit }) => !there.has(unit));
    return newestFirst([...counting, ...others]);
  }
  return listNewestBundles(store, mostListed);
}

function newestFirst(bundles: readonly ReceivedBundle[]): readonly ReceivedBundle[] {
  return [...bundles].sort((a, b) => b.id - a.id);
}

/** Those of some bundles that count for their unit and period. */
function currentAmong(store: ReadHandle, bundles: readonly ReceivedBundle[]): ReadonlySet<number> {
  const units = new Map<PeriodCode, Set<string>>();
  for (const { period, unit } of bundles) {
    const known = units.get(period);
    if (known === undefined) units.set(period, new Set([unit]));
    else known.add(unit);
  }
  return new Set(
    [...units].flatMap(([period, some]) =>
      listCurrentBundles(store, period, [...some]).map(({ id }) => id),
    ),
  );
}
