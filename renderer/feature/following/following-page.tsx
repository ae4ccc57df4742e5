import { useState } from 'react';

import { isPressing } from '#shared/domain/reminder.ts';
import type { FollowingView } from '#shared/ipc/calls/following.ts';
import type { PeriodView } from '#shared/ipc/calls/sheet.ts';
import { useCurrentPeriod } from '../../state/navigation-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { Busy } from '../../ui/busy.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useText } from '../../ui/text.ts';
import './following-page.css';
import { PlanPart } from './plan-part.tsx';
import { ReminderDesk } from './reminder-desk.tsx';
import { ReportMatrix } from './report-matrix.tsx';

const tabs = ['reports', 'targets', 'pictures', 'reminders'] as const;
type Tab = (typeof tabs)[number];

/** What came and how complete it is, where targets stand, and who is to be reminded. */
export function FollowingPage() {
  const { t } = useText();
  const period = useCurrentPeriod();
  if (period === null) return <Busy isPage label={t('following.loading')} />;
  return <FollowingOfPeriod period={period} />;
}

function FollowingOfPeriod({ period }: { readonly period: PeriodView }) {
  const { t, formatDay } = useText();
  const { query } = useQuery('following.view', { period: period.code });
  const [tab, setTab] = useState<Tab>('reports');
  if (query.kind !== 'ready') {
    return (
      <Page title={t('following.title')} subtitle={period.name}>
        {query.kind === 'loading' ? (
          <Busy isPage label={t('following.loading')} />
        ) : (
          <RefusalNotice refusal={query.refusal} />
        )}
      </Page>
    );
  }
  const view = query.value;
  const open = view.reminders.filter(isPressing).length;
  return (
    <Page
      title={t('following.title')}
      subtitle={t('following.subtitle', {
        period: view.periodName,
        complete: view.units.filter(({ state }) => state === 'complete').length,
        expected: view.units.length,
        day: formatDay(view.lastCompliantDay),
      })}
      isFlush
      actions={
        <Segmented
          label={t('following.tabs.label')}
          value={tab}
          onChange={setTab}
          options={tabs.map((value) => ({
            value,
            label: t(`following.tabs.${value}`, { count: open }),
          }))}
        />
      }
    >
      <Part tab={tab} view={view} />
    </Page>
  );
}

function Part({ tab, view }: { readonly tab: Tab; readonly view: FollowingView }) {
  const { t } = useText();
  if (tab === 'targets' || tab === 'pictures') return <PlanPart tab={tab} period={view.period} />;
  if (view.units.length === 0) {
    return <EmptyState title={t('following.noUnits')}>{t('following.noUnitsHint')}</EmptyState>;
  }
  return tab === 'reports' ? <ReportMatrix view={view} /> : <ReminderDesk view={view} />;
}
