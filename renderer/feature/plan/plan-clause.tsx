import type { ReactNode } from 'react';

import { Icon } from '../../ui/icon.tsx';
import { elementId } from './plan-parts.ts';

/**
 * A clause of the plan under its own number: its beginning while it is folded, its original wording
 * in full when it is open.
 */
export function PlanClause(props: {
  readonly id: string;
  /** The name that goes before the wording, such as who leads. */
  readonly lead?: string | null;
  readonly text: string;
  readonly depth?: number;
  readonly isFound: boolean;
  readonly children?: ReactNode;
}) {
  const classes = ['plan-item', 'plan-clause', `plan-depth-${String(props.depth ?? 0)}`];
  if (props.isFound) classes.push('plan-found');
  return (
    <details id={elementId(props.id)} className={classes.join(' ')}>
      <summary>
        <Icon name="unfold" />
        <span className="plan-clause-id">{props.id}</span>
        <span className="plan-clause-text">
          {props.lead !== undefined && props.lead !== null && (
            <strong className="plan-clause-lead">{props.lead}</strong>
          )}
          <span className="plan-clause-wording">{props.text}</span>
        </span>
      </summary>
      {props.children !== undefined && <div className="plan-clause-more">{props.children}</div>}
    </details>
  );
}
