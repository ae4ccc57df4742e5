import type { ReceivedAttachmentsView } from '#shared/ipc/calls/attachment.ts';
import type { PeriodView } from '#shared/ipc/calls/sheet.ts';
import { useQuery } from '../../state/use-query.ts';
import { Busy } from '../../ui/busy.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';
import { FileTable } from './file-table.tsx';
import { useSaveCopy } from './save-copy.ts';

type Unit = ReceivedAttachmentsView[number];

/** What came with the units' bundles of a period. */
export function ReceivedAttachments({ period }: { readonly period: PeriodView }) {
  const { t } = useText();
  const { query } = useQuery('attachment.listReceived', { period: period.code });
  const { task, save } = useSaveCopy('attachment.saveReceived');
  if (query.kind === 'loading') return <Busy isPage label={t('attachments.loading')} />;
  if (query.kind === 'refused') return <RefusalNotice refusal={query.refusal} />;
  const units = query.value;
  return (
    <Page
      title={t('attachments.title')}
      subtitle={t('attachments.provinceSubtitle', {
        period: period.name,
        units: units.filter(({ attachments }) => attachments.length > 0).length,
      })}
    >
      <div className="attachments-main">
        {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
        {units.length === 0 && (
          <EmptyState title={t('attachments.received.noneTitle')}>
            {t('attachments.received.none')}
          </EmptyState>
        )}
        {units.map((unit) => (
          <UnitFiles key={unit.unit} unit={unit} isBusy={task.isRunning} onSave={save} />
        ))}
      </div>
    </Page>
  );
}

function UnitFiles(props: {
  readonly unit: Unit;
  readonly isBusy: boolean;
  readonly onSave: (id: number) => void;
}) {
  const { t, formatInstant } = useText();
  const { unitName, revision, receivedAt, attachments, document } = props.unit;
  return (
    <Panel
      title={unitName}
      aside={
        <span className="caption">
          {t('attachments.received.revision', { revision, at: formatInstant(receivedAt) })}
        </span>
      }
    >
      <DocumentLine document={document} />
      {attachments.length === 0 ? (
        <p className="muted">{t('attachments.received.noAttachments')}</p>
      ) : (
        <FileTable
          files={attachments}
          addedBy={null}
          isBusy={props.isBusy}
          onSave={({ id }) => {
            props.onSave(id);
          }}
          onRemove={null}
          mayRemove={() => false}
        />
      )}
    </Panel>
  );
}

function DocumentLine({ document }: Pick<Unit, 'document'>) {
  const { t, formatDay } = useText();
  if (document === null) {
    return <p className="muted">{t('attachments.received.noDocument')}</p>;
  }
  const { number, symbol, signer } = document;
  const day = formatDay(document.day);
  return <p>{t('attachments.received.cited', { number, symbol, day, signer })}</p>;
}
