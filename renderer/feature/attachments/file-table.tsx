import type { ReactNode } from 'react';

import type { AttachmentView, ReceivedFile } from '#shared/ipc/calls/attachment.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { kindText, shortHash, sizeText, targetText } from './file-words.ts';

/** Attached files with what they are, what they are evidence for, and what may be done with them. */
export function FileTable<File extends ReceivedFile>(props: {
  readonly files: readonly File[];
  /** Who attached a file; null where that is not told. */
  readonly addedBy: ((file: File) => Pick<AttachmentView, 'addedBy' | 'at'>) | null;
  readonly isBusy: boolean;
  readonly onSave: (file: File) => void;
  /** Null where nothing may be taken away; `mayRemove` asks for each file. */
  readonly onRemove: ((file: File) => void) | null;
  readonly mayRemove: (file: File) => boolean;
}) {
  const { t } = useText();
  const { files, addedBy, onRemove } = props;
  return (
    <div className="table-frame">
      <table className="data-table file-table">
        <thead>
          <tr>
            <th scope="col">{t('attachments.list.name')}</th>
            <th scope="col">{t('attachments.list.kind')}</th>
            <th scope="col">{t('attachments.list.hash')}</th>
            <th scope="col">{t('attachments.list.target')}</th>
            {addedBy !== null && <th scope="col">{t('attachments.list.added')}</th>}
            <th scope="col">{t('attachments.list.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <FileRow key={file.id} file={file} added={addedBy?.(file) ?? null}>
              <Button
                kind="quiet"
                disabled={props.isBusy}
                aria-label={t('attachments.list.saveOf', { file: file.fileName })}
                onClick={() => {
                  props.onSave(file);
                }}
              >
                {t('attachments.list.save')}
              </Button>
              {onRemove !== null && props.mayRemove(file) && (
                <Button
                  kind="quiet"
                  disabled={props.isBusy}
                  aria-label={t('attachments.list.removeOf', { file: file.fileName })}
                  onClick={() => {
                    onRemove(file);
                  }}
                >
                  {t('attachments.list.remove')}
                </Button>
              )}
            </FileRow>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FileRow(props: {
  readonly file: ReceivedFile;
  readonly added: Pick<AttachmentView, 'addedBy' | 'at'> | null;
  readonly children: ReactNode;
}) {
  const text = useText();
  const { t, formatInstant } = text;
  const { file, added } = props;
  return (
    <tr>
      <th scope="row" className="file-name">
        {file.fileName}
        {file.isSignedDocument && (
          <Badge tone="success" icon="approve">
            {t('attachments.list.signed')}
          </Badge>
        )}
      </th>
      <td className="file-kind">
        {kindText(file, text)}
        <span className="file-detail">{sizeText(file.bytes, text)}</span>
      </td>
      <td>
        <code title={t('attachments.list.hashHint', { hash: file.sha256 })}>
          {shortHash(file.sha256)}
        </code>
      </td>
      <td className={file.targetName === null ? 'file-target muted' : 'file-target'}>
        {targetText(file, text)}
      </td>
      {added !== null && (
        <td>
          {added.addedBy}
          <span className="file-detail">{formatInstant(added.at)}</span>
        </td>
      )}
      <td>
        <span className="file-actions">{props.children}</span>
      </td>
    </tr>
  );
}
