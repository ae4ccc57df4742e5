import type { FollowedPlan } from '#shared/ipc/calls/following.ts';
import { useQuery } from '../../state/use-query.ts';
import { Busy } from '../../ui/busy.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';
import { Pictures } from './pictures.tsx';
import { TargetTable } from './target-table.tsx';

/** The parts that look at all periods: read once for both of them. */
export function PlanPart(props: {
  readonly tab: 'targets' | 'pictures';
  /** The period whose ranking is shown first. */
  readonly period: string;
}) {
  const { t } = useText();
  const { query } = useQuery('following.plan', {});
  switch (query.kind) {
    case 'loading':
      return <Busy isPage label={t('following.loadingPlan')} />;
    case 'refused':
      return <RefusalNotice refusal={query.refusal} />;
    case 'ready':
      return (
        <>
          <LeftOut plan={query.value} />
          {props.tab === 'targets' ? (
            <TargetTable plan={query.value} />
          ) : (
            <Pictures plan={query.value} period={props.period} />
          )}
        </>
      );
  }
}

/** Names the periods whose figures could not be used, so that nobody takes the rest for all. */
function LeftOut({ plan }: { readonly plan: FollowedPlan }) {
  const { t } = useText();
  if (plan.leftOut.length === 0) return null;
  const periods = plan.leftOut.map(({ name }) => name).join(', ');
  return (
    <div className="follow-left-out">
      <Notice kind="warning" title={t('following.leftOut.title', { periods })}>
        {t('following.leftOut.hint')}
      </Notice>
    </div>
  );
}
