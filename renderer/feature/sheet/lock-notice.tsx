import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useSession } from '../../state/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

/** Why nothing can be typed now, and what to do; nothing while the sheet is open to this account. */
export function LockNotice({ view }: { readonly view: SheetView }) {
  const { t } = useText();
  const go = useNavigation((place) => place.go);
  const role = useSession(({ state }) => state?.account?.role);
  const state = view.submission?.state ?? 'recording';
  if (view.mayRecord) return null;
  if (state === 'recording') {
    return (
      <div className="sheet-notice">
        <Notice kind="info" title={t('sheet.locked.role')}>
          {role !== undefined && t('sheet.locked.roleBody', { role: t(`terms.roles.${role}`) })}
        </Notice>
      </div>
    );
  }
  return (
    <div className="sheet-notice">
      <Notice kind="info" title={t('sheet.locked.title')}>
        {t(`sheet.locked.${state}`)}{' '}
        <Button
          kind="quiet"
          onClick={() => {
            go('approval');
          }}
        >
          {t('sheet.locked.open')}
        </Button>
      </Notice>
    </div>
  );
}
