import { useState } from 'react';
import type { ReactNode } from 'react';

import type { DraftsPreview } from '#shared/ipc/calls/drafts.ts';
import type { PeriodView } from '#shared/ipc/calls/sheet.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { useCurrentPeriod, useNavigation } from '../../state/navigation-store.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { useText } from '../../ui/text.ts';
import { DoneStep } from './done-step.tsx';
import './drafts-page.css';
import { PreviewStep } from './preview-step.tsx';
import { SendPanel } from './send-panel.tsx';
import { TakePanel } from './take-panel.tsx';

type Stage =
  | { readonly kind: 'start' }
  | { readonly kind: 'preview'; readonly preview: DraftsPreview }
  | {
      readonly kind: 'done';
      readonly preview: DraftsPreview;
      readonly taken: CallOutput<'drafts.take'>;
    };

/** What was typed at one computer of the unit, handed to another: out, and in after a look. */
export function DraftsPage() {
  const { t } = useText();
  const period = useCurrentPeriod();
  if (period === null) return <Busy isPage label={t('drafts.loading')} />;
  return <DraftsOfPeriod key={period.code} period={period} />;
}

function DraftsOfPeriod({ period }: { readonly period: PeriodView }) {
  const [stage, setStage] = useState<Stage>({ kind: 'start' });
  const start = () => {
    setStage({ kind: 'start' });
  };
  switch (stage.kind) {
    case 'start':
      return (
        <Frame period={period}>
          <div className="drafts-start">
            <SendPanel period={period.code} />
            <TakePanel
              period={period.code}
              onPreview={(preview) => {
                setStage({ kind: 'preview', preview });
              }}
            />
          </div>
        </Frame>
      );
    case 'preview':
      return (
        <PreviewStep
          period={period.code}
          preview={stage.preview}
          frame={(actions, children) => (
            <Frame
              period={period}
              actions={
                <>
                  <Again onAgain={start} />
                  {actions}
                </>
              }
            >
              {children}
            </Frame>
          )}
          onDone={(taken) => {
            setStage({ kind: 'done', preview: stage.preview, taken });
          }}
        />
      );
    case 'done':
      return (
        <Frame period={period} actions={<Again onAgain={start} />}>
          <DoneStep preview={stage.preview} taken={stage.taken} />
        </Frame>
      );
  }
}

function Again({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useText();
  return <Button onClick={onAgain}>{t('drafts.again')}</Button>;
}

function Frame(props: {
  readonly period: PeriodView;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  const go = useNavigation((place) => place.go);
  return (
    <Page
      title={t('drafts.title')}
      subtitle={t('drafts.subtitle', { period: props.period.name })}
      actions={
        <>
          <Button
            kind="quiet"
            onClick={() => {
              go('sheet');
            }}
          >
            {t('takenOver.back')}
          </Button>
          {props.actions}
        </>
      }
    >
      <div className="drafts-page">{props.children}</div>
    </Page>
  );
}
