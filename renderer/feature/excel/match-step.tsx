import { useRef } from 'react';

import type { ExcelFreeLayout, ExcelPreview, LayoutMapping } from '#shared/ipc/calls/excel.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';
import { ExcelFrame } from './excel-frame.tsx';
import type { StepFrame } from './excel-frame.tsx';
import { MatchColumns } from './match-columns.tsx';
import { MatchRows } from './match-rows.tsx';
import { MatchSheet } from './match-sheet.tsx';
import type { SheetChoice } from './match-sheet.tsx';

/** A table of any layout beside the form: which column and row of the one is which of the other. */
export function MatchStep(props: {
  readonly frame: StepFrame;
  readonly file: string;
  readonly preview: ExcelPreview;
  readonly free: ExcelFreeLayout;
  readonly onChange: (preview: ExcelPreview) => void;
  readonly onNext: () => void;
}) {
  const { t } = useText();
  const { frame, preview, free } = props;
  const { period, form } = frame.view;
  const task = useTask();
  const latest = useRef(0);

  const ask = async (choice: SheetChoice & { readonly mapping: LayoutMapping | null }) => {
    latest.current += 1;
    const turn = latest.current;
    const which = { period, form, file: props.file };
    const answer = await task.run(() => call('excel.remap', { ...which, ...choice }));
    // An answer that was overtaken by another choice is not shown.
    if (answer !== null && turn === latest.current) props.onChange(answer);
  };

  const choose = (choice: SheetChoice) => {
    void ask({ ...choice, mapping: null });
  };
  const change = (mapping: LayoutMapping) => {
    void ask({ sheet: free.sheet, headerRow: null, nameColumn: null, mapping });
  };

  return (
    <ExcelFrame
      view={frame.view}
      step="match"
      isFree
      onAgain={frame.onAgain}
      actions={
        <Button kind="primary" disabled={preview.cells.length === 0} onClick={props.onNext}>
          {t('excel.match.next')}
        </Button>
      }
    >
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {preview.cells.length === 0 && <Notice kind="warning" title={t('excel.match.nothing')} />}
      <MatchSheet
        fileName={preview.fileName}
        free={free}
        isBusy={task.isRunning}
        onChoose={choose}
      />
      <MatchColumns preview={preview} free={free} onChange={change} />
      <MatchRows preview={preview} free={free} onChange={change} />
    </ExcelFrame>
  );
}
