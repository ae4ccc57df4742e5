import { useState } from 'react';

import type { Task } from '../../state/use-task.ts';
import { PasswordField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useText } from '../../ui/text.ts';

/** The steps that a person takes under their own signature. */
export type SignedStep = 'submit' | 'approve' | 'approve-on-paper';

/** Asks for the password that opens the signer's own key; nothing is kept of it. */
export function SignDialog(props: {
  readonly action: SignedStep;
  readonly task: Task;
  readonly onClose: () => void;
  readonly onSign: (password: string) => Promise<void>;
}) {
  const { t } = useText();
  const { action, task, onClose, onSign } = props;
  const [password, setPassword] = useState('');
  const [wasTried, setTried] = useState(false);
  return (
    <FormDialog
      title={t(`approval.sign.title.${action}`)}
      className="sign-form"
      task={task}
      working={t('approval.sign.working')}
      action={t(`approval.sign.action.${action}`)}
      onClose={onClose}
      onSubmit={async () => {
        setTried(true);
        if (password === '') return;
        await onSign(password);
        setPassword('');
        setTried(false);
      }}
    >
      <p>{t(`approval.sign.body.${action}`)}</p>
      <PasswordField
        label={t('approval.sign.password')}
        hint={t('approval.sign.passwordHint')}
        error={wasTried && password === '' ? t('approval.sign.passwordMissing') : null}
        value={password}
        onChange={setPassword}
      />
    </FormDialog>
  );
}
