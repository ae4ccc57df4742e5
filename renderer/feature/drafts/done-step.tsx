import type { DraftsPreview } from '#shared/ipc/calls/drafts.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useTakingBack } from '../../state/use-taking-back.ts';
import { TakenCells } from '../../ui/taken-cells.tsx';
import { useText } from '../../ui/text.ts';

/** What became of the cells of another computer. */
export function DoneStep(props: {
  readonly preview: DraftsPreview;
  readonly taken: CallOutput<'drafts.take'>;
}) {
  const { t } = useText();
  const { preview, taken } = props;
  const go = useNavigation((place) => place.go);
  return (
    <TakenCells
      taken={taken}
      title={t('drafts.done.title', { count: taken.recorded, computer: preview.computer })}
      takingBack={useTakingBack(preview.period, taken.before)}
      onBack={() => {
        go('sheet');
      }}
    />
  );
}
