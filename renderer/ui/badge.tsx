import type { ReactNode } from 'react';

import type { SubmissionState } from '#shared/domain/workflow.ts';
import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import './badge.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { useText } from './text.ts';

export type BadgeTone = 'neutral' | 'info' | 'success' | 'warning' | 'error';

/** A short state: always an icon and a word, the colour only repeats them. */
export function Badge(props: {
  readonly tone: BadgeTone;
  readonly icon: IconName;
  readonly children: ReactNode;
}) {
  return (
    <span className={`badge badge-${props.tone}`}>
      <Icon name={props.icon} />
      {props.children}
    </span>
  );
}

const looks: Readonly<Record<SubmissionState, { tone: BadgeTone; icon: IconName }>> = {
  recording: { tone: 'info', icon: 'pencil' },
  'awaiting-check': { tone: 'warning', icon: 'clock' },
  'awaiting-approval': { tone: 'warning', icon: 'clock' },
  approved: { tone: 'success', icon: 'lock' },
  sealed: { tone: 'success', icon: 'bundle' },
  received: { tone: 'success', icon: 'success' },
  returned: { tone: 'error', icon: 'returned' },
};

type AnswerOutcome = NonNullable<Verdict['answer']>;

const answerLooks: Readonly<Record<AnswerOutcome, { tone: BadgeTone; icon: IconName }>> = {
  accepted: { tone: 'success', icon: 'success' },
  'accepted-with-notes': { tone: 'warning', icon: 'success' },
  returned: { tone: 'error', icon: 'returned' },
  refused: { tone: 'error', icon: 'error' },
};

/** What the province says of a bundle. */
export function AnswerBadge({ outcome }: { readonly outcome: AnswerOutcome }) {
  const { t } = useText();
  return (
    <Badge tone={answerLooks[outcome].tone} icon={answerLooks[outcome].icon}>
      {t(`terms.answers.${outcome}`)}
    </Badge>
  );
}

/** Where a submission stands. */
export function StateBadge({ state }: { readonly state: SubmissionState }) {
  const { t } = useText();
  return (
    <Badge tone={looks[state].tone} icon={looks[state].icon}>
      {t(`terms.states.${state}`)}
    </Badge>
  );
}
