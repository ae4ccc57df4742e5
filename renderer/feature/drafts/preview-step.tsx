import { useState } from 'react';
import type { ReactNode } from 'react';

import type { PeriodCode } from '#shared/domain/period.ts';
import type { DraftsPreview } from '#shared/ipc/calls/drafts.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { figuresSaved } from '../../state/save-store.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { CellChoice, isTakable } from '../../ui/cell-choice.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';
import { draftColumns, placeOf } from './draft-cells.tsx';

/** Every cell of the other computer with what it would change; nothing is recorded before the button. */
export function PreviewStep(props: {
  readonly period: PeriodCode;
  readonly preview: DraftsPreview;
  readonly frame: (actions: ReactNode, children: ReactNode) => ReactNode;
  readonly onDone: (taken: CallOutput<'drafts.take'>) => void;
}) {
  const text = useText();
  const { t, formatInstant } = text;
  const { preview } = props;
  const task = useTask();
  const settle = useSheet((sheet) => sheet.settle);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const accepted = preview.cells.filter((cell) => isTakable(cell) && !left.has(placeOf(cell)));

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
    if (taken === null) return;
    if (taken.recorded > 0) figuresSaved(taken.savedAt);
    props.onDone(taken);
  };

  return props.frame(
    <Button
      kind="primary"
      disabled={accepted.length === 0 || task.isRunning}
      onClick={() => {
        void record();
      }}
    >
      {t('takenOver.go', { count: accepted.length })}
    </Button>,
    <>
      {task.isRunning && <Busy label={t('takenOver.working')} />}
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      <AgeNotices preview={preview} period={props.period} />
      <CellChoice
        title={t('drafts.preview.title', {
          computer: preview.computer,
          sequence: preview.sequence,
          at: formatInstant(preview.sealedAt),
        })}
        cells={preview.cells}
        nameOf={placeOf}
        columns={draftColumns(preview, text)}
        left={left}
        onLeave={setLeft}
      />
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
