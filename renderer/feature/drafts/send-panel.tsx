import { useState } from 'react';

import type { PeriodCode } from '#shared/domain/period.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useSession } from '../../state/session-store.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { PasswordField, SelectField } from '../../ui/field.tsx';
import { focusFirstInvalid } from '../../ui/focus-invalid.ts';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { placeName } from '../../ui/place-name.ts';
import { useText } from '../../ui/text.ts';

type Computers = CallOutput<'pairing.list'>;
type Forms = CallOutput<'form.list'>;

/** What was typed in some forms, out to another computer. */
export function SendPanel({ period }: { readonly period: PeriodCode }) {
  const { t } = useText();
  const computers = useQuery('pairing.list', {});
  const forms = useQuery('form.list', { period });
  const mayRecord = useSession(({ state }) => state?.account?.role === 'recorder');
  const go = useNavigation((place) => place.go);
  const refused = [computers.query, forms.query].find(({ kind }) => kind === 'refused');
  const known =
    computers.query.kind === 'ready'
      ? computers.query.value.filter(({ isRevoked }) => !isRevoked)
      : null;
  return (
    <Panel title={t('drafts.send.title')}>
      <p>{t('drafts.send.lead')}</p>
      {refused?.kind === 'refused' && <RefusalNotice refusal={refused.refusal} />}
      {known?.length === 0 && (
        <Notice kind="info" title={t('drafts.send.noneTitle')}>
          <p>{t('drafts.send.none')}</p>
          <Button
            kind="quiet"
            onClick={() => {
              go('trust');
            }}
          >
            {t('drafts.send.toTrust')}
          </Button>
        </Notice>
      )}
      {!mayRecord && <p className="muted">{t('drafts.take.notYours')}</p>}
      {mayRecord && known !== null && known.length > 0 && forms.query.kind === 'ready' && (
        <SendForm period={period} computers={known} forms={forms.query.value} />
      )}
    </Panel>
  );
}

function SendForm(props: {
  readonly period: PeriodCode;
  readonly computers: Computers;
  readonly forms: Forms;
}) {
  const { t } = useText();
  const { period, computers, forms } = props;
  const [to, setTo] = useState(() => String(computers[0]?.id ?? ''));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(forms.map(({ form }) => form)),
  );
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [sent, setSent] = useState<CallOutput<'drafts.send'> | null>(null);
  const settle = useSheet((sheet) => sheet.settle);
  const task = useTask();

  const send = async () => {
    setSent(null);
    setWasTried(true);
    if (password === '' || chosen.size === 0) return;
    const folder = await task.run(() => call('place.pickFolder', {}));
    if (folder === null) return;
    // What was typed a moment ago belongs in the file too.
    await settle();
    const written = await task.run(() =>
      call('drafts.send', {
        period,
        forms: [...chosen],
        to: Number(to),
        folder: folder.handle,
        password,
      }),
    );
    setPassword('');
    setWasTried(false);
    setSent(written);
  };

  return (
    <form
      className="drafts-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
        focusFirstInvalid(event.currentTarget);
      }}
    >
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {sent !== null && (
        <Notice
          kind="success"
          title={t('drafts.send.done', {
            count: sent.cells,
            file: sent.fileName,
            folder: placeName(sent.folderLabel),
          })}
        >
          <span className="caption">{sent.folderLabel}</span>
        </Notice>
      )}
      <SelectField
        label={t('drafts.send.computer')}
        value={to}
        disabled={task.isRunning}
        onChange={setTo}
        options={computers.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <FormChoice
        forms={forms}
        chosen={chosen}
        isMissing={wasTried && chosen.size === 0}
        isDisabled={task.isRunning}
        onChange={setChosen}
      />
      <PasswordField
        label={t('drafts.send.password')}
        hint={t('drafts.send.passwordHint')}
        error={wasTried && password === '' ? t('drafts.send.passwordMissing') : null}
        value={password}
        disabled={task.isRunning}
        onChange={setPassword}
      />
      <Button type="submit" disabled={task.isRunning}>
        {t('drafts.send.action')}
      </Button>
      {task.isRunning && <Busy label={t('drafts.send.working')} />}
    </form>
  );
}

function FormChoice(props: {
  readonly forms: Forms;
  readonly chosen: ReadonlySet<string>;
  readonly isMissing: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const { t } = useText();
  return (
    <fieldset className="drafts-forms">
      <legend className="field-label">{t('drafts.send.forms')}</legend>
      {props.forms.map(({ form, name, filled, toFill }) => (
        <label key={form}>
          <input
            type="checkbox"
            checked={props.chosen.has(form)}
            disabled={props.isDisabled}
            aria-invalid={props.isMissing}
            onChange={() => {
              const changed = new Set(props.chosen);
              if (!changed.delete(form)) changed.add(form);
              props.onChange(changed);
            }}
          />
          <span>{t('drafts.send.form', { name, filled, toFill })}</span>
        </label>
      ))}
      {props.isMissing && (
        <span className="field-error" role="alert">
          {t('drafts.send.formsMissing')}
        </span>
      )}
    </fieldset>
  );
}
