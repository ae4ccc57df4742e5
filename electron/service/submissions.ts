import { act, actionsFor, isOpenForRecording } from '#shared/domain/workflow.ts';
import type { Actor, WorkflowAction } from '#shared/domain/workflow.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { SubmissionView } from '#shared/ipc/calls/sheet.ts';
import type { HandledInput } from '#shared/ipc/contract.ts';
import type { Instant } from '#shared/kit/clock.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import type { Account } from '../storage/accounts.ts';
import { appendAudit } from '../storage/audit.ts';
import { listRecorders } from '../storage/cells.ts';
import { writeOrRefuse } from '../storage/handle.ts';
import type { ReadHandle, WriteHandle } from '../storage/handle.ts';
import {
  ensureSubmission,
  findSubmission,
  insertSubmissionEvent,
  listSubmissionEvents,
  updateSubmission,
} from '../storage/submissions.ts';
import type { Submission, SubmissionEventId } from '../storage/submissions.ts';
import { accountOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { contentOf, findPeriod, formsOf } from './ledger.ts';
import { signStep, signedAs, withPersonalKey } from './personal-acts.ts';

/** Where this unit's report of a period stands; a period that nobody began is at its start. */
export function viewSubmission(office: Office, period: PeriodCode): SubmissionView {
  const store = storeOf(office);
  const { unit } = identityOf(office);
  const found = findSubmission(store, unit, period);
  const state = found?.state ?? 'recording';
  const actor = actorOf(office, store, found);
  return {
    unit,
    period,
    revision: found?.revision ?? 1,
    state,
    actions: [...actionsFor(state, actor)],
    maySeal: act(state, 'seal', actor, null).ok,
    isOpen: isOpenForRecording(state),
    events: (found === null ? [] : listSubmissionEvents(store, found.id)).map(
      ({ action, from, to, revision, by, role, at, reason }) => ({
        action,
        from,
        to,
        revision,
        by,
        role,
        at,
        reason,
      }),
    ),
  };
}

/**
 * Takes a step of the workflow. Whoever prepares or approves signs it with a key of their own, for
 * which their password is asked. Refuses what the table refuses, `period-unknown`, a sheet with
 * findings that must be settled first (`findings-open` {count}), and as `withPersonalKey` and
 * `signStep`.
 */
export async function actOnSubmission(
  office: Office,
  { period, action, reason, password }: HandledInput<'submission.act'>,
): Promise<Result<SubmissionView>> {
  const known = findPeriod(office, period);
  if (!known.ok) return known;
  const permitted = mayStep(office, period, action, reason);
  if (!permitted.ok) return permitted;
  if (action === 'submit') {
    const findings = formsOf(office, known.value).flatMap(
      (form) => contentOf(office, period, form).findings,
    );
    const count = findings.filter((finding) => finding.isBlocking).length;
    if (count > 0) {
      return refuse('findings-open', { count });
    }
  }
  const kind = signedAs(action);
  const taken =
    kind === null
      ? writeOrRefuse(storeOf(office), (handle) => takeStep(office, handle, period, action, reason))
      : await withPersonalKey(office, password, (signer) =>
          writeOrRefuse(storeOf(office), (handle) => {
            const step = takeStep(office, handle, period, action, reason);
            if (!step.ok) return step;
            const signed = signStep(office, handle, step.value, kind, signer);
            return signed.ok ? step : signed;
          }),
        );
  return taken.ok ? ok(viewSubmission(office, period)) : taken;
}

/** Whether a step may be taken at all: nobody is asked for a password in vain. */
function mayStep(
  office: Office,
  period: PeriodCode,
  action: WorkflowAction,
  reason: string | null,
): Result<unknown> {
  const store = storeOf(office);
  const found = findSubmission(store, identityOf(office).unit, period);
  return act(found?.state ?? 'recording', action, actorOf(office, store, found), reason);
}

/** Takes a step inside a transaction of the caller, who does what the step stands for in it. */
export function takeStep(
  office: Office,
  handle: WriteHandle,
  period: PeriodCode,
  action: WorkflowAction,
  reason: string | null,
): Result<Submission & { readonly event: SubmissionEventId; readonly at: Instant }> {
  const account = accountOf(office);
  const { unit } = identityOf(office);
  const found = findSubmission(handle, unit, period);
  const actor = actorOf(office, handle, found);
  const step = act(found?.state ?? 'recording', action, actor, reason);
  if (!step.ok) return step;
  const submission = found ?? ensureSubmission(handle, unit, period);
  const revision = submission.revision + (step.value.opensRevision ? 1 : 0);
  const at = office.clock.now();
  updateSubmission(handle, submission.id, step.value.state, revision);
  const event = insertSubmissionEvent(handle, submission.id, {
    action,
    from: submission.state,
    to: step.value.state,
    revision,
    accountId: account.id,
    at,
    reason,
  });
  appendAudit(handle, {
    at,
    actor: account.name,
    role: account.role,
    action: `submission.${action}`,
    object: `${submission.unit}/${period}/${String(revision)}`,
    // The log travels with the bundle: so the province reads why there is a new revision (B32).
    detail: action === 'revise' ? (reason ?? '') : '',
  });
  return ok({ ...submission, state: step.value.state, revision, event, at });
}

function actorOf(office: Office, handle: ReadHandle, found: Submission | null): Actor {
  const account = accountOf(office);
  return {
    role: account.role,
    hasPrepared: found !== null && hasPrepared(handle, found, account),
  };
}

/** Who prepared a revision: whoever recorded a cell of it or sent it for checking. */
function hasPrepared(handle: ReadHandle, submission: Submission, account: Account): boolean {
  const { unit, period, revision } = submission;
  return (
    listRecorders(handle, unit, period, revision).includes(account.id) ||
    listSubmissionEvents(handle, submission.id).some(
      (event) =>
        event.revision === revision && event.action === 'submit' && event.accountId === account.id,
    )
  );
}
