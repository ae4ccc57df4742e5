import type { SheetFinding } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { mainView, useReport } from '../../state/report-store.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StateBadge } from '../../ui/badge.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useText } from '../../ui/text.ts';
import { useTask } from '../../state/use-task.ts';
import type { Task } from '../../state/use-task.ts';
import './approval-page.css';
import { EventLog } from './event-log.tsx';
import { FigureTable } from './figure-table.tsx';
import { FindingList } from './finding-list.tsx';
import { StepButtons } from './step-buttons.tsx';

/** Where the figures are looked through and the report is moved on or back. */
export function ApprovalPage() {
  const { t } = useText();
  const views = useReport((report) => report.views);
  const refusal = useReport((report) => report.refusal);
  const view = mainView({ views });
  const task = useTask();
  if (refusal !== null) return <RefusalNotice refusal={refusal} />;
  if (view === null || views === null) return <Busy isPage />;
  const { submission } = view;
  if (submission === null) {
    return <EmptyState title={t('approval.title')}>{t('approval.provinceOnly')}</EmptyState>;
  }
  return (
    <Page
      title={t('approval.title')}
      subtitle={t('approval.subtitle', {
        period: view.periodName,
        revision: submission.revision,
        filled: view.filled,
        toFill: view.toFill,
      })}
      actions={
        <StepButtons submission={submission} blockers={blockersOf(views).length} task={task} />
      }
    >
      <Top views={views} task={task} />
      <div className="approval">
        <FigureTable views={views} />
        <div className="approval-side">
          <section className="approval-part">
            <h2>{t('approval.stateTitle')}</h2>
            <StateBadge state={submission.state} />
            <p className="caption">{t(`approval.nobody.${submission.state}`)}</p>
          </section>
          <FindingList views={views} />
          <EventLog submission={submission} />
        </div>
      </div>
    </Page>
  );
}

function Top({ views, task }: { readonly views: readonly SheetView[]; readonly task: Task }) {
  const { t } = useText();
  const goToCell = useNavigation((place) => place.goToCell);
  const blockers = blockersOf(views);
  const first = blockers[0];
  const isAsked = views[0]?.submission?.actions.includes('submit') === true;
  return (
    <div className="approval-top">
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {isAsked && first !== undefined && (
        <Notice kind="warning" title={t('approval.blocked', { count: blockers.length })}>
          {t('approval.blockedBody')}{' '}
          <Button
            kind="quiet"
            onClick={() => {
              goToCell({ form: first.form, row: first.row, column: first.column });
            }}
          >
            {t('approval.firstError')}
          </Button>
        </Notice>
      )}
    </div>
  );
}

/** What keeps the report from being sent: errors, and figures that want an explanation. */
function blockersOf(
  views: readonly SheetView[],
): readonly (SheetFinding & { readonly form: string })[] {
  return views.flatMap(({ form, findings }) =>
    findings.filter((finding) => finding.isBlocking).map((finding) => ({ ...finding, form })),
  );
}
