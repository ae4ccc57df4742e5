import { useState } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { useText } from '../../ui/text.ts';
import { FingerprintField } from './fingerprint-field.tsx';
import { readTypedFingerprint } from './typed-fingerprint.ts';

/** The moment this computer trusts another one of the unit: its introduction, its digits typed. */
export function PairDialog(props: {
  readonly onClose: () => void;
  readonly onPaired: (computers: CallOutput<'pairing.add'>) => void;
}) {
  const { t } = useText();
  const [file, setFile] = useState<CallOutput<'place.pickFile'>>(null);
  const [fingerprint, setFingerprint] = useState('');
  const [name, setName] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const task = useTask();

  const pick = async () => {
    const picked = await task.run(() => call('place.pickFile', { purpose: 'enrolment' }));
    if (picked !== null) setFile(picked);
  };
  const pair = async () => {
    setWasTried(true);
    if (file === null || !readTypedFingerprint(fingerprint, t).isComplete) return;
    const computers = await task.run(() =>
      call('pairing.add', { file: file.handle, fingerprint, name }),
    );
    setWasTried(false);
    if (computers !== null) props.onPaired(computers);
  };

  return (
    <FormDialog
      title={t('drafts.computers.addTitle')}
      className="trust-form"
      task={task}
      working={t('drafts.computers.addWorking')}
      action={t('drafts.computers.addAction')}
      onSubmit={pair}
      onClose={props.onClose}
    >
      <p className="muted">{t('drafts.computers.addLead')}</p>
      <PlaceField
        label={t('drafts.computers.file')}
        place={file?.label ?? null}
        none={t('trust.none')}
        isDisabled={task.isRunning}
        error={wasTried && file === null ? t('drafts.computers.fileMissing') : null}
        picks={[
          {
            label: t('drafts.computers.pickFile'),
            onPick: () => {
              void pick();
            },
          },
        ]}
      />
      <FingerprintField
        label={t('drafts.computers.typedLabel')}
        value={fingerprint}
        missing={wasTried ? t('trust.typed.empty') : null}
        isDisabled={task.isRunning}
        onChange={setFingerprint}
      />
      <TextField
        label={t('drafts.computers.name')}
        hint={t('drafts.computers.nameHint')}
        maxLength={60}
        value={name}
        disabled={task.isRunning}
        onChange={setName}
      />
    </FormDialog>
  );
}
