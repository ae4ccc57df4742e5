import { goalsByYear, tallyOf } from '#shared/domain/goal.ts';
import { isPressing } from '#shared/domain/reminder.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

/** Where the plan stands in one line for each year, who is to be reminded, and the way to both. */
export function PlanStanding({ period }: { readonly period: string }) {
  const { t } = useText();
  const go = useNavigation((place) => place.go);
  const plan = useQuery('following.plan', {}).query;
  const reports = useQuery('following.view', { period }).query;
  const toRemind =
    reports.kind === 'ready' ? reports.value.reminders.filter(isPressing).length : null;
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
        {toRemind !== null && (
          <p>
            {toRemind > 0
              ? t('home.standing.remind', { count: toRemind })
              : t('home.standing.noneToRemind')}
          </p>
        )}
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
