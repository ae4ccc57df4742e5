import type { FollowedTarget } from '#shared/ipc/calls/following.ts';
import { Badge } from '../../ui/badge.tsx';
import type { BadgeTone } from '../../ui/badge.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.ts';

type Verdict = NonNullable<FollowedTarget['verdict']>;

const looks: Readonly<Record<Verdict, { tone: BadgeTone; icon: IconName }>> = {
  exceeded: { tone: 'success', icon: 'approve' },
  met: { tone: 'success', icon: 'success' },
  'not-met': { tone: 'error', icon: 'error' },
  'not-due': { tone: 'neutral', icon: 'clock' },
};

/** What the program says of a target by the office's own figures. */
export function VerdictBadge({ verdict }: { readonly verdict: Verdict | null }) {
  const { t } = useText();
  return verdict === null ? (
    <Badge tone="neutral" icon="dot">
      {t('following.verdicts.none')}
    </Badge>
  ) : (
    <Badge tone={looks[verdict].tone} icon={looks[verdict].icon}>
      {t(`following.verdicts.${verdict}`)}
    </Badge>
  );
}
