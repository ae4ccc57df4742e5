import type { FollowedState } from '#shared/ipc/calls/following.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.ts';

const icons: Readonly<Record<FollowedState, IconName>> = {
  'not-received': 'dot',
  returned: 'returned',
  empty: 'dot',
  begun: 'half',
  complete: 'success',
  optional: 'dot',
};

/** How far something came: a sign, a word, and the count where there is one. */
export function StateMark(props: {
  readonly state: FollowedState;
  readonly filled: number;
  readonly toFill: number;
}) {
  const { t } = useText();
  const { state, filled, toFill } = props;
  const hasCount = (state === 'begun' || state === 'complete') && toFill > 0;
  return (
    <span className={`follow-state follow-state-${state}`}>
      <Icon name={icons[state]} />
      {t(`following.states.${state}`)}
      {hasCount && (
        <span className="follow-count">{t('following.reports.count', { filled, toFill })}</span>
      )}
    </span>
  );
}
