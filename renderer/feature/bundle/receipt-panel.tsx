import { useState } from 'react';

import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import { call } from '../../client.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { focusFirstInvalid } from '../../ui/focus-invalid.ts';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';
import { VerdictList } from '../../ui/verdict-list.tsx';
import { PaperReceipt } from './paper-receipt.tsx';

type Reading = { readonly folder: string; readonly verdicts: readonly Verdict[] };

/** Takes in the province's answers from a folder. */
export function ReceiptPanel(props: { readonly onRead: () => void }) {
  const { t } = useText();
  const periods = useNavigation((navigation) => navigation.periods);
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [reading, setReading] = useState<Reading | null>(null);
  const task = useTask();

  const read = async () => {
    if (password === '') {
      setWasTried(true);
      return;
    }
    const folder = await task.run(() => call('place.pickFolder', {}));
    if (folder === null) return;
    const verdicts = await task.run(() =>
      call('receipt.import', { folder: folder.handle, password }),
    );
    setPassword('');
    setWasTried(false);
    if (verdicts === null) return;
    setReading({ folder: folder.label, verdicts });
    props.onRead();
  };

  return (
    <Panel title={t('bundle.receipts.title')}>
      <p className="muted">{t('bundle.receipts.lead')}</p>
      <form
        className="receipt-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void read();
          focusFirstInvalid(event.currentTarget);
        }}
      >
        <PasswordField
          label={t('bundle.seal.password')}
          error={wasTried && password === '' ? t('bundle.receipts.passwordMissing') : null}
          value={password}
          disabled={task.isRunning}
          onChange={setPassword}
        />
        <Button type="submit" disabled={task.isRunning}>
          {t('bundle.receipts.action')}
        </Button>
      </form>
      {task.isRunning && <Busy label={t('bundle.receipts.working')} />}
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {reading !== null && (
        <>
          <h3>{t('bundle.receipts.resultTitle', { folder: reading.folder })}</h3>
          <VerdictList
            verdicts={reading.verdicts}
            periodName={(code) => periods?.find((period) => period.code === code)?.name ?? code}
          />
        </>
      )}
      <PaperReceipt onRead={props.onRead} />
    </Panel>
  );
}
