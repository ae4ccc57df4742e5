import { describe, expect, it } from 'vitest';

import { nextStep } from '../../../../renderer/feature/home/next-step.ts';
import type { Progress } from '../../../../renderer/feature/home/next-step.ts';

const progress: Progress = {
  state: 'recording',
  revision: 1,
  filled: 0,
  toFill: 18,
  blockers: 18,
  firstEmpty: { form: 'B01', row: 'A', column: 'numerator' },
};

describe('the next step of a district', () => {
  it('leads the recording officer to the first empty cell', () => {
    const step = nextStep('recorder', progress);
    expect(step).toMatchObject({ page: 'sheet', cell: progress.firstEmpty, isMine: true });
  });

  it('leads to what is to be settled before the figures can be sent', () => {
    const full = { ...progress, filled: 18, blockers: 2 };
    expect(nextStep('recorder', full).title).toBe('home.steps.mend');
    expect(nextStep('recorder', { ...full, blockers: 0 }).title).toBe('home.steps.submit');
  });

  it('gives the check and the approval to their roles, and lets the others wait', () => {
    const awaitingCheck = { ...progress, state: 'awaiting-check' } as const;
    expect(nextStep('checker', awaitingCheck)).toMatchObject({ page: 'approval', isMine: true });
    expect(nextStep('recorder', awaitingCheck).isMine).toBe(false);
    const awaitingApproval = { ...progress, state: 'awaiting-approval' } as const;
    expect(nextStep('approver', awaitingApproval).title).toBe('home.steps.approve');
    expect(nextStep('checker', awaitingApproval).isMine).toBe(false);
  });

  it('goes on to the bundle once approved, and to the report once received', () => {
    expect(nextStep('approver', { ...progress, state: 'approved' }).page).toBe('bundle');
    expect(nextStep('checker', { ...progress, state: 'approved' }).isMine).toBe(false);
    expect(nextStep('recorder', { ...progress, state: 'received' }).page).toBe('report');
  });
});
