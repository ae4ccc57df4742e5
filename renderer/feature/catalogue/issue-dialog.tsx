import type { CatalogueHolders } from '#shared/ipc/calls/catalogue.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { FolderPasswordDialog } from '../../ui/folder-password-dialog.tsx';
import { useText } from '../../ui/text.ts';

/** Where the files go, one for each unit, and the password that signs them. */
export function IssueDialog(props: {
  readonly holders: CatalogueHolders;
  readonly onClose: () => void;
  readonly onIssued: (issued: CallOutput<'catalogue.issue'>) => void;
}) {
  const { t } = useText();
  const { holders, onClose, onIssued } = props;
  const task = useTask();
  return (
    <FolderPasswordDialog
      title={t('catalogueDesk.issue.dialogTitle', { version: holders.version })}
      className="source-form"
      task={task}
      working={t('catalogueDesk.issue.working')}
      action={t('catalogueDesk.issue.action')}
      folder={{
        label: t('catalogueDesk.issue.folder'),
        none: t('catalogueDesk.issue.none'),
        pick: t('catalogueDesk.issue.pickFolder'),
        missing: t('catalogueDesk.issue.folderMissing'),
      }}
      password={{
        label: t('catalogueDesk.issue.password'),
        hint: t('catalogueDesk.issue.passwordHint'),
        missing: t('catalogueDesk.issue.passwordMissing'),
      }}
      onPick={() => task.run(() => call('place.pickFolder', {}))}
      onSend={async (folder, password) => {
        const issued = await task.run(() => call('catalogue.issue', { folder, password }));
        if (issued !== null) onIssued(issued);
      }}
      onClose={onClose}
    >
      <p className="muted">
        {t('catalogueDesk.issue.lead', {
          units: holders.units.filter(({ isEnrolled }) => isEnrolled).length,
        })}
      </p>
    </FolderPasswordDialog>
  );
}
