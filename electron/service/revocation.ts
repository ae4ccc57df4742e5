import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { withOfficeKeys } from './key-use.ts';
import { identityOf } from './office.ts';
import type { Office } from './office.ts';
import { currentKeyring, issueNext, trustState } from './trust.ts';
import { revoked } from './unit-keys.ts';

/**
 * Province: no bundle of this unit's key is accepted from now on but those that were received; a new
 * enrolment brings the unit back. Refuses `unit-not-enrolled` {unit} for a unit without an active key.
 */
export async function revokeUnit(
  office: Office,
  { unit, password }: HandledInput<'trust.revoke'>,
): Promise<Result<CallOutput<'trust.revoke'>>> {
  const current = currentKeyring(office);
  if (identityOf(office).side !== 'province' || current === null) {
    return refuse('call-not-permitted');
  }
  const isActive = current.keyring.units.some(
    (entry) => entry.unit === unit && entry.status === 'active',
  );
  if (!isActive) return refuse('unit-not-enrolled', { unit });
  return withOfficeKeys(office, password, ({ signer }) => {
    const units = current.keyring.units.map((entry) =>
      entry.unit === unit ? revoked(office, entry) : entry,
    );
    const issued = issueNext(office, { units }, signer, 'revoke');
    return Promise.resolve(issued.ok ? ok(trustState(office)) : issued);
  });
}
