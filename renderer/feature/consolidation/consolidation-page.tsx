import { useRef, useState } from 'react';

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
import type { Text } from '../../ui/text.ts';
import './consolidation-lock.css';
import './consolidation-page.css';
import { ConsolidationTable } from './consolidation-table.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { FigureInspector } from './figure-inspector.tsx';
import { leastShare } from './figure-text.ts';
import type { FigurePlace } from './figure-text.ts';
import { LiftDialog, LockDialog } from './lock-dialog.tsx';
import { LockStrip } from './lock-strip.tsx';
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
  const [from, setFrom] = useState(0);
  const { query, reload } = useQuery('consolidation.view', { period: period.code, from });
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
        <ConsolidationDesk key={from} view={query.value} onPage={setFrom} onLocked={reload} />
      ) : (
        <NothingReceived view={query.value} />
      );
  }
}

function ConsolidationDesk(props: {
  readonly view: ConsolidatedView;
  readonly onPage: (from: number) => void;
  readonly onLocked: () => void;
}) {
  const text = useText();
  const { t } = text;
  const { view, onPage, onLocked } = props;
  const main = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<FigurePlace | null>(null);
  const [isBehindTotal, setIsBehindTotal] = useState(false);
  const [dialog, setDialog] = useState<'lock' | 'lift' | 'export' | null>(null);

  const show = (place: FigurePlace | null) => {
    setIsBehindTotal(false);
    setOpen(place);
  };
  // Back to the unit's door in the province's figure, or to the figure in the table.
  const goBack = () => {
    if (open === null) return;
    if (isBehindTotal) {
      show({ row: open.row, column: 0 });
      focusIn(`[data-door="${String(open.column)}"]`);
      return;
    }
    show(null);
    focusIn(`[data-figure="${String(open.row)}:${String(open.column)}"]`);
  };
  const focusIn = (selector: string) => {
    // What is to get the keyboard may be drawn by this very change.
    requestAnimationFrame(() => main.current?.querySelector<HTMLElement>(selector)?.focus());
  };
  const closeDialog = () => {
    setDialog(null);
  };
  const locked = () => {
    setDialog(null);
    onLocked();
  };

  return (
    <Page
      title={t('consolidation.title')}
      subtitle={coveredText(view, text)}
      isFlush
      actions={
        <>
          <Button
            kind={view.mayLock && view.lock === null ? 'secondary' : 'primary'}
            onClick={() => {
              setDialog('export');
            }}
          >
            {t('export.action')}
          </Button>
          {view.mayLock && view.lock === null && (
            <Button
              kind="primary"
              onClick={() => {
                setDialog('lock');
              }}
            >
              {t('periodLock.action')}
            </Button>
          )}
        </>
      }
      footer={
        <div className="consolidation-foot">
          <span>
            {t('consolidation.keys')}
            {!view.mayLock && view.lock === null && ` · ${t('periodLock.whoLocks')}`}
          </span>
          <StatusLegend />
        </div>
      }
    >
      <div className="consolidation" ref={main}>
        <div className="consolidation-main">
          {view.lock !== null && (
            <LockStrip
              view={view}
              lock={view.lock}
              onLift={() => {
                setDialog('lift');
              }}
            />
          )}
          <MissingUnits view={view} />
          {view.shown.count < view.units.length && <UnitPages view={view} onPage={onPage} />}
          <ConsolidationTable view={view} open={open} onOpen={show} />
        </div>
        {open !== null && (
          <FigureInspector
            view={view}
            place={open}
            isBehindTotal={isBehindTotal}
            onUnit={(place) => {
              setOpen(place);
              setIsBehindTotal(true);
              focusIn('.figure-inspector button');
            }}
            onBack={goBack}
          />
        )}
      </div>
      {dialog === 'export' && <ExportDialog period={view.period} onClose={closeDialog} />}
      {dialog === 'lock' && (
        <LockDialog
          period={view.period}
          periodName={view.periodName}
          onClose={closeDialog}
          onDone={locked}
        />
      )}
      {dialog === 'lift' && view.lock !== null && (
        <LiftDialog
          period={view.period}
          number={view.lock.number}
          onClose={closeDialog}
          onDone={locked}
        />
      )}
    </Page>
  );
}

/** Which of very many units stand in the table, and the way to the others. */
function UnitPages(props: {
  readonly view: ConsolidatedView;
  readonly onPage: (from: number) => void;
}) {
  const { t } = useText();
  const { units, shown } = props.view;
  const next = shown.from + shown.count;
  return (
    <nav className="unit-pages" aria-label={t('consolidation.column.counted')}>
      <span>{t('periodLock.unitsPage', { from: shown.from + 1, to: next, of: units.length })}</span>
      <Button
        kind="quiet"
        disabled={shown.from === 0}
        onClick={() => {
          props.onPage(Math.max(0, shown.from - unitsAtOnce));
        }}
      >
        {t('periodLock.unitsBefore')}
      </Button>
      <Button
        kind="quiet"
        disabled={next >= units.length}
        onClick={() => {
          props.onPage(next);
        }}
      >
        {t('periodLock.unitsAfter')}
      </Button>
    </nav>
  );
}

/** As many as the services give at a time. */
const unitsAtOnce = 60;

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

function coveredText(view: ConsolidatedView, text: Text): string {
  const share = leastShare(view);
  const arrived = arrivedText(view, text.t);
  return share === null
    ? arrived
    : text.t('periodLock.coverageLeast', { text: arrived, share: text.formatDecimal(share) });
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
