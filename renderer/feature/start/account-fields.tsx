import { PasswordField, TextField } from '../../ui/field.tsx';
import { useText } from '../../ui/text.ts';
import { shortestPassword } from './new-account.ts';
import type { NewAccount, NewAccountFault } from './new-account.ts';

/** The fields of the first account, each with what is wrong with it. */
export function AccountFields(props: {
  readonly account: NewAccount;
  readonly faults: readonly NewAccountFault[];
  readonly onChange: (account: NewAccount) => void;
}) {
  const { t } = useText();
  const { account, faults } = props;
  const change = (field: keyof NewAccount) => (text: string) => {
    props.onChange({ ...account, [field]: text });
  };
  const shortest = { shortest: shortestPassword };
  return (
    <>
      <TextField
        label={t('start.displayName')}
        value={account.displayName}
        onChange={change('displayName')}
      />
      <TextField
        label={t('start.accountName')}
        hint={t('start.accountNameHint')}
        error={faults.includes('name') ? t('start.accountNameFault') : null}
        value={account.name}
        onChange={change('name')}
        required
      />
      <PasswordField
        label={t('start.password')}
        hint={t('start.passwordHint', shortest)}
        error={faults.includes('password-short') ? t('start.passwordShort', shortest) : null}
        value={account.password}
        onChange={change('password')}
        required
      />
      <PasswordField
        label={t('start.passwordAgain')}
        error={faults.includes('password-differs') ? t('start.passwordDiffers') : null}
        value={account.passwordAgain}
        onChange={change('passwordAgain')}
        required
      />
    </>
  );
}
