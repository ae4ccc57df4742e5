import { useState } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { focusFirstInvalid } from '../../ui/focus-invalid.ts';
import { RefusalNotice } from '../../ui/notice.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { useText } from '../../ui/text.ts';
import { useIsAdministrator } from './administrator.tsx';
import { FingerprintField } from './fingerprint-field.tsx';
import { StepCard } from './step-card.tsx';
import type { StepState } from './step-card.tsx';
import { readTypedFingerprint } from './typed-fingerprint.ts';

type Props = {
  readonly trust: TrustState;
  readonly state: StepState;
  readonly onChange: (trust: TrustState) => void;
};

/** Step 2: the moment this office trusts the province, with the fingerprint typed from paper. */
export function KeyringStep(props: Props) {
  const { t } = useText();
  return (
    <StepCard number={2} title={t('trust.district.keyring.title')} state={props.state}>
      {props.trust.keyring === null ? (
        <AcceptForm {...props} />
      ) : (
        <Accepted keyring={props.trust.keyring} />
      )}
    </StepCard>
  );
}

function Accepted({ keyring }: { readonly keyring: NonNullable<TrustState['keyring']> }) {
  const { t, formatInstant } = useText();
  return (
    <>
      <p>
        {t('trust.district.keyring.accepted', {
          version: keyring.version,
          at: formatInstant(keyring.issuedAt),
        })}
      </p>
      <div className="own-fingerprint">
        <div className="caption">{t('trust.district.keyring.fingerprint')}</div>
        <Fingerprint digits={keyring.fingerprint} />
      </div>
      <p className="muted">{t('trust.district.keyring.done')}</p>
    </>
  );
}

function AcceptForm({ state, onChange }: Props) {
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
      <p className="muted">{t('trust.district.keyring.lead')}</p>
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
        <Button
          type="submit"
          kind={state === 'next' ? 'primary' : 'secondary'}
          disabled={isDisabled}
        >
          {t('trust.district.keyring.action')}
        </Button>
      </form>
      {task.isRunning && <Busy label={t('trust.district.keyring.working')} />}
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
    </>
  );
}
