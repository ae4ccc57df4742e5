import { dayInVietnam } from '#shared/kit/clock.ts';
import type { Instant } from '#shared/kit/clock.ts';
import { useCurrentPeriod, useNavigation } from '../state/navigation-store.ts';
import { useSession } from '../state/session-store.ts';
import { StateBadge } from '../ui/badge.tsx';
import { useText } from '../ui/text.ts';
import { AccountMenu } from './account-menu.tsx';
import { SavedMark } from './saved-mark.tsx';
import './top-bar.css';

/** Where the user is: unit, period and its state; that all is saved; who works. */
export function TopBar() {
  const { t, formatDay } = useText();
  const session = useSession(({ state }) => state);
  const period = useCurrentPeriod();
  if (session === null) return null;
  // The services made this text as an instant.
  const today = dayInVietnam(session.now as Instant);
  return (
    <header className="top-bar">
      <span className="top-bar-unit">{session.store?.unitName}</span>
      <PeriodSelect />
      {session.store?.side === 'district' && period !== null && (
        <StateBadge state={period.state ?? 'recording'} />
      )}
      <span className="top-bar-space" />
      {session.isSampleClock && (
        <span className="sample-clock" title={t('frame.sampleClockHint')}>
          {t('frame.sampleClock', { day: formatDay(today) })}
        </span>
      )}
      <SavedMark today={today} />
      {session.account !== null && <AccountMenu account={session.account} />}
    </header>
  );
}

function PeriodSelect() {
  const { t } = useText();
  const periods = useNavigation((place) => place.periods);
  const current = useNavigation((place) => place.period);
  const choosePeriod = useNavigation((place) => place.choosePeriod);
  const side = useSession(({ state }) => state?.store?.side);
  // Only a district makes a plan of its own.
  const choices = periods?.filter(({ kind }) => side === 'district' || kind === 'report') ?? [];
  return (
    <select
      className="top-bar-period"
      aria-label={t('frame.period')}
      value={current ?? ''}
      disabled={choices.length === 0}
      onChange={(event) => {
        const chosen = choices.find((period) => period.code === event.currentTarget.value);
        if (chosen !== undefined) choosePeriod(chosen.code);
      }}
    >
      {choices.map((period) => (
        <option key={period.code} value={period.code}>
          {period.name}
        </option>
      ))}
    </select>
  );
}
