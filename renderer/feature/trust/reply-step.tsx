import { useState } from 'react';

import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';
import { useIsAdministrator } from './administrator.tsx';
import { StepCard } from './step-card.tsx';
import { TrustAnew } from './trust-anew.tsx';
import type { StepState } from './step-card.tsx';

/** Step 3: the province's keyring with this office in it; no fingerprint is typed again. */
export function ReplyStep(props: {
  readonly trust: TrustState;
  readonly state: StepState;
  readonly onChange: (trust: TrustState) => void;
}) {
  const { t } = useText();
  const isAdministrator = useIsAdministrator();
  const [answer, setAnswer] = useState<'renewed' | 'not-yet' | null>(null);
  const task = useTask();

  const accept = async () => {
    setAnswer(null);
    const file = await task.run(() => call('place.pickFile', { purpose: 'keyring' }));
    if (file === null) return;
    const trust = await task.run(() =>
      call('trust.acceptKeyring', { file: file.handle, fingerprint: '' }),
    );
    if (trust === null) return;
    // The first confirmation is said on top of the page; only a later keyring is said here.
    setAnswer(trust.isEnrolled ? (props.trust.isEnrolled ? 'renewed' : null) : 'not-yet');
    props.onChange(trust);
  };

  return (
    <StepCard number={3} title={t('trust.district.reply.title')} state={props.state}>
      <p className="muted">
        {t(props.trust.isEnrolled ? 'trust.district.reply.enrolled' : 'trust.district.reply.lead')}
      </p>
      <div>
        <Button
          kind={props.state === 'next' ? 'primary' : 'secondary'}
          disabled={!isAdministrator || task.isRunning || props.state === 'waiting'}
          onClick={() => {
            void accept();
          }}
        >
          {t(
            props.trust.isEnrolled
              ? 'trust.district.reply.renewAction'
              : 'trust.district.reply.action',
          )}
        </Button>
      </div>
      {task.isRunning && <Busy label={t('trust.district.reply.working')} />}
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {isAdministrator && props.state !== 'waiting' && (
        <TrustAnew
          onTrusted={(trust) => {
            // What was refused before has been answered.
            task.clear();
            setAnswer(null);
            props.onChange(trust);
          }}
        />
      )}
      {answer === 'not-yet' && <Notice kind="warning" title={t('trust.district.reply.notYet')} />}
      {answer === 'renewed' && (
        <p role="status">
          {t('trust.district.reply.renewed', { version: props.trust.keyring?.version ?? '' })}
        </p>
      )}
    </StepCard>
  );
}
