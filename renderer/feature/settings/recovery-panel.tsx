import { useState } from 'react';

import type { SessionState } from '#shared/ipc/calls/session.ts';
import { useSession } from '../../state/session-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';
import { RecoveryDialog } from './recovery-dialog.tsx';

/** The code on paper that opens the office when every password is forgotten. */
export function RecoveryPanel({ session }: { readonly session: SessionState }) {
  const { t, formatInstant } = useText();
  const { query, replace } = useQuery('recovery.state', {});
  const refreshSession = useSession(({ refresh }) => refresh);
  const [isMaking, setIsMaking] = useState(false);
  const isAdministrator = session.account?.isAdministrator ?? false;
  const madeAt = query.kind === 'ready' ? query.value.madeAt : null;
  return (
    <Panel title={t('settings.recovery.title')}>
      {query.kind === 'refused' && <RefusalNotice refusal={query.refusal} />}
      <p className="muted">
        {madeAt === null
          ? t('settings.recovery.none')
          : t('settings.recovery.made', { at: formatInstant(madeAt) })}
      </p>
      {madeAt !== null && session.safeStorage === 'used' && (
        <p className="muted">{t('settings.recovery.boundHere')}</p>
      )}
      {isAdministrator ? (
        <div>
          <Button
            onClick={() => {
              setIsMaking(true);
            }}
          >
            {t(madeAt === null ? 'settings.recovery.open' : 'settings.recovery.openAgain')}
          </Button>
        </div>
      ) : (
        <p className="caption">{t('settings.recovery.onlyAdministrator')}</p>
      )}
      {isMaking && (
        <RecoveryDialog
          isFirst={madeAt === null}
          bindsKeys={session.safeStorage === 'available'}
          onMade={(at) => {
            replace({ madeAt: at });
            // The code lets the system's safe storage guard the keys.
            void refreshSession();
          }}
          onClose={() => {
            setIsMaking(false);
          }}
        />
      )}
    </Panel>
  );
}
