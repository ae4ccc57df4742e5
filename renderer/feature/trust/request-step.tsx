import { useState } from 'react';

import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { call } from '../../client.ts';
import { useKeyDocument } from '../../state/use-key-document.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { focusFirstInvalid } from '../../ui/focus-invalid.ts';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { KeyDocumentButtons } from '../../ui/key-document-buttons.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';
import { useIsAdministrator } from './administrator.tsx';
import { StepCard } from './step-card.tsx';
import type { StepState } from './step-card.tsx';
import { writtenTo, WrittenNote } from './written-note.tsx';
import type { Written } from './written-note.tsx';

type Props = {
  readonly trust: TrustState;
  readonly state: StepState;
  readonly onWritten: (trust: TrustState) => void;
};

/** Step 1: this office's fingerprint, and the request that carries its key to the province. */
export function RequestStep(props: Props) {
  const { t } = useText();
  const { isEnrolled, ownFingerprint } = props.trust;
  const isAdministrator = useIsAdministrator();
  const paper = useKeyDocument({ kind: 'enrolment' });
  return (
    <StepCard number={1} title={t('trust.district.request.title')} state={props.state}>
      <p className="muted">
        {t(isEnrolled ? 'trust.district.request.enrolled' : 'trust.district.request.lead')}
      </p>
      <div className="own-fingerprint">
        <div className="caption">{t('trust.district.request.fingerprint')}</div>
        <Fingerprint digits={ownFingerprint} />
      </div>
      {!isEnrolled && <RequestForm {...props} />}
      {!isEnrolled && (
        <KeyDocumentButtons
          work={paper}
          name={t('trust.documents.enrolment')}
          isDisabled={!isAdministrator}
        />
      )}
    </StepCard>
  );
}

function RequestForm(props: Props) {
  const { t } = useText();
  const isAdministrator = useIsAdministrator();
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [done, setDone] = useState<Written | null>(null);
  const task = useTask();

  const write = async () => {
    setDone(null);
    if (password === '') {
      setWasTried(true);
      return;
    }
    const folder = await task.run(() => call('place.pickFolder', {}));
    if (folder === null) return;
    const written = await task.run(() =>
      call('trust.writeRequest', { folder: folder.handle, password }),
    );
    setPassword('');
    setWasTried(false);
    if (written === null) return;
    const { fileName, folderLabel } = written;
    setDone(
      writtenTo(folderLabel, (folder) => t('trust.district.request.done', { fileName, folder })),
    );
    props.onWritten(written.trust);
  };

  return (
    <>
      <form
        className="trust-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void write();
          focusFirstInvalid(event.currentTarget);
        }}
      >
        <PasswordField
          label={t('trust.password')}
          hint={t('trust.passwordHint')}
          error={wasTried && password === '' ? t('trust.passwordMissing') : null}
          value={password}
          disabled={!isAdministrator || task.isRunning}
          onChange={setPassword}
        />
        <Button
          type="submit"
          kind={props.state === 'next' ? 'primary' : 'secondary'}
          disabled={!isAdministrator || task.isRunning}
        >
          {t('trust.district.request.action')}
        </Button>
      </form>
      {task.isRunning && <Busy label={t('trust.district.request.working')} />}
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {done !== null && <WrittenNote written={done} />}
    </>
  );
}
