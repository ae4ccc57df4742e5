import { useState } from 'react';

import type { LockOutlook } from '#shared/ipc/calls/period-lock.ts';
import { call } from '../../client.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { PasswordField, TextAreaField } from '../../ui/field.tsx';
import { groupedDigits } from '../../ui/fingerprint.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

type Props = {
  readonly period: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** What is still missing, and the password that signs the lock all the same. */
export function LockDialog({
  period,
  periodName,
  onClose,
  onDone,
}: Props & { readonly periodName: string }) {
  const { t } = useText();
  const { query } = useQuery('lock.outlook', { period });
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const task = useTask();

  const lock = async () => {
    setWasTried(true);
    if (password === '') return;
    const locked = await task.run(() => call('lock.set', { period, password }));
    setPassword('');
    setWasTried(false);
    if (locked !== null) onDone();
  };

  return (
    <FormDialog
      title={t('periodLock.dialog.title', {
        number: query.kind === 'ready' ? query.value.number : '',
        period: periodName,
      })}
      className="lock-form"
      task={task}
      working={t('periodLock.dialog.working')}
      action={t('periodLock.dialog.action')}
      onSubmit={lock}
      onClose={onClose}
    >
      <p>{t('periodLock.dialog.lead')}</p>
      {query.kind === 'loading' && <Busy label={t('periodLock.dialog.loading')} />}
      {query.kind === 'refused' && <RefusalNotice refusal={query.refusal} />}
      {query.kind === 'ready' && <Outlook outlook={query.value} />}
      <PasswordField
        label={t('periodLock.dialog.password')}
        hint={t('periodLock.dialog.passwordHint')}
        error={wasTried && password === '' ? t('periodLock.dialog.passwordMissing') : null}
        value={password}
        disabled={task.isRunning}
        onChange={setPassword}
      />
    </FormDialog>
  );
}

function Outlook({ outlook }: { readonly outlook: LockOutlook }) {
  const { t, formatInstant } = useText();
  const { errors, previous } = outlook;
  const warnings = (['missing', 'late', 'returned', 'undecided'] as const)
    .filter((kind) => outlook[kind].length > 0)
    .map((kind) =>
      t(`periodLock.dialog.${kind}`, {
        count: outlook[kind].length,
        units: outlook[kind].join(', '),
      }),
    );
  if (errors > 0) warnings.push(t('periodLock.dialog.errors', { count: errors }));
  return (
    <>
      {warnings.length === 0 ? (
        <p className="lock-check">
          <Icon name="success" /> {t('periodLock.dialog.none')}
        </p>
      ) : (
        <>
          <p>{t('periodLock.dialog.open')}</p>
          <ul className="lock-warnings">
            {warnings.map((warning) => (
              <li key={warning}>
                <Icon name="warning" />
                <span>{warning}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {previous !== null && (
        <p className="muted">
          {t('periodLock.dialog.previous', {
            code: groupedDigits(previous.checkCode),
            at: formatInstant(previous.lockedAt),
            reason: previous.reason,
          })}
        </p>
      )}
    </>
  );
}

/** Why the lock is lifted: the log keeps it. */
export function LiftDialog({
  period,
  number,
  onClose,
  onDone,
}: Props & { readonly number: number }) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const task = useTask();
  const lift = async () => {
    setWasTried(true);
    if (reason.trim() === '') return;
    const lifted = await task.run(() => call('lock.lift', { period, reason }));
    if (lifted !== null) onDone();
  };
  return (
    <FormDialog
      title={t('periodLock.liftDialog.title', { number })}
      className="lock-form"
      task={task}
      working={t('periodLock.liftDialog.working')}
      action={t('periodLock.liftDialog.action')}
      onSubmit={lift}
      onClose={onClose}
    >
      <p>{t('periodLock.liftDialog.lead')}</p>
      <TextAreaField
        label={t('periodLock.liftDialog.reason')}
        hint={t('periodLock.liftDialog.reasonHint')}
        error={wasTried && reason.trim() === '' ? t('periodLock.liftDialog.reasonMissing') : null}
        rows={3}
        value={reason}
        disabled={task.isRunning}
        onChange={setReason}
      />
    </FormDialog>
  );
}
