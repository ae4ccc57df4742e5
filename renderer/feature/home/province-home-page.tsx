import type { ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import { useCurrentPeriod, useNavigation } from '../../state/navigation-store.ts';
import { useSession } from '../../state/session-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { Busy } from '../../ui/busy.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useText } from '../../ui/text.ts';
import { DeadlineCard } from './deadline-card.tsx';
import './home-page.css';
import { NextStepCard } from './next-step-card.tsx';
import { PlanStanding } from './plan-standing.tsx';
import { UnitList } from './unit-list.tsx';

/** What has come, who is missing, what is next: for the province. */
export function ProvinceHomePage() {
  const { t } = useText();
  const period = useCurrentPeriod();
  const code = period?.code;
  const { query } = useQuery('consolidation.view', code === undefined ? null : { period: code });
  const followed = useQuery('following.view', code === undefined ? null : { period: code }).query;
  const reports = followed.kind === 'ready' ? followed.value : null;
  return (
    <Page title={t('home.title')} subtitle={period?.name}>
      {query.kind === 'loading' && <Busy isPage />}
      {query.kind === 'refused' && <RefusalNotice refusal={query.refusal} />}
      {query.kind === 'ready' && period !== null && (
        <div className="home">
          <Next view={query.value} />
          <DeadlineCard
            period={period}
            isHandedIn={awaited(query.value) === 0}
            missing={query.value.missingUnits.length}
          />
          <PlanStanding reports={reports} />
          <UnitList view={query.value} reports={reports} />
        </div>
      )}
    </Page>
  );
}

function Next({ view }: { readonly view: ConsolidatedView }) {
  const { t, formatInstant } = useText();
  const role = useSession(({ state }) => state?.account?.role);
  const go = useNavigation((place) => place.go);
  const { lock } = view;
  if (lock !== null) {
    return (
      <NextStepCard
        title={t('home.steps.locked')}
        action={t('home.steps.consolidateAction')}
        isMine
        onAct={() => {
          go('consolidation');
        }}
      >
        <p className="muted">
          {t('home.steps.lockedBody', {
            number: lock.number,
            at: formatInstant(lock.lockedAt),
          })}
        </p>
        {lock.newerUnits.length > 0 && (
          <p className="muted">{t('home.steps.lockedNewer', { count: lock.newerUnits.length })}</p>
        )}
      </NextStepCard>
    );
  }
  const expected = view.units.length;
  const missing = view.missingUnits.length;
  const returned = view.returnedUnits.length;
  const isReceiving = role === 'receiver' && awaited(view) > 0;
  const state =
    awaited(view) === 0
      ? t('home.steps.consolidateBody', { count: expected })
      : t('home.steps.consolidateSomeBody', { received: expected - awaited(view), expected });
  return (
    <NextStepCard
      title={t(isReceiving ? 'home.steps.receive' : 'home.steps.consolidate')}
      action={t(isReceiving ? 'home.steps.receiveAction' : 'home.steps.consolidateAction')}
      isMine
      onAct={() => {
        go(isReceiving ? 'receive' : 'consolidation');
      }}
    >
      {!isReceiving && <p className="muted">{state}</p>}
      {isReceiving && missing > 0 && (
        <p className="muted">{t('home.steps.receiveBody', { count: missing })}</p>
      )}
      {returned > 0 && (
        <p className="muted">{t('home.steps.returnedReports', { count: returned })}</p>
      )}
    </NextStepCard>
  );
}

/** How many units the totals still wait for: those that sent nothing, and those that have to send anew. */
function awaited({ missingUnits, returnedUnits }: ConsolidatedView): number {
  return missingUnits.length + returnedUnits.length;
}
