import { useId } from 'react';
import type { ReactNode } from 'react';

import './panel.css';

/** A part of a page with a heading of its own. */
export function Panel(props: {
  readonly title: string;
  /** What belongs beside the heading: a filter, a state. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id} className="panel-title">
          {props.title}
        </h2>
        {props.aside}
      </div>
      <div className="panel-body">{props.children}</div>
    </section>
  );
}
