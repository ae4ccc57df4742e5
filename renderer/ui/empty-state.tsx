import type { ReactNode } from 'react';

import './empty-state.css';

/** An empty place says what will be here and how to begin. */
export function EmptyState(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <h2 className="empty-state-title">{props.title}</h2>
      <div className="empty-state-body">{props.children}</div>
      {props.action !== undefined && <div className="empty-state-action">{props.action}</div>}
    </div>
  );
}
