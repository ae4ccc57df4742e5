import type { OpenedKeyring } from '#shared/bundle/keyring.ts';
import type { Receipt } from '#shared/bundle/receipt.ts';
import { sealReceipt } from '#shared/bundle/seal.ts';
import type { Refusal, Result } from '#shared/kit/result.ts';
import { ok } from '#shared/kit/result.ts';

import { appendAudit } from '../storage/audit.ts';
import type { ReadHandle, WriteHandle } from '../storage/handle.ts';
import {
  insertIssuedReceipt,
  listIssuedReceipts,
  nextReceiptSequence,
} from '../storage/issued-receipts.ts';
import type { IssuedReceipt } from '../storage/issued-receipts.ts';
import { countReceivedCells } from '../storage/received-cells.ts';
import { listReceivedObservations } from '../storage/received-sheets.ts';
import type { ReceivedBundle } from '../storage/received-sheets.ts';
import type { KeysInUse } from './keys-in-use.ts';
import { accountOf, catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';

/** With what the province answers. */
export type AnswerDesk = {
  readonly office: Office;
  readonly keys: KeysInUse;
  readonly keyring: OpenedKeyring;
};

/** The bundle that is answered, as its statement tells it. */
export type Answered = Receipt['about'] & Pick<Receipt, 'auditHeadSeen' | 'counts'>;

/** What is said of it. */
export type Answer = Pick<Receipt, 'outcome' | 'note'> & {
  /** A code of `phoneCodes` for a refusal; null for every other answer. */
  readonly code: string | null;
  readonly remarks: readonly Receipt['remarks'][number][];
};

export const plainlyAccepted: Answer = { outcome: 'accepted', code: null, note: null, remarks: [] };

/** A receipt that is signed and sealed, and not yet stored. */
export type NewReceipt = {
  readonly receipt: Omit<IssuedReceipt, 'bundle'>;
  readonly bytes: Uint8Array;
};

/**
 * Signs an answer to a bundle, sealed for the key that the unit has now, also where one before it
 * sealed the bundle. It names the answer that it replaces. `ahead` counts the receipts that are signed
 * and will be stored before it, in one transaction. Refuses `sender-not-enrolled` {unit} and as
 * `sealReceipt`.
 */
export async function signReceipt(
  { office, keys, keyring }: AnswerDesk,
  { auditHeadSeen, counts, ...about }: Answered,
  answer: Answer,
  ahead = 0,
): Promise<Result<NewReceipt>> {
  const recipient = recipientOf(keyring, about.unit);
  if (recipient === null) return { ok: false, refusal: notEnrolled(about.unit) };
  const store = storeOf(office);
  const sequence = nextReceiptSequence(store) + ahead;
  const [replaced] = listIssuedReceipts(store, about.statement);
  const created = office.clock.now();
  const { unit, series } = identityOf(office);
  const answeredBy = accountOf(office).displayName;
  const sealed = await sealReceipt({
    facts: {
      from: { unit, series },
      to: { unit: about.unit, recipients: [recipient] },
      seq: sequence,
      created,
      about,
      ...answer,
      code: answer.code, // of the codes' alphabet, as every code is
      remarks: [...answer.remarks],
      answeredBy,
      previous: replaced?.statement ?? null,
      counts,
      auditHeadSeen,
      keyring: keyring.keyring.version,
      catalogue: catalogueOf(office).version,
    },
    signer: keys.signer,
    ownRecipient: keys.ownRecipient,
    host: keys.host,
  });
  if (!sealed.ok) return sealed;
  const { statementSha256: statement, shortForm, fileName, bytes } = sealed.value;
  return ok({
    receipt: {
      sequence,
      answered: about.statement,
      ...answer,
      remarks: [...answer.remarks],
      statement,
      shortForm,
      kid: keys.signer.kid,
      recipient,
      fileName,
      answeredBy,
      answeredAt: created,
    },
    bytes,
  });
}

/** Stores a signed receipt; `bundle` is what it answers, null for one that is not taken in. */
export function storeReceipt(
  office: Office,
  handle: WriteHandle,
  { receipt, bytes }: NewReceipt,
  bundle: number | null,
): void {
  const account = accountOf(office);
  insertIssuedReceipt(handle, { ...receipt, bundle }, bytes);
  appendAudit(handle, {
    at: receipt.answeredAt,
    actor: account.name,
    role: account.role,
    action: 'receipt.issue',
    object: receipt.answered,
    detail: `${receipt.outcome} ${receipt.statement ?? ''}`.trim(),
  });
}

/** What a receipt says of a bundle that was taken in. */
export function answeredBundle(store: ReadHandle, bundle: ReceivedBundle): Answered {
  return {
    // Digests when they were stored, the rest as its statement had it.
    statement: bundle.statementSha256 as Answered['statement'],
    file: bundle.fileSha256 as Answered['file'],
    unit: bundle.unit,
    series: bundle.series,
    seq: bundle.sequence,
    period: bundle.period,
    revision: bundle.revision,
    auditHeadSeen: bundle.auditHead as Answered['auditHeadSeen'],
    counts: {
      rows: listReceivedObservations(store, bundle.id).length,
      cells: countReceivedCells(store, bundle.id),
    },
  };
}

/** Whether the unit can still open an answer, and knows the key that signed it. */
export function isStillGood(
  { keys, keyring }: AnswerDesk,
  unit: string,
  { kid, recipient }: IssuedReceipt,
): boolean {
  // What was issued before this was kept may be of a key before; issuing it anew does no harm.
  const current = recipientOf(keyring, unit);
  // A unit without a valid key gets what it was told before, and nothing new.
  return current === null || (kid === keys.signer.kid && recipient === current);
}

/** Whether a receipt can be sealed for a unit at all. */
export function canAnswer({ keyring }: AnswerDesk, unit: string): boolean {
  return recipientOf(keyring, unit) !== null;
}

export function notEnrolled(unit: string): Refusal {
  return { code: 'sender-not-enrolled', facts: { unit } };
}

/** The working key of a unit's valid entry; null when none is: a revoked key may be a thief's. */
function recipientOf({ keyring }: OpenedKeyring, unit: string): string | null {
  const entry = keyring.units.find((one) => one.unit === unit && one.status === 'active');
  return entry?.recipient ?? null;
}
