import type { Sha256 } from '#shared/bundle/bytes.ts';
import { checkCode } from '#shared/bundle/fingerprint.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';

import { listCurrentOutcomes } from '../storage/issued-receipts.ts';
import { listCurrentBundles, listReceivedBundles } from '../storage/received-sheets.ts';
import { catalogueOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { sealingsOf } from './received-sealings.ts';
import { currentKeyring } from './trust.ts';

/** Everything that was received, newest first; `isCurrent` marks each unit's last report of a period. */
export function listReceived(office: Office): CallOutput<'bundle.received'> {
  const store = storeOf(office);
  const bundles = listReceivedBundles(store);
  const periods = new Set(bundles.map((bundle) => bundle.period));
  const current = new Set(
    [...periods].flatMap((period) => listCurrentBundles(store, period).map(({ id }) => id)),
  );
  const outcomes = listCurrentOutcomes(store);
  const newest = {
    keyring: currentKeyring(office)?.keyring.version ?? 0,
    catalogue: catalogueOf(office).version,
  };
  const sealings = sealingsOf(store);
  const olderOf = (unit: string, what: 'keyring' | 'catalogue'): number | null => {
    const held = sealings.versionsOf(unit)?.[what];
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
    checkCode: checkCode(bundle.statementSha256 as Sha256),
    receivedAt: bundle.receivedAt,
    isCurrent: current.has(bundle.id),
    answer: outcomes.get(bundle.id)?.outcome ?? 'accepted',
    oldKeyring: olderOf(bundle.unit, 'keyring'),
    oldCatalogue: olderOf(bundle.unit, 'catalogue'),
  }));
}
