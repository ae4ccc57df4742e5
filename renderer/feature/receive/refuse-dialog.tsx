import { useState } from 'react';

import { longestRefusalNote } from '#shared/domain/answer-limits.ts';
import { call } from '../../client.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useTask } from '../../state/use-task.ts';
import { PasswordField, TextAreaField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useText } from '../../ui/text.ts';

/** Signs that a unit's bundle was not taken in and why; the receipt is written beside the file. */
export function RefuseDialog(props: {
  readonly place: string;
  readonly fileName: string;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { place, fileName, onClose } = props;
  const announce = useNotices((store) => store.announce);
  const [note, setNote] = useState('');
  const [password, setPassword] = useState('');
  const [wasTried, setTried] = useState(false);
  const task = useTask();
  return (
    <FormDialog
      title={t('receive.refuse.title')}
      className="refuse-form"
      task={task}
      working={t('receive.refuse.working')}
      action={t('receive.refuse.action')}
      onClose={onClose}
      onSubmit={async () => {
        setTried(true);
        if (password === '') return;
        const answered = await task.run(() =>
          call('answer.refuse', { place, fileName, note: note === '' ? null : note, password }),
        );
        if (answered === null) return;
        announce('success', t('receive.refuse.done', { fileName: answered.fileName }));
        onClose();
      }}
    >
      <p>{t('receive.refuse.lead')}</p>
      <p className="caption">{fileName}</p>
      <TextAreaField
        label={t('receive.refuse.note')}
        hint={t('receive.refuse.noteHint')}
        maxLength={longestRefusalNote}
        value={note}
        onChange={setNote}
      />
      <PasswordField
        label={t('receive.source.password')}
        error={wasTried && password === '' ? t('receive.refuse.passwordMissing') : null}
        value={password}
        onChange={setPassword}
      />
    </FormDialog>
  );
}
