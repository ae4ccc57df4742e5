import { useEffect, useRef, useState } from 'react';

import type { ConsolidatedView, Verdict } from '#shared/ipc/calls/exchange.ts';
import type { PeriodView } from '#shared/ipc/calls/sheet.ts';
import { useInbox } from '../../state/inbox-store.ts';
import { useCurrentPeriod, useNavigation } from '../../state/navigation-store.ts';
import { useSession } from '../../state/session-store.ts';
import { useInboxProgress } from '../../state/use-inbox-progress.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import type { Text } from '../../ui/text.ts';
import { useText } from '../../ui/text.ts';
import './receive-page.css';
import { ImportRegister } from './import-register.tsx';
import { InboxResultPanel } from './inbox-result.tsx';
import { InboxWorking } from './inbox-working.tsx';
import { ReceivedUnits } from './received-units.tsx';
import { focusPassword, SourcePanel, sourceFormId } from './source-panel.tsx';
import type { Source } from './source-panel.tsx';
import { UnwrittenPanel } from './unwritten-panel.tsx';

const emptySource: Source = { place: null, password: '', wasTried: false };

/** The province's inbox: a place, a password, a look at every file, and then taking in. */
export function ReceivePage() {
  const { t } = useText();
  const period = useCurrentPeriod();
  if (period === null) return <Busy isPage label={t('receive.loading')} />;
  return <ReceiveDesk period={period} />;
}

function ReceiveDesk({ period }: { readonly period: PeriodView }) {
  const { t } = useText();
  const role = useSession((session) => session.state?.account?.role ?? null);
  const periods = useNavigation((navigation) => navigation.periods);
  const mayReceive = role === 'receiver';
  const received = useQuery('bundle.received', { period: period.code });
  const table = useQuery('consolidation.view', { period: period.code });
  const runs = useQuery('inbox.runs', mayReceive ? {} : null);
  const [source, setSource] = useState(emptySource);
  const { result, preview, takeIn, discard } = useInbox();
  const task = useTask();
  const progress = useInboxProgress(mayReceive, task.isRunning);
  const isWorking = task.isRunning || progress !== null;
  // An empty place leaves nothing to take in: the next thing to do is to look elsewhere.
  const reading = result?.kind === 'preview' && result.verdicts.length > 0 ? result.reading : null;
  const periodName = (code: string) => periods?.find((known) => known.code === code)?.name ?? code;
  const units = table.query.kind === 'ready' ? table.query.value.units : [];
  const unitNameOf = (code: string) => units.find(({ unit }) => unit === code)?.name ?? null;
  const form = useRef<HTMLFormElement>(null);
  const reloads = [received.reload, table.reload, runs.reload];
  // Also what was taken in by an import that another visit of the page began.
  const taken = result?.kind === 'taken' ? result.run : null;
  useEffect(() => {
    if (taken !== null) for (const reload of reloads) reload();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each import: what reloads is made anew by each drawing
  }, [taken]);
  useEffect(() => {
    // What had the keyboard was locked meanwhile; the next try begins with the password.
    if (task.refusal !== null && !isWorking) focusPassword(form.current);
  }, [task.refusal, isWorking]);

  const look = async () => {
    const { place, password } = source;
    if (place === null || password === '') {
      setSource({ ...source, wasTried: true });
      return;
    }
    await task.run(() => preview(place, password));
    setSource({ ...source, password: '', wasTried: false });
  };
  const receive = async () => {
    if (result === null || reading === null) return;
    await task.run(() => takeIn(result.place, reading));
    runs.reload();
  };

  const arrived =
    table.query.kind === 'ready' ? arrivedText(period.name, table.query.value, t) : period.name;

  return (
    <Page
      title={t('receive.title')}
      subtitle={arrived}
      actions={
        mayReceive && (
          <InboxAction
            expected={reading === null ? null : countOf(result?.verdicts ?? [])}
            goodUntil={reading !== null && result?.kind === 'preview' ? result.goodUntil : null}
            isDisabled={isWorking}
            onTakeIn={() => {
              void receive();
            }}
          />
        )
      }
    >
      <div className="receive-page">
        {(task.refusal !== null || isWorking || result !== null) && (
          <div className="receive-news">
            {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
            {isWorking && <InboxWorking progress={progress} place={source.place?.label ?? ''} />}
            {result !== null && !isWorking && (
              <InboxResultPanel
                result={result}
                periodName={periodName}
                unitNameOf={unitNameOf}
                onDiscard={discard}
              />
            )}
          </div>
        )}
        <div className="receive-side">
          {mayReceive ? (
            <SourcePanel
              form={form}
              source={source}
              isDisabled={isWorking}
              onChange={(next) => {
                // Another place was not looked at yet.
                if (next.place !== source.place) discard();
                setSource(next);
              }}
              onPreview={() => {
                void look();
              }}
            />
          ) : (
            <Notice kind="info" title={t('receive.source.notAllowed')} />
          )}
          <UnwrittenPanel key={taken ?? 0} period={period.code} />
        </div>
        <div className="receive-main">
          {table.query.kind === 'loading' && <Busy isPage label={t('receive.loading')} />}
          {table.query.kind === 'refused' && <RefusalNotice refusal={table.query.refusal} />}
          {table.query.kind === 'ready' && (
            <ReceivedUnits
              view={table.query.value}
              received={received.query.kind === 'ready' ? received.query.value : []}
            />
          )}
          {mayReceive && (
            <ImportRegister runs={runs.query} periodName={periodName} unitNameOf={unitNameOf} />
          )}
        </div>
      </div>
    </Page>
  );
}

/** The page's one primary button: looks first, then takes in what was seen. */
function InboxAction(props: {
  /** How many bundles would be taken in; null before anybody looked. */
  readonly expected: number | null;
  /** Until when what was seen can be taken in. */
  readonly goodUntil: string | null;
  readonly isDisabled: boolean;
  readonly onTakeIn: () => void;
}) {
  const { t, formatTime } = useText();
  const { expected, goodUntil, isDisabled, onTakeIn } = props;
  return expected === null ? (
    <Button kind="primary" type="submit" form={sourceFormId} disabled={isDisabled}>
      {t('receive.source.preview')}
    </Button>
  ) : (
    <>
      {goodUntil !== null && (
        <span className="muted">
          {t('receive.source.goodUntil', { at: formatTime(goodUntil) })}
        </span>
      )}
      <Button kind="primary" disabled={isDisabled} onClick={onTakeIn}>
        {expected === 0
          ? t('receive.source.record')
          : t('receive.source.action', { count: expected })}
      </Button>
    </>
  );
}

function countOf(verdicts: readonly Verdict[]): number {
  return verdicts.filter(({ outcome }) => outcome === 'accepted').length;
}

function arrivedText(name: string, view: ConsolidatedView, t: Text['t']): string {
  const { units, missingUnits, returnedUnits } = view;
  const returned = returnedUnits.length;
  return t(returned === 0 ? 'receive.subtitle' : 'receive.subtitleReturned', {
    period: name,
    received: units.length - missingUnits.length,
    expected: units.length,
    returned,
  });
}
