import { dayInVietnam, timeInVietnam } from '#shared/kit/clock.ts';
import type { CalendarDay, Instant } from '#shared/kit/clock.ts';
import { useSaveMark } from '../state/save-store.ts';
import { useSession } from '../state/session-store.ts';
import { useSheet } from '../state/sheet-store.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useText } from '../ui/text.ts';

/**
 * Says whether all figures are on the disk, only after the commit; of other acts it says nothing. The
 * province types few figures: there it is not shown before the first.
 */
export function SavedMark({ today }: { readonly today: CalendarDay }) {
  const { t, formatInstant } = useText();
  const mark = useSaveMark((store) => store.mark);
  const isDistrict = useSession(({ state }) => state?.store?.side === 'district');
  const retry = useSheet((sheet) => sheet.retry);
  const timeOf = (at: string) => {
    // The services made this text as an instant.
    const instant = at as Instant;
    return dayInVietnam(instant) === today ? timeInVietnam(instant) : formatInstant(instant);
  };
  switch (mark.kind) {
    case 'saved':
      if (mark.at === null && !isDistrict) return null;
      return (
        <span className="saved-mark saved-mark-saved" role="status">
          <Icon name="check" />
          {mark.at === null ? t('frame.savedNothing') : t('frame.saved', { time: timeOf(mark.at) })}
        </span>
      );
    case 'saving':
      return (
        <span className="saved-mark" role="status">
          <Icon name="clock" />
          {t('frame.saving')}
        </span>
      );
    case 'failed':
      return (
        <span className="saved-mark saved-mark-failed" role="alert">
          <Icon name="error" />
          {t('frame.saveFailed', { count: mark.count })}
          <Button kind="danger" onClick={retry}>
            {t('frame.retrySave')}
          </Button>
        </span>
      );
  }
}
