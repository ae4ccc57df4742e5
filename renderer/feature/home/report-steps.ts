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

/** Each step is done by one action or another in its place, which leads out of one state. */
const steps: readonly {
  name: StepName;
  actions: readonly string[];
  doneFrom: SubmissionState;
}[] = [
  { name: 'record', actions: ['submit'], doneFrom: 'awaiting-check' },
  { name: 'check', actions: ['check'], doneFrom: 'awaiting-approval' },
  { name: 'approve', actions: ['approve', 'approve-on-paper'], doneFrom: 'approved' },
  { name: 'seal', actions: ['seal'], doneFrom: 'sealed' },
  { name: 'receive', actions: ['receive'], doneFrom: 'received' },
];

/** The way of a report: what is done, by whom and when in this revision, what is going on now. */
export function reportSteps(submission: SheetView['submission']): readonly ReportStep[] {
  const state = submission?.state ?? 'recording';
  // What the province returned is as far as it was before the province took it.
  const reached = submissionStates.indexOf(state === 'returned' ? 'sealed' : state);
  return steps.map(({ name, actions, doneFrom }) => {
    const needed = submissionStates.indexOf(doneFrom);
    const event = submission?.events
      .filter(
        ({ action, revision }) => actions.includes(action) && revision === submission.revision,
      )
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
