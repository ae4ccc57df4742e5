import { useState } from 'react';

import { longestNote } from '#shared/domain/answer-limits.ts';
import type { StreamDesk, StreamQuestion } from '#shared/ipc/calls/streams.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { PasswordField, SelectField, TextAreaField } from '../../ui/field.tsx';
import { groupedDigits } from '../../ui/fingerprint.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useText } from '../../ui/text.ts';

/** Stands for "none of them", where nothing counts yet. */
const none = 'none';

/** Decides which report of a unit counts; both that are looked at are named with their check codes. */
export function DecideDialog(props: {
  readonly question: StreamQuestion;
  readonly other: StreamQuestion['others'][number];
  readonly onClose: () => void;
  readonly onDecided: (desk: StreamDesk) => void;
}) {
  const { t } = useText();
  const { question, other } = props;
  const { unit, unitName, period, here, others } = question;
  // Nobody's choice is made for them: the first of the list is what counts already.
  const [chosen, setChosen] = useState(here?.statement ?? none);
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const [wasTried, setTried] = useState(false);
  const task = useTask();
  const sides = [...(here === null ? [] : [here]), ...others];
  const isReasonMissing = reason.trim() === '';
  const words = (side: typeof other | NonNullable<typeof here>, which: 'here' | 'other') =>
    t(`streams.dialog.${which}`, {
      revision: side.revision,
      sequence: side.sequence,
      code: groupedDigits(side.checkCode),
    });
  return (
    <FormDialog
      title={t('streams.dialog.title', { unit: unitName })}
      className="stream-decide"
      task={task}
      working={t('streams.dialog.working')}
      action={t('streams.dialog.action')}
      onClose={props.onClose}
      onSubmit={async () => {
        setTried(true);
        if (isReasonMissing || password === '') return;
        const decided = await task.run(() =>
          call('stream.decide', {
            unit,
            period,
            chosen: chosen === none ? null : chosen,
            known: sides.map(({ statement }) => statement),
            reason,
            password,
          }),
        );
        if (decided !== null) props.onDecided(decided);
      }}
    >
      <SelectField
        label={t('streams.dialog.choice')}
        value={chosen}
        onChange={setChosen}
        options={[
          here === null
            ? { value: none, label: t('streams.dialog.none') }
            : { value: here.statement, label: words(here, 'here') },
          ...[other, ...others.filter((one) => one !== other)].map((one) => ({
            value: one.statement,
            label: words(one, 'other'),
          })),
        ]}
      />
      <p className="muted">
        {t('streams.dialog.setAside', { count: sides.length - (chosen === none ? 0 : 1) })}
      </p>
      <TextAreaField
        label={t('streams.dialog.reason')}
        hint={t('streams.dialog.reasonHint')}
        error={wasTried && isReasonMissing ? t('streams.dialog.reasonMissing') : null}
        maxLength={longestNote}
        value={reason}
        onChange={setReason}
      />
      <PasswordField
        label={t('streams.dialog.password')}
        error={wasTried && password === '' ? t('streams.dialog.passwordMissing') : null}
        value={password}
        onChange={setPassword}
      />
    </FormDialog>
  );
}
