import type { SessionState } from '#shared/ipc/calls/session.ts';
import { useNotices } from '../state/notice-store.ts';
import { useSession } from '../state/session-store.ts';
import { useSheet } from '../state/sheet-store.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useText } from '../ui/text.ts';

/** Who works, and the way out. The office shares one PC: switching is signing out and in again. */
export function AccountMenu({
  account,
}: {
  readonly account: NonNullable<SessionState['account']>;
}) {
  const { t } = useText();
  const signOut = useSession((session) => session.signOut);
  const settle = useSheet((sheet) => sheet.settle);
  const announce = useNotices((store) => store.announce);
  const leave = async () => {
    if (await settle()) await signOut();
    else announce('warning', t('frame.unsavedStays'));
  };
  return (
    <>
      <button
        type="button"
        className="account-button"
        popoverTarget="account-menu"
        aria-label={`${t('frame.account')}: ${account.displayName}`}
      >
        <Icon name="user" />
        <span className="account-button-name">{account.displayName}</span>
        <Icon name="down" />
      </button>
      <div id="account-menu" className="account-menu" popover="auto">
        <div className="account-menu-who">
          <div className="account-menu-name">{account.displayName}</div>
          <div className="caption">{t(`terms.roleTitles.${account.role}`)}</div>
        </div>
        <Button
          kind="quiet"
          onClick={() => {
            void leave();
          }}
        >
          <Icon name="sign-out" />
          {t('frame.signOut')}
        </Button>
      </div>
    </>
  );
}
