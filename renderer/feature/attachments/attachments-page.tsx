import { useCurrentPeriod } from '../../state/navigation-store.ts';
import { useSession } from '../../state/session-store.ts';
import { Busy } from '../../ui/busy.tsx';
import { useText } from '../../ui/text.ts';
import './attachments-page.css';
import { OwnAttachments } from './own-attachments.tsx';
import { ReceivedAttachments } from './received-attachments.tsx';

/** What stands behind the figures: a unit's own files, or those that the units sent. */
export function AttachmentsPage() {
  const { t } = useText();
  const period = useCurrentPeriod();
  const side = useSession(({ state }) => state?.store?.side ?? 'district');
  if (period === null) return <Busy isPage label={t('attachments.loading')} />;
  return side === 'province' ? (
    <ReceivedAttachments period={period} />
  ) : (
    <OwnAttachments key={period.code} period={period} />
  );
}
