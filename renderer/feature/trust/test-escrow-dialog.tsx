import { useState } from 'react';

import { typedIdentity } from '#shared/bundle/identity-text.ts';
import type { TrustState } from '#shared/ipc/calls/trust.ts';
import type { Translate } from '#shared/text/translate.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { TextAreaField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useText } from '../../ui/text.ts';

/** The key from the envelope, typed or scanned; it is forgotten as soon as it was compared. */
export function TestEscrowDialog(props: {
  readonly onClose: () => void;
  readonly onTested: (trust: TrustState) => void;
}) {
  const { t } = useText();
  const [identity, setIdentity] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const task = useTask();
  const typed = readTyped(identity, t);
  const test = async () => {
    setWasTried(true);
    if (!typed.isComplete) return;
    const trust = await task.run(async () => {
      const reply = await call('trust.testEscrow', { identity });
      // A slip of one letter is mended where it stands; anything else that was typed has served.
      if (reply.ok || reply.refusal.code !== 'identity-check-letters') setIdentity('');
      return reply;
    });
    setWasTried(false);
    if (trust !== null) props.onTested(trust);
  };
  return (
    <FormDialog
      title={t('trust.province.escrow.test.title')}
      className="trust-form escrow-typed"
      task={task}
      working={t('trust.province.escrow.test.working')}
      action={t('trust.province.escrow.test.action')}
      onSubmit={test}
      onClose={props.onClose}
    >
      <p className="muted">{t('trust.province.escrow.test.lead')}</p>
      <TextAreaField
        label={t('trust.province.escrow.test.label')}
        autoComplete="off"
        rows={4}
        maxLength={200}
        value={identity}
        disabled={task.isRunning}
        hint={typed.hint}
        error={typed.error ?? (wasTried && !typed.isComplete ? typed.hint : null)}
        onChange={setIdentity}
        onKeyDown={(event) => {
          // Scanners end with Enter, and so do people.
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
    </FormDialog>
  );
}

/** How far the typing has come. It knows nothing of the right key and cannot give it away. */
function readTyped(
  text: string,
  t: Translate,
): { readonly isComplete: boolean; readonly hint: string; readonly error: string | null } {
  if (text.trim() === '') {
    return { isComplete: false, hint: t('trust.province.escrow.test.empty'), error: null };
  }
  const { left, hasOthers } = typedIdentity(text);
  const hint =
    left > 0
      ? t('trust.province.escrow.test.left', { left })
      : t('trust.province.escrow.test.full');
  if (hasOthers) return { isComplete: false, hint, error: t('trust.province.escrow.test.others') };
  const error = left < 0 ? t('trust.province.escrow.test.over', { over: -left }) : null;
  return { isComplete: left === 0, hint, error };
}
