import { useId } from 'react';
import type { ReactNode } from 'react';

import { Badge } from '../../ui/badge.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.ts';

/** `open` can be done now, but something else comes first. */
export type StepState = 'done' | 'next' | 'open' | 'waiting';

/** One numbered step on the way to trust, with what is to be done in it. */
export function StepCard(props: {
  readonly number: number;
  readonly title: string;
  readonly state: StepState;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  const id = useId();
  return (
    <li className={`trust-step trust-step-${props.state}`} aria-labelledby={id}>
      <div className="trust-step-head">
        <span className="trust-step-number" aria-hidden="true">
          {props.state === 'done' ? <Icon name="check" /> : props.number}
        </span>
        <h2 id={id} className="trust-step-title">
          {props.title}
        </h2>
      </div>
      <div className="trust-step-state">
        {props.state === 'done' && (
          <Badge tone="success" icon="success">
            {t('trust.stepDone')}
          </Badge>
        )}
        {props.state === 'next' && (
          <Badge tone="info" icon="unfold">
            {t('trust.stepNext')}
          </Badge>
        )}
        {props.state === 'waiting' && (
          <Badge tone="neutral" icon="clock">
            {t('trust.stepWaiting')}
          </Badge>
        )}
      </div>
      <div className="trust-step-body">{props.children}</div>
    </li>
  );
}
