import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { submissionStates } from '#shared/domain/workflow.ts';
import type { SubmissionState } from '#shared/domain/workflow.ts';

export type StepName = 'record' | 'check' | 'approve' | 'seal' | 'receive';

export type ReportStep = {
  readonly name: StepName;
  readonly place: 'done' | 'now' | 'ahead';
  /** Who finished it here and when; null until it is done, and who at the province is not told. */
  readonly by: string | null;
  readonly at: string | null;
};

/** Each step is done by one action, which leads out of one state. */
const steps: readonly { name: StepName; action: string; doneFrom: SubmissionState }[] = [
  { name: 'record', action: 'submit', doneFrom: 'awaiting-check' },
  { name: 'check', action: 'check', doneFrom: 'awaiting-approval' },
  { name: 'approve', action: 'approve', doneFrom: 'approved' },
  { name: 'seal', action: 'seal', doneFrom: 'sealed' },
  { name: 'receive', action: 'receive', doneFrom: 'received' },
];

/** The way of a report: what is done, by whom and when in this revision, what is going on now. */
export function reportSteps(submission: SheetView['submission']): readonly ReportStep[] {
  const reached = submissionStates.indexOf(submission?.state ?? 'recording');
  return steps.map(({ name, action, doneFrom }) => {
    const needed = submissionStates.indexOf(doneFrom);
    const event = submission?.events
      .filter((each) => each.action === action && each.revision === submission.revision)
      .at(-1);
    const isDone = reached >= needed;
    return {
      name,
      place: isDone ? 'done' : reached === needed - 1 ? 'now' : 'ahead',
      // It is the province that receives; whoever read its receipt here only brought the news.
      by: isDone && name !== 'receive' ? (event?.by ?? null) : null,
      at: isDone ? (event?.at ?? null) : null,
    };
  });
}
