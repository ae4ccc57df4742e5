import { useState } from 'react';

import type { SubmissionState } from '#shared/domain/workflow.ts';
import type { PeriodView } from '#shared/ipc/calls/sheet.ts';
import { call } from '../../client.ts';
import { useCurrentPeriod } from '../../state/navigation-store.ts';
import { useSession } from '../../state/session-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useText } from '../../ui/text.ts';
import './report-page.css';

/**
 * Biểu số 01, or at the province what was consolidated, exactly as it will be printed, and the ways
 * onto paper.
 */
export function ReportPage() {
  const { t } = useText();
  const period = useCurrentPeriod();
  if (period === null) return <Busy isPage label={t('report.loading')} />;
  if (period.kind === 'plan') {
    return (
      <Page title={t('report.title')} subtitle={period.name}>
        <EmptyState title={t('report.noneTitle')}>{t('report.noneBody')}</EmptyState>
      </Page>
    );
  }
  return <ReportOfPeriod key={period.code} period={period} />;
}

function ReportOfPeriod({ period }: { readonly period: PeriodView }) {
  const { t } = useText();
  const { query, reload } = useQuery('report.preview', { period: period.code });
  const task = useTask();
  const [work, setWork] = useState<'save' | 'print'>('save');
  const [saved, setSaved] = useState<string | null>(null);
  const side = useSession(({ state }) => state?.store?.side ?? 'district');
  const isProvince = side === 'province';
  const about = t(isProvince ? 'report.consolidatedSubtitle' : 'report.subtitle', {
    period: period.name,
  });
  const isReady = query.kind === 'ready' && !task.isRunning;

  const save = async () => {
    setWork('save');
    setSaved(null);
    const folder = await task.run(() => call('place.pickFolder', {}));
    if (folder === null) return;
    const written = await task.run(() =>
      call('report.savePdf', { period: period.code, folder: folder.handle }),
    );
    if (written === null) return;
    const { fileName, pages } = written;
    setSaved(t('report.save.done', { fileName, pages, folder: folder.label }));
  };
  const print = async () => {
    setWork('print');
    setSaved(null);
    await task.run(() => call('report.print', { period: period.code }));
  };

  return (
    <Page
      title={t('report.title')}
      subtitle={
        query.kind === 'ready'
          ? `${about} · ${t('report.pages', { pages: query.value.pages })}`
          : about
      }
      isFlush
      actions={
        <>
          {task.isRunning && <Busy label={t(`report.${work}.working`)} />}
          <Button
            disabled={!isReady}
            onClick={() => {
              void print();
            }}
          >
            {t('report.print.action')}
          </Button>
          <Button
            kind="primary"
            disabled={!isReady}
            onClick={() => {
              void save();
            }}
          >
            {t('report.save.action')}
          </Button>
        </>
      }
    >
      <div className="report">
        <div className="report-notices">
          {isDraft(period.state) && (
            <Notice kind="info" title={t('report.draft.title')}>
              {t('report.draft.text')}
            </Notice>
          )}
          {saved !== null && (
            <Notice kind="success" title={t('report.save.doneTitle')}>
              {saved}
            </Notice>
          )}
          {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
        </div>
        {query.kind === 'loading' && <Busy isPage label={t('report.loading')} />}
        {query.kind === 'refused' && (
          <div className="report-notices">
            <RefusalNotice refusal={query.refusal} />
            <div>
              <Button onClick={reload}>{t('report.refresh')}</Button>
            </div>
          </div>
        )}
        {query.kind === 'ready' && (
          <iframe
            className="report-paper"
            title={t(isProvince ? 'report.consolidatedFrame' : 'report.frame')}
            src={query.value.address}
          />
        )}
      </div>
    </Page>
  );
}

/** Whether the print carries "BẢN NHÁP": the province has no states, its prints are never drafts. */
function isDraft(state: SubmissionState | null): boolean {
  return state === 'recording' || state === 'awaiting-check' || state === 'awaiting-approval';
}
