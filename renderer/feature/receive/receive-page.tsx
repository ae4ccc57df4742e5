import { useState } from 'react';

import type { ConsolidatedView, Verdict } from '#shared/ipc/calls/exchange.ts';
import type { PeriodView } from '#shared/ipc/calls/sheet.ts';
import { call } from '../../client.ts';
import { useCurrentPeriod, useNavigation } from '../../state/navigation-store.ts';
import { useSession } from '../../state/session-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Text } from '../../ui/text.ts';
import { useText } from '../../ui/text.ts';
import { VerdictList } from '../../ui/verdict-list.tsx';
import './receive-page.css';
import { RefuseDialog } from './refuse-dialog.tsx';
import { ReceivedUnits } from './received-units.tsx';
import { SourcePanel, sourceFormId } from './source-panel.tsx';
import type { Source } from './source-panel.tsx';

type Reading = {
  readonly place: string;
  readonly handle: string;
  readonly verdicts: readonly Verdict[];
};

const emptySource: Source = { place: null, password: '', wasTried: false };

/** The province takes bundles in: a place, a password, one verdict for each file. */
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
  const received = useQuery('bundle.received', {});
  const table = useQuery('consolidation.view', { period: period.code });
  const [source, setSource] = useState(emptySource);
  const [reading, setReading] = useState<Reading | null>(null);
  const task = useTask();
  const mayReceive = role === 'receiver';

  const receive = async () => {
    const { place, password } = source;
    if (place === null || password === '') {
      setSource({ ...source, wasTried: true });
      return;
    }
    setReading(null);
    const verdicts = await task.run(() =>
      call('bundle.receive', { place: place.handle, password }),
    );
    setSource({ ...source, password: '', wasTried: false });
    if (verdicts === null) return;
    setReading({ place: place.label, handle: place.handle, verdicts });
    received.reload();
    table.reload();
  };

  const arrived =
    table.query.kind === 'ready' ? arrivedText(period.name, table.query.value, t) : period.name;

  return (
    <Page
      title={t('receive.title')}
      subtitle={arrived}
      actions={
        mayReceive && (
          <Button kind="primary" type="submit" form={sourceFormId} disabled={task.isRunning}>
            {t('receive.source.action')}
          </Button>
        )
      }
    >
      <div className="receive-page">
        <div className="receive-main">
          {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
          {task.isRunning && (
            <Panel title={t('receive.source.working')}>
              <Busy label={source.place?.label ?? ''} />
              <p className="muted">{t('receive.source.workingHint')}</p>
            </Panel>
          )}
          {reading !== null && (
            <ReadingResult
              reading={reading}
              periodName={(code) => periods?.find((known) => known.code === code)?.name ?? code}
            />
          )}
          {table.query.kind === 'loading' && <Busy isPage label={t('receive.loading')} />}
          {table.query.kind === 'refused' && <RefusalNotice refusal={table.query.refusal} />}
          {table.query.kind === 'ready' && (
            <ReceivedUnits
              view={table.query.value}
              received={received.query.kind === 'ready' ? received.query.value : []}
            />
          )}
        </div>
        <div className="receive-side">
          {mayReceive ? (
            <SourcePanel
              source={source}
              isDisabled={task.isRunning}
              onChange={setSource}
              onReceive={() => {
                void receive();
              }}
            />
          ) : (
            <Notice kind="info" title={t('receive.source.notAllowed')} />
          )}
        </div>
      </div>
    </Page>
  );
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

function ReadingResult(props: {
  readonly reading: Reading;
  readonly periodName: (code: string) => string;
}) {
  const { t } = useText();
  const { place, handle, verdicts } = props.reading;
  const [refusing, setRefusing] = useState<string | null>(null);
  const written = verdicts.filter((verdict) => verdict.receiptFileName !== null).length;
  return (
    <Panel title={t('receive.result.title', { place })}>
      <VerdictList
        verdicts={verdicts}
        periodName={props.periodName}
        actionOf={(verdict) =>
          isAnswerable(verdict) && (
            <Button
              kind="quiet"
              onClick={() => {
                setRefusing(verdict.fileName);
              }}
            >
              {t('verdict.refuse')}
            </Button>
          )
        }
      />
      {refusing !== null && (
        <RefuseDialog
          place={handle}
          fileName={refusing}
          onClose={() => {
            setRefusing(null);
          }}
        />
      )}
      {written > 0 && <p className="muted">{t('receive.result.receipts', { written })}</p>}
    </Panel>
  );
}

/** Whether a unit verifiably sent what was refused: such a file can be answered with a signed no. */
function isAnswerable({ outcome, unit, refusal }: Verdict): boolean {
  if (outcome !== 'refused' || unit === null || refusal === null) return false;
  return !['sender-revoked', 'internal-fault', 'store-unwritable'].includes(refusal.code);
}
