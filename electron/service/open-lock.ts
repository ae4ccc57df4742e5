import { utf8 } from '#shared/bundle/bytes.ts';
import { readKeyring } from '#shared/bundle/keyring.ts';
import { keyIdOf } from '#shared/bundle/signing-key.ts';
import type { KeyId, PublicJwk } from '#shared/bundle/signing-key.ts';
import { readSnapshot } from '#shared/bundle/snapshot.ts';
import type { Snapshot } from '#shared/bundle/snapshot.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { listKeyrings } from '../storage/keyrings.ts';
import { readLockStatement } from '../storage/period-locks.ts';
import type { PeriodLock } from '../storage/period-locks.ts';
import { storeOf } from './office.ts';
import type { Office } from './office.ts';

/**
 * Reads a lock of the store. Refuses `lock-altered` {number} where it is not what was signed under a
 * key that this province has or had: somebody changed it past the program.
 */
export function openLock(office: Office, lock: PeriodLock): Result<Snapshot, 'lock-altered'> {
  const bytes = readLockStatement(storeOf(office), lock.id);
  const opened = readSnapshot(bytes, (kid) => provinceKey(office, kid));
  return opened.ok && opened.value.sha256 === lock.sha256
    ? ok(opened.value.snapshot)
    : refuse('lock-altered', { number: lock.number });
}

/** A key that this province signs or signed with: its keyrings name them, the last one first. */
function provinceKey(office: Office, kid: KeyId): PublicJwk | null {
  for (const text of listKeyrings(storeOf(office))) {
    const opened = readKeyring(utf8(text));
    const signing = opened.ok ? opened.value.keyring.signing : [];
    const found = signing.find((jwk) => keyIdOf(jwk) === kid);
    if (found !== undefined) return found;
  }
  return null;
}
