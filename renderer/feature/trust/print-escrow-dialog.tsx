import { useState } from 'react';

import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { PasswordField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

/** Prints the escrow key with the own password. The key itself never comes into this window. */
export function PrintEscrowDialog(props: {
  readonly onClose: () => void;
  readonly onPrinted: (trust: TrustState) => void;
}) {
  const { t } = useText();
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [wasLeft, setWasLeft] = useState(false);
  const task = useTask();
  const print = async () => {
    setWasTried(true);
    setWasLeft(false);
    if (password === '') return;
    const done = await task.run(() => call('trust.printEscrow', { password }));
    setPassword('');
    setWasTried(false);
    if (done === null) return;
    setWasLeft(!done.isPrinted);
    if (done.isPrinted) props.onPrinted(done.trust);
  };
  return (
    <FormDialog
      title={t('trust.province.escrow.print.title')}
      className="trust-form"
      task={task}
      working={t('trust.province.escrow.print.working')}
      action={t('trust.province.escrow.print.action')}
      onSubmit={print}
      onClose={props.onClose}
    >
      <Notice kind="warning" title={t('trust.province.escrow.print.warning')}>
        {t('trust.province.escrow.print.lead')}
      </Notice>
      <PasswordField
        label={t('trust.password')}
        hint={t('trust.passwordHint')}
        error={wasTried && password === '' ? t('trust.passwordMissing') : null}
        value={password}
        disabled={task.isRunning}
        onChange={setPassword}
      />
      {wasLeft && <p role="status">{t('trust.province.escrow.print.left')}</p>}
    </FormDialog>
  );
}
