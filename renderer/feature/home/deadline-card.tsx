import type { PeriodView } from '#shared/ipc/calls/sheet.ts';
import { useText } from '../../ui/text.ts';
import type { Text } from '../../ui/text.ts';

const NEAR_DAYS = 7;

/** How long is left, as the plan counts it: calendar days in Viet Nam. */
export function DeadlineCard(props: {
  readonly period: PeriodView;
  /** Nothing is overdue once the report is on its way. */
  readonly isHandedIn: boolean;
  /** At the province: how many units have sent nothing. */
  readonly missing?: number;
}) {
  const text = useText();
  const { t } = text;
  const { period, isHandedIn, missing = 0 } = props;
  return (
    <section className="home-card">
      <h2 className="home-card-title">{t('home.deadline')}</h2>
      <p className={`home-deadline-days ${isHandedIn ? '' : urgencyClass(period.daysLeft)}`}>
        {isHandedIn ? t('home.handedIn') : daysText(period.daysLeft, text)}
      </p>
      {missing > 0 && <p>{t('home.notSent', { count: missing })}</p>}
      <p>{t('home.lastCompliantDay', { day: text.formatDay(period.lastCompliantDay) })}</p>
      {period.deadlineText !== null && (
        <p className="caption">{t('home.planSays', { text: period.deadlineText })}</p>
      )}
      {period.deadlineSetIn !== null && (
        <p className="caption">
          {t('home.deadlineSet', {
            day: text.formatDay(period.lastCompliantDay),
            version: period.deadlineSetIn,
          })}
        </p>
      )}
    </section>
  );
}

function daysText(daysLeft: number, { t }: Text): string {
  if (daysLeft === 0) return t('home.lastDay');
  return daysLeft > 0
    ? t('home.daysLeft', { count: daysLeft })
    : t('home.daysOver', { count: -daysLeft });
}

function urgencyClass(daysLeft: number): string {
  if (daysLeft < 0) return 'home-deadline-over';
  return daysLeft <= NEAR_DAYS ? 'home-deadline-near' : '';
}
