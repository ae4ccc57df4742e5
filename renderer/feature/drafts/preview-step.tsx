import { useState } from 'react';
import type { ReactNode } from 'react';

import type { PeriodCode } from '#shared/domain/period.ts';
import type { DraftCell, DraftsPreview } from '#shared/ipc/calls/drafts.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useText } from '../../ui/text.ts';
import { isTakable, placeOf } from './draft-cells.ts';
import { PreviewTable } from './preview-table.tsx';

const filters = ['taken', 'changed', 'refused', 'unchanged'] as const;
type Filter = (typeof filters)[number];

/** Every cell of the other computer with what it would change; nothing is recorded before the button. */
export function PreviewStep(props: {
  readonly period: PeriodCode;
  readonly preview: DraftsPreview;
  readonly frame: (actions: ReactNode, children: ReactNode) => ReactNode;
  readonly onDone: (taken: CallOutput<'drafts.take'>) => void;
}) {
  const { t, formatInstant } = useText();
  const { preview } = props;
  const task = useTask();
  const settle = useSheet((sheet) => sheet.settle);
  const lists = listsOf(preview);
  const [filter, setFilter] = useState<Filter>(
    () => filters.find((each) => lists[each].length > 0) ?? 'taken',
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const accepted = lists.taken.filter((cell) => !left.has(placeOf(cell)));

  const record = async () => {
    await settle();
    const taken = await task.run(() =>
      call('drafts.take', {
        statement: preview.statement,
        accepted: accepted.map(({ form, row, column, before, after }) => ({
          form,
          row,
          column,
          before,
          after,
        })),
      }),
    );
    if (taken !== null) props.onDone(taken);
  };

  return props.frame(
    <Button
      kind="primary"
      disabled={accepted.length === 0 || task.isRunning}
      onClick={() => {
        void record();
      }}
    >
      {t('drafts.preview.go', { count: accepted.length })}
    </Button>,
    <>
      {task.isRunning && <Busy label={t('drafts.preview.working')} />}
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      <AgeNotices preview={preview} period={props.period} />
      <Panel
        title={t('drafts.preview.title', {
          computer: preview.computer,
          sequence: preview.sequence,
          at: formatInstant(preview.sealedAt),
        })}
        aside={
          <Segmented
            label={t('drafts.preview.filter')}
            value={filter}
            onChange={setFilter}
            options={filters.map((value) => ({
              value,
              label: t(`drafts.preview.filters.${value}`, { count: lists[value].length }),
            }))}
          />
        }
      >
        <PreviewTable
          key={filter}
          preview={preview}
          cells={lists[filter]}
          left={left}
          onLeave={setLeft}
        />
      </Panel>
    </>,
  );
}

/** What has to be known before anything is taken: another period, or an older file. */
function AgeNotices({
  preview,
  period,
}: {
  readonly preview: DraftsPreview;
  readonly period: PeriodCode;
}) {
  const { t, formatInstant } = useText();
  return (
    <>
      {preview.period !== period && (
        <Notice
          kind="info"
          title={t('drafts.preview.otherPeriod', { period: preview.periodName })}
        />
      )}
      {preview.forms.map(({ form, name, newerTakenAt, takenAt }) =>
        newerTakenAt !== null ? (
          <Notice
            key={form}
            kind="warning"
            title={t('drafts.preview.older', { form: name, at: formatInstant(newerTakenAt) })}
          />
        ) : takenAt !== null ? (
          <Notice
            key={form}
            kind="info"
            title={t('drafts.preview.taken', { form: name, at: formatInstant(takenAt) })}
          />
        ) : null,
      )}
    </>
  );
}

function listsOf({ cells }: DraftsPreview): Readonly<Record<Filter, readonly DraftCell[]>> {
  const of = (outcome: DraftCell['outcome']) => cells.filter((cell) => cell.outcome === outcome);
  return {
    taken: cells.filter(isTakable),
    changed: of('changed'),
    refused: of('refused'),
    unchanged: of('unchanged'),
  };
}
