import { useState } from 'react';

import type { ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import type { PeriodView } from '#shared/ipc/calls/sheet.ts';
import { useCurrentPeriod, useNavigation } from '../../state/navigation-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useText } from '../../ui/text.ts';
import './consolidation-page.css';
import { ConsolidationTable } from './consolidation-table.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { FigureInspector } from './figure-inspector.tsx';
import type { FigurePlace } from './figure-text.ts';
import { MissingUnits } from './missing-units.tsx';
import { StatusLegend } from './status-mark.tsx';

/** The province's figures: indicators by units, targets and differences, who is missing on top. */
export function ConsolidationPage() {
  const { t } = useText();
  const period = useCurrentPeriod();
  if (period === null) return <Busy isPage label={t('consolidation.loading')} />;
  return <ConsolidationOfPeriod key={period.code} period={period} />;
}

function ConsolidationOfPeriod({ period }: { readonly period: PeriodView }) {
  const { t } = useText();
  const { query } = useQuery('consolidation.view', { period: period.code });
  switch (query.kind) {
    case 'loading':
      return (
        <Page title={t('consolidation.title')} subtitle={period.name}>
          <Busy isPage label={t('consolidation.loading')} />
        </Page>
      );
    case 'refused':
      return (
        <Page title={t('consolidation.title')} subtitle={period.name}>
          <RefusalNotice refusal={query.refusal} />
        </Page>
      );
    case 'ready':
      return hasFigures(query.value) ? (
        <ConsolidationDesk view={query.value} />
      ) : (
        <NothingReceived view={query.value} />
      );
  }
}

function ConsolidationDesk({ view }: { readonly view: ConsolidatedView }) {
  const { t } = useText();
  const [open, setOpen] = useState<FigurePlace | null>(null);
  const [isExporting, setIsExporting] = useState(false);

  return (
    <Page
      title={t('consolidation.title')}
      subtitle={arrivedText(view, t)}
      isFlush
      actions={
        <Button
          kind="primary"
          onClick={() => {
            setIsExporting(true);
          }}
        >
          {t('export.action')}
        </Button>
      }
      footer={
        <div className="consolidation-foot">
          <span>{t('consolidation.keys')}</span>
          <StatusLegend />
        </div>
      }
    >
      <div className="consolidation">
        <div className="consolidation-main">
          <MissingUnits view={view} />
          <ConsolidationTable view={view} open={open} onOpen={setOpen} />
        </div>
        {open !== null && (
          <FigureInspector
            view={view}
            place={open}
            onClose={() => {
              setOpen(null);
            }}
          />
        )}
        {isExporting && (
          <ExportDialog
            period={view.period}
            onClose={() => {
              setIsExporting(false);
            }}
          />
        )}
      </div>
    </Page>
  );
}

function NothingReceived({ view }: { readonly view: ConsolidatedView }) {
  const { t } = useText();
  const go = useNavigation((navigation) => navigation.go);
  return (
    <Page title={t('consolidation.title')} subtitle={arrivedText(view, t)}>
      <EmptyState
        title={t('consolidation.empty.title')}
        action={
          <Button
            kind="primary"
            onClick={() => {
              go('receive');
            }}
          >
            {t('consolidation.empty.action')}
          </Button>
        }
      >
        {t('consolidation.empty.text')}
      </EmptyState>
    </Page>
  );
}

function hasFigures(view: ConsolidatedView): boolean {
  return (
    view.units.some((unit) => unit.receivedAt !== null) ||
    view.rows.some((row) => row.total.kind === 'number')
  );
}

function arrivedText(view: ConsolidatedView, t: ReturnType<typeof useText>['t']): string {
  const returned = view.returnedUnits.length;
  return t(returned === 0 ? 'consolidation.subtitle' : 'consolidation.subtitleReturned', {
    period: view.periodName,
    received: view.units.length - view.missingUnits.length,
    expected: view.units.length,
    returned,
  });
}
