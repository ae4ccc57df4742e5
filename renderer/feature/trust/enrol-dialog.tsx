import { useState } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { PasswordField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { useText } from '../../ui/text.ts';
import { FingerprintField } from './fingerprint-field.tsx';
import { readTypedFingerprint } from './typed-fingerprint.ts';

type Place = CallOutput<'place.pickFile'>;

/** The moment the province knows a unit: its request, the digits read out by phone, the reply. */
export function EnrolDialog(props: {
  readonly onClose: () => void;
  readonly onEnrolled: (written: CallOutput<'trust.enrol'>) => void;
}) {
  const { t } = useText();
  const [file, setFile] = useState<Place>(null);
  const [folder, setFolder] = useState<Place>(null);
  const [fingerprint, setFingerprint] = useState('');
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const task = useTask();

  const pickFile = async () => {
    const picked = await task.run(() => call('place.pickFile', { purpose: 'enrolment' }));
    if (picked !== null) setFile(picked);
  };
  const pickFolder = async () => {
    const picked = await task.run(() => call('place.pickFolder', {}));
    if (picked !== null) setFolder(picked);
  };
  const enrol = async () => {
    setWasTried(true);
    const isComplete = readTypedFingerprint(fingerprint, t).isComplete;
    if (file === null || folder === null || !isComplete || password === '') return;
    const written = await task.run(() =>
      call('trust.enrol', { file: file.handle, folder: folder.handle, fingerprint, password }),
    );
    setPassword('');
    setWasTried(false);
    if (written !== null) props.onEnrolled(written);
  };

  return (
    <FormDialog
      title={t('trust.province.enrol.title')}
      className="trust-form"
      task={task}
      working={t('trust.province.enrol.working')}
      action={t('trust.province.enrol.action')}
      onSubmit={enrol}
      onClose={props.onClose}
    >
      <p className="muted">{t('trust.province.enrol.lead')}</p>
      <PlaceField
        label={t('trust.province.enrol.file')}
        place={file?.label ?? null}
        none={t('trust.none')}
        isDisabled={task.isRunning}
        error={wasTried && file === null ? t('trust.province.enrol.fileMissing') : null}
        picks={[
          {
            label: t('trust.province.enrol.pickFile'),
            onPick: () => {
              void pickFile();
            },
          },
        ]}
      />
      <FingerprintField
        label={t('trust.province.enrol.typedLabel')}
        value={fingerprint}
        missing={wasTried ? t('trust.province.enrol.fingerprintMissing') : null}
        isDisabled={task.isRunning}
        onChange={setFingerprint}
      />
      <PlaceField
        label={t('trust.province.enrol.folder')}
        place={folder?.label ?? null}
        none={t('trust.none')}
        isDisabled={task.isRunning}
        error={wasTried && folder === null ? t('trust.province.enrol.folderMissing') : null}
        picks={[
          {
            label: t('trust.province.enrol.pickFolder'),
            onPick: () => {
              void pickFolder();
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
