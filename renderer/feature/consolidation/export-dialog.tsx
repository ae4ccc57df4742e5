import { useState } from 'react';

import { exportFormats } from '#shared/domain/export-format.ts';
import type { ExportFormat } from '#shared/domain/export-format.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { ExportedFile } from '#shared/ipc/calls/export.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { useText } from '../../ui/text.ts';
import './export-dialog.css';
import { ExportedFiles } from './exported-files.tsx';

/** What somebody who does not know formats needs: the workbook, and the table as CSV for Excel. */
const usual: readonly ExportFormat[] = ['xlsx', 'csv-excel'];

/** Choose formats and a folder, then see what was written, read back and compared. */
export function ExportDialog(props: { readonly period: PeriodCode; readonly onClose: () => void }) {
  const [formats, setFormats] = useState<ReadonlySet<ExportFormat>>(new Set(usual));
  const [folder, setFolder] = useState<CallOutput<'place.pickFolder'>>(null);
  const [files, setFiles] = useState<readonly ExportedFile[]>([]);
  const task = useTask();

  const write = async (wanted: readonly ExportFormat[]) => {
    if (folder === null) return;
    const written = await task.run(() =>
      call('consolidation.export', {
        period: props.period,
        folder: folder.handle,
        formats: [...wanted],
      }),
    );
    if (written === null) return;
    setFiles((before) => [...before.filter(({ format }) => !wanted.includes(format)), ...written]);
  };

  return files.length === 0 || folder === null ? (
    <Choice
      formats={formats}
      onFormats={setFormats}
      folder={folder}
      onFolder={setFolder}
      task={task}
      onWrite={async () => {
        await write(exportFormats.filter((format) => formats.has(format)));
      }}
      onClose={props.onClose}
    />
  ) : (
    <Outcome
      files={files}
      folder={folder.label}
      task={task}
      onAgain={write}
      onElsewhere={(failed) => {
        setFormats(new Set(failed));
        setFolder(null);
        setFiles([]);
        task.clear();
      }}
      onClose={props.onClose}
    />
  );
}

function Choice(props: {
  readonly formats: ReadonlySet<ExportFormat>;
  readonly onFormats: (formats: ReadonlySet<ExportFormat>) => void;
  readonly folder: CallOutput<'place.pickFolder'>;
  readonly onFolder: (folder: CallOutput<'place.pickFolder'>) => void;
  readonly task: ReturnType<typeof useTask>;
  readonly onWrite: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { formats, folder, task } = props;
  const [wasTried, setWasTried] = useState(false);

  const pick = async () => {
    const picked = await task.run(() => call('place.pickFolder', {}));
    if (picked !== null) props.onFolder(picked);
  };
  const toggle = (format: ExportFormat) => {
    const chosen = new Set(formats);
    if (!chosen.delete(format)) chosen.add(format);
    props.onFormats(chosen);
  };

  return (
    <FormDialog
      title={t('export.title')}
      className="export-form"
      task={task}
      working={t('export.working')}
      action={t('export.run')}
      onSubmit={async () => {
        setWasTried(true);
        if (formats.size > 0 && folder !== null) await props.onWrite();
      }}
      onClose={props.onClose}
    >
      <fieldset className="export-formats">
        <legend className="field-label">{t('export.formatsLabel')}</legend>
        {exportFormats.map((format) => (
          <label key={format} className="export-format">
            <input
              type="checkbox"
              checked={formats.has(format)}
              disabled={task.isRunning}
              onChange={() => {
                toggle(format);
              }}
            />
            <span className="export-format-name">{t(`export.formats.${format}.name`)}</span>
            <span className="export-format-use">{t(`export.formats.${format}.use`)}</span>
          </label>
        ))}
        {wasTried && formats.size === 0 && (
          <span className="field-error" role="alert">
            {t('export.formatsMissing')}
          </span>
        )}
      </fieldset>
      <PlaceField
        label={t('export.folder')}
        place={folder?.label ?? null}
        none={t('export.folderNone')}
        isDisabled={task.isRunning}
        error={wasTried && folder === null ? t('export.folderMissing') : null}
        picks={[
          {
            label: t('export.pickFolder'),
            onPick: () => {
              void pick();
            },
          },
        ]}
      />
    </FormDialog>
  );
}

function Outcome(props: {
  readonly files: readonly ExportedFile[];
  readonly folder: string;
  readonly task: ReturnType<typeof useTask>;
  readonly onAgain: (formats: readonly ExportFormat[]) => Promise<void>;
  /** Back to the choice, for what could not be written where it was tried. */
  readonly onElsewhere: (formats: readonly ExportFormat[]) => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { files, folder, task } = props;
  const failed = files.filter(({ refusal }) => refusal !== null).map(({ format }) => format);
  const written = files.length - failed.length;
  return (
    <Dialog
      isOpen
      title={
        written === 0
          ? t('export.nothingTitle', { folder })
          : t('export.doneTitle', { written, asked: files.length, folder })
      }
      onClose={props.onClose}
      actions={
        <>
          {task.isRunning && <Busy label={t('export.working')} />}
          {failed.length > 0 && (
            <>
              <Button
                disabled={task.isRunning}
                onClick={() => {
                  void props.onAgain(failed);
                }}
              >
                {t('export.again')}
              </Button>
              <Button
                disabled={task.isRunning}
                onClick={() => {
                  props.onElsewhere(failed);
                }}
              >
                {t('export.elsewhere')}
              </Button>
            </>
          )}
          <Button kind="primary" onClick={props.onClose}>
            {t('export.close')}
          </Button>
        </>
      }
    >
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      <ExportedFiles files={files} />
    </Dialog>
  );
}
