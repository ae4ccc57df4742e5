import { useState } from 'react';

import type { DraftsPreview } from '#shared/ipc/calls/drafts.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { call } from '../../client.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

type Taken = CallOutput<'drafts.take'>;

const counts = ['overtaken', 'left'] as const;

/** What became of the cells, and the way back. */
export function DoneStep(props: { readonly preview: DraftsPreview; readonly taken: Taken }) {
  const { t, formatInstant } = useText();
  const { preview, taken } = props;
  const go = useNavigation((place) => place.go);
  const task = useTask();
  const [isUndone, setIsUndone] = useState(false);
  const isNothing = taken.recorded === 0;

  const undo = async () => {
    const undone = await task.run(() => takeBack(preview, taken.before));
    if (undone !== null) setIsUndone(true);
  };

  return (
    <>
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {isUndone ? (
        <Notice kind="info" title={t('drafts.done.undone', { count: taken.recorded })} />
      ) : (
        <Notice
          kind={isNothing ? 'warning' : 'success'}
          title={
            isNothing
              ? t('drafts.done.nothing')
              : t('drafts.done.title', { count: taken.recorded, computer: preview.computer })
          }
        >
          {!isNothing && <p>{t('drafts.done.at', { at: formatInstant(taken.savedAt) })}</p>}
          {counts
            .filter((count) => taken[count] > 0)
            .map((count) => (
              <p key={count}>{t(`drafts.done.${count}`, { count: taken[count] })}</p>
            ))}
        </Notice>
      )}
      <div className="drafts-actions">
        <Button
          kind="primary"
          onClick={() => {
            go('sheet');
          }}
        >
          {t('drafts.back')}
        </Button>
        {!isNothing && !isUndone && (
          <Button
            disabled={task.isRunning}
            onClick={() => {
              void undo();
            }}
          >
            {t('drafts.done.undo')}
          </Button>
        )}
        {task.isRunning && <Busy label={t('drafts.done.undoing')} />}
      </div>
    </>
  );
}

/** Records what stood in the cells before, one form after the other. */
async function takeBack(
  { period }: DraftsPreview,
  before: Taken['before'],
): Promise<Result<{ readonly forms: number }>> {
  const forms = [...new Set(before.map(({ form }) => form))];
  for (const form of forms) {
    const cells = before
      .filter((cell) => cell.form === form)
      .map(({ row, column, typed, isCarried }) => ({ row, column, typed, isCarried }));
    const saved = await call('sheet.record', { period, form, cells });
    if (!saved.ok) return saved;
  }
  return ok({ forms: forms.length });
}
