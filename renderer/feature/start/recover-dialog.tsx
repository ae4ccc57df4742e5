import { useState } from 'react';

import { parseRecoveryCode } from '#shared/domain/recovery-code.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { PasswordField, TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useText } from '../../ui/text.ts';

const shortestPassword = 8;

/** A forgotten password: the code from the sealed envelope, and a new one. */
export function RecoverDialog(props: {
  readonly account: { readonly name: string; readonly displayName: string };
  readonly onClose: () => void;
  readonly onRecovered: () => void;
}) {
  const { t } = useText();
  const { account, onClose, onRecovered } = props;
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const task = useTask();
  const read = parseRecoveryCode(code);
  const isShort = [...password].length < shortestPassword;

  const recover = async () => {
    setWasTried(true);
    if (!read.ok || isShort || password !== again) return;
    const done = await task.run(() =>
      call('recovery.use', { name: account.name, code, newPassword: password }),
    );
    setPassword('');
    setAgain('');
    setWasTried(false);
    if (done !== null) onRecovered();
  };

  return (
    <FormDialog
      title={t('start.recover.title', { name: account.displayName })}
      className="recover-form"
      task={task}
      working={t('start.recover.working')}
      action={t('start.recover.action')}
      onSubmit={recover}
      onClose={onClose}
    >
      <p className="muted">{t('start.recover.lead')}</p>
      <TextField
        label={t('start.recover.code')}
        hint={t('start.recover.codeHint')}
        inputMode="numeric"
        error={wasTried && !read.ok ? t(`start.recover.${read.refusal.code}`) : null}
        value={code}
        disabled={task.isRunning}
        onChange={setCode}
      />
      <PasswordField
        label={t('settings.password.new')}
        error={
          wasTried && isShort ? t('start.passwordShort', { shortest: shortestPassword }) : null
        }
        value={password}
        disabled={task.isRunning}
        onChange={setPassword}
      />
      <PasswordField
        label={t('settings.password.again')}
        error={wasTried && !isShort && password !== again ? t('settings.password.differs') : null}
        value={again}
        disabled={task.isRunning}
        onChange={setAgain}
      />
    </FormDialog>
  );
}
