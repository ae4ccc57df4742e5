import type { ReactNode } from 'react';

import { useSession } from '../../state/session-store.ts';
import { useText } from '../../ui/text.ts';
import './start-frame.css';

/** What stands around every page before the work: the program's name and its two plain warnings. */
export function StartFrame(props: {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  const version = useSession(({ state }) => state?.version ?? null);
  return (
    <div className="start">
      <div className="start-scroll">
        <main className={props.isWide === true ? 'start-main start-wide' : 'start-main'}>
          <header>
            <div className="start-brand">{t('terms.appName')}</div>
            <h1 className="start-title" tabIndex={-1} data-keyboard-home>
              {props.title}
            </h1>
            {props.subtitle !== undefined && <div className="muted">{props.subtitle}</div>}
          </header>
          {props.children}
        </main>
      </div>
      <footer className="start-foot">
        <span>{t('start.splash')}</span>
        {version !== null && <span>{t('start.version', { version })}</span>}
      </footer>
    </div>
  );
}
