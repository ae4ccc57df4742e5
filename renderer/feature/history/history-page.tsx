import { useEffect, useRef } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import type { PeriodView } from '#shared/ipc/calls/sheet.ts';
import { isFiltering, useHistory } from '../../state/history-store.ts';
import { useCurrentPeriod, useNavigation } from '../../state/navigation-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import type { Text } from '../../ui/text.ts';
import { useText } from '../../ui/text.ts';
import { ChangeTable } from './change-table.tsx';
import { HistoryFilters, clearFilters } from './history-filters.tsx';
import './history-page.css';
import { useRestore } from './use-restore.ts';

/** Every change of the current period: who, when, from what to what, and why. */
export function HistoryPage() {
  const { t } = useText();
  const period = useCurrentPeriod();
  if (period === null) return <Busy isPage label={t('history.loading')} />;
  return <HistoryOfPeriod key={period.code} period={period} />;
}

function HistoryOfPeriod({ period }: { readonly period: PeriodView }) {
  const text = useText();
  const { t } = text;
  const open = useHistory((history) => history.open);
  const { query, reload } = useQuery('history.summary', { period: period.code });
  const summary = query.kind === 'ready' ? query.value : null;
  const mayRecord = summary?.mayRecord ?? false;
  const scroller = useRef<HTMLDivElement>(null);

  useEffect(() => {
    void open(period.code);
  }, [open, period.code]);

  const restore = useRestore(period.code, () => {
    reload();
    // The button that was pressed may be gone with the line that it stood in.
    if (document.activeElement === document.body) scroller.current?.focus();
  });
  return (
    <Page
      title={t('history.title')}
      subtitle={t('history.subtitle', {
        period: period.name,
        bundle: summary === null ? '…' : bundleText(summary, text),
      })}
      isFlush
      footer={t(mayRecord ? 'history.keys' : 'history.locked')}
    >
      {query.kind === 'refused' && <RefusalNotice refusal={query.refusal} />}
      <HistoryFilters forms={summary?.forms ?? []} bundle={summary?.bundle?.revision ?? null} />
      <ScrollRegion ref={scroller} className="history-scroll" label={t('history.table')}>
        <Found sealed={summary?.bundle?.revision ?? 0} onRestore={mayRecord ? restore : null} />
      </ScrollRegion>
    </Page>
  );
}

/** The changes that were found, or why there are none. */
function Found(props: {
  readonly sealed: number;
  readonly onRestore: ReturnType<typeof useRestore> | null;
}) {
  const { t } = useText();
  const { changes, next, filter, isReading, refusal, more, again } = useHistory();
  const go = useNavigation((place) => place.go);
  if (refusal !== null) {
    return (
      <div className="history-refusal">
        <RefusalNotice refusal={refusal}>
          <Button
            kind="quiet"
            onClick={() => {
              void again();
            }}
          >
            {t('frame.tryAgain')}
          </Button>
        </RefusalNotice>
      </div>
    );
  }
  if (changes === null) return <Busy isPage label={t('history.loading')} />;
  if (changes.length === 0 && isFiltering(filter)) {
    return (
      <EmptyState
        title={t('history.noneTitle')}
        action={<Button onClick={clearFilters}>{t('history.filters.clear')}</Button>}
      >
        {t('history.none')}
      </EmptyState>
    );
  }
  if (changes.length === 0) {
    return (
      <EmptyState
        title={t('history.nothingTitle')}
        action={
          props.onRestore === null ? undefined : (
            <Button
              kind="primary"
              onClick={() => {
                go('sheet');
              }}
            >
              {t('history.nothingAction')}
            </Button>
          )
        }
      >
        {t('history.nothing')}
      </EmptyState>
    );
  }
  return (
    <>
      <ChangeTable
        changes={changes}
        sealed={props.sealed}
        isAgainstBundle={filter.span === 'differing'}
        onRestore={props.onRestore}
      />
      {next !== null && (
        <div className="history-more">
          <Button
            disabled={isReading}
            onClick={() => {
              void more();
            }}
          >
            {t('history.more')}
          </Button>
        </div>
      )}
    </>
  );
}

function bundleText(summary: CallOutput<'history.summary'>, { t, formatInstant }: Text): string {
  const { bundle } = summary;
  if (bundle === null) return t('history.noBundle');
  const differing = summary.forms.filter((form) => form.differing > 0);
  const count = differing.reduce((sum, form) => sum + form.differing, 0);
  const forms = differing
    .map(({ name, differing: of }) => t('history.differingOf', { form: name, count: of }))
    .join(', ');
  return [
    t('history.bundle', { revision: bundle.revision, at: formatInstant(bundle.sealedAt) }),
    count === 0 ? t('history.asBundle') : t('history.differing', { count, forms }),
  ].join(' · ');
}
