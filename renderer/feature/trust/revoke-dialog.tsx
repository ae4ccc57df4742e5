import { useState } from 'react';

import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { PasswordField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useText } from '../../ui/text.ts';

/** The decision that a unit's key counts no longer, as when its PC was lost. */
export function RevokeDialog(props: {
  readonly unit: TrustState['units'][number];
  readonly onClose: () => void;
  readonly onRevoked: (trust: TrustState) => void;
}) {
  const { t } = useText();
  const { unit, onClose, onRevoked } = props;
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const task = useTask();
  const revoke = async () => {
    setWasTried(true);
    if (password === '') return;
    const trust = await task.run(() => call('trust.revoke', { unit: unit.unit, password }));
    setPassword('');
    setWasTried(false);
    if (trust !== null) onRevoked(trust);
  };
  return (
    <FormDialog
      title={t('trust.province.revoke.title', { unit: unit.name })}
      className="trust-form"
      task={task}
      working={t('trust.province.revoke.working')}
      action={t('trust.province.revoke.action')}
      onSubmit={revoke}
      onClose={onClose}
    >
      <p>{t('trust.province.revoke.lead')}</p>
      <PasswordField
        label={t('trust.password')}
        hint={t('trust.passwordHint')}
        error={wasTried && password === '' ? t('trust.passwordMissing') : null}
        value={password}
        disabled={task.isRunning}
        onChange={setPassword}
      />
    </FormDialog>
  );
}
