/** What the first account's fields have to hold before anything is asked of the services. */
export type NewAccount = {
  readonly displayName: string;
  readonly name: string;
  readonly password: string;
  readonly passwordAgain: string;
};

export type NewAccountFault = 'name' | 'password-short' | 'password-differs';

/** The shortest password that the services accept, in characters. */
export const shortestPassword = 8;

const ACCOUNT_NAME = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ._-]{0,39}$/u;

/** What is wrong with the fields of a new account; empty when they can be sent. */
export function faultsOf(account: NewAccount): readonly NewAccountFault[] {
  const faults: NewAccountFault[] = [];
  if (!ACCOUNT_NAME.test(account.name.trim())) faults.push('name');
  if ([...account.password].length < shortestPassword) faults.push('password-short');
  if (account.password !== account.passwordAgain) faults.push('password-differs');
  return faults;
}
