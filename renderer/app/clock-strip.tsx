import { clockWords } from '#shared/domain/clock-words.ts';
import { useSession } from '../state/session-store.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useText } from '../ui/text.ts';
import './clock-strip.css';

/** Above every page, as long as something speaks against the machine's clock. Work goes on. */
export function ClockStrip() {
  const { t, language } = useText();
  const session = useSession(({ state }) => state);
  const confirmClock = useSession((store) => store.confirmClock);
  if (session === null || session.clock === null) return null;
  return (
    <div className="clock-strip" role="status">
      <Icon name="warning" />
      <span className="clock-strip-words">
        <strong>{clockWords(session.now, session.clock, language)}</strong> {t('frame.clock.hint')}
      </span>
      {session.account?.isAdministrator === true && (
        <Button
          kind="quiet"
          title={t('frame.clock.confirmHint')}
          onClick={() => {
            void confirmClock();
          }}
        >
          {t('frame.clock.confirm')}
        </Button>
      )}
    </div>
  );
}
