import { useState } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { PasswordField } from '../../ui/field.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { useText } from '../../ui/text.ts';

/** The file by which another computer of the unit learns this one's key. */
export function IntroduceDialog(props: {
  readonly ownFingerprint: string;
  readonly onClose: () => void;
  readonly onWritten: (written: CallOutput<'trust.writeRequest'>) => void;
}) {
  const { t } = useText();
  const [folder, setFolder] = useState<CallOutput<'place.pickFolder'>>(null);
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const task = useTask();

  const pick = async () => {
    const picked = await task.run(() => call('place.pickFolder', {}));
    if (picked !== null) setFolder(picked);
  };
  const write = async () => {
    setWasTried(true);
    if (folder === null || password === '') return;
    const written = await task.run(() =>
      call('trust.writeRequest', { folder: folder.handle, password }),
    );
    setPassword('');
    setWasTried(false);
    if (written !== null) props.onWritten(written);
  };

  return (
    <FormDialog
      title={t('drafts.computers.introduceTitle')}
      className="trust-form"
      task={task}
      working={t('drafts.computers.introduceWorking')}
      action={t('drafts.computers.introduceAction')}
      onSubmit={write}
      onClose={props.onClose}
    >
      <p className="muted">{t('drafts.computers.introduceLead')}</p>
      <div className="own-fingerprint">
        <Fingerprint digits={props.ownFingerprint} />
      </div>
      <PlaceField
        label={t('drafts.computers.folder')}
        place={folder?.label ?? null}
        none={t('trust.none')}
        isDisabled={task.isRunning}
        error={wasTried && folder === null ? t('drafts.computers.folderMissing') : null}
        picks={[
          {
            label: t('drafts.computers.pickFolder'),
            onPick: () => {
              void pick();
            },
          },
        ]}
      />
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
