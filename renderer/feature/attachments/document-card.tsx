import { useState } from 'react';

import { isOpenForDocument } from '#shared/domain/signed-document.ts';
import type { SubmissionState } from '#shared/domain/workflow.ts';
import type { AttachmentsView } from '#shared/ipc/calls/attachment.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';
import { DocumentDialog } from './document-dialog.tsx';
import { shortHash } from './file-words.ts';

/** The report on paper that the bundle will cite. */
export function DocumentCard(props: {
  readonly view: AttachmentsView;
  readonly state: SubmissionState;
  readonly onRecorded: (view: AttachmentsView) => void;
}) {
  const { t } = useText();
  const [isRecording, setIsRecording] = useState(false);
  const { document, mayRecordDocument } = props.view;
  return (
    <Panel title={t('attachments.document.title')}>
      <p className="muted">{t('attachments.document.lead')}</p>
      {document === null ? (
        <div>
          <p className="document-none">{t('attachments.document.none')}</p>
          <p className="caption">
            {t(
              isOpenForDocument(props.state)
                ? 'attachments.document.noneHint'
                : 'attachments.document.noneLocked',
            )}
          </p>
        </div>
      ) : (
        <Cited {...document} />
      )}
      {mayRecordDocument && (
        <div>
          <Button
            onClick={() => {
              setIsRecording(true);
            }}
          >
            {t(document === null ? 'attachments.document.record' : 'attachments.document.change')}
          </Button>
        </div>
      )}
      {isRecording && (
        <DocumentDialog
          period={props.view.period}
          document={document}
          onClose={() => {
            setIsRecording(false);
          }}
          onRecorded={(view) => {
            setIsRecording(false);
            props.onRecorded(view);
          }}
        />
      )}
    </Panel>
  );
}

function Cited(document: NonNullable<AttachmentsView['document']>) {
  const { t, formatDay, formatInstant } = useText();
  const { number, symbol, sha256 } = document;
  return (
    <>
      <p className="document-number">{t('attachments.document.cited', { number, symbol })}</p>
      <dl className="document-facts">
        <dt>{t('attachments.document.day')}</dt>
        <dd>{formatDay(document.day)}</dd>
        <dt>{t('attachments.document.signer')}</dt>
        <dd>{document.signer}</dd>
        <dt>{t('attachments.document.file')}</dt>
        <dd className="file-name">{document.fileName}</dd>
        <dt>{t('attachments.document.hash')}</dt>
        <dd>
          <code title={sha256}>{shortHash(sha256)}</code>
        </dd>
        <dt>{t('attachments.document.recorded')}</dt>
        <dd>
          {t('attachments.list.addedBy', {
            name: document.recordedBy,
            at: formatInstant(document.at),
          })}
        </dd>
      </dl>
    </>
  );
}
