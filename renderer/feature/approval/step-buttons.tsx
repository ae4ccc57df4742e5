import { useState } from 'react';

import type { PersonalAction } from '#shared/domain/workflow.ts';
import type { SubmissionView } from '#shared/ipc/calls/sheet.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useReport } from '../../state/report-store.ts';
import type { Task } from '../../state/use-task.ts';
import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/text.ts';
import { ReasonDialog } from './reason-dialog.tsx';

type Step = Extract<PersonalAction, 'submit' | 'check' | 'approve'>;
type BackStep = Extract<PersonalAction, 'return' | 'revise'>;

const backSteps: readonly BackStep[] = ['return', 'revise'];
const steps: readonly Step[] = ['submit', 'check', 'approve'];

/** What this account may do with the report now: back steps need a reason, the step on is primary. */
export function StepButtons(props: {
  readonly submission: SubmissionView;
  /** How many findings keep the report from being sent. */
  readonly blockers: number;
  readonly task: Task;
}) {
  const { t } = useText();
  const { submission, blockers, task } = props;
  const act = useReport((report) => report.act);
  const announce = useNotices((store) => store.announce);
  const [asking, setAsking] = useState<BackStep | null>(null);

  const run = async (action: PersonalAction, reason: string | null) => {
    setAsking(null);
    const moved = await task.run(() => act(action, reason));
    if (moved !== null) announce('success', t(`approval.done.${action}`));
  };

  return (
    <>
      {backSteps
        .filter((action) => submission.actions.includes(action))
        .map((action) => (
          <Button
            key={action}
            disabled={task.isRunning}
            onClick={() => {
              setAsking(action);
            }}
          >
            {t(`terms.actions.${action}`)}
          </Button>
        ))}
      {steps
        .filter((action) => submission.actions.includes(action))
        .map((action) => (
          <Button
            key={action}
            kind="primary"
            disabled={task.isRunning || (action === 'submit' && blockers > 0)}
            onClick={() => {
              void run(action, null);
            }}
          >
            {t(`terms.actions.${action}`)}
          </Button>
        ))}
      {asking !== null && (
        <ReasonDialog
          action={asking}
          nextRevision={submission.revision + 1}
          onClose={() => {
            setAsking(null);
          }}
          onConfirm={(reason) => {
            void run(asking, reason);
          }}
        />
      )}
    </>
  );
}
