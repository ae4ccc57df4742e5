import { useState } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import type { ExcelPreview } from '#shared/ipc/calls/excel.ts';
import { call } from '../../client.ts';
import { figuresSaved } from '../../state/save-store.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { CellChoice, isSameAsHere, isTakable } from '../../ui/cell-choice.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';
import { ExcelFrame } from './excel-frame.tsx';
import type { StepFrame } from './excel-frame.tsx';
import { previewColumns } from './preview-columns.tsx';

/** Every cell of the file with what it would change; nothing is recorded before the button. */
export function PreviewStep(props: {
  readonly frame: StepFrame;
  readonly file: string;
  readonly preview: ExcelPreview;
  /** Back to the matching, for a file that was matched. */
  readonly onBack: () => void;
  readonly onDone: (applied: CallOutput<'excel.apply'>) => void;
}) {
  const text = useText();
  const { t } = text;
  const { frame, preview } = props;
  const { period, form } = frame.view;
  const { fileName, sha256, free } = preview;
  const task = useTask();
  const settle = useSheet((sheet) => sheet.settle);
  const takable = preview.cells.filter(isTakable);
  const [left, setLeft] = useState<ReadonlySet<string>>(() => doubtful(preview));
  const accepted = takable.filter(({ address }) => !left.has(address));

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
    if (applied === null) return;
    if (applied.recorded > 0) figuresSaved(applied.savedAt);
    props.onDone(applied);
  };

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
            {t('takenOver.go', { count: accepted.length })}
          </Button>
        </>
      }
    >
      {task.isRunning && <Busy label={t('takenOver.working')} />}
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {takable.length === 0 && !isSameAsHere(preview.cells) && (
        <Notice kind="warning" title={t('excel.preview.emptyTitle')}>
          {t('excel.preview.emptyBody')}
        </Notice>
      )}
      <CellChoice
        title={t('excel.preview.title', { file: fileName })}
        cells={preview.cells}
        nameOf={addressOf}
        columns={previewColumns(preview, text)}
        left={left}
        onLeave={setLeft}
      />
    </ExcelFrame>
  );
}

function addressOf({ address }: { readonly address: string }): string {
  return address;
}

/** Where the figure here changed since the export, taking it over is a decision of its own. */
function doubtful({ cells }: ExcelPreview): ReadonlySet<string> {
  return new Set(
    cells
      .filter(({ reason }) => reason === 'excel-cell-changed-on-both-sides')
      .map(({ address }) => address),
  );
}
