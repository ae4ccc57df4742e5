import type { SessionState } from '#shared/ipc/calls/session.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useSession } from '../../state/session-store.ts';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useText } from '../../ui/text.ts';

/** The language of the interface; it changes at once. */
export function LanguagePanel({ session }: { readonly session: SessionState }) {
  const { t } = useText();
  const setLanguage = useSession((store) => store.setLanguage);
  const loadPeriods = useNavigation((navigation) => navigation.loadPeriods);
  return (
    <Panel title={t('settings.language.title')}>
      <Segmented
        label={t('settings.language.label')}
        value={session.language}
        onChange={(language) => {
          // The top bar names the periods as the services do.
          void setLanguage(language).then(loadPeriods);
        }}
        options={[
          { value: 'vi', label: t('settings.language.vi') },
          { value: 'en', label: t('settings.language.en') },
        ]}
      />
      <p className="caption">{t('settings.language.hint')}</p>
    </Panel>
  );
}
