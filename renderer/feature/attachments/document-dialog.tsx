import { useState } from 'react';

import type { AttachmentsView } from '#shared/ipc/calls/attachment.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useTask } from '../../state/use-task.ts';
import { TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { useText } from '../../ui/text.ts';

type Texts = {
  readonly number: string;
  readonly symbol: string;
  readonly day: string;
  readonly signer: string;
};

/** Asks for number, symbol, day, signer and the PDF; what was recorded before stands there. */
export function DocumentDialog(props: {
  readonly period: string;
  readonly document: AttachmentsView['document'];
  readonly onClose: () => void;
  readonly onRecorded: (view: AttachmentsView) => void;
}) {
  const { t, formatDay } = useText();
  const { period, document } = props;
  const [file, setFile] = useState<CallOutput<'place.pickFile'>>(null);
  const [texts, setTexts] = useState<Texts>({
    number: document?.number ?? '',
    symbol: document?.symbol ?? '',
    day: document === null ? '' : formatDay(document.day),
    signer: document?.signer ?? '',
  });
  const [wasTried, setWasTried] = useState(false);
  const announce = useNotices((notices) => notices.announce);
  const picking = useTask();
  const task = useTask();
  const isFileMissing = file === null && document === null;

  const pick = async () => {
    const picked = await picking.run(() => call('place.pickFile', { purpose: 'signed-document' }));
    if (picked === null) return;
    task.clear();
    setFile(picked);
  };

  const record = async () => {
    setWasTried(true);
    if (isFileMissing || missingOf(texts).length > 0) return;
    const view = await task.run(() =>
      call('document.record', { period, file: file?.handle ?? null, ...texts }),
    );
    if (view === null) return;
    const { number = '', symbol = '' } = view.document ?? {};
    announce('success', t('attachments.document.done', { number, symbol }));
    props.onRecorded(view);
  };

  const field = (name: keyof Texts) => ({
    value: texts[name],
    error: wasTried && missingOf(texts).includes(name) ? t('attachments.document.missing') : null,
    disabled: task.isRunning,
    onChange: (text: string) => {
      setTexts((now) => ({ ...now, [name]: text }));
    },
  });

  return (
    <FormDialog
      title={t('attachments.document.dialogTitle')}
      className="attachment-form document-form"
      task={task}
      working={t('attachments.document.working')}
      action={t('attachments.document.confirm')}
      onSubmit={record}
      onClose={props.onClose}
    >
      <TextField
        label={t('attachments.document.number')}
        hint={t('attachments.document.numberHint')}
        {...field('number')}
      />
      <TextField
        label={t('attachments.document.symbol')}
        hint={t('attachments.document.symbolHint')}
        {...field('symbol')}
      />
      <TextField
        label={t('attachments.document.day')}
        hint={t('attachments.document.dayHint')}
        {...field('day')}
      />
      <TextField
        label={t('attachments.document.signer')}
        hint={t('attachments.document.signerHint')}
        {...field('signer')}
      />
      <PlaceField
        label={t('attachments.document.file')}
        place={file?.label ?? null}
        none={
          document === null
            ? t('attachments.document.noFile')
            : t('attachments.document.keep', { file: document.fileName })
        }
        isDisabled={picking.isRunning || task.isRunning}
        error={wasTried && isFileMissing ? t('attachments.document.fileMissing') : null}
        picks={[
          {
            label: t('attachments.document.pick'),
            onPick: () => {
              void pick();
            },
          },
        ]}
      />
    </FormDialog>
  );
}

/** The fields that are empty; the number may bring the symbol along: `123/BC-UBND`. */
function missingOf(texts: Texts): readonly (keyof Texts)[] {
  const bringsSymbol = /\/\s*\S/.test(texts.number);
  const names = ['number', 'symbol', 'day', 'signer'] as const;
  return names.filter((name) => texts[name].trim() === '' && !(name === 'symbol' && bringsSymbol));
}
