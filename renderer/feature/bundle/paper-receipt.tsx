import { useState } from 'react';

import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import { call } from '../../client.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useTask } from '../../state/use-task.ts';
import { Button } from '../../ui/button.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { focusFirstInvalid } from '../../ui/focus-invalid.ts';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

/** Takes in a receipt that came on paper alone: the short form that its square holds. */
export function PaperReceipt(props: { readonly onRead: () => void }) {
  const { t } = useText();
  const periods = useNavigation((navigation) => navigation.periods);
  const [text, setText] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [taken, setTaken] = useState<Verdict | null>(null);
  const task = useTask();

  const take = async () => {
    if (text.trim() === '') {
      setWasTried(true);
      return;
    }
    setTaken(null);
    const verdict = await task.run(() => call('receipt.enter', { text }));
    if (verdict === null) return;
    setTaken(verdict);
    setText('');
    setWasTried(false);
    props.onRead();
  };

  return (
    <details>
      <summary>{t('bundle.receipts.paper')}</summary>
      <p className="muted">{t('bundle.receipts.paperLead')}</p>
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {taken !== null && taken.answer !== null && (
        <Notice
          kind={taken.answer === 'returned' || taken.answer === 'refused' ? 'warning' : 'success'}
          title={t('bundle.receipts.paperDone', {
            answer: t(`terms.answers.${taken.answer}`),
            period: periods?.find(({ code }) => code === taken.period)?.name ?? '',
            revision: taken.revision ?? 0,
          })}
        />
      )}
      <form
        className="paper-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void take();
          focusFirstInvalid(event.currentTarget);
        }}
      >
        <TextAreaField
          label={t('bundle.receipts.paperText')}
          error={wasTried && text.trim() === '' ? t('bundle.receipts.paperMissing') : null}
          maxLength={4000}
          value={text}
          onChange={setText}
        />
        <Button type="submit" disabled={task.isRunning}>
          {t('bundle.receipts.paperAction')}
        </Button>
      </form>
    </details>
  );
}
