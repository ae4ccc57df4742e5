import { useState } from 'react';

import type { DraftView } from '#shared/ipc/calls/catalogue-desk.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { PasswordField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useText } from '../../ui/text.ts';

/** The password that makes the draft the version in force. */
export function PublishDialog(props: {
  readonly draft: DraftView;
  readonly onClose: () => void;
  readonly onPublished: (draft: DraftView) => void;
}) {
  const { t } = useText();
  const { draft, onClose, onPublished } = props;
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const task = useTask();

  const publish = async () => {
    setWasTried(true);
    if (password === '') return;
    const published = await task.run(() => call('catalogue.publish', { password }));
    setPassword('');
    setWasTried(false);
    if (published !== null) onPublished(published);
  };

  return (
    <FormDialog
      title={t('catalogueDesk.publish.title', { version: draft.next })}
      className="edit-form"
      task={task}
      working={t('catalogueDesk.publish.working')}
      action={t('catalogueDesk.publish.action')}
      onSubmit={publish}
      onClose={onClose}
    >
      <p className="muted edit-lead">
        <strong>{t('catalogueDesk.publish.means')}</strong>{' '}
        {t('catalogueDesk.publish.lead', { count: draft.differences.length })}
      </p>
      <PasswordField
        label={t('catalogueDesk.publish.password')}
        hint={t('catalogueDesk.publish.passwordHint')}
        error={wasTried && password === '' ? t('catalogueDesk.publish.passwordMissing') : null}
        value={password}
        disabled={task.isRunning}
        onChange={setPassword}
      />
    </FormDialog>
  );
}
