import type { Verdict } from '#shared/domain/comparison.ts';
import { Badge } from './badge.tsx';
import type { BadgeTone } from './badge.tsx';
import type { IconName } from './icon.tsx';
import { useText } from './text.ts';

const looks: Readonly<Record<Verdict, { tone: BadgeTone; icon: IconName }>> = {
  exceeded: { tone: 'success', icon: 'approve' },
  met: { tone: 'success', icon: 'success' },
  'not-met': { tone: 'error', icon: 'error' },
  'not-due': { tone: 'neutral', icon: 'clock' },
};

/** What the program says of a figure against a target, by the one rule of verdicts. */
export function VerdictBadge(props: {
  readonly verdict: Verdict | null;
  /** Why, to be read when asked for. */
  readonly why?: string | undefined;
}) {
  const { verdict, why } = props;
  const { t } = useText();
  return verdict === null ? (
    <Badge tone="neutral" icon="dot">
      {t('following.verdicts.none')}
    </Badge>
  ) : (
    <span title={why}>
      <Badge tone={looks[verdict].tone} icon={looks[verdict].icon}>
        {t(`following.verdicts.${verdict}`)}
      </Badge>
    </span>
  );
}
