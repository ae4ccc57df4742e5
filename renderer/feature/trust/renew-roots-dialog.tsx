import { useState } from 'react';

import type { CallInput, CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { PasswordField, SelectField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useText } from '../../ui/text.ts';
import { RootHolderFields } from './root-holder-fields.tsx';
import { completeHolders, noHolders, withoutPasswords } from './root-holders.ts';
import type { HolderDraft } from './root-holders.ts';
import { RootSignerFields } from './root-signer-fields.tsx';
import { completeSigners, noSigners } from './root-signers.ts';

type Change = CallInput<'trust.renewRoots'>['change'];
export type RenewalKind = Change['kind'];

/** Two holders open their root keys; a new signing key or three new root keys take the place. */
export function RenewRootsDialog(props: {
  readonly kind: RenewalKind;
  readonly onClose: () => void;
  readonly onRenewed: (written: CallOutput<'trust.renewRoots'>) => void;
}) {
  const { t } = useText();
  const { kind, onClose, onRenewed } = props;
  const [signers, setSigners] = useState(noSigners);
  const [holders, setHolders] = useState(noHolders);
  const [old, setOld] = useState<'keep' | 'drop'>('keep');
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const task = useTask();

  const renew = async () => {
    setWasTried(true);
    const agreeing = completeSigners(signers);
    const change = changeOf(kind, old, holders);
    if (agreeing === null || change === null || password === '') return;
    const written = await task.run(() =>
      call('trust.renewRoots', { signers: agreeing, change, password }),
    );
    setSigners(signers.map(({ file }) => ({ file, password: '' })));
    setHolders(withoutPasswords(holders));
    setPassword('');
    setWasTried(false);
    if (written !== null) onRenewed(written);
  };

  return (
    <FormDialog
      title={t(`trust.province.roots.renew.${kind}`)}
      isWide
      className="trust-form"
      task={task}
      working={t('trust.province.roots.working')}
      action={t(`trust.province.roots.renew.${kind}Action`)}
      onSubmit={renew}
      onClose={onClose}
    >
      <p className="muted">{t(`trust.province.roots.renew.${kind}Lead`)}</p>
      <RootSignerFields signers={signers} wasTried={wasTried} task={task} onChange={setSigners} />
      {kind === 'signing' ? (
        <SelectField
          label={t('trust.province.roots.renew.old')}
          hint={t('trust.province.roots.renew.oldHint')}
          disabled={task.isRunning}
          options={(['keep', 'drop'] as const).map((value) => ({
            value,
            label: t(`trust.province.roots.renew.${value}`),
          }))}
          value={old}
          onChange={(value) => {
            setOld(value === 'drop' ? 'drop' : 'keep');
          }}
        />
      ) : (
        <RootHolderFields holders={holders} wasTried={wasTried} task={task} onChange={setHolders} />
      )}
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

function changeOf(
  kind: RenewalKind,
  old: 'keep' | 'drop',
  holders: readonly HolderDraft[],
): Change | null {
  if (kind === 'signing') return { kind, keepOld: old === 'keep' };
  const keys = completeHolders(holders);
  return keys === null ? null : { kind, keys };
}
