import type { ReceivedSheet } from '#shared/ipc/calls/received.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { useQuery } from '../../state/use-query.ts';
import { AnswerBadge, Badge } from '../../ui/badge.tsx';
import { Busy } from '../../ui/busy.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fingerprint, groupedDigits } from '../../ui/fingerprint.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { LongWords } from './long-words.tsx';

type View = CallOutput<'received.revisions'>;
type Cell = View['cells'][number];

/** Every revision of a unit's period with its reason, and what the current one changed. */
export function Revisions({ unit, period }: Pick<ReceivedSheet, 'unit' | 'period'>) {
  const { query } = useQuery('received.revisions', { unit, period });
  if (query.kind === 'loading') return <Busy />;
  if (query.kind === 'refused') return <RefusalNotice refusal={query.refusal} />;
  return (
    <>
      <Changes view={query.value} />
      <RevisionList view={query.value} />
    </>
  );
}

function Changes({ view }: { readonly view: View }) {
  const { t } = useText();
  const before = view.revisions.find(({ bundle }) => bundle === view.comparedWith);
  if (before === undefined) {
    return (
      <EmptyState title={t('received.revisions.first')}>
        {t('received.revisions.firstHint')}
      </EmptyState>
    );
  }
  const { revision, sequence } = before;
  const reason = view.revisions.find(({ isCurrent }) => isCurrent)?.reason ?? null;
  const title = t('received.revisions.compared', {
    revision,
    sequence,
    code: groupedDigits(before.checkCode),
  });
  return (
    <Panel title={title}>
      <p>
        <strong>{t('received.revisions.reason')}: </strong>
        <span className="received-words">{reason ?? t('received.revisions.noReason')}</span>
      </p>
      {view.cells.length === 0 ? (
        <p className="muted">{t('received.revisions.same')}</p>
      ) : (
        <>
          <p className="caption">{t('received.revisions.count', { count: view.cells.length })}</p>
          <ScrollRegion className="table-frame changed-cells" label={title}>
            <table className="data-table">
              <thead>
                <tr>
                  {(['form', 'row', 'cell', 'before', 'after', 'change'] as const).map((head) => (
                    <th key={head} scope="col">
                      {t(`received.revisions.${head}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {view.cells.map((cell) => (
                  <ChangedCell key={`${cell.form} ${cell.row} ${cell.column}`} cell={cell} />
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      )}
    </Panel>
  );
}

function ChangedCell({ cell }: { readonly cell: Cell }) {
  const { t } = useText();
  const [before = null, after = null] = cell.values;
  const kind = before === null ? 'appeared' : after === null ? 'gone' : 'changed';
  return (
    <tr>
      <td>{cell.formName}</td>
      <th scope="row" className="received-name">
        {cell.rowName}
      </th>
      <td>{cell.columnName}</td>
      <td>{before !== null && <LongWords>{before}</LongWords>}</td>
      <td className="changed-after">{after !== null && <LongWords>{after}</LongWords>}</td>
      <td>{t(`received.revisions.${kind}`)}</td>
    </tr>
  );
}

function RevisionList({ view }: { readonly view: View }) {
  const { t, formatInstant } = useText();
  return (
    <Panel title={t('received.revisions.title')}>
      <ScrollRegion className="table-frame" label={t('received.revisions.title')}>
        <table className="data-table">
          <thead>
            <tr>
              {(['revision', 'sequence', 'checkCode', 'received', 'answer', 'reason'] as const).map(
                (head) => (
                  <th key={head} scope="col">
                    {t(`received.revisions.${head}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {view.revisions.map((one) => (
              <tr key={one.bundle}>
                <th scope="row">
                  {one.revision}{' '}
                  {one.isCurrent && (
                    <Badge tone="info" icon="check">
                      {t('received.revisions.current')}
                    </Badge>
                  )}
                  {one.isSetAside && (
                    <Badge tone="neutral" icon="dot">
                      {t('received.revisions.setAside')}
                    </Badge>
                  )}
                </th>
                <td>{one.sequence}</td>
                <td>
                  <Fingerprint digits={one.checkCode} />
                </td>
                <td>{formatInstant(one.receivedAt)}</td>
                <td>
                  <AnswerBadge outcome={one.answer} />
                </td>
                <td className="received-words">{one.reason ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Panel>
  );
}
