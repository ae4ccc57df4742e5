import type { SentBundle } from '#shared/ipc/calls/exchange.ts';
import { Badge } from '../../ui/badge.tsx';
import type { BadgeTone } from '../../ui/badge.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.ts';

type Stage = SentBundle['stage'];

const looks: Readonly<Record<Stage, { tone: BadgeTone; icon: IconName }>> = {
  sealed: { tone: 'info', icon: 'bundle' },
  copied: { tone: 'info', icon: 'check' },
  received: { tone: 'success', icon: 'success' },
  returned: { tone: 'error', icon: 'returned' },
  refused: { tone: 'error', icon: 'error' },
};

/** How far a bundle has come. */
export function StageBadge({ stage }: { readonly stage: Stage }) {
  const { t } = useText();
  return (
    <Badge tone={looks[stage].tone} icon={looks[stage].icon}>
      {t(`bundle.stages.${stage}`)}
    </Badge>
  );
}
