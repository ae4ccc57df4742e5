import { call } from '../../client.ts';
import type { Task } from '../../state/use-task.ts';
import { PasswordField } from '../../ui/field.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { useText } from '../../ui/text.ts';
import { faultsOfHolder } from './root-holders.ts';
import type { HolderDraft, HolderFault } from './root-holders.ts';

/** Three holders side by side, each with a stick and a password of their own. */
export function RootHolderFields(props: {
  readonly holders: readonly HolderDraft[];
  readonly wasTried: boolean;
  readonly task: Task;
  readonly onChange: (holders: readonly HolderDraft[]) => void;
}) {
  const { t } = useText();
  const { holders, wasTried, task, onChange } = props;
  const change = (at: number, changes: Partial<HolderDraft>) => {
    onChange(holders.map((holder, index) => (index === at ? { ...holder, ...changes } : holder)));
  };
  const pick = async (at: number) => {
    const folder = await task.run(() => call('place.pickFolder', {}));
    if (folder !== null) change(at, { folder });
  };
  return (
    <div className="root-holders">
      {holders.map((holder, at) => {
        const faults = wasTried ? faultsOfHolder(holder) : [];
        const said = (fault: HolderFault) =>
          faults.includes(fault) ? t(`trust.province.roots.${fault}`) : null;
        return (
          <fieldset key={at} className="root-holder">
            <legend>{t('trust.province.roots.holder', { number: at + 1 })}</legend>
            <PlaceField
              label={t('trust.province.roots.folder')}
              place={holder.folder?.label ?? null}
              none={t('trust.none')}
              isDisabled={task.isRunning}
              error={said('folderMissing')}
              picks={[
                {
                  label: t('trust.province.enrol.pickFolder'),
                  onPick: () => {
                    void pick(at);
                  },
                },
              ]}
            />
            <PasswordField
              label={t('trust.province.roots.password')}
              error={said('passwordShort')}
              value={holder.password}
              disabled={task.isRunning}
              onChange={(password) => {
                change(at, { password });
              }}
            />
            <PasswordField
              label={t('trust.province.roots.again')}
              error={said('passwordOther')}
              value={holder.again}
              disabled={task.isRunning}
              onChange={(again) => {
                change(at, { again });
              }}
            />
          </fieldset>
        );
      })}
    </div>
  );
}
