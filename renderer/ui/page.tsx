import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

import { ScrollRegion } from './scroll-region.tsx';
import './page.css';

export type PageProps = {
  /** Says where the user is. */
  readonly title: string;
  /** Says what is left to do here. */
  readonly subtitle?: ReactNode;
  /** Buttons, top right; the primary one last. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** A line under the content, such as what keys do here. */
  readonly footer?: ReactNode;
  /** The content takes the whole area and scrolls by itself, as a grid does. */
  readonly isFlush?: boolean;
};

/** The one layout of a page: its head stays, its content scrolls; opened, it takes the keyboard. */
export function Page({ title, subtitle, actions, children, footer, isFlush = false }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // From the rail, and from what went with the page before; a list of the top bar keeps it.
    const { activeElement } = document;
    const isLeft = activeElement === null || activeElement === document.body;
    if (isLeft || activeElement.closest('nav') !== null) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1 ref={heading} className="page-title" tabIndex={-1} data-keyboard-home>
            {title}
          </h1>
          {subtitle !== undefined && <div className="page-subtitle">{subtitle}</div>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {isFlush ? (
        <div className="page-body page-body-flush">{children}</div>
      ) : (
        <ScrollRegion className="page-body" label={title}>
          {children}
        </ScrollRegion>
      )}
      {footer !== undefined && <footer className="page-foot">{footer}</footer>}
    </div>
  );
}
