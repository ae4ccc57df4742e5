import { recipientOf } from '#shared/bundle/age-envelope.ts';
import { utf8 } from '#shared/bundle/bytes.ts';
import { readIdentityText } from '#shared/bundle/identity-text.ts';
import type { TrustState } from '#shared/ipc/calls/trust.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { openIdentity } from '../keys/office-secrets.ts';
import { forOwner, writeDurably } from './durable-file.ts';
import { rememberCheck, rememberWritten } from './key-checks.ts';
import { escrowSheet } from './key-documents.ts';
import { officeKeyOf, withOfficeKeys } from './key-use.ts';
import { identityOf } from './office.ts';
import type { Office } from './office.ts';
import { currentKeyring, trustState } from './trust.ts';

/**
 * Province: opens the system's print dialog with the escrow key, which goes to the printer and nowhere
 * else; the day is remembered when it was printed. Refuses as `withOfficeKeys` and what the printer
 * says.
 */
export async function printEscrow(
  office: Office,
  { password }: HandledInput<'trust.printEscrow'>,
): Promise<Result<CallOutput<'trust.printEscrow'>>> {
  const escrow = await openEscrow(office, password);
  if (!escrow.ok) return escrow;
  const { identity, recipient } = escrow.value;
  const printed = await office.ports.print(escrowSheet(office, identity, recipient));
  if (!printed.ok) return printed;
  const { isPrinted } = printed.value;
  if (isPrinted) rememberCheck(office, recipient, 'printed', 'escrow.print');
  return ok({ isPrinted, trust: trustState(office) });
}

/**
 * Province: writes the escrow key as text to a folder, in the format of age's key files, to be printed
 * where there is no window; the day is remembered, but not that anybody printed it. Refuses as
 * `withOfficeKeys` and `writeDurably`.
 */
export async function writeEscrow(
  office: Office,
  { folder: handle, password }: HandledInput<'trust.writeEscrow'>,
): Promise<Result<CallOutput<'trust.writeEscrow'>>> {
  const folder = office.places.folder(handle);
  if (!folder.ok) return folder;
  const escrow = await openEscrow(office, password);
  if (!escrow.ok) return escrow;
  const { identity, recipient } = escrow.value;
  const { unit } = identityOf(office);
  const text = [
    `# Khóa dự phòng của tỉnh (mã ${unit}), ${office.clock.now()}`,
    '# In ra giấy, niêm phong, cất trong tủ có khóa; rồi xóa tệp này.',
    `# public key: ${recipient}`,
    identity,
    '',
  ].join('\n');
  const name = writeDurably(folder.value, `khoa-du-phong_${unit}.txt`, utf8(text), forOwner);
  if (!name.ok) return name;
  rememberWritten(office, recipient);
  return ok({ fileName: name.value, folderLabel: folder.value, trust: trustState(office) });
}

/**
 * Province: whether what was typed or scanned from the paper is the escrow key that the keyring names;
 * remembers the day. Refuses `identity-malformed`, `identity-check-letters`, and `escrow-other` for
 * another age identity.
 */
export async function testEscrow(
  office: Office,
  { identity: typed }: HandledInput<'trust.testEscrow'>,
): Promise<Result<TrustState>> {
  const escrow = currentEscrow(office);
  if (!escrow.ok) return escrow;
  const identity = readIdentityText(typed);
  if (!identity.ok) return identity;
  const recipient = await recipientOf(identity.value);
  if (recipient === null) return refuse('identity-check-letters');
  if (recipient !== escrow.value) return refuse('escrow-other');
  rememberCheck(office, recipient, 'tested', 'escrow.test');
  return ok(trustState(office));
}

type Escrow = { readonly identity: string; readonly recipient: string };

/** The escrow key itself; the other keys are closed again before anything is done with it. */
async function openEscrow(office: Office, password: string): Promise<Result<Escrow>> {
  const current = currentEscrow(office);
  if (!current.ok) return current;
  const { unit } = identityOf(office);
  return withOfficeKeys(office, password, ({ officeKey }) => {
    const key = officeKeyOf(office, 'escrow');
    const identity = openIdentity(key, officeKey, unit);
    return Promise.resolve(
      identity === null
        ? refuse('office-key-unavailable')
        : ok({ identity, recipient: key.publicKey }),
    );
  });
}

/** The escrow recipient that everybody seals for. Refuses `call-not-permitted` at a district. */
function currentEscrow(office: Office): Result<string> {
  const current = currentKeyring(office);
  return identityOf(office).side === 'province' && current !== null
    ? ok(current.keyring.escrow)
    : refuse('call-not-permitted');
}
