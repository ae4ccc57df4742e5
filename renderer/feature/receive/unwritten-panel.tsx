import { useState } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useSession } from '../../state/session-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTask } from '../../state/use-task.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { placeName } from '../../ui/place-name.ts';
import { useText } from '../../ui/text.ts';

type Handed = CallOutput<'answer.hand'>;

/** Reports that contradict each other, and signed receipts that nobody wrote anywhere yet. */
export function UnwrittenPanel({ period }: { readonly period: string }) {
  const { t } = useText();
  const mayWrite = useSession((session) => session.state?.account?.role === 'receiver');
  const waiting = useQuery('answer.unwritten', {});
  const streams = useQuery('stream.list', { period }).query;
  const go = useNavigation((place) => place.go);
  const [done, setDone] = useState<Handed | null>(null);
  const task = useTask();
  const receipts = waiting.query.kind === 'ready' ? waiting.query.value : [];
  const questions = streams.kind === 'ready' ? streams.value.questions.length : 0;
  const hand = async (to: 'unit-folders' | 'outbox') => {
    setDone(null);
    const folder = to === 'outbox' ? null : await task.run(() => call('place.pickFolder', {}));
    if (to !== 'outbox' && folder === null) return;
    const handed = await task.run(() =>
      call('answer.hand', {
        sequence: null,
        to: folder === null ? { kind: 'outbox' } : { kind: 'unit-folders', folder: folder.handle },
      }),
    );
    waiting.reload();
    if (handed !== null) setDone(handed);
  };
  return (
    <>
      {questions > 0 && (
        <Notice kind="warning" title={t('streams.open', { count: questions })}>
          <Button
            onClick={() => {
              go('streams');
            }}
          >
            {t(mayWrite ? 'received.toStreams' : 'received.seeStreams')}
          </Button>
        </Notice>
      )}
      <Panel title={t('streams.unwritten.title')}>
        {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
        {waiting.query.kind === 'refused' && <RefusalNotice refusal={waiting.query.refusal} />}
        {done !== null && (
          <Notice
            kind="success"
            title={t('streams.unwritten.done', {
              count: done.written.length,
              folder: placeName(done.folderLabel),
            })}
          >
            <span className="caption">{done.folderLabel}</span>
          </Notice>
        )}
        {receipts.length === 0 ? (
          <p className="muted">{t('streams.unwritten.none')}</p>
        ) : (
          <>
            <p>
              {t('streams.unwritten.count', {
                count: receipts.length,
                units: new Set(receipts.map(({ unit }) => unit)).size,
              })}
            </p>
            {mayWrite && (
              <div className="unwritten-actions">
                <Button disabled={task.isRunning} onClick={() => void hand('unit-folders')}>
                  {t('streams.unwritten.all')}
                </Button>
                <Button disabled={task.isRunning} onClick={() => void hand('outbox')}>
                  {t('streams.unwritten.outbox')}
                </Button>
              </div>
            )}
            <details>
              <summary>{t('streams.unwritten.list')}</summary>
              <ul className="unwritten-list">
                {receipts.map(({ sequence, unitName, fileName }) => (
                  <li key={sequence}>
                    {unitName} <span className="caption">{fileName}</span>
                  </li>
                ))}
              </ul>
            </details>
          </>
        )}
      </Panel>
    </>
  );
}
