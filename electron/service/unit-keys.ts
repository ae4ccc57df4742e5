import type { KeyringUnit } from '#shared/bundle/keyring.ts';
import { keyIdOf } from '#shared/bundle/signing-key.ts';

import { listSeen } from '../storage/received-sheets.ts';
import { storeOf } from './office.ts';
import type { Office } from './office.ts';

/** The units of the next keyring when one enrols a key: its keys before hold as far as they came. */
export function withEnrolled(
  office: Office,
  units: readonly KeyringUnit[],
  entry: KeyringUnit,
): KeyringUnit[] {
  const before = units.filter(
    ({ unit, jwk }) => unit === entry.unit && keyIdOf(jwk) !== keyIdOf(entry.jwk),
  );
  const kept = before
    .map((each) => (each.status === 'active' ? revoked(office, each) : each))
    // A key that nothing came from has nothing to answer for.
    .filter(({ revokedSeq }) => revokedSeq !== null);
  const others = units.filter(({ unit }) => unit !== entry.unit);
  return [...others, ...kept, entry].sort((a, b) =>
    a.unit === b.unit ? 0 : a.unit < b.unit ? -1 : 1,
  );
}

/** A unit's key that counts no longer, but for what was received from the unit so far. */
export function revoked(office: Office, entry: KeyringUnit): KeyringUnit {
  const numbers = listSeen(storeOf(office), entry.unit).map(({ sequence }) => sequence);
  const revokedSeq = numbers.length === 0 ? null : Math.max(...numbers);
  return { ...entry, status: 'revoked', revokedSeq };
}
