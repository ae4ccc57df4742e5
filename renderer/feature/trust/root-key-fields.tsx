import { call } from '../../client.ts';
import type { Task } from '../../state/use-task.ts';
import { PasswordField } from '../../ui/field.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { useText } from '../../ui/text.ts';
import type { SignerDraft } from './root-signers.ts';

/** A root key's file on its stick, and the password that opens it. */
export function RootKeyFields(props: {
  readonly signer: SignerDraft;
  readonly wasTried: boolean;
  readonly task: Task;
  readonly onChange: (changes: Partial<SignerDraft>) => void;
}) {
  const { t } = useText();
  const { signer, wasTried, task, onChange } = props;
  const { file, password } = signer;
  const pick = async () => {
    const picked = await task.run(() => call('place.pickFile', { purpose: 'root-key' }));
    if (picked !== null) onChange({ file: picked });
  };
  return (
    <>
      <PlaceField
        label={t('trust.province.roots.file')}
        place={file?.label ?? null}
        none={t('trust.none')}
        isDisabled={task.isRunning}
        error={wasTried && file === null ? t('trust.province.roots.fileMissing') : null}
        picks={[
          {
            label: t('trust.province.enrol.pickFile'),
            onPick: () => {
              void pick();
            },
          },
        ]}
      />
      <PasswordField
        label={t('trust.province.roots.password')}
        error={wasTried && password === '' ? t('trust.passwordMissing') : null}
        value={password}
        disabled={task.isRunning}
        onChange={(typed) => {
          onChange({ password: typed });
        }}
      />
    </>
  );
}
