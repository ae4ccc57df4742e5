import { useState } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import type { ExcelPreview, ExcelPreviewCell } from '#shared/ipc/calls/excel.ts';
import { call } from '../../client.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useText } from '../../ui/text.ts';
import { ExcelFrame } from './excel-frame.tsx';
import type { StepFrame } from './excel-frame.tsx';
import { takable } from './cell-words.ts';
import { PreviewTable } from './preview-table.tsx';

const filters = ['taken', 'changed', 'refused', 'unchanged'] as const;
type Filter = (typeof filters)[number];

/** Every cell of the file with what it would change; nothing is recorded before the button. */
export function PreviewStep(props: {
  readonly frame: StepFrame;
  readonly file: string;
  readonly preview: ExcelPreview;
  /** Back to the matching, for a file that was matched. */
  readonly onBack: () => void;
  readonly onDone: (applied: CallOutput<'excel.apply'>) => void;
}) {
  const { t } = useText();
  const { frame, preview } = props;
  const { period, form } = frame.view;
  const { fileName, sha256, free } = preview;
  const task = useTask();
  const settle = useSheet((sheet) => sheet.settle);
  const lists = listsOf(preview);
  const [filter, setFilter] = useState<Filter>(() =>
    lists.taken.length > 0 ? 'taken' : 'refused',
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(() => doubtful(preview));
  const accepted = lists.taken.filter(({ address }) => !left.has(address));

  const record = async () => {
    await settle();
    const applied = await task.run(() =>
      call('excel.apply', {
        period,
        form,
        file: props.file,
        sha256,
        free: free === null ? null : { sheet: free.sheet, mapping: free.mapping },
        accepted: accepted.map(({ row, column, address, before, after }) => ({
          row,
          column,
          address,
          before,
          after,
        })),
      }),
    );
    if (applied !== null) props.onDone(applied);
  };

  const isSame = lists.taken.length + lists.refused.length === 0 && lists.unchanged.length > 0;
  return (
    <ExcelFrame
      view={frame.view}
      step="preview"
      isFree={free !== null}
      onAgain={frame.onAgain}
      actions={
        <>
          {free !== null && (
            <Button onClick={props.onBack}>{t('excel.preview.backToMatch')}</Button>
          )}
          <Button
            kind="primary"
            disabled={accepted.length === 0 || task.isRunning}
            onClick={() => {
              void record();
            }}
          >
            {t('excel.preview.go', { count: accepted.length })}
          </Button>
        </>
      }
    >
      {task.isRunning && <Busy label={t('excel.preview.working')} />}
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {lists.taken.length === 0 && !isSame && (
        <Notice kind="warning" title={t('excel.preview.emptyTitle')}>
          {t('excel.preview.emptyBody')}
        </Notice>
      )}
      <Panel
        title={t('excel.preview.title', { file: fileName })}
        aside={
          <Segmented
            label={t('excel.preview.filter')}
            value={filter}
            onChange={setFilter}
            options={filters.map((value) => ({
              value,
              label: t(`excel.preview.filters.${value}`, { count: lists[value].length }),
            }))}
          />
        }
      >
        {isSame && filter !== 'unchanged' ? (
          <EmptyState title={t('excel.preview.sameTitle')}>
            {t('excel.preview.same', { count: lists.unchanged.length })}
          </EmptyState>
        ) : (
          <PreviewTable
            key={filter}
            preview={preview}
            cells={lists[filter]}
            left={left}
            onLeave={setLeft}
          />
        )}
      </Panel>
    </ExcelFrame>
  );
}

function listsOf(preview: ExcelPreview): Readonly<Record<Filter, readonly ExcelPreviewCell[]>> {
  const of = (outcome: ExcelPreviewCell['outcome']) =>
    preview.cells.filter((cell) => cell.outcome === outcome);
  return {
    taken: takable(preview),
    changed: of('changed'),
    refused: of('refused'),
    unchanged: of('unchanged'),
  };
}

/** Where the figure here changed since the export, taking it over is a decision of its own. */
function doubtful({ cells }: ExcelPreview): ReadonlySet<string> {
  return new Set(
    cells
      .filter(({ reason }) => reason === 'excel-cell-changed-on-both-sides')
      .map(({ address }) => address),
  );
}
