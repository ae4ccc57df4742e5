import { readEnrolment } from '#shared/bundle/enrolment.ts';
import { fingerprintOf, formatFingerprint, parseFingerprint } from '#shared/bundle/fingerprint.ts';
import { keyIdOf, publicKeyOf } from '#shared/bundle/signing-key.ts';
import type { KeyId } from '#shared/bundle/signing-key.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { appendAudit } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import type { WriteHandle } from '../storage/handle.ts';
import { insertPaired, listPaired, markRemoved } from '../storage/paired-computers.ts';
import type { PairedComputer } from '../storage/paired-computers.ts';
import { officeKeyOf } from './key-use.ts';
import { accountOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { currentKeyring, readSigned } from './trust.ts';

type Computers = CallOutput<'pairing.list'>;

/** The other computers of this unit that are paired with this one. */
export function listComputers(office: Office): Computers {
  return listPaired(storeOf(office)).map(({ id, name, kid, pairedAt, pairedBy }) => ({
    id,
    name,
    fingerprint: formatFingerprint(fingerprintOf(kid)),
    pairedAt,
    pairedBy,
    isRevoked: isRevoked(office, kid),
  }));
}

/** The paired computers whose keys count: drafts go to these and come from these alone. */
export function trustedComputers(office: Office): readonly PairedComputer[] {
  return listPaired(storeOf(office)).filter(({ kid }) => !isRevoked(office, kid));
}

/**
 * District: pairs another installation of this unit by its request and the digits that its screen
 * shows. Pairing works one way; the other computer pairs this one itself. Refuses
 * `pairing-other-unit` {unit}, `pairing-own-computer`, `fingerprint-differs`, `public-key-unusable`,
 * `key-revoked`, and as `parseFingerprint` and `readEnrolment`.
 */
export function pairComputer(
  office: Office,
  { file, fingerprint: digits, name }: HandledInput<'pairing.add'>,
): Result<Computers> {
  const { side, unit, series } = identityOf(office);
  if (side !== 'district') return refuse('call-not-permitted');
  const bytes = readSigned(office, file);
  if (!bytes.ok) return bytes;
  const typed = parseFingerprint(digits);
  if (!typed.ok) return typed;
  const request = readEnrolment(bytes.value);
  if (!request.ok) return request;
  const { enrolment, fingerprint, kid } = request.value;
  if (fingerprint !== typed.value) return refuse('fingerprint-differs');
  if (enrolment.unit !== unit) return refuse('pairing-other-unit', { unit: enrolment.unit });
  const usable = publicKeyOf(enrolment.signing);
  if (!usable.ok) return usable;
  // A copy of this very data folder has the same key and series: its cells would claim to be ours.
  const isOwn =
    enrolment.signing.x === officeKeyOf(office, 'signing').publicKey || enrolment.series === series;
  if (isOwn) return refuse('pairing-own-computer');
  if (isRevoked(office, kid)) return refuse('key-revoked');
  const at = office.clock.now();
  const label = name.trim();
  record(office, 'pairing.add', kid, (handle) => {
    insertPaired(handle, {
      kid,
      publicKey: enrolment.signing.x,
      recipient: enrolment.recipient,
      series: enrolment.series,
      name: label === '' ? formatFingerprint(fingerprint).slice(0, 9) : label,
      pairedBy: accountOf(office).displayName,
      pairedAt: at,
    });
  });
  return ok(listComputers(office));
}

/** Ends a pairing: from now on nothing of that computer is opened here. Refuses `computer-unknown`. */
export function unpairComputer(
  office: Office,
  { id }: HandledInput<'pairing.remove'>,
): Result<Computers> {
  const known = listPaired(storeOf(office)).find((computer) => computer.id === id);
  if (known === undefined) return refuse('computer-unknown');
  record(office, 'pairing.remove', known.kid, (handle) => {
    markRemoved(handle, id, office.clock.now());
  });
  return ok(listComputers(office));
}

/** Whether the province's keyring, as far as it is known here, gave this key of the unit up. */
function isRevoked(office: Office, kid: KeyId): boolean {
  const { unit } = identityOf(office);
  return (currentKeyring(office)?.keyring.units ?? []).some(
    (entry) => entry.unit === unit && entry.status === 'revoked' && keyIdOf(entry.jwk) === kid,
  );
}

function record(
  office: Office,
  action: string,
  kid: KeyId,
  change: (handle: WriteHandle) => void,
): void {
  const { name: actor, role } = accountOf(office);
  const at = office.clock.now();
  write(storeOf(office), (handle) => {
    change(handle);
    appendAudit(handle, { at, actor, role, action, object: identityOf(office).unit, detail: kid });
  });
}
