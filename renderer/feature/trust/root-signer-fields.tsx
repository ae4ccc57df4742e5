import type { Task } from '../../state/use-task.ts';
import { useText } from '../../ui/text.ts';
import { RootKeyFields } from './root-key-fields.tsx';
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
  return (
    <div className="root-holders root-signers">
      {signers.map((signer, at) => (
        <fieldset key={at} className="root-holder">
          <legend>{t('trust.province.roots.signer', { number: at + 1 })}</legend>
          <RootKeyFields
            signer={signer}
            wasTried={wasTried}
            task={task}
            onChange={(changes) => {
              onChange(signers.map((one, index) => (index === at ? { ...one, ...changes } : one)));
            }}
          />
        </fieldset>
      ))}
    </div>
  );
}
