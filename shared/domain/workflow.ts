import { ok, refuse } from '../kit/result.ts';
import type { Result } from '../kit/result.ts';
import type { Role } from './role.ts';

/** Where a submission (báo cáo kỳ) of a district stands. */
export const submissionStates = [
  'recording',
  'awaiting-check',
  'awaiting-approval',
  'approved',
  'sealed',
  'received',
  'returned',
] as const;
export type SubmissionState = (typeof submissionStates)[number];

export const workflowActions = [
  'submit',
  'check',
  'approve',
  'approve-on-paper',
  'return',
  'seal',
  'receive',
  'hand-back',
  'revise',
] as const;
export type WorkflowAction = (typeof workflowActions)[number];

/**
 * What a person may ask for; `seal` happens with a bundle, `receive` and `hand-back` (the province
 * returned the report) with a receipt.
 */
export const personalActions = [
  'submit',
  'check',
  'approve',
  'approve-on-paper',
  'return',
  'revise',
] as const;
export type PersonalAction = (typeof personalActions)[number];

export type WorkflowRefusal =
  'action-not-now' | 'action-not-yours' | 'reason-missing' | 'preparer-cannot-approve';

type Step = {
  readonly from: SubmissionState;
  readonly action: WorkflowAction;
  readonly to: SubmissionState;
  readonly roles: readonly Role[];
  readonly reason: 'needed' | 'none';
  /** Whether the revision number rises: the next bundle then replaces the last. */
  readonly opensRevision: boolean;
};

/**
 * The one table of the workflow (D20): buttons, handlers and tests all read it. What is not in it
 * cannot be done.
 */
export const workflow: readonly Step[] = [
  step('recording', 'submit', 'awaiting-check', ['recorder']),
  step('awaiting-check', 'check', 'awaiting-approval', ['checker']),
  step('awaiting-check', 'return', 'recording', ['checker'], 'needed'),
  step('awaiting-approval', 'approve', 'approved', ['approver']),
  // The leader signed the printed report by hand; whoever checked it records that.
  step('awaiting-approval', 'approve-on-paper', 'approved', ['checker']),
  step('awaiting-approval', 'return', 'recording', ['approver'], 'needed'),
  step('approved', 'seal', 'sealed', ['recorder', 'approver']),
  step('sealed', 'seal', 'sealed', ['recorder', 'approver']),
  step('sealed', 'receive', 'received', ['recorder', 'approver']),
  step('returned', 'receive', 'received', ['recorder', 'approver']),
  step('sealed', 'hand-back', 'returned', ['recorder', 'approver']),
  step('received', 'hand-back', 'returned', ['recorder', 'approver']),
  revision('approved'),
  revision('sealed'),
  revision('received'),
  revision('returned'),
];

function step(
  from: SubmissionState,
  action: WorkflowAction,
  to: SubmissionState,
  roles: readonly Role[],
  reason: 'needed' | 'none' = 'none',
): Step {
  return { from, action, to, roles, reason, opensRevision: false };
}

function revision(from: SubmissionState): Step {
  return {
    from,
    action: 'revise',
    to: 'recording',
    roles: ['recorder', 'approver'],
    reason: 'needed',
    opensRevision: true,
  };
}

/** Who asks: `hasPrepared` says that the account recorded or submitted something of this revision. */
export type Actor = { readonly role: Role; readonly hasPrepared: boolean };

/** Steps that nobody takes on what they prepared themselves. */
const asksForOthers: readonly WorkflowAction[] = ['check', 'approve', 'approve-on-paper'];

/** Whether cells of a submission may be changed in this state (D21). */
export function isOpenForRecording(state: SubmissionState): boolean {
  return state === 'recording';
}

/**
 * What a state becomes by an action. Refuses what the table does not hold (`action-not-now`), what
 * another role must do (`action-not-yours`), a step back without a reason (`reason-missing`), and a
 * check or an approval by somebody who prepared the same figures (`preparer-cannot-approve`, D22).
 */
export function act(
  state: SubmissionState,
  action: WorkflowAction,
  actor: Actor,
  reason: string | null,
): Result<{ readonly state: SubmissionState; readonly opensRevision: boolean }, WorkflowRefusal> {
  const found = workflow.find((entry) => entry.from === state && entry.action === action);
  if (found === undefined) return refuse('action-not-now', { state, action });
  if (!found.roles.includes(actor.role)) return refuse('action-not-yours', { action });
  if (found.reason === 'needed' && (reason ?? '').trim() === '') return refuse('reason-missing');
  if (asksForOthers.includes(action) && actor.hasPrepared) {
    return refuse('preparer-cannot-approve');
  }
  return ok({ state: found.to, opensRevision: found.opensRevision });
}

/** The actions that a person of this role may ask for in this state: what buttons are shown. */
export function actionsFor(state: SubmissionState, actor: Actor): readonly PersonalAction[] {
  return personalActions.filter((action) => act(state, action, actor, 'a reason').ok);
}
