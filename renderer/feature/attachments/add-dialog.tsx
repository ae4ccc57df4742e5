import { useState } from 'react';

import { wholePeriod } from '#shared/domain/attachment.ts';
import type { AttachmentTarget } from '#shared/domain/attachment.ts';
import type { AttachmentsView } from '#shared/ipc/calls/attachment.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTask } from '../../state/use-task.ts';
import { SelectField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { useText } from '../../ui/text.ts';

/** Asks for a file and for what it is evidence for. */
export function AddDialog(props: {
  readonly period: string;
  readonly onClose: () => void;
  readonly onAdded: (view: AttachmentsView) => void;
}) {
  const { t } = useText();
  const { period } = props;
  const targets = useQuery('attachment.targets', { period });
  const [file, setFile] = useState<CallOutput<'place.pickFile'>>(null);
  const [target, setTarget] = useState<AttachmentTarget>(wholePeriod);
  const [wasTried, setWasTried] = useState(false);
  const announce = useNotices((notices) => notices.announce);
  const picking = useTask();
  const task = useTask();

  const pick = async () => {
    const picked = await picking.run(() => call('place.pickFile', { purpose: 'attachment' }));
    if (picked === null) return;
    task.clear();
    setFile(picked);
  };

  const add = async () => {
    setWasTried(true);
    if (file === null) return;
    const added = await task.run(() =>
      call('attachment.add', { period, file: file.handle, target }),
    );
    if (added === null) return;
    announce('success', t('attachments.add.done', { file: file.label }));
    props.onAdded(added);
  };

  return (
    <FormDialog
      title={t('attachments.add.title')}
      className="attachment-form"
      task={task}
      working={t('attachments.add.working')}
      action={t('attachments.add.confirm')}
      onSubmit={add}
      onClose={props.onClose}
    >
      {targets.query.kind === 'refused' && <RefusalNotice refusal={targets.query.refusal} />}
      <p className="muted">{t('attachments.add.lead')}</p>
      <PlaceField
        label={t('attachments.add.file')}
        place={file?.label ?? null}
        none={t('attachments.add.none')}
        isDisabled={picking.isRunning || task.isRunning}
        error={wasTried && file === null ? t('attachments.add.missing') : null}
        picks={[
          {
            label: t('attachments.add.pick'),
            onPick: () => {
              void pick();
            },
          },
        ]}
      />
      <TargetFields
        forms={targets.query.kind === 'ready' ? targets.query.value : []}
        target={target}
        onChange={setTarget}
      />
    </FormDialog>
  );
}

/** The whole period, a form, or a row of it. */
function TargetFields(props: {
  readonly forms: CallOutput<'attachment.targets'>;
  readonly target: AttachmentTarget;
  readonly onChange: (target: AttachmentTarget) => void;
}) {
  const { t } = useText();
  const { forms, target, onChange } = props;
  const rows = forms.find(({ form }) => form === target.form)?.rows ?? [];
  return (
    <>
      <SelectField
        label={t('attachments.add.form')}
        value={target.form ?? ''}
        onChange={(form) => {
          onChange({ ...wholePeriod, form: form === '' ? null : form });
        }}
        options={[
          { value: '', label: t('attachments.list.wholePeriod') },
          ...forms.map(({ form, name }) => ({ value: form, label: name })),
        ]}
      />
      {rows.length > 0 && (
        <SelectField
          label={t('attachments.add.row')}
          value={target.row ?? ''}
          onChange={(row) => {
            onChange({ ...target, row: row === '' ? null : row, column: null });
          }}
          options={[
            { value: '', label: t('attachments.add.wholeForm') },
            ...rows.map(({ row, name }) => ({ value: row, label: name })),
          ]}
        />
      )}
    </>
  );
}
