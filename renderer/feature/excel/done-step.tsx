import type { CallOutput } from '#shared/ipc/contract.ts';
import type { ExcelPreview } from '#shared/ipc/calls/excel.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useTakingBack } from '../../state/use-taking-back.ts';
import { TakenCells } from '../../ui/taken-cells.tsx';
import { useText } from '../../ui/text.ts';
import { ExcelFrame } from './excel-frame.tsx';
import type { StepFrame } from './excel-frame.tsx';

/** What became of the cells of a file; a matching is remembered. */
export function DoneStep(props: {
  readonly frame: StepFrame;
  readonly preview: ExcelPreview;
  readonly applied: CallOutput<'excel.apply'>;
}) {
  const { t } = useText();
  const { applied, frame, preview } = props;
  const { period, form, formName } = frame.view;
  const go = useNavigation((place) => place.go);
  const isFree = preview.free !== null;
  return (
    <ExcelFrame view={frame.view} step="done" isFree={isFree} onAgain={frame.onAgain}>
      <TakenCells
        taken={applied}
        title={t('excel.done.title', { count: applied.recorded, form: formName })}
        remark={isFree ? t('excel.done.remembered') : null}
        takingBack={useTakingBack(
          period,
          applied.before.map((cell) => ({ ...cell, form })),
        )}
        onBack={() => {
          go('sheet');
        }}
      />
    </ExcelFrame>
  );
}
