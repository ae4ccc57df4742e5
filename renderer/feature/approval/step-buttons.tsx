import { useState } from 'react';

import type { PersonalAction } from '#shared/domain/workflow.ts';
import type { SubmissionView } from '#shared/ipc/calls/sheet.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useReport } from '../../state/report-store.ts';
import { useTask } from '../../state/use-task.ts';
import type { Task } from '../../state/use-task.ts';
import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/text.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';
import type { SignedStep } from './sign-dialog.tsx';

type Step = Extract<PersonalAction, 'submit' | 'check' | 'approve' | 'approve-on-paper'>;
type BackStep = Extract<PersonalAction, 'return' | 'revise'>;

const backSteps: readonly BackStep[] = ['return', 'revise'];
const steps: readonly Step[] = ['submit', 'check', 'approve', 'approve-on-paper'];
/** A leader's own approval is the rule; recording one on paper is the way out. */
const secondary: readonly Step[] = ['approve-on-paper'];

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
  const [signing, setSigning] = useState<SignedStep | null>(null);
  const signature = useTask();

  const run = async (action: Exclude<PersonalAction, SignedStep>, reason: string | null) => {
    setAsking(null);
    const moved = await task.run(() => act(action, reason, null));
    if (moved !== null) announce('success', t(`approval.done.${action}`));
  };
  const sign = async (action: SignedStep, password: string) => {
    const moved = await signature.run(() => act(action, null, password));
    if (moved === null) return;
    setSigning(null);
    announce('success', t(`approval.done.${action}`));
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
            kind={secondary.includes(action) ? 'secondary' : 'primary'}
            disabled={task.isRunning || (action === 'submit' && blockers > 0)}
            onClick={() => {
              if (action === 'check') void run(action, null);
              else setSigning(action);
            }}
          >
            {t(`terms.actions.${action}`)}
          </Button>
        ))}
      {signing !== null && (
        <SignDialog
          action={signing}
          task={signature}
          onClose={() => {
            setSigning(null);
            signature.clear();
          }}
          onSign={(password) => sign(signing, password)}
        />
      )}
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
