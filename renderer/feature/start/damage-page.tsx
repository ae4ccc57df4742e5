import { useState } from 'react';

import type { SessionState } from '#shared/ipc/calls/session.ts';
import { call } from '../../client.ts';
import { useSession } from '../../state/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { placeName } from '../../ui/place-name.ts';
import { useText } from '../../ui/text.ts';
import { backupTime } from './backup-time.ts';
import './damage-page.css';
import { StartFrame } from './start-frame.tsx';

type Damage = NonNullable<SessionState['damage']>;

/** The store could not be opened: what happened, what is safe, and the way back. */
export function DamagePage({ damage }: { readonly damage: Damage }) {
  const { t, describe } = useText();
  switch (damage.code) {
    case 'store-damaged':
      return <Damaged damage={damage} />;
    case 'store-newer-than-program':
      return (
        <StartFrame title={t('start.newerTitle')}>
          <Notice
            kind="warning"
            title={t('start.newerBody')}
            phoneCode={describe(damage).phoneCode}
          >
            {t('start.newerNeeds', damage.facts)}
          </Notice>
        </StartFrame>
      );
    case 'store-in-use':
      return (
        <StartFrame title={t('start.inUseTitle')}>
          <Notice
            kind="warning"
            title={t('start.inUseWhat')}
            phoneCode={describe(damage).phoneCode}
          >
            {t('start.inUseBody')}
          </Notice>
          <div>
            <Button
              kind="primary"
              onClick={() => {
                window.close();
              }}
            >
              {t('start.closeProgram')}
            </Button>
          </div>
        </StartFrame>
      );
    case 'backup-not-made':
    case 'store-not-upgraded':
      return (
        <StartFrame title={t('start.upgradeTitle')}>
          <RefusalNotice refusal={damage} />
        </StartFrame>
      );
    default:
      return (
        <StartFrame title={t('start.unwritableTitle')}>
          <Notice
            kind="error"
            title={t('start.unwritableBody')}
            phoneCode={describe(damage).phoneCode}
          />
        </StartFrame>
      );
  }
}

function Damaged({ damage }: { readonly damage: Damage }) {
  const { t, describe, formatInstant } = useText();
  const adopt = useSession((session) => session.adopt);
  const refusal = useSession((session) => session.refusal);
  const [isBusy, setIsBusy] = useState(false);
  const { file, backup } = damage.facts;

  const restore = async () => {
    setIsBusy(true);
    adopt(await call('setup.restoreBackup', { backup: null }));
    setIsBusy(false);
  };

  const backupAt = typeof backup === 'string' ? backupTime(backup) : null;
  return (
    <StartFrame title={t('start.damageTitle')}>
      {refusal === null ? (
        <Notice kind="error" title={t('start.damageWhat')} phoneCode={describe(damage).phoneCode}>
          {t(backup === undefined ? 'start.damageKept' : 'start.damageSafe')}
        </Notice>
      ) : (
        <RefusalNotice refusal={refusal} />
      )}
      <div className="start-card">
        <dl className="damage-facts">
          {backup !== undefined && (
            <>
              <dt>{t('start.damageBackup')}</dt>
              <dd>
                {backupAt === null ? backup : formatInstant(backupAt)}
                {backupAt !== null && <div className="damage-path caption">{backup}</div>}
              </dd>
            </>
          )}
          <dt>{t('start.damageSetAside')}</dt>
          <dd>
            {placeName(String(file))}
            <div className="damage-path caption">{file}</div>
          </dd>
        </dl>
        {backup === undefined ? (
          <p>{t('start.damageNoBackup')}</p>
        ) : (
          <>
            <p className="muted">{t('start.restoreHint')}</p>
            <div>
              <Button
                kind="primary"
                disabled={isBusy}
                onClick={() => {
                  void restore();
                }}
              >
                {t(isBusy ? 'start.restoring' : 'start.restore')}
              </Button>
            </div>
          </>
        )}
      </div>
    </StartFrame>
  );
}
