import { useState } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useText } from '../../ui/text.ts';
import { RootKeyFields } from './root-key-fields.tsx';
import { emptySigner } from './root-signers.ts';

/** A holder tries a root key on its stick; nothing is signed with it. */
export function TestRootDialog(props: {
  readonly onClose: () => void;
  readonly onTested: (tested: CallOutput<'trust.testRootKey'>) => void;
}) {
  const { t } = useText();
  const [signer, setSigner] = useState(emptySigner);
  const [wasTried, setWasTried] = useState(false);
  const task = useTask();
  const test = async () => {
    setWasTried(true);
    const { file, password } = signer;
    if (file === null || password === '') return;
    const tested = await task.run(() => call('trust.testRootKey', { file: file.handle, password }));
    setSigner({ file, password: '' });
    setWasTried(false);
    if (tested !== null) props.onTested(tested);
  };
  return (
    <FormDialog
      title={t('trust.province.roots.test.title')}
      className="trust-form"
      task={task}
      working={t('trust.province.roots.test.working')}
      action={t('trust.province.roots.test.action')}
      onSubmit={test}
      onClose={props.onClose}
    >
      <p className="muted">{t('trust.province.roots.test.lead')}</p>
      <RootKeyFields
        signer={signer}
        wasTried={wasTried}
        task={task}
        onChange={(changes) => {
          setSigner({ ...signer, ...changes });
        }}
      />
    </FormDialog>
  );
}
