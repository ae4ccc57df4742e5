import { actContent, contentToSign, signAct } from '#shared/bundle/act.ts';
import type { ActFacts, ActKind } from '#shared/bundle/act.ts';
import { canonicalJson } from '#shared/bundle/canonical-json.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';
import type { SignedAct } from '#shared/bundle/statement.ts';
import type { WorkflowAction } from '#shared/domain/workflow.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { makePersonKey, openPersonKey } from '../keys/person-key.ts';
import { findAccountKey, replaceAccountKey } from '../storage/account-keys.ts';
import { appendAudit } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import type { WriteHandle } from '../storage/handle.ts';
import { findSubmissionAct, insertSubmissionAct } from '../storage/submissions.ts';
import type { Submission, SubmissionEventId } from '../storage/submissions.ts';
import { citedDocument } from './attachments.ts';
import { accountOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { recordsToSeal } from './report-records.ts';
import { provePassword } from './sessions.ts';

/** Which steps of the workflow a person signs, and as what. */
const signed: Partial<Readonly<Record<WorkflowAction, ActKind>>> = {
  submit: 'prepare',
  approve: 'approve',
  'approve-on-paper': 'approve-on-paper',
};

/** What a step is signed as; null for the steps that nobody signs. */
export function signedAs(action: WorkflowAction): ActKind | null {
  return signed[action] ?? null;
}

/**
 * Opens the signed-in person's own key with their password for the length of one step; the first
 * time, and after a forgotten password, it is made. Refuses `password-missing`, `password-wrong` and
 * `sign-in-wait`.
 */
export async function withPersonalKey<T>(
  office: Office,
  password: string | null,
  use: (signer: SigningKey) => Result<T>,
): Promise<Result<T>> {
  if (password === null || password === '') return refuse('password-missing');
  const account = accountOf(office);
  const proven = await provePassword(office, account, password);
  if (!proven.ok) return proven;
  const { wrappingKey } = proven.value;
  try {
    const kept = findAccountKey(storeOf(office), account.id);
    const signer =
      (kept === null ? null : openPersonKey(kept, wrappingKey, account.name)) ??
      makeKey(office, wrappingKey);
    try {
      return use(signer);
    } finally {
      signer.seed.fill(0);
    }
  } finally {
    wrappingKey.fill(0);
  }
}

/**
 * Signs a step that was just taken, inside its transaction. Refuses `data-malformed` for figures that
 * could not be sealed, `paper-document-missing` when no signed document was recorded, and
 * `signed-figures-changed` for an approval of other tables than the preparer signed, as when a new
 * catalogue came between.
 */
export function signStep(
  office: Office,
  handle: WriteHandle,
  step: Submission & { readonly event: SubmissionEventId; readonly at: ActFacts['at'] },
  act: ActKind,
  signer: SigningKey,
): Result<null> {
  const { unit, period, revision, at } = step;
  const { observations, cells, forms } = recordsToSeal(office, period);
  const content = contentToSign({ observations, cells }, { period, forms });
  if (!content.ok) return content;
  const paper = act === 'approve-on-paper' ? citedDocument(office, handle, period) : null;
  if (act === 'approve-on-paper' && paper === null) return refuse('paper-document-missing');
  if (act !== 'prepare') {
    const prepared = findSubmissionAct(handle, step, ['submit']);
    const isSame = prepared !== null && signedContent(prepared) === canonicalJson(content.value);
    if (prepared !== null && !isSame) return refuse('signed-figures-changed');
  }
  const { displayName: name } = accountOf(office);
  const facts = { act, unit, period, revision, name, at, content: content.value, paper };
  const statement = signAct(facts, signer);
  insertSubmissionAct(handle, step.event, canonicalJson(statement));
  return ok(null);
}

/**
 * Who prepared and who approved a revision, as they signed it. Refuses `acts-missing` where it was
 * approved before people signed.
 */
export function actsToSeal(
  office: Office,
  submission: Submission,
): Result<{ readonly prepared: SignedAct; readonly approved: SignedAct }, 'acts-missing'> {
  const store = storeOf(office);
  const prepared = findSubmissionAct(store, submission, ['submit']);
  const approved = findSubmissionAct(store, submission, ['approve', 'approve-on-paper']);
  return prepared === null || approved === null
    ? refuse('acts-missing')
    : // Written by `signStep` from this very type.
      ok({
        prepared: JSON.parse(prepared) as SignedAct,
        approved: JSON.parse(approved) as SignedAct,
      });
}

/** The digests that an act is over, as canonical JSON; written by `signStep`. */
function signedContent(statement: string): string | null {
  const { act } = JSON.parse(statement) as SignedAct;
  return act === null ? null : actContent(act);
}

function makeKey(office: Office, wrappingKey: Uint8Array): SigningKey {
  const { id, name, role } = accountOf(office);
  const { signer, stored } = makePersonKey(wrappingKey, name);
  const at = office.clock.now();
  write(storeOf(office), (handle) => {
    replaceAccountKey(handle, id, stored, at);
    const act = { at, actor: name, role, object: name, detail: signer.kid } as const;
    appendAudit(handle, { ...act, action: 'account.newKey' });
  });
  return signer;
}
