import type { AttachmentsView, AttachmentView } from '#shared/ipc/calls/attachment.ts';
import { call } from '../../client.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useTask } from '../../state/use-task.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

/** Asks before a file leaves the report. */
export function RemoveDialog(props: {
  readonly attachment: AttachmentView;
  readonly document: AttachmentsView['document'];
  readonly onClose: () => void;
  readonly onRemoved: (view: AttachmentsView) => void;
}) {
  const { t } = useText();
  const task = useTask();
  const announce = useNotices((notices) => notices.announce);
  const { attachment, document } = props;
  const { id, fileName: file } = attachment;

  const remove = async () => {
    const left = await task.run(() => call('attachment.remove', { id }));
    if (left === null) return;
    announce('success', t('attachments.remove.done', { file }));
    props.onRemoved(left);
  };

  return (
    <Dialog
      isOpen
      title={t('attachments.remove.title')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
          <Button
            kind="danger"
            disabled={task.isRunning}
            onClick={() => {
              void remove();
            }}
          >
            {t('attachments.remove.confirm')}
          </Button>
        </>
      }
    >
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      <p className="file-name">{t('attachments.remove.question', { file })}</p>
      {attachment.isSignedDocument && document !== null && (
        <p>
          {t('attachments.remove.document', { number: document.number, symbol: document.symbol })}
        </p>
      )}
    </Dialog>
  );
}
