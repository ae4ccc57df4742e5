import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import { verdictOutcomes } from '#shared/ipc/calls/exchange.ts';
import type { InboxProgress } from '#shared/ipc/calls/inbox.ts';
import { call } from '../../client.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';

/** Takes the keyboard from what was locked when the work began; what else has it keeps it. */
function WorkingPanel(props: { readonly title: string; readonly children: ReactNode }) {
  const self = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    const isLeft = activeElement === null || activeElement === document.body;
    if (isLeft || activeElement.matches(':disabled')) self.current?.focus();
  }, []);
  return (
    <div ref={self} className="inbox-result" tabIndex={-1} role="group" aria-label={props.title}>
      <Panel title={props.title}>{props.children}</Panel>
    </div>
  );
}

/** How far the files of the place are read or taken in, and the way to stop between two of them. */
export function InboxWorking(props: {
  /** Null until the first answer. */
  readonly progress: InboxProgress | null;
  readonly place: string;
}) {
  const { t, formatDecimal } = useText();
  const [isStopping, setStopping] = useState(false);
  const { progress, place } = props;
  if (progress === null) {
    return (
      <WorkingPanel title={t('receive.progress.preview')}>
        <Busy label={place} />
      </WorkingPanel>
    );
  }
  const { kind, done, total, fileName, counts } = progress;
  const amount = (count: number) => formatDecimal(String(count));
  const files = t('receive.progress.files', { done: amount(done), total: amount(total) });
  // A look takes nothing in.
  const wordOf = (outcome: (typeof verdictOutcomes)[number]) =>
    t(`verdict.counts.${kind === 'preview' && outcome === 'accepted' ? 'new' : outcome}`);
  const soFar = verdictOutcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${amount(counts[outcome])} ${wordOf(outcome)}`);
  return (
    <WorkingPanel title={t(`receive.progress.${kind}`)}>
      <div className="inbox-working">
        <progress aria-label={t(`receive.progress.${kind}`)} value={done} max={Math.max(total, 1)}>
          {files}
        </progress>
        <strong>{files}</strong>
        <Button
          // Not locked: the keyboard stays on it until the result is there.
          aria-disabled={isStopping}
          onClick={() => {
            if (isStopping) return;
            setStopping(true);
            void call('inbox.cancel', {});
          }}
        >
          {t(isStopping ? 'receive.progress.cancelling' : 'receive.progress.cancel')}
        </Button>
      </div>
      <p className="caption inbox-file">{fileName ?? place}</p>
      {soFar.length > 0 && <p>{soFar.join(' · ')}</p>}
      <p className="muted">{t(`receive.progress.${kind}Hint`)}</p>
    </WorkingPanel>
  );
}
