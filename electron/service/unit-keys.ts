import type { KeyringUnit } from '#shared/bundle/keyring.ts';
import { keyIdOf } from '#shared/bundle/signing-key.ts';
import { isValidOn } from '#shared/domain/unit.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import { dayInVietnam } from '#shared/kit/clock.ts';

import { listSeen } from '../storage/received-sheets.ts';
import { latestDay } from './clock-state.ts';
import { catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';

/**
 * The units that report to this one, in code order: those of today, of the latest day that is known
 * of where the clock is behind it, and whoever has a key. A wrong clock must not hide a unit.
 */
export function unitsOf(office: Office, enrolled: readonly KeyringUnit[]): readonly UnitCode[] {
  const days = [dayInVietnam(office.clock.now()), latestDay(office)];
  const own = identityOf(office).unit;
  const codes = catalogueOf(office)
    .units.filter(({ parent }) => parent === own)
    .filter(
      (unit) =>
        days.some((day) => isValidOn(unit, day)) ||
        enrolled.some((entry) => entry.unit === unit.code),
    )
    .map(({ code }) => code);
  return [...new Set(codes)].sort();
}

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
