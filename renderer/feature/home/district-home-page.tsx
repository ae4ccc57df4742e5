import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { useCurrentPeriod, useNavigation } from '../../state/navigation-store.ts';
import { useSession } from '../../state/session-store.ts';
import { mainView, useReport } from '../../state/report-store.ts';
import { Busy } from '../../ui/busy.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useText } from '../../ui/text.ts';
import { DeadlineCard } from './deadline-card.tsx';
import { FreshnessCard } from './freshness-card.tsx';
import { FormsCard } from './forms-card.tsx';
import './home-page.css';
import { NextStepCard } from './next-step-card.tsx';
import { nextStep } from './next-step.ts';
import { ProvinceWord } from './province-word.tsx';
import { ReportLine } from './report-line.tsx';
import { TargetBars } from './target-bars.tsx';
import { WaitingCatalogue } from './waiting-catalogue.tsx';

/** What is next, how long is left, where does the unit stand: for a district. */
export function DistrictHomePage() {
  const { t } = useText();
  const views = useReport((report) => report.views);
  const refusal = useReport((report) => report.refusal);
  const view = mainView({ views });
  const forms = useReport((report) => report.forms);
  const period = useCurrentPeriod();
  return (
    <Page title={t('home.title')} subtitle={period?.name}>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
      {refusal === null && (view === null || period === null) && <Busy isPage />}
      {view !== null && period !== null && (
        <div className="home">
          <Next view={view} views={views ?? []} />
          <DeadlineCard
            period={period}
            isHandedIn={period.state === 'sealed' || period.state === 'received'}
          />
          <FreshnessCard />
          <WaitingCatalogue />
          <ReportLine view={view} />
          {forms !== null && <FormsCard forms={forms} />}
          <ProvinceWord period={period.code} />
          {view.rows.some((row) => row.provinceTarget !== null) && <TargetBars rows={view.rows} />}
        </div>
      )}
    </Page>
  );
}

function Next(props: { readonly view: SheetView; readonly views: readonly SheetView[] }) {
  const { t } = useText();
  const role = useSession(({ state }) => state?.account?.role ?? 'recorder');
  const go = useNavigation((place) => place.go);
  const goToCell = useNavigation((place) => place.goToCell);
  const { view, views } = props;
  const { submission } = view;
  const step = nextStep(role, {
    state: submission?.state ?? 'recording',
    revision: submission?.revision ?? 1,
    filled: view.filled,
    toFill: view.toFill,
    blockers: views.flatMap(({ findings }) => findings).filter((finding) => finding.isBlocking)
      .length,
    firstEmpty: firstEmpty(view),
  });
  const last = submission?.events.at(-1);
  return (
    <NextStepCard
      title={t(step.title, step.facts)}
      action={t(step.action)}
      isMine={step.isMine}
      onAct={() => {
        if (step.cell === null) go(step.page);
        else goToCell(step.cell);
      }}
    >
      {last?.action === 'return' && last.reason !== null && (
        <p>{t('home.steps.returnedBody', { by: last.by, reason: last.reason })}</p>
      )}
      <p className="muted">{t(step.body, step.facts)}</p>
    </NextStepCard>
  );
}

/** The first row that the unit has to fill and that holds nothing yet. */
function firstEmpty(view: SheetView) {
  const finding = view.findings.find(({ code }) => code === 'row-not-filled');
  return finding === undefined
    ? null
    : { form: view.form, row: finding.row, column: finding.column };
}
