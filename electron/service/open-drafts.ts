import { basename } from 'node:path';

import { MAX_SEALED_BYTES, ageOpener } from '#shared/bundle/age-envelope.ts';
import { openBundle } from '#shared/bundle/open.ts';
import type { OpenedDrafts } from '#shared/bundle/open.ts';
import { plainFileName } from '#shared/domain/attachment.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import type { Account } from '../storage/accounts.ts';
import type { PairedComputer } from '../storage/paired-computers.ts';
import { withOfficeKeys } from './key-use.ts';
import { accountOf, catalogueOf, identityOf } from './office.ts';
import type { Office } from './office.ts';
import { trustedComputers } from './pairing.ts';
import { readWhole } from './picked-file.ts';

/** Drafts of a paired computer, opened. */
export type OpenDrafts = {
  readonly fileName: string;
  readonly computer: PairedComputer;
  readonly drafts: OpenedDrafts;
};

/** The drafts that a signed-in person looked at last, forgotten with the session: taking them needs no password again. */
const lastOpened = new WeakMap<Account, OpenDrafts>();

/**
 * Opens a picked file as drafts of a paired computer. Refuses `drafts-not-paired`, `not-drafts`,
 * `drafts-other-series` for a computer that was restored since, `catalogue-newer` {version},
 * `data-of-other-unit` {row, unit}, wrong passwords, and as `openBundle`.
 */
export async function openDrafts(
  office: Office,
  handle: string,
  password: string,
): Promise<Result<OpenDrafts>> {
  const path = office.places.file(handle);
  if (!path.ok) return path;
  const fileName = plainFileName(basename(path.value));
  const bytes = readWhole(path.value, fileName, (size) =>
    size > MAX_SEALED_BYTES ? refuse('bundle-too-large', { bytes: size }) : ok(null),
  );
  if (!bytes.ok) return bytes;
  return withOfficeKeys(office, password, async ({ identity, host }) => {
    const { unit } = identityOf(office);
    const computers = trustedComputers(office);
    const opened = await openBundle(bytes.value, {
      unit,
      identities: [await ageOpener(identity, host)],
      host,
      findSenderKey: (from, kid) => {
        const known = from === unit ? computers.find((one) => one.kid === kid) : undefined;
        return known === undefined ? null : { kty: 'OKP', crv: 'Ed25519', x: known.publicKey };
      },
    });
    if (!opened.ok) {
      return opened.refusal.code === 'sender-not-enrolled' ? refuse('drafts-not-paired') : opened;
    }
    if (opened.value.kind !== 'drafts') return refuse('not-drafts');
    const drafts = opened.value;
    const computer = computers.find(({ kid }) => drafts.signedBy.includes(kid));
    if (computer === undefined) return refuse('drafts-not-paired');
    const sound = judgeDrafts(office, drafts, computer);
    if (!sound.ok) return sound;
    const found = { fileName, computer, drafts };
    lastOpened.set(accountOf(office), found);
    return ok(found);
  });
}

/** The drafts that this person looked at last, when these are they. Refuses `drafts-not-open`. */
export function draftsLookedAt(office: Office, statement: string): Result<OpenDrafts> {
  const last = lastOpened.get(accountOf(office));
  if (last?.drafts.statementSha256 !== statement) return refuse('drafts-not-open');
  // Somebody may have ended the pairing in the meantime.
  const isPaired = trustedComputers(office).some(({ id }) => id === last.computer.id);
  return isPaired ? ok(last) : refuse('drafts-not-paired');
}

/** Forgets the drafts that were looked at last: what was accepted of them has been taken over. */
export function forgetDrafts(office: Office): void {
  lastOpened.delete(accountOf(office));
}

/** What a signature does not say: whose series it is, by which catalogue, of which unit. */
function judgeDrafts(
  office: Office,
  { statement, cells }: OpenedDrafts,
  computer: PairedComputer,
): Result<null> {
  const { unit } = identityOf(office);
  if (statement.from.series !== computer.series) {
    return refuse('drafts-other-series', { name: computer.name });
  }
  if (statement.catalogue > catalogueOf(office).version) {
    return refuse('catalogue-newer', { version: statement.catalogue });
  }
  const foreign = cells.find(({ refArea }) => refArea !== unit);
  return foreign === undefined
    ? ok(null)
    : refuse('data-of-other-unit', { row: foreign.row, unit });
}
