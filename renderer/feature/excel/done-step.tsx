import { useState } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import type { ExcelPreview } from '#shared/ipc/calls/excel.ts';
import { call } from '../../client.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';
import { ExcelFrame } from './excel-frame.tsx';
import type { StepFrame } from './excel-frame.tsx';

const counts = ['overtaken', 'left', 'unchanged', 'refused'] as const;

/** What became of the cells, and the way back. */
export function DoneStep(props: {
  readonly frame: StepFrame;
  readonly preview: ExcelPreview;
  readonly applied: CallOutput<'excel.apply'>;
}) {
  const { t, formatInstant } = useText();
  const { applied, frame, preview } = props;
  const { period, form, formName } = frame.view;
  const go = useNavigation((place) => place.go);
  const task = useTask();
  const [isUndone, setIsUndone] = useState(false);

  const undo = async () => {
    const cells = applied.before;
    const saved = await task.run(() => call('sheet.record', { period, form, cells }));
    if (saved !== null) setIsUndone(true);
  };

  const isNothing = applied.recorded === 0;
  return (
    <ExcelFrame
      view={frame.view}
      step="done"
      isFree={preview.free !== null}
      onAgain={frame.onAgain}
    >
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {isUndone ? (
        <Notice kind="info" title={t('excel.done.undone', { count: applied.recorded })} />
      ) : (
        <Notice
          kind={isNothing ? 'warning' : 'success'}
          title={
            isNothing
              ? t('excel.done.nothing')
              : t('excel.done.title', { count: applied.recorded, form: formName })
          }
        >
          {!isNothing && <p>{t('excel.done.at', { at: formatInstant(applied.savedAt) })}</p>}
          {preview.free !== null && !isNothing && <p>{t('excel.done.remembered')}</p>}
        </Notice>
      )}
      <ul className="excel-counts">
        {counts
          .filter((count) => applied[count] > 0)
          .map((count) => (
            <li key={count}>{t(`excel.done.${count}`, { count: applied[count] })}</li>
          ))}
      </ul>
      <div className="excel-actions">
        <Button
          kind="primary"
          onClick={() => {
            go('sheet');
          }}
        >
          {t('excel.page.back')}
        </Button>
        {!isNothing && !isUndone && (
          <Button
            disabled={task.isRunning}
            onClick={() => {
              void undo();
            }}
          >
            {t('excel.done.undo')}
          </Button>
        )}
        {task.isRunning && <Busy label={t('excel.done.undoing')} />}
      </div>
    </ExcelFrame>
  );
}
