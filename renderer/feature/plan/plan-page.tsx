import { useEffect, useRef, useState } from 'react';

import type { PlanView } from '#shared/ipc/calls/plan.ts';
import { useQuery } from '../../state/use-query.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useText } from '../../ui/text.ts';
import { AssignmentList } from './assignment-list.tsx';
import { FundingList } from './funding-list.tsx';
import { IndicatorList } from './indicator-list.tsx';
import { PeriodTable } from './period-table.tsx';
import './plan-page.css';
import { partOf, planParts, showItem, yearsOf } from './plan-parts.ts';
import type { PlanPart } from './plan-parts.ts';
import { PlanSearch } from './plan-search.tsx';
import { TargetTable } from './target-table.tsx';
import { TaskList } from './task-list.tsx';
import { UnitList } from './unit-list.tsx';

/** The whole plan with its original wording, found without accents. */
export function PlanPage() {
  const { t } = useText();
  const { query } = useQuery('plan.view', {});
  if (query.kind === 'ready') return <PlanDesk plan={query.value} />;
  return (
    <Page title={t('plan.titleShort')}>
      {query.kind === 'refused' ? (
        <RefusalNotice refusal={query.refusal} />
      ) : (
        <Busy isPage label={t('plan.loading')} />
      )}
    </Page>
  );
}

/** A hit that was chosen; the same item may be chosen twice, so each choice has its own object. */
type Jump = { readonly id: string };

function PlanDesk({ plan }: { readonly plan: PlanView }) {
  const { t, formatDay } = useText();
  const [part, setPart] = useState<PlanPart>('indicators');
  const [jump, setJump] = useState<Jump | null>(null);
  const content = useRef<HTMLDivElement>(null);

  // The item may stand in a part that was just drawn; only then can it be scrolled to.
  useEffect(() => {
    if (jump !== null) showItem(jump.id);
  }, [jump]);

  const openAll = (isOpen: boolean) => {
    content.current?.querySelectorAll('details').forEach((details) => {
      details.open = isOpen;
    });
  };
  const show = (id: string) => {
    setPart(partOf(plan, id) ?? part);
    setJump({ id });
  };
  const found = jump?.id ?? null;

  return (
    <Page
      title={t('plan.title', { number: plan.number })}
      subtitle={t('plan.subtitle', {
        date: formatDay(plan.date),
        issuer: plan.issuer,
        version: plan.version,
      })}
      isFlush
      actions={<PlanSearch plan={plan} onChoose={show} />}
    >
      <div className="plan">
        <div className="plan-bar">
          <Segmented
            label={t('plan.tabsLabel')}
            value={part}
            onChange={(chosen) => {
              setPart(chosen);
              setJump(null);
            }}
            options={planParts.map((value) => ({
              value,
              label: t(`plan.tabs.${value}`, yearsOf(plan)),
            }))}
          />
          {hasDetails(part) && (
            <span>
              <Button
                kind="quiet"
                onClick={() => {
                  openAll(true);
                }}
              >
                {t('plan.expandAll')}
              </Button>
              <Button
                kind="quiet"
                onClick={() => {
                  openAll(false);
                }}
              >
                {t('plan.collapseAll')}
              </Button>
            </span>
          )}
        </div>
        <div className="plan-content" ref={content} key={part}>
          <Part plan={plan} part={part} found={found} onShow={show} />
        </div>
      </div>
    </Page>
  );
}

function Part(props: {
  readonly plan: PlanView;
  readonly part: PlanPart;
  readonly found: string | null;
  /** Goes to an item of any part. */
  readonly onShow: (id: string) => void;
}) {
  switch (props.part) {
    case 'indicators':
      return <IndicatorList {...props} />;
    case 'targetsOfYear':
    case 'targetsLater':
      return <TargetTable {...props} isFirst={props.part === 'targetsOfYear'} />;
    case 'tasks':
      return <TaskList {...props} />;
    case 'assignments':
      return <AssignmentList {...props} />;
    case 'funding':
      return <FundingList {...props} />;
    case 'periods':
      return <PeriodTable {...props} />;
    case 'units':
      return <UnitList {...props} />;
  }
}

function hasDetails(part: PlanPart): boolean {
  return part === 'indicators' || part === 'tasks' || part === 'assignments' || part === 'units';
}
