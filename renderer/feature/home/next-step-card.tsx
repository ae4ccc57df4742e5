import type { ReactNode } from 'react';

import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/text.ts';

/** The one card with the one button. */
export function NextStepCard(props: {
  readonly title: string;
  readonly action: string;
  readonly isMine: boolean;
  readonly onAct: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  return (
    <section className="home-card home-next">
      <div className="home-next-words">
        <h2 className="home-card-title">{t('home.nextTitle')}</h2>
        <p className="home-next-title">{props.title}</p>
        {props.children}
      </div>
      <Button kind={props.isMine ? 'primary' : 'secondary'} onClick={props.onAct}>
        {props.action}
      </Button>
    </section>
  );
}
