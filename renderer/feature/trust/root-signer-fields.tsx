import { call } from '../../client.ts';
import type { Task } from '../../state/use-task.ts';
import { PasswordField } from '../../ui/field.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { useText } from '../../ui/text.ts';
import type { SignerDraft } from './root-signers.ts';

/** Two holders side by side, each with their key's file and the password that opens it. */
export function RootSignerFields(props: {
  readonly signers: readonly SignerDraft[];
  readonly wasTried: boolean;
  readonly task: Task;
  readonly onChange: (signers: readonly SignerDraft[]) => void;
}) {
  const { t } = useText();
  const { signers, wasTried, task, onChange } = props;
  const change = (at: number, changes: Partial<SignerDraft>) => {
    onChange(signers.map((signer, index) => (index === at ? { ...signer, ...changes } : signer)));
  };
  const pick = async (at: number) => {
    const file = await task.run(() => call('place.pickFile', { purpose: 'root-key' }));
    if (file !== null) change(at, { file });
  };
  return (
    <div className="root-holders root-signers">
      {signers.map(({ file, password }, at) => (
        <fieldset key={at} className="root-holder">
          <legend>{t('trust.province.roots.signer', { number: at + 1 })}</legend>
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
                  void pick(at);
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
              change(at, { password: typed });
            }}
          />
        </fieldset>
      ))}
    </div>
  );
}
