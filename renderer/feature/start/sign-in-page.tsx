import { useRef, useState } from 'react';

import type { SessionState } from '#shared/ipc/calls/session.ts';
import { clockWords } from '#shared/domain/clock-words.ts';
import type { Refusal } from '#shared/kit/result.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useSession } from '../../state/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';
import { RecoverDialog } from './recover-dialog.tsx';
import './sign-in-page.css';
import { StartFrame } from './start-frame.tsx';

/** Choose who works, type the password. Switching users on the office's one PC ends here too. */
export function SignInPage({ session }: { readonly session: SessionState }) {
  const { t, language } = useText();
  const signIn = useSession((store) => store.signIn);
  const refreshSession = useSession((store) => store.refresh);
  const announce = useNotices((notices) => notices.announce);
  const [name, setName] = useState(session.accountNames[0]?.name ?? '');
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isRecovering, setIsRecovering] = useState(false);
  const [isRecovered, setIsRecovered] = useState(false);
  const chosen = session.accountNames.find((account) => account.name === name);
  const passwordField = useRef<HTMLInputElement>(null);

  const submit = async () => {
    setIsBusy(true);
    setRefusal(null);
    const answer = await signIn(name, password);
    if (answer.ok) {
      // Others' copies may open here: then only signing in tells whose do not.
      if (answer.value.safeStorage === 'elsewhere') announce('warning', t('start.ownKeyElsewhere'));
      return;
    }
    setIsBusy(false);
    setPassword('');
    setRefusal(answer.refusal);
    passwordField.current?.focus();
  };

  return (
    <StartFrame title={session.store?.unitName ?? t('start.signInTitle')}>
      <form
        className="start-card"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <AccountChoice
          accounts={session.accountNames}
          chosen={name}
          onChoose={(chosen) => {
            setName(chosen);
            passwordField.current?.focus();
          }}
        />
        <PasswordField
          ref={passwordField}
          label={t('start.password')}
          value={password}
          onChange={setPassword}
          // eslint-disable-next-line jsx-a11y-x/no-autofocus -- the next keystroke is the password
          autoFocus
        />
        {session.clock !== null && (
          <Notice kind="warning" title={clockWords(session.now, session.clock, language)}>
            {t('frame.clock.hint')}
          </Notice>
        )}
        {refusal !== null && <RefusalNotice refusal={refusal} />}
        {isRecovered && <Notice kind="success" title={t('start.recover.done')} />}
        <div className="sign-in-submit">
          <Button
            kind="quiet"
            disabled={isBusy || chosen === undefined}
            onClick={() => {
              setIsRecovered(false);
              setIsRecovering(true);
            }}
          >
            {t('start.recover.open')}
          </Button>
          <Button kind="primary" type="submit" disabled={isBusy || name === '' || password === ''}>
            {t(isBusy ? 'start.signingIn' : 'start.signIn')}
          </Button>
        </div>
      </form>
      {isRecovering && chosen !== undefined && (
        <RecoverDialog
          account={chosen}
          onClose={() => {
            setIsRecovering(false);
          }}
          onRecovered={() => {
            setIsRecovering(false);
            setIsRecovered(true);
            setRefusal(null);
            void refreshSession(); // the keys may open here now
            passwordField.current?.focus();
          }}
        />
      )}
      {session.safeStorage === 'elsewhere' && (
        <Notice kind="warning" title={t('start.keysElsewhereTitle')}>
          {t('start.keysElsewhere')}
        </Notice>
      )}
      {session.safeStorage === 'none' && <p className="caption">{t('start.noSafeStorage')}</p>}
    </StartFrame>
  );
}

function AccountChoice(props: {
  readonly accounts: SessionState['accountNames'];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}) {
  const { t } = useText();
  if (props.accounts.length === 0) return <Notice kind="warning" title={t('start.noAccounts')} />;
  return (
    <fieldset className="sign-in-accounts">
      <legend className="visually-hidden">{t('start.chooseAccount')}</legend>
      {props.accounts.map((account) => (
        <label key={account.name} className="sign-in-account">
          <input
            type="radio"
            name="account"
            checked={account.name === props.chosen}
            onChange={() => {
              props.onChoose(account.name);
            }}
          />
          <span className="sign-in-name">{account.displayName}</span>
          <span className="caption">{t(`terms.roleTitles.${account.role}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
