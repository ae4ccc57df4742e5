import { useState } from 'react';

import { isOpenForAttachments } from '#shared/domain/attachment.ts';
import type { AttachmentsView, AttachmentView } from '#shared/ipc/calls/attachment.ts';
import type { PeriodView } from '#shared/ipc/calls/sheet.ts';
import { useQuery } from '../../state/use-query.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';
import { AddDialog } from './add-dialog.tsx';
import { DocumentCard } from './document-card.tsx';
import { FileTable } from './file-table.tsx';
import { sizeText } from './file-words.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { useSaveCopy } from './save-copy.ts';

/** A unit's own files of a period, and the report on paper. */
export function OwnAttachments({ period }: { readonly period: PeriodView }) {
  const text = useText();
  const { t } = text;
  const { query, replace } = useQuery('attachment.list', { period: period.code });
  const [isAdding, setIsAdding] = useState(false);
  const [leaving, setLeaving] = useState<AttachmentView | null>(null);
  const { task, save } = useSaveCopy('attachment.saveCopy');

  if (query.kind === 'loading') return <Busy isPage label={t('attachments.loading')} />;
  if (query.kind === 'refused') return <RefusalNotice refusal={query.refusal} />;
  const view = query.value;
  const state = period.state ?? 'recording';
  const isOpen = isOpenForAttachments(state);
  return (
    <Page
      title={t('attachments.title')}
      subtitle={t('attachments.subtitle', {
        period: period.name,
        count: view.attachments.length,
        size: sizeText(view.bytes, text),
        most: sizeText(view.mostBytes, text),
      })}
      actions={
        view.mayChange && (
          <Button
            kind="primary"
            onClick={() => {
              setIsAdding(true);
            }}
          >
            {t('attachments.add.action')}
          </Button>
        )
      }
    >
      <div className="attachments-page">
        <div className="attachments-main">
          {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
          <Panel title={t('attachments.list.title')}>
            {view.attachments.length === 0 ? (
              <EmptyState title={t('attachments.list.emptyTitle')}>
                {t(view.mayChange ? 'attachments.list.empty' : 'attachments.list.emptyForReaders')}
              </EmptyState>
            ) : (
              <FileTable
                files={view.attachments}
                addedBy={(file) => file}
                isBusy={task.isRunning}
                onSave={({ id }) => {
                  save(id);
                }}
                onRemove={setLeaving}
                mayRemove={(file) => mayRemove(view, file)}
              />
            )}
          </Panel>
          {!view.mayChange && (
            <p className="caption">
              {t(isOpen ? 'attachments.list.onlyRecorder' : 'attachments.list.locked')}
            </p>
          )}
        </div>
        <DocumentCard view={view} state={state} onRecorded={replace} />
      </div>
      {isAdding && (
        <AddDialog
          period={period.code}
          onClose={() => {
            setIsAdding(false);
          }}
          onAdded={(added) => {
            setIsAdding(false);
            replace(added);
          }}
        />
      )}
      {leaving !== null && (
        <RemoveDialog
          attachment={leaving}
          document={view.document}
          onClose={() => {
            setLeaving(null);
          }}
          onRemoved={(left) => {
            setLeaving(null);
            replace(left);
          }}
        />
      )}
    </Page>
  );
}

/** The signed PDF may go as long as it may be recorded, everything else while figures are open. */
function mayRemove(view: AttachmentsView, file: AttachmentView): boolean {
  return view.mayChange || (file.isSignedDocument && view.mayRecordDocument);
}
