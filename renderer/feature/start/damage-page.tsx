import { useState } from 'react';

import type { SessionState } from '#shared/ipc/calls/session.ts';
import { call } from '../../client.ts';
import { useSession } from '../../state/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';
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
            title={t('start.inUseBody')}
            phoneCode={describe(damage).phoneCode}
          />
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
  const { t, describe } = useText();
  const adopt = useSession((session) => session.adopt);
  const refusal = useSession((session) => session.refusal);
  const [isBusy, setIsBusy] = useState(false);
  const { file, backup } = damage.facts;

  const restore = async () => {
    setIsBusy(true);
    adopt(await call('setup.restoreBackup', {}));
    setIsBusy(false);
  };

  const { text, phoneCode } = describe(refusal ?? damage);
  return (
    <StartFrame title={t('start.damageTitle')}>
      <Notice kind="error" title={text} phoneCode={phoneCode} />
      <div className="start-card">
        <dl className="damage-facts">
          <dt>{t('start.damageSetAside')}</dt>
          <dd>{file}</dd>
          {backup !== undefined && (
            <>
              <dt>{t('start.damageBackup')}</dt>
              <dd>{backup}</dd>
            </>
          )}
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
