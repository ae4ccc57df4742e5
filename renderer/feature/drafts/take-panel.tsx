import { useState } from 'react';

import type { PeriodCode } from '#shared/domain/period.ts';
import type { DraftsPreview } from '#shared/ipc/calls/drafts.ts';
import { call } from '../../client.ts';
import { useSession } from '../../state/session-store.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { focusFirstInvalid } from '../../ui/focus-invalid.ts';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';

/** A file of another computer, opened to be looked at. */
export function TakePanel(props: {
  readonly period: PeriodCode;
  readonly onPreview: (preview: DraftsPreview) => void;
}) {
  const { t } = useText();
  const mayRecord = useSession(({ state }) => state?.account?.role === 'recorder');
  return (
    <Panel title={t('drafts.take.title')}>
      <p>{t('drafts.take.lead')}</p>
      {mayRecord ? (
        <TakeForm onPreview={props.onPreview} />
      ) : (
        <p className="muted">{t('drafts.take.notYours')}</p>
      )}
    </Panel>
  );
}

function TakeForm({ onPreview }: { readonly onPreview: (preview: DraftsPreview) => void }) {
  const { t } = useText();
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const settle = useSheet((sheet) => sheet.settle);
  const task = useTask();

  const look = async () => {
    setWasTried(true);
    if (password === '') return;
    const file = await task.run(() => call('place.pickFile', { purpose: 'bundle' }));
    if (file === null) return;
    await settle();
    const preview = await task.run(() => call('drafts.preview', { file: file.handle, password }));
    setPassword('');
    setWasTried(false);
    if (preview !== null) onPreview(preview);
  };

  return (
    <form
      className="drafts-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void look();
        focusFirstInvalid(event.currentTarget);
      }}
    >
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      <PasswordField
        label={t('drafts.send.password')}
        hint={t('drafts.take.passwordHint')}
        error={wasTried && password === '' ? t('drafts.send.passwordMissing') : null}
        value={password}
        disabled={task.isRunning}
        onChange={setPassword}
      />
      <Button type="submit" disabled={task.isRunning}>
        {t('drafts.take.action')}
      </Button>
      {task.isRunning && <Busy label={t('drafts.take.working')} />}
    </form>
  );
}
