import { keyIdOf } from '#shared/bundle/signing-key.ts';

import { listOffers } from '../storage/catalogue-offers.ts';
import type { StoredOffer } from '../storage/catalogue-offers.ts';
import { storeOf } from './office.ts';
import type { Office } from './office.ts';
import { currentKeyring } from './trust.ts';

/**
 * District: the versions that were kept, newest first, whose signing key the province still has. A
 * keyring that drops a key takes back what the key signed and nobody accepted yet.
 */
export function trustedOffers(office: Office): readonly StoredOffer[] {
  const keys = new Set(currentKeyring(office)?.keyring.signing.map(keyIdOf) ?? []);
  return listOffers(storeOf(office)).filter(({ signedBy }) => keys.has(signedBy));
}

/** The trusted offer of a version; null where there is none. */
export function findTrustedOffer(office: Office, version: number): StoredOffer | null {
  return trustedOffers(office).find((offer) => offer.version === version) ?? null;
}
