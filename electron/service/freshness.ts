import type { OpenedKeyring } from '#shared/bundle/keyring.ts';
import type { Receipt } from '#shared/bundle/receipt.ts';
import { hearing, judgeFreshness } from '#shared/domain/freshness.ts';
import type { Freshness } from '#shared/domain/freshness.ts';

import type { WriteHandle } from '../storage/handle.ts';
import {
  forgetProvinceWord,
  raiseSignedInstant,
  readProvinceWord,
  updateProvinceWord,
} from '../storage/known-time.ts';
import { certainInstant } from './clock-state.ts';
import { catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';

/** District: what the province has that this office lacks. Nothing is old at the province itself. */
export function freshnessOf(office: Office, opened: OpenedKeyring | null): Freshness {
  if (opened === null || identityOf(office).side === 'province') {
    return { keyring: null, catalogue: null, stale: null };
  }
  const { version, issued } = opened.keyring;
  return judgeFreshness({
    keyring: { version, issued },
    catalogue: catalogueOf(office).version,
    word: readProvinceWord(storeOf(office)),
    now: certainInstant(office),
  });
}

/** District: keeps what a receipt says of time and versions. Its signature has held (B29, B30). */
export function hearReceipt(handle: WriteHandle, receipt: Receipt): void {
  raiseSignedInstant(handle, { at: receipt.created, in: 'receipt' });
  const heard = {
    keyring: receipt.keyring,
    keyringAt: receipt.created,
    catalogue: receipt.catalogue,
  };
  updateProvinceWord(handle, hearing(readProvinceWord(handle), heard));
}

/**
 * District: keeps when an accepted keyring was issued. Under another root, and where it was trusted
 * anew, numbers begin anew: what receipts said of them is forgotten.
 */
export function hearKeyring(
  handle: WriteHandle,
  { keyring }: OpenedKeyring,
  before: OpenedKeyring | null,
  isTrustedAnew: boolean,
): void {
  raiseSignedInstant(handle, { at: keyring.issued, in: 'keyring' });
  const isSameRoot =
    before?.keyring.roots.at(-1)?.root.version === keyring.roots.at(-1)?.root.version;
  if (isTrustedAnew || !isSameRoot) forgetProvinceWord(handle);
}
