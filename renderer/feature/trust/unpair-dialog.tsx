import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useText } from '../../ui/text.ts';

type Computers = CallOutput<'pairing.list'>;

/** The decision that a computer of the unit hands over nothing any more. */
export function UnpairDialog(props: {
  readonly computer: Computers[number];
  readonly onClose: () => void;
  readonly onRemoved: (computers: Computers) => void;
}) {
  const { t } = useText();
  const { id, name } = props.computer;
  const task = useTask();
  const remove = async () => {
    const computers = await task.run(() => call('pairing.remove', { id }));
    if (computers !== null) props.onRemoved(computers);
  };
  return (
    <FormDialog
      title={t('drafts.computers.removeTitle', { name })}
      className="trust-form"
      task={task}
      working={t('drafts.computers.removeWorking')}
      action={t('drafts.computers.remove')}
      onSubmit={remove}
      onClose={props.onClose}
    >
      <p>{t('drafts.computers.removeLead')}</p>
    </FormDialog>
  );
}
