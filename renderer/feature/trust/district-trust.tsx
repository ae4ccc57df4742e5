import { useState } from 'react';

import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { FreshnessNotice } from '../../ui/freshness-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useText } from '../../ui/text.ts';
import { OnlyAdministratorNotice } from './administrator.tsx';
import { ComputersPanel } from './computers-panel.tsx';
import { KeyringStep } from './keyring-step.tsx';
import { ReplyStep } from './reply-step.tsx';
import { RequestStep } from './request-step.tsx';
import type { StepState } from './step-card.tsx';

/** The district's three steps, until the province knows its key. */
export function DistrictTrust(props: {
  readonly trust: TrustState;
  readonly onChange: (trust: TrustState) => void;
}) {
  const { t } = useText();
  const { trust, onChange } = props;
  const [wasWritten, setWasWritten] = useState(false);
  const [request, keyring, reply] = stepStates(trust, wasWritten);
  return (
    <Page title={t('trust.district.title')} subtitle={t('trust.district.subtitle')}>
      <div className="trust-page">
        <OnlyAdministratorNotice />
        {trust.isEnrolled && (
          <Notice kind="success" title={t('trust.district.confirmed.title')}>
            {t('trust.district.confirmed.text')}
          </Notice>
        )}
        <FreshnessNotice freshness={trust.freshness} />
        <ol className="trust-steps">
          <RequestStep
            trust={trust}
            state={request}
            onWritten={(written) => {
              setWasWritten(true);
              onChange(written);
            }}
          />
          <KeyringStep trust={trust} state={keyring} onChange={onChange} />
          <ReplyStep trust={trust} state={reply} onChange={onChange} />
        </ol>
        <ComputersPanel trust={trust} onChange={onChange} />
      </div>
    </Page>
  );
}

/**
 * What is done and what comes next. Whether a request was ever written is not kept: an accepted
 * keyring without this office in it means that the reply is waited for.
 */
function stepStates(
  trust: TrustState,
  wasWritten: boolean,
): readonly [StepState, StepState, StepState] {
  if (trust.isEnrolled) return ['done', 'done', 'done'];
  if (trust.keyring !== null) return [wasWritten ? 'done' : 'open', 'done', 'next'];
  return wasWritten ? ['done', 'next', 'waiting'] : ['next', 'open', 'waiting'];
}
