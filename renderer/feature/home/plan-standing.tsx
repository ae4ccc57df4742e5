import { goalsByYear, tallyOf } from '#shared/domain/goal.ts';
import { isPressing, reminderReasons } from '#shared/domain/reminder.ts';
import type { FollowingView } from '#shared/ipc/calls/following.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

/** Where the plan stands in one line for each year, who is to be reminded, and the way to both. */
export function PlanStanding({ reports }: { readonly reports: FollowingView | null }) {
  const { t } = useText();
  const go = useNavigation((place) => place.go);
  const plan = useQuery('following.plan', {}).query;
  return (
    <section className="home-card home-wide home-standing">
      <div>
        <h2>{t('home.standing.title')}</h2>
        {plan.kind === 'loading' && <Busy label={t('home.standing.loading')} />}
        {plan.kind === 'refused' && <RefusalNotice refusal={plan.refusal} />}
        {plan.kind === 'ready' &&
          goalsByYear(plan.value.goals).map(({ year, goals }) => (
            <p key={year}>
              <strong>{t('home.standing.year', { year })}:</strong>{' '}
              {t('following.targets.counts', tallyOf(goals))}
            </p>
          ))}
        {plan.kind === 'ready' && <p className="caption">{t('home.standing.basis')}</p>}
        {reports !== null && <ToRemind reports={reports} />}
      </div>
      <Button
        onClick={() => {
          go('following');
        }}
      >
        {t('home.standing.open')}
      </Button>
    </section>
  );
}

/** How many are to be reminded, and of what they are made up: each counts by what presses it most. */
function ToRemind({ reports }: { readonly reports: FollowingView }) {
  const { t } = useText();
  const pressing = reports.reminders.filter(isPressing);
  if (pressing.length === 0) return <p>{t('home.standing.noneToRemind')}</p>;
  const parts = reminderReasons.flatMap((reason) => {
    const count = pressing.filter(({ reasons }) => reasons[0] === reason).length;
    return count === 0 ? [] : [`${t(`following.reasons.${reason}`)} ${String(count)}`];
  });
  return (
    <p>
      {t('home.standing.remind', { count: pressing.length })} {parts.join(' · ')}
    </p>
  );
}
