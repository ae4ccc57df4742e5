import type { ReceivedAttachmentsView } from '#shared/ipc/calls/attachment.ts';
import type { ReceivedSheet } from '#shared/ipc/calls/received.ts';
import { call } from '../../client.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';

type Unit = ReceivedAttachmentsView[number];

/** The signed document that came with a report, and what else did, each to be saved as a copy. */
export function ReceivedDocuments({ unit, period }: Pick<ReceivedSheet, 'unit' | 'period'>) {
  const { t } = useText();
  const { query } = useQuery('attachment.listReceived', { period });
  const announce = useNotices((notices) => notices.announce);
  const task = useTask();
  const save = async (id: number) => {
    const folder = await task.run(() => call('place.pickFolder', {}));
    if (folder === null) return;
    const saved = await task.run(() =>
      call('attachment.saveReceived', { id, folder: folder.handle }),
    );
    if (saved !== null) {
      announce('success', t('received.documents.saved', { fileName: saved.fileName }));
    }
  };
  const found = query.kind === 'ready' ? query.value.find((each) => each.unit === unit) : null;
  return (
    <Panel title={t('received.documents.title')}>
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {query.kind === 'loading' && <Busy />}
      {query.kind === 'refused' && <RefusalNotice refusal={query.refusal} />}
      {found !== null && found !== undefined && (
        <Files
          files={found}
          isBusy={task.isRunning}
          onSave={(id) => {
            void save(id);
          }}
        />
      )}
    </Panel>
  );
}

function Files(props: {
  readonly files: Unit;
  readonly isBusy: boolean;
  readonly onSave: (id: number) => void;
}) {
  const { t } = useText();
  const { document, attachments } = props.files;
  const signed = attachments.find(({ isSignedDocument }) => isSignedDocument);
  const others = attachments.filter(({ isSignedDocument }) => !isSignedDocument);
  const button = (file: Unit['attachments'][number]) => (
    <Button
      disabled={props.isBusy}
      aria-label={`${t('received.documents.save')} ${file.fileName}`}
      onClick={() => {
        props.onSave(file.id);
      }}
    >
      {t('received.documents.save')}
    </Button>
  );
  return (
    <>
      {document === null ? (
        <p className="muted">{t('received.documents.none')}</p>
      ) : (
        <Document document={document}>{signed !== undefined && button(signed)}</Document>
      )}
      {others.length > 0 && (
        <>
          <h3 className="review-subtitle">{t('received.documents.others')}</h3>
          <ul className="received-files">
            {others.map((file) => (
              <li key={file.id}>
                <span>{file.fileName}</span> {button(file)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Document(props: {
  readonly document: NonNullable<Unit['document']>;
  readonly children: React.ReactNode;
}) {
  const { t, formatDay } = useText();
  const { number, symbol, day, signer, fileName, sha256 } = props.document;
  const facts = [
    [t('received.documents.number'), `${number}/${symbol}`],
    [t('received.documents.day'), formatDay(day)],
    [t('received.documents.signer'), signer],
    [t('received.documents.file'), fileName],
    [t('received.documents.digest'), sha256],
  ] as const;
  return (
    <>
      <dl className="inspector-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="received-digest">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="answer-actions">{props.children}</div>
    </>
  );
}
