import { useSession } from '../../state/session-store.ts';
import { Notice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

/** Whether the one who works may change whom the office trusts. */
export function useIsAdministrator(): boolean {
  return useSession((session) => session.state?.account?.isAdministrator === true);
}

/** Why everything is grey for the accounts that may only look. */
export function OnlyAdministratorNotice() {
  const { t } = useText();
  return useIsAdministrator() ? null : <Notice kind="info" title={t('trust.onlyAdministrator')} />;
}
