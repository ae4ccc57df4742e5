import { describe, expect, it } from 'vitest';

import { roles } from '#shared/domain/role.ts';
import type { Role } from '#shared/domain/role.ts';
import {
  act,
  actionsFor,
  isOpenForRecording,
  submissionStates,
  workflowActions,
} from '#shared/domain/workflow.ts';
import type { SubmissionState, WorkflowAction } from '#shared/domain/workflow.ts';

/** Everything that may be done: state, action, who, and what it becomes. Nothing else may. */
const permitted = `
  recording          submit   recorder            awaiting-check
  awaiting-check     check    checker             awaiting-approval
  awaiting-check     return   checker             recording
  awaiting-approval  approve  approver            approved
  awaiting-approval  return   approver            recording
  awaiting-approval  approve-on-paper checker     approved
  approved           seal     recorder,approver   sealed
  sealed             seal     recorder,approver   sealed
  sealed             receive  recorder,approver   received
  returned           receive  recorder,approver   received
  sealed             hand-back recorder,approver  returned
  received           hand-back recorder,approver  returned
  approved           revise   recorder,approver   recording
  sealed             revise   recorder,approver   recording
  received           revise   recorder,approver   recording
  returned           revise   recorder,approver   recording`;

const table = permitted
  .trim()
  .split('\n')
  .map((line) => {
    const [state = '', action = '', who = '', becomes = ''] = line.trim().split(/ +/);
    return { state, action, who: who.split(','), becomes };
  });

const everything = submissionStates.flatMap((state) =>
  workflowActions.flatMap((action) => roles.map((role) => [state, action, role] as const)),
);

function expected(state: SubmissionState, action: WorkflowAction, role: Role): string {
  const entry = table.find((one) => one.state === state && one.action === action);
  if (entry === undefined) return 'action-not-now';
  return entry.who.includes(role) ? entry.becomes : 'action-not-yours';
}

describe('the workflow (D20)', () => {
  it.each(everything)('D20 %s: %s by %s', (state, action, role) => {
    const result = act(state, action, { role, hasPrepared: false }, 'lý do');
    const outcome = result.ok ? result.value.state : result.refusal.code;
    expect(outcome).toBe(expected(state, action, role));
    if (result.ok) expect(result.value.opensRevision).toBe(action === 'revise');
  });

  it('D20 names every state and action somewhere', () => {
    expect(new Set(table.map(({ state }) => state))).toEqual(new Set(submissionStates));
    expect(new Set(table.map(({ action }) => action))).toEqual(new Set(workflowActions));
  });

  it.each(['', '  ', '\u00a0', null])('D20 takes no step back without a reason: "%s"', (reason) => {
    for (const [state, action, role] of [
      ['awaiting-check', 'return', 'checker'],
      ['awaiting-approval', 'return', 'approver'],
      ['received', 'revise', 'recorder'],
      ['returned', 'revise', 'recorder'],
    ] as const) {
      const result = act(state, action, { role, hasPrepared: false }, reason);
      expect(result).toMatchObject({ ok: false, refusal: { code: 'reason-missing' } });
    }
  });

  it('D21 is open for figures only while they are being recorded', () => {
    expect(submissionStates.filter(isOpenForRecording)).toEqual(['recording']);
  });

  it('D22 lets nobody check or approve what they prepared, and shows them no button for it', () => {
    for (const [state, action, role] of [
      ['awaiting-check', 'check', 'checker'],
      ['awaiting-approval', 'approve', 'approver'],
      ['awaiting-approval', 'approve-on-paper', 'checker'],
    ] as const) {
      const preparer = { role, hasPrepared: true };
      expect(act(state, action, preparer, null)).toMatchObject({
        ok: false,
        refusal: { code: 'preparer-cannot-approve' },
      });
      const back = action === 'approve-on-paper' ? [] : ['return'];
      expect(actionsFor(state, preparer)).toEqual(back);
      expect(actionsFor(state, { role, hasPrepared: false })).toEqual([action, ...back]);
    }
  });

  it('D20 shows exactly the buttons that would be granted', () => {
    for (const state of submissionStates) {
      for (const role of roles) {
        const actor = { role, hasPrepared: false };
        const granted = table
          .filter((one) => one.state === state && one.who.includes(role))
          .map(({ action }) => action)
          .filter((action) => !['seal', 'receive', 'hand-back'].includes(action));
        expect([...actionsFor(state, actor)].sort()).toEqual(granted.sort());
      }
    }
  });
});
