import { useState } from 'react';

import { longestNote } from '#shared/domain/answer-limits.ts';
import type { AnswerView } from '#shared/ipc/calls/answer.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { PasswordField, TextAreaField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useText } from '../../ui/text.ts';

type Choice = 'accepted' | 'returned';

/** Signs the province's answer to a report: accepted or returned, with a note and the remarks written. */
export function AnswerDialog(props: {
  readonly answer: AnswerView;
  readonly onClose: () => void;
  readonly onSigned: (answer: AnswerView) => void;
}) {
  const { t } = useText();
  const { answer } = props;
  const [choice, setChoice] = useState<Choice>('accepted');
  const [note, setNote] = useState('');
  const [password, setPassword] = useState('');
  const [wasTried, setTried] = useState(false);
  const task = useTask();
  const isNoteMissing = choice === 'returned' && note.trim() === '';
  return (
    <FormDialog
      title={t('received.answer.dialog.title', { unit: answer.unitName })}
      className="answer-form"
      task={task}
      working={t('received.answer.dialog.working')}
      action={t('received.answer.dialog.sign')}
      onClose={props.onClose}
      onSubmit={async () => {
        setTried(true);
        if (isNoteMissing || password === '') return;
        const { bundle } = answer;
        const signed = await task.run(() =>
          call('answer.give', {
            bundle,
            answer: choice,
            note: note === '' ? null : note,
            password,
          }),
        );
        if (signed !== null) props.onSigned(signed);
      }}
    >
      <Segmented
        label={t('received.answer.dialog.choice')}
        value={choice}
        onChange={setChoice}
        options={[
          { value: 'accepted', label: t('received.answer.dialog.accepted') },
          { value: 'returned', label: t('received.answer.dialog.returned') },
        ]}
      />
      <p className="muted">{t(`received.answer.dialog.${choice}Hint`)}</p>
      <TextAreaField
        label={t('received.answer.dialog.note')}
        hint={t('received.answer.dialog.noteHint')}
        error={wasTried && isNoteMissing ? t('received.answer.dialog.noteMissing') : null}
        maxLength={longestNote}
        value={note}
        onChange={setNote}
      />
      {answer.remarks.length > 0 && (
        <p>{t('received.answer.dialog.remarks', { count: answer.remarks.length })}</p>
      )}
      <PasswordField
        label={t('received.answer.dialog.password')}
        error={wasTried && password === '' ? t('received.answer.dialog.passwordMissing') : null}
        value={password}
        onChange={setPassword}
      />
    </FormDialog>
  );
}
