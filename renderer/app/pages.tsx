import { lazy, Suspense } from 'react';
import type { ComponentType, ReactNode } from 'react';

import { useNavigation } from '../state/navigation-store.ts';
import type { PageName } from '../state/navigation-store.ts';
import { useSession } from '../state/session-store.ts';
import { Busy } from '../ui/busy.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { RefusalNotice } from '../ui/notice.tsx';
import { useText } from '../ui/text.ts';
import { PageBoundary } from './page-boundary.tsx';

const DistrictHome = pageOf(
  async () => (await import('../feature/home/district-home-page.tsx')).DistrictHomePage,
);
const ProvinceHome = pageOf(
  async () => (await import('../feature/home/province-home-page.tsx')).ProvinceHomePage,
);

/** Each page is its own chunk, read when it is first opened. */
const pages: Readonly<Record<Exclude<PageName, 'home'>, ComponentType>> = {
  sheet: pageOf(async () => (await import('../feature/sheet/sheet-page.tsx')).SheetPage),
  excel: pageOf(async () => (await import('../feature/excel/excel-page.tsx')).ExcelPage),
  drafts: pageOf(async () => (await import('../feature/drafts/drafts-page.tsx')).DraftsPage),
  approval: pageOf(
    async () => (await import('../feature/approval/approval-page.tsx')).ApprovalPage,
  ),
  attachments: pageOf(
    async () => (await import('../feature/attachments/attachments-page.tsx')).AttachmentsPage,
  ),
  bundle: pageOf(async () => (await import('../feature/bundle/bundle-page.tsx')).BundlePage),
  report: pageOf(async () => (await import('../feature/report/report-page.tsx')).ReportPage),
  receive: pageOf(async () => (await import('../feature/receive/receive-page.tsx')).ReceivePage),
  'received-report': pageOf(
    async () => (await import('../feature/received/received-report-page.tsx')).ReceivedReportPage,
  ),
  streams: pageOf(async () => (await import('../feature/streams/streams-page.tsx')).StreamsPage),
  consolidation: pageOf(
    async () => (await import('../feature/consolidation/consolidation-page.tsx')).ConsolidationPage,
  ),
  catalogue: pageOf(
    async () => (await import('../feature/catalogue/catalogue-page.tsx')).CataloguePage,
  ),
  following: pageOf(
    async () => (await import('../feature/following/following-page.tsx')).FollowingPage,
  ),
  plan: pageOf(async () => (await import('../feature/plan/plan-page.tsx')).PlanPage),
  history: pageOf(async () => (await import('../feature/history/history-page.tsx')).HistoryPage),
  trust: pageOf(async () => (await import('../feature/trust/trust-page.tsx')).TrustPage),
  settings: pageOf(
    async () => (await import('../feature/settings/settings-page.tsx')).SettingsPage,
  ),
};

/** These show figures of the current period and wait until it is known. */
const ofPeriod: ReadonlySet<PageName> = new Set<PageName>([
  'home',
  'sheet',
  'excel',
  'drafts',
  'approval',
  'attachments',
  'bundle',
  'report',
  'receive',
  'received-report',
  'streams',
  'consolidation',
  'following',
  'history',
]);

/** The page that the rail stands on. */
export function CurrentPage() {
  const page = useNavigation((place) => place.page);
  const side = useSession(({ state }) => state?.store?.side ?? 'district');
  const Home = side === 'district' ? DistrictHome : ProvinceHome;
  const Chosen = page === 'home' ? Home : pages[page];
  return (
    <PageBoundary>
      <Suspense fallback={<Busy isPage />}>
        {ofPeriod.has(page) ? (
          <OncePeriodIsKnown>
            <Chosen />
          </OncePeriodIsKnown>
        ) : (
          <Chosen />
        )}
      </Suspense>
    </PageBoundary>
  );
}

function OncePeriodIsKnown({ children }: { readonly children: ReactNode }) {
  const { t } = useText();
  const periods = useNavigation((place) => place.periods);
  const period = useNavigation((place) => place.period);
  const refusal = useNavigation((place) => place.refusal);
  if (period !== null) return children;
  if (refusal !== null) return <RefusalNotice refusal={refusal} />;
  if (periods === null) return <Busy isPage />;
  return <EmptyState title={t('frame.noPeriods')}>{t('frame.noPeriodsHint')}</EmptyState>;
}

function pageOf(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}
