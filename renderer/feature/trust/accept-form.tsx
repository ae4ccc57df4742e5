import { useState } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { focusFirstInvalid } from '../../ui/focus-invalid.ts';
import { RefusalNotice } from '../../ui/notice.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { useText } from '../../ui/text.ts';
import { useIsAdministrator } from './administrator.tsx';
import { FingerprintField } from './fingerprint-field.tsx';
import { readTypedFingerprint } from './typed-fingerprint.ts';

/** A keyring's file and the digits of the province's letter, typed and compared by the machine. */
export function AcceptForm(props: {
  readonly isNext: boolean;
  readonly lead: string;
  readonly action: string;
  readonly onChange: (trust: TrustState) => void;
}) {
  const { isNext, lead, action, onChange } = props;
  const { t } = useText();
  const isAdministrator = useIsAdministrator();
  const [file, setFile] = useState<CallOutput<'place.pickFile'>>(null);
  const [fingerprint, setFingerprint] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const task = useTask();
  const isDisabled = !isAdministrator || task.isRunning;

  const pick = async () => {
    const picked = await task.run(() => call('place.pickFile', { purpose: 'keyring' }));
    if (picked !== null) setFile(picked);
  };
  const accept = async () => {
    setWasTried(true);
    if (file === null || !readTypedFingerprint(fingerprint, t).isComplete) return;
    const trust = await task.run(() =>
      call('trust.acceptKeyring', { file: file.handle, fingerprint }),
    );
    if (trust !== null) onChange(trust);
  };

  return (
    <>
      <p className="muted">{lead}</p>
      <form
        className="trust-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void accept();
          focusFirstInvalid(event.currentTarget);
        }}
      >
        <PlaceField
          label={t('trust.district.keyring.file')}
          place={file?.label ?? null}
          none={t('trust.none')}
          isDisabled={isDisabled}
          error={wasTried && file === null ? t('trust.district.keyring.fileMissing') : null}
          picks={[
            {
              label: t('trust.district.keyring.pick'),
              onPick: () => {
                void pick();
              },
            },
          ]}
        />
        <FingerprintField
          label={t('trust.district.keyring.typedLabel')}
          value={fingerprint}
          missing={wasTried ? t('trust.typed.empty') : null}
          isDisabled={isDisabled}
          onChange={setFingerprint}
        />
        <Button type="submit" kind={isNext ? 'primary' : 'secondary'} disabled={isDisabled}>
          {action}
        </Button>
      </form>
      {task.isRunning && <Busy label={t('trust.district.keyring.working')} />}
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
    </>
  );
}
