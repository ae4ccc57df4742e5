import { readEnrolment, sealEnrolment } from '#shared/bundle/enrolment.ts';
import { parseFingerprint } from '#shared/bundle/fingerprint.ts';
import type { KeyringUnit } from '#shared/bundle/keyring.ts';
import { keyIdOf, publicKeyOf } from '#shared/bundle/signing-key.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';
import type { HandledInput } from '#shared/ipc/contract.ts';
import { refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { makeSigningKey, makeWorkingKey } from '../keys/office-secrets.ts';
import { appendAudit } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import { replaceOfficeKey } from '../storage/office-keys.ts';
import { forgetReading } from './inbox-state.ts';
import { withOfficeKeys } from './key-use.ts';
import { accountOf, catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { currentKeyring, issueNext, ownJwk, readSigned, written } from './trust.ts';
import type { Written } from './trust.ts';
import { withEnrolled } from './unit-keys.ts';

/**
 * District: writes the signed request to be enrolled; where the accepted keyring says that this
 * office's keys were revoked, with new ones. Refuses as `writeDurably` and for passwords.
 */
export async function writeRequest(
  office: Office,
  { folder: handle, password }: HandledInput<'trust.writeRequest'>,
): Promise<Result<Written>> {
  const { side, unit, series } = identityOf(office);
  if (side !== 'district') return refuse('call-not-permitted');
  const folder = office.places.folder(handle);
  if (!folder.ok) return folder;
  return withOfficeKeys(office, password, async (keys) => {
    const { signer, ownRecipient } = isRevokedHere(office)
      ? await replaceOwnKeys(office, keys.officeKey)
      : keys;
    const facts = {
      unit,
      series,
      recipient: ownRecipient,
      created: office.clock.now(),
      app: office.version,
    };
    const sealed = sealEnrolment(facts, signer);
    return written(office, folder.value, sealed.fileName, sealed.bytes);
  });
}

/** Whether the accepted keyring says that this office's key counts no longer. */
function isRevokedHere(office: Office): boolean {
  const { unit } = identityOf(office);
  const ownKid = keyIdOf(ownJwk(office));
  const own = (currentKeyring(office)?.keyring.units ?? []).filter(
    (entry) => entry.unit === unit && keyIdOf(entry.jwk) === ownKid,
  );
  return own.length > 0 && own.every(({ status }) => status === 'revoked');
}

/** New keys in the place of revoked ones: nothing that a thief has opens or signs any more. */
async function replaceOwnKeys(
  office: Office,
  officeKey: Uint8Array,
): Promise<{ readonly signer: SigningKey; readonly ownRecipient: string }> {
  const { unit } = identityOf(office);
  const signing = await makeSigningKey(unit, officeKey);
  const working = await makeWorkingKey(unit, officeKey);
  const { name, role } = accountOf(office);
  const at = office.clock.now();
  forgetReading(office.inbox);
  write(storeOf(office), (handle) => {
    replaceOfficeKey(handle, signing.stored, at);
    replaceOfficeKey(handle, working, at);
    const act = { at, actor: name, role, object: unit, detail: signing.signer.kid } as const;
    appendAudit(handle, { ...act, action: 'office.newKeys' });
  });
  return { signer: signing.signer, ownRecipient: working.publicKey };
}

/**
 * Province: enrols the key and the series of a request whose fingerprint was read out over the phone
 * or printed, and writes the reply: the next keyring. Refuses `unit-unknown`, `fingerprint-differs`,
 * `public-key-unusable`, `key-revoked` and what reading a request refuses.
 */
export async function enrol(
  office: Office,
  input: HandledInput<'trust.enrol'>,
): Promise<Result<Written>> {
  if (identityOf(office).side !== 'province') return refuse('call-not-permitted');
  const folder = office.places.folder(input.folder);
  if (!folder.ok) return folder;
  const bytes = readSigned(office, input.file);
  if (!bytes.ok) return bytes;
  const typed = parseFingerprint(input.fingerprint);
  if (!typed.ok) return typed;
  const request = readEnrolment(bytes.value);
  if (!request.ok) return request;
  const { enrolment, fingerprint } = request.value;
  if (fingerprint !== typed.value) return refuse('fingerprint-differs');
  const usable = publicKeyOf(enrolment.signing);
  if (!usable.ok) return usable;
  const current = currentKeyring(office);
  if (current === null || !isReporting(office, enrolment.unit)) {
    return refuse('unit-unknown', { unit: enrolment.unit });
  }
  const kid = keyIdOf(enrolment.signing);
  if (current.keyring.units.some((e) => e.status === 'revoked' && keyIdOf(e.jwk) === kid)) {
    return refuse('key-revoked');
  }
  return withOfficeKeys(office, input.password, ({ signer }) => {
    const entry: KeyringUnit = {
      unit: enrolment.unit,
      jwk: enrolment.signing,
      recipient: enrolment.recipient,
      validFrom: office.clock.now(),
      status: 'active',
      revokedSeq: null,
    };
    const units = withEnrolled(office, current.keyring.units, entry);
    const issued = issueNext(office, { units }, signer, 'enrol', {
      unit: enrolment.unit,
      series: enrolment.series,
    });
    return Promise.resolve(
      issued.ok ? written(office, folder.value, issued.value.fileName, issued.value.bytes) : issued,
    );
  });
}

function isReporting(office: Office, unit: string): boolean {
  return catalogueOf(office).units.some(
    (candidate) => candidate.code === unit && candidate.parent === identityOf(office).unit,
  );
}
