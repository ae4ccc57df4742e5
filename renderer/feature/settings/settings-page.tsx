import { useSession } from '../../state/session-store.ts';
import { Busy } from '../../ui/busy.tsx';
import { Page } from '../../ui/page.tsx';
import { useText } from '../../ui/text.ts';
import { AboutPanel } from './about-panel.tsx';
import { AccountsPanel } from './accounts-panel.tsx';
import { LanguagePanel } from './language-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { RecoveryPanel } from './recovery-panel.tsx';
import './settings-page.css';

/** Language, accounts, the own password, and what this program is. */
export function SettingsPage() {
  const { t } = useText();
  const session = useSession((store) => store.state);
  if (session === null) return <Busy isPage />;
  return (
    <Page title={t('settings.title')} subtitle={t('settings.subtitle')}>
      <div className="settings-page">
        <div className="settings-column">
          <AccountsPanel session={session} />
          <AboutPanel session={session} />
        </div>
        <div className="settings-column">
          <LanguagePanel session={session} />
          <PasswordPanel />
          <RecoveryPanel session={session} />
        </div>
      </div>
    </Page>
  );
}
