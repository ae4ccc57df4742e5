import type { Refusal } from '#shared/kit/result.ts';
import { Busy } from './busy.tsx';
import { Button } from './button.tsx';
import { Notice, RefusalNotice } from './notice.tsx';
import './taken-cells.css';
import { useText } from './text.ts';

const counts = ['overtaken', 'left', 'unchanged', 'refused'] as const;

/** What became of the cells of a file, and the way back. */
export function TakenCells(props: {
  readonly taken: {
    readonly recorded: number;
    readonly savedAt: string;
  } & Readonly<Partial<Record<(typeof counts)[number], number>>>;
  /** What is said where something was recorded. */
  readonly title: string;
  /** What else is worth knowing then. */
  readonly remark?: string | null;
  readonly takingBack: {
    readonly isRunning: boolean;
    readonly isDone: boolean;
    readonly refusal: Refusal | null;
    readonly run: () => Promise<void>;
  };
  readonly onBack: () => void;
}) {
  const { t, formatInstant } = useText();
  const { taken, takingBack, remark = null } = props;
  const isNothing = taken.recorded === 0;
  return (
    <>
      {takingBack.refusal !== null && <RefusalNotice refusal={takingBack.refusal} />}
      {takingBack.isDone ? (
        <Notice kind="info" title={t('takenOver.undone', { count: taken.recorded })} />
      ) : isNothing ? (
        <Notice kind="warning" title={t('takenOver.nothing')} />
      ) : (
        <Notice kind="success" title={props.title}>
          <p>{t('takenOver.at', { at: formatInstant(taken.savedAt) })}</p>
          {remark !== null && <p>{remark}</p>}
        </Notice>
      )}
      <ul className="taken-cells-counts">
        {counts.map((name) => {
          const count = taken[name] ?? 0;
          return count > 0 && <li key={name}>{t(`takenOver.${name}`, { count })}</li>;
        })}
      </ul>
      <div className="taken-cells-actions">
        <Button kind="primary" onClick={props.onBack}>
          {t('takenOver.back')}
        </Button>
        {!isNothing && !takingBack.isDone && (
          <Button
            disabled={takingBack.isRunning}
            onClick={() => {
              void takingBack.run();
            }}
          >
            {t('takenOver.undo')}
          </Button>
        )}
        {takingBack.isRunning && <Busy label={t('takenOver.undoing')} />}
      </div>
    </>
  );
}
