import type { Role } from '#shared/domain/role.ts';
import type { SubmissionState } from '#shared/domain/workflow.ts';
import type { MessageFacts, MessageKey } from '#shared/text/translate.ts';
import type { CellTarget, PageName } from '../../state/navigation-store.ts';

/** The one thing to do next: its words, and where its one button leads. */
export type NextStep = {
  readonly title: MessageKey;
  readonly body: MessageKey;
  readonly action: MessageKey;
  readonly facts: MessageFacts;
  readonly page: PageName;
  readonly cell: CellTarget | null;
  /** Whether the button leads to work of this account, or only to looking while others work. */
  readonly isMine: boolean;
};

export type Progress = {
  readonly state: SubmissionState;
  readonly revision: number;
  readonly filled: number;
  readonly toFill: number;
  /** Findings that keep the report from being sent: blockers, and what wants an explanation. */
  readonly blockers: number;
  /** The first row that still has nothing; null when all are filled. */
  readonly firstEmpty: CellTarget | null;
};

/** What an account of a district does next for a period, by its role and where the report stands. */
export function nextStep(role: Role, progress: Progress): NextStep {
  const { filled, toFill, blockers, revision } = progress;
  const facts = { filled, toFill, count: blockers, revision };
  switch (progress.state) {
    case 'recording':
      return role === 'recorder' ? recording(progress, facts) : waiting('awaitRecord', facts);
    case 'awaiting-check':
      return role === 'checker' ? mine('check', 'approval', facts) : waiting('awaitCheck', facts);
    case 'awaiting-approval':
      return role === 'approver'
        ? mine('approve', 'approval', facts)
        : waiting('awaitApprove', facts);
    case 'approved':
      return role === 'checker' ? waiting('awaitSeal', facts) : mine('seal', 'bundle', facts);
    case 'sealed':
      return mine('deliver', 'bundle', facts);
    case 'received':
      return mine('done', 'report', facts);
    case 'returned':
      return role === 'checker' ? waiting('awaitRevise', facts) : mine('revise', 'bundle', facts);
  }
}

function recording(progress: Progress, facts: MessageFacts): NextStep {
  const { filled, toFill, blockers, firstEmpty } = progress;
  if (filled < toFill) {
    return {
      ...mine('record', 'sheet', facts),
      body: filled === 0 ? 'home.steps.recordStartBody' : 'home.steps.recordBody',
      cell: firstEmpty,
    };
  }
  return blockers > 0 ? mine('mend', 'approval', facts) : mine('submit', 'approval', facts);
}

type MineStep =
  'record' | 'mend' | 'submit' | 'check' | 'approve' | 'seal' | 'deliver' | 'done' | 'revise';

function mine(step: MineStep, page: PageName, facts: MessageFacts): NextStep {
  return {
    title: `home.steps.${step}`,
    body: `home.steps.${step}Body`,
    action: `home.steps.${step}Action`,
    facts,
    page,
    cell: null,
    isMine: true,
  };
}

function waiting(
  step: 'awaitRecord' | 'awaitCheck' | 'awaitApprove' | 'awaitSeal' | 'awaitRevise',
  facts: MessageFacts,
): NextStep {
  return {
    title: `home.steps.${step}`,
    body: `home.steps.${step}Body`,
    action: 'home.steps.look',
    facts,
    page: 'approval',
    cell: null,
    isMine: false,
  };
}
