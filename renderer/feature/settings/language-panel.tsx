import type { SessionState } from '#shared/ipc/calls/session.ts';
import { useSession } from '../../state/session-store.ts';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useText } from '../../ui/text.ts';

/** The language of the interface; it changes at once. */
export function LanguagePanel({ session }: { readonly session: SessionState }) {
  const { t } = useText();
  const setLanguage = useSession((store) => store.setLanguage);
  return (
    <Panel title={t('settings.language.title')}>
      <Segmented
        label={t('settings.language.label')}
        value={session.language}
        onChange={(language) => {
          void setLanguage(language);
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
