import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { FolderPasswordDialog } from '../../ui/folder-password-dialog.tsx';
import { useText } from '../../ui/text.ts';

/** The file by which another computer of the unit learns this one's key. */
export function IntroduceDialog(props: {
  readonly ownFingerprint: string;
  readonly onClose: () => void;
  readonly onWritten: (written: CallOutput<'trust.writeRequest'>) => void;
}) {
  const { t } = useText();
  const task = useTask();
  return (
    <FolderPasswordDialog
      title={t('drafts.computers.introduceTitle')}
      className="trust-form"
      task={task}
      working={t('drafts.computers.introduceWorking')}
      action={t('drafts.computers.introduceAction')}
      folder={{
        label: t('drafts.computers.folder'),
        none: t('trust.none'),
        pick: t('drafts.computers.pickFolder'),
        missing: t('drafts.computers.folderMissing'),
      }}
      password={{
        label: t('trust.password'),
        hint: t('trust.passwordHint'),
        missing: t('trust.passwordMissing'),
      }}
      onPick={() => task.run(() => call('place.pickFolder', {}))}
      onSend={async (folder, password) => {
        const written = await task.run(() => call('trust.writeRequest', { folder, password }));
        if (written !== null) props.onWritten(written);
      }}
      onClose={props.onClose}
    >
      <p className="muted">{t('drafts.computers.introduceLead')}</p>
      <div className="own-fingerprint">
        <Fingerprint digits={props.ownFingerprint} />
      </div>
    </FolderPasswordDialog>
  );
}
