import { useState } from 'react';

import { firstRoleOf, rolesOf } from '#shared/domain/role.ts';
import type { Role, Side } from '#shared/domain/role.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { PasswordField, SelectField, TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useText } from '../../ui/text.ts';

const empty = { displayName: '', name: '', password: '', ownPassword: '' };
type Texts = typeof empty;

/** A new account of this office; the administrator's password passes the office's keys on to it. */
export function AddAccountDialog(props: {
  readonly side: Side;
  readonly onClose: () => void;
  readonly onAdded: (accounts: CallOutput<'account.list'>, displayName: string) => void;
}) {
  const { t } = useText();
  const choices = rolesOf(props.side);
  const [texts, setTexts] = useState<Texts>(empty);
  const [role, setRole] = useState<Role>(choices[1] ?? firstRoleOf(props.side));
  const [wasTried, setWasTried] = useState(false);
  const task = useTask();

  const add = async () => {
    setWasTried(true);
    if (Object.values(texts).some((text) => text.trim() === '')) return;
    const { name, displayName, password, ownPassword } = texts;
    const accounts = await task.run(() =>
      call('account.add', {
        name: name.trim(),
        displayName: displayName.trim(),
        role,
        password,
        ownPassword,
      }),
    );
    if (accounts === null) setTexts({ ...texts, ownPassword: '' });
    else props.onAdded(accounts, displayName.trim());
  };

  const field = (name: keyof Texts) => ({
    value: texts[name],
    error:
      wasTried && texts[name].trim() === '' && !task.isRunning ? t('settings.add.missing') : null,
    disabled: task.isRunning,
    onChange: (text: string) => {
      setTexts((now) => ({ ...now, [name]: text }));
    },
  });

  return (
    <FormDialog
      title={t('settings.add.title')}
      className="add-account"
      task={task}
      working={t('settings.add.working')}
      action={t('settings.add.action')}
      onSubmit={add}
      onClose={props.onClose}
    >
      <TextField
        label={t('settings.add.displayName')}
        hint={t('settings.add.displayNameHint')}
        {...field('displayName')}
      />
      <SelectField
        label={t('settings.add.role')}
        value={role}
        disabled={task.isRunning}
        onChange={(chosen) => {
          setRole(choices.find((known) => known === chosen) ?? role);
        }}
        options={choices.map((known) => ({
          value: known,
          label: t(`terms.roleTitles.${known}`),
        }))}
      />
      <TextField
        label={t('settings.add.name')}
        hint={t('settings.add.nameHint')}
        autoCapitalize="none"
        {...field('name')}
      />
      <PasswordField
        label={t('settings.add.password')}
        hint={t('settings.add.passwordHint')}
        {...field('password')}
      />
      <PasswordField
        label={t('settings.add.ownPassword')}
        hint={t('settings.add.ownPasswordHint')}
        {...field('ownPassword')}
      />
    </FormDialog>
  );
}
