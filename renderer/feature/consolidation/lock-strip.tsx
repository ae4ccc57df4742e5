import { useState } from 'react';

import type { ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { groupedDigits } from '../../ui/fingerprint.tsx';
import { Icon } from '../../ui/icon.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

type Lock = NonNullable<ConsolidatedView['lock']>;
type Check = CallOutput<'lock.verify'>;

/** That the period is locked, by whom and when, what came since, and what can be done about it. */
export function LockStrip(props: {
  readonly view: ConsolidatedView;
  readonly lock: Lock;
  readonly onLift: () => void;
}) {
  const { t, formatInstant } = useText();
  const { view, lock } = props;
  const task = useTask();
  const [check, setCheck] = useState<Check | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const { period } = view;
  const { number } = lock;

  const verify = async () => {
    setCheck(null);
    setCheck(await task.run(() => call('lock.verify', { period, number })));
  };
  const save = async () => {
    setSaved(null);
    const folder = await task.run(() => call('place.pickFolder', {}));
    if (folder === null) return;
    const written = await task.run(() =>
      call('lock.save', { period, number, folder: folder.handle }),
    );
    if (written === null) return;
    const files = written.fileNames.join(', ');
    setSaved(t('periodLock.saved', { files, folder: folder.label }));
  };
  const newer = view.units
    .filter(({ unit }) => lock.newerUnits.includes(unit))
    .map(({ shortName }) => shortName)
    .join(', ');

  return (
    <section className="lock-strip" aria-label={t('periodLock.lockedText')}>
      <div className="lock-strip-line">
        <Icon name="lock" />
        <p>
          <strong>
            {t('periodLock.locked', {
              number,
              by: lock.lockedBy,
              at: formatInstant(lock.lockedAt),
              code: groupedDigits(lock.checkCode),
            })}
          </strong>{' '}
          {t('periodLock.lockedText')}
        </p>
        <div className="lock-strip-actions">
          {task.isRunning && <Busy label={t('periodLock.verifying')} />}
          <Button kind="quiet" disabled={task.isRunning} onClick={() => void verify()}>
            {t('periodLock.verify')}
          </Button>
          <Button kind="quiet" disabled={task.isRunning} onClick={() => void save()}>
            {t('periodLock.save')}
          </Button>
          {view.mayLock && (
            <Button kind="quiet" disabled={task.isRunning} onClick={props.onLift}>
              {t('periodLock.lift')}
            </Button>
          )}
        </div>
      </div>
      {newer !== '' && <p>{t('periodLock.newer', { units: newer })}</p>}
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {saved !== null && <p role="status">{saved}</p>}
      {check !== null && <CheckResult check={check} />}
    </section>
  );
}

function CheckResult({ check }: { readonly check: Check }) {
  const { t } = useText();
  if (check.isSame) {
    return (
      <p role="status" className="lock-check">
        <Icon name="success" /> {t('periodLock.same', { sha256: check.sha256 })}
      </p>
    );
  }
  return (
    <div role="alert">
      <p className="lock-check">
        <Icon name="warning" /> {t('periodLock.differs', { count: check.count })}
      </p>
      <ul className="lock-differences">
        {check.differences.map((difference) => (
          <li key={difference.at}>{t('periodLock.difference', difference)}</li>
        ))}
      </ul>
    </div>
  );
}
