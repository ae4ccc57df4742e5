import { useState } from 'react';

import { call } from '../../client.ts';
import { usePrintedKeyDocument } from '../../state/use-key-document.ts';
import { useTask } from '../../state/use-task.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { KeyDocumentButtons } from '../../ui/key-document-buttons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

/** Makes a recovery code with the own password, and shows it this once. */
export function RecoveryDialog(props: {
  readonly isFirst: boolean;
  /** Whether the keys are bound to this computer as soon as there is a code. */
  readonly bindsKeys: boolean;
  readonly onMade: (at: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { isFirst, bindsKeys, onMade, onClose } = props;
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const task = useTask();
  const paper = usePrintedKeyDocument({ kind: 'recovery', code: code ?? '' });
  const make = async () => {
    setWasTried(true);
    if (password === '') return;
    const made = await task.run(() => call('recovery.make', { password }));
    setPassword('');
    setWasTried(false);
    if (made === null) return;
    setCode(made.code);
    onMade(made.madeAt);
  };
  if (code !== null) {
    return (
      <Dialog
        isOpen
        title={t('settings.recovery.shown')}
        onClose={onClose}
        actions={
          <Button kind="primary" onClick={onClose}>
            {t('settings.recovery.kept')}
          </Button>
        }
      >
        <Notice kind="warning" title={t('settings.recovery.once')}>
          {t('settings.recovery.onceBody')}
        </Notice>
        <div className="recovery-code">
          <Fingerprint digits={code} />
        </div>
        <KeyDocumentButtons work={paper} name={t('settings.recovery.sheet')} />
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t('settings.recovery.title')}
      className="change-password"
      task={task}
      working={t('settings.recovery.working')}
      action={t('settings.recovery.action')}
      onSubmit={make}
      onClose={onClose}
    >
      <p className="muted">
        {t(isFirst ? 'settings.recovery.lead' : 'settings.recovery.leadAgain')}
      </p>
      {bindsKeys && <p className="muted">{t('settings.recovery.leadBinds')}</p>}
      <PasswordField
        label={t('settings.recovery.password')}
        error={wasTried && password === '' ? t('settings.password.missing') : null}
        value={password}
        disabled={task.isRunning}
        onChange={setPassword}
      />
    </FormDialog>
  );
}
