import { useState } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { PasswordField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useText } from '../../ui/text.ts';
import { RootHolderFields } from './root-holder-fields.tsx';
import { completeHolders, noHolders, withoutPasswords } from './root-holders.ts';

/** What root keys begin: the province's first ones, or a beginning that follows none before. */
export type RootBeginning = keyof typeof words;

const words = {
  create: {
    call: 'trust.createRoots',
    title: 'trust.province.roots.create',
    lead: 'trust.province.roots.createLead',
    action: 'trust.province.roots.createAction',
  },
  anew: {
    call: 'trust.startRootsAnew',
    title: 'trust.province.roots.anew.title',
    lead: 'trust.province.roots.anew.lead2',
    action: 'trust.province.roots.anew.action',
  },
} as const;

/** Three people make the province's root keys, each at the keyboard for their own part. */
export function CreateRootsDialog(props: {
  readonly beginning: RootBeginning;
  readonly onClose: () => void;
  readonly onCreated: (written: CallOutput<'trust.createRoots'>) => void;
}) {
  const { t } = useText();
  const said = words[props.beginning];
  const [holders, setHolders] = useState(noHolders);
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const task = useTask();
  const create = async () => {
    setWasTried(true);
    const keys = completeHolders(holders);
    if (keys === null || password === '') return;
    const written = await task.run(() => call(said.call, { keys, password }));
    setHolders(withoutPasswords(holders));
    setPassword('');
    setWasTried(false);
    if (written !== null) props.onCreated(written);
  };
  return (
    <FormDialog
      title={t(said.title)}
      isWide
      className="trust-form"
      task={task}
      working={t('trust.province.roots.working')}
      action={t(said.action)}
      onSubmit={create}
      onClose={props.onClose}
    >
      <p className="muted">{t(said.lead)}</p>
      <RootHolderFields holders={holders} wasTried={wasTried} task={task} onChange={setHolders} />
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
