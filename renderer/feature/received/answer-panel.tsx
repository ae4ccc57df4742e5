import type { AnswerView, IssuedReceipt } from '#shared/ipc/calls/answer.ts';
import { call } from '../../client.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useTask } from '../../state/use-task.ts';
import { AnswerBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';
import { LongWords } from './long-words.tsx';
import { unsentRemarks } from './unsent-remarks.ts';

/** What the province answered to a report, and how that gets to the unit. */
export function AnswerPanel(props: {
  readonly answer: AnswerView;
  readonly mayAnswer: boolean;
  /** After a receipt was written out. */
  readonly onHanded: () => void;
}) {
  const { t } = useText();
  const { answer, mayAnswer } = props;
  const announce = useNotices((store) => store.announce);
  const task = useTask();
  const [current, ...earlier] = answer.receipts;
  const { unsent, withdrawn } = unsentRemarks(answer);

  const write = async (sequence: number, how: 'answer.write' | 'answer.savePdf') => {
    const folder = await task.run(() => call('place.pickFolder', {}));
    if (folder === null) return;
    const written = await task.run(() => call(how, { sequence, folder: folder.handle }));
    if (written === null) return;
    announce(
      'success',
      t('received.answer.written', { fileName: written.fileName, folder: written.folderLabel }),
    );
    props.onHanded();
  };

  const putOut = async (sequence: number) => {
    const to = { kind: 'outbox' } as const;
    const handed = await task.run(() => call('answer.hand', { sequence, to }));
    const [file] = handed?.written ?? [];
    if (file === undefined) return;
    const { fileName, folderLabel: folder } = file;
    announce('success', t('received.answer.inOutbox', { fileName, folder }));
    props.onHanded();
  };

  return (
    <Panel title={t('received.answer.title')}>
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {current !== undefined && <Receipt receipt={current} />}
      {current !== undefined && <Handed receipt={current} />}
      {mayAnswer && unsent > 0 && (
        <Notice kind="info" title={t('received.answer.pending', { count: unsent })} />
      )}
      {mayAnswer && withdrawn > 0 && (
        <Notice kind="info" title={t('received.answer.withdrawn', { count: withdrawn })} />
      )}
      <div className="answer-actions">
        {mayAnswer && current !== undefined && (
          <Button
            disabled={task.isRunning}
            onClick={() => void write(current.sequence, 'answer.write')}
          >
            {t('received.answer.write')}
          </Button>
        )}
        {mayAnswer && current !== undefined && (
          <Button disabled={task.isRunning} onClick={() => void putOut(current.sequence)}>
            {t('received.answer.outbox')}
          </Button>
        )}
        {current?.isPrintable === true && (
          <>
            <Button
              disabled={task.isRunning}
              onClick={() =>
                void task.run(() => call('answer.print', { sequence: current.sequence }))
              }
            >
              {t('received.answer.print')}
            </Button>
            <Button
              disabled={task.isRunning}
              onClick={() => void write(current.sequence, 'answer.savePdf')}
            >
              {t('received.answer.savePdf')}
            </Button>
          </>
        )}
      </div>
      {earlier.length > 0 && (
        <details>
          <summary>{t('received.answer.earlier', { count: earlier.length })}</summary>
          {earlier.map((receipt) => (
            <Receipt key={receipt.sequence} receipt={receipt} />
          ))}
        </details>
      )}
    </Panel>
  );
}

/** Whether the receipt in force was written out, when and how. */
function Handed({ receipt: { handed } }: { readonly receipt: IssuedReceipt }) {
  const { t, formatInstant } = useText();
  return (
    <p className="caption">
      {handed === null
        ? t('received.answer.notHanded')
        : t(`received.answer.handed.${handed.way}`, {
            at: formatInstant(handed.at),
            by: handed.by,
          })}
    </p>
  );
}

function Receipt({ receipt }: { readonly receipt: IssuedReceipt }) {
  const { t, formatInstant } = useText();
  const { outcome, note, remarks, answeredBy, answeredAt, sequence } = receipt;
  return (
    <div className="answer-receipt">
      <AnswerBadge outcome={outcome} />
      <span className="caption">
        {t('received.answer.current', {
          by: answeredBy,
          at: formatInstant(answeredAt),
          sequence,
        })}
      </span>
      {note !== null && <LongWords>{t('received.answer.note', { note })}</LongWords>}
      {remarks.length > 0 && (
        <ul className="received-explanations">
          {remarks.map((remark) => (
            <li key={`${remark.form} ${remark.row} ${remark.column ?? ''}`}>
              <strong>{remark.place}</strong>
              <LongWords>{remark.text}</LongWords>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
