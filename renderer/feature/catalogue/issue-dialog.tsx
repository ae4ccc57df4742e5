import { useState } from 'react';

import type { CatalogueHolders } from '#shared/ipc/calls/catalogue.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { PasswordField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { useText } from '../../ui/text.ts';

/** Where the files go, one for each unit, and the password that signs them. */
export function IssueDialog(props: {
  readonly holders: CatalogueHolders;
  readonly onClose: () => void;
  readonly onIssued: (issued: CallOutput<'catalogue.issue'>) => void;
}) {
  const { t } = useText();
  const { holders, onClose, onIssued } = props;
  const [folder, setFolder] = useState<CallOutput<'place.pickFolder'>>(null);
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const task = useTask();

  const pick = async () => {
    const picked = await task.run(() => call('place.pickFolder', {}));
    if (picked !== null) setFolder(picked);
  };
  const issue = async () => {
    setWasTried(true);
    if (folder === null || password === '') return;
    const issued = await task.run(() =>
      call('catalogue.issue', { folder: folder.handle, password }),
    );
    setPassword('');
    setWasTried(false);
    if (issued !== null) onIssued(issued);
  };

  return (
    <FormDialog
      title={t('catalogueDesk.issue.dialogTitle', { version: holders.version })}
      className="source-form"
      task={task}
      working={t('catalogueDesk.issue.working')}
      action={t('catalogueDesk.issue.action')}
      onSubmit={issue}
      onClose={onClose}
    >
      <p className="muted">
        {t('catalogueDesk.issue.lead', {
          units: holders.units.filter(({ isEnrolled }) => isEnrolled).length,
        })}
      </p>
      <PlaceField
        label={t('catalogueDesk.issue.folder')}
        place={folder?.label ?? null}
        none={t('catalogueDesk.issue.none')}
        isDisabled={task.isRunning}
        error={wasTried && folder === null ? t('catalogueDesk.issue.folderMissing') : null}
        picks={[
          {
            label: t('catalogueDesk.issue.pickFolder'),
            onPick: () => {
              void pick();
            },
          },
        ]}
      />
      <PasswordField
        label={t('catalogueDesk.issue.password')}
        hint={t('catalogueDesk.issue.passwordHint')}
        error={wasTried && password === '' ? t('catalogueDesk.issue.passwordMissing') : null}
        value={password}
        disabled={task.isRunning}
        onChange={setPassword}
      />
    </FormDialog>
  );
}
