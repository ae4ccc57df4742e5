import type { SessionState } from '#shared/ipc/calls/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';

/** What this program is, how it keeps keys, and which clock it reads; weaknesses are said plainly. */
export function AboutPanel({ session }: { readonly session: SessionState }) {
  const { t, formatInstant } = useText();
  const { store } = session;
  return (
    <Panel title={t('settings.about.title')}>
      <dl className="about-facts">
        <dt>{t('settings.about.version')}</dt>
        <dd>
          {t('terms.appName')} {session.version}
        </dd>
        {store !== null && (
          <>
            <dt>{t('settings.about.unit')}</dt>
            <dd>
              {store.unitName}{' '}
              <span className="caption">
                {t(`terms.sides.${store.side}`)} · {store.unit}
              </span>
            </dd>
          </>
        )}
        {session.safeStorage === 'used' && (
          <>
            <dt>{t('settings.about.safeStorage')}</dt>
            <dd>{t('settings.about.safeStorageUsed')}</dd>
          </>
        )}
        {!session.isSampleClock && (
          <>
            <dt>{t('settings.about.clock')}</dt>
            <dd>{t('settings.about.clockSystem')}</dd>
          </>
        )}
      </dl>
      {session.safeStorage === 'available' && (
        <Notice kind="info" title={t('settings.about.safeStorageAvailableTitle')}>
          {t('settings.about.safeStorageAvailable')}
        </Notice>
      )}
      {session.safeStorage === 'elsewhere' && (
        <Notice kind="warning" title={t('settings.about.safeStorageElsewhereTitle')}>
          {t('settings.about.safeStorageElsewhere')}
        </Notice>
      )}
      {session.safeStorage === 'none' && (
        <Notice kind="warning" title={t('settings.about.safeStorageNoneTitle')}>
          {t('settings.about.safeStorageNone')}
        </Notice>
      )}
      {session.isSampleClock && (
        <Notice kind="warning" title={t('settings.about.clockSampleTitle')}>
          {t('settings.about.clockSample', { now: formatInstant(session.now) })}
        </Notice>
      )}
      <p className="caption">{t('settings.about.signature')}</p>
    </Panel>
  );
}
