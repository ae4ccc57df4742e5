import { useState } from 'react';

import { call } from '../../client.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { focusFirstInvalid } from '../../ui/focus-invalid.ts';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';

const empty = { old: '', new: '', again: '' };

/** Changes the password of the account that is signed in. */
export function PasswordPanel() {
  const { t } = useText();
  const [texts, setTexts] = useState(empty);
  const [wasTried, setWasTried] = useState(false);
  const announce = useNotices((notices) => notices.announce);
  const task = useTask();
  const isDifferent = texts.again !== '' && texts.new !== texts.again;

  const change = async () => {
    setWasTried(true);
    if (texts.old === '' || texts.new === '' || texts.new !== texts.again) return;
    const done = await task.run(() =>
      call('account.changePassword', { oldPassword: texts.old, newPassword: texts.new }),
    );
    setTexts(empty);
    setWasTried(false);
    if (done !== null) announce('success', t('settings.password.done'));
  };

  const field = (name: keyof typeof empty) => ({
    value: texts[name],
    error: wasTried && texts[name] === '' ? t('settings.password.missing') : null,
    disabled: task.isRunning,
    onChange: (text: string) => {
      setTexts((now) => ({ ...now, [name]: text }));
    },
  });

  return (
    <Panel title={t('settings.password.title')}>
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      <form
        className="change-password"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void change();
          focusFirstInvalid(event.currentTarget);
        }}
      >
        <PasswordField label={t('settings.password.old')} {...field('old')} />
        <PasswordField
          label={t('settings.password.new')}
          hint={t('settings.password.newHint')}
          {...field('new')}
        />
        <PasswordField
          label={t('settings.password.again')}
          {...field('again')}
          error={isDifferent ? t('settings.password.differs') : field('again').error}
        />
        <div className="change-password-action">
          <Button type="submit" disabled={task.isRunning}>
            {t('settings.password.action')}
          </Button>
          {task.isRunning && <Busy label={t('settings.password.working')} />}
        </div>
      </form>
    </Panel>
  );
}
