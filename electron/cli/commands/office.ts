import { resolve } from 'node:path';

import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { clockWords } from '#shared/domain/clock-words.ts';
import { roles, sides } from '#shared/domain/role.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import type { Translate } from '#shared/text/translate.ts';

import { needed, operandOf } from '../arguments.ts';
import type { Invocation } from '../arguments.ts';
import { ownPassword } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { columns, done } from '../output.ts';
import type { Outcome } from '../output.ts';

type Accounts = CallOutput<'account.list'>;

/** `init`: makes the store, the office's keys and the first account, which administers the store. */
export async function initialise(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const { call, say } = desk;
  const side = sides.find((candidate) => candidate === needed(invocation, 'role'));
  if (side === undefined) throw new Error('The role was not checked.');
  const file = invocation.given.catalogue;
  const made = await call('setup.create', {
    side,
    ...(file === undefined ? {} : { catalogue: desk.office.places.remember(resolve(file)).handle }),
    unit: needed(invocation, 'unit'),
    account: {
      name: needed(invocation, 'as'),
      displayName: invocation.given['display-name'] ?? '',
      password: ownPassword(desk),
    },
  });
  if (!made.ok) return made;
  const { store, account } = made.value;
  const text = say('cli.done.init', {
    unitName: store?.unitName ?? '',
    unit: store?.unit ?? '',
    account: account?.name ?? '',
    role: account === null ? '' : say(`terms.roleTitles.${account.role}`),
  });
  return ok(done({ store, account }, text));
}

/** `user add`: another account of the office; its password is the second line of standard input. */
export async function addUser(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const { call, say } = desk;
  const role = roles.find((candidate) => candidate === needed(invocation, 'role'));
  if (role === undefined) throw new Error('The role was not checked.');
  const name = operandOf(invocation);
  const added = await call('account.add', {
    name,
    displayName: invocation.given['display-name'] ?? '',
    role,
    password: desk.passwords[1] ?? '',
    ownPassword: ownPassword(desk),
  });
  if (!added.ok) return added;
  const roleTitle = say(`terms.roleTitles.${role}`);
  return ok(done(added.value, say('cli.done.userAdded', { account: name, role: roleTitle })));
}

/** `user list`: the accounts of the office. */
export async function listUsers({ call, say }: Desk): Promise<Result<Outcome>> {
  const accounts = await call('account.list', {});
  return accounts.ok ? ok(done(accounts.value, accountLines(accounts.value, say))) : accounts;
}

/** `state`: whose store it is; for somebody signed in, also how far each period has come. */
export async function showState({ call, say, language }: Desk): Promise<Result<Outcome>> {
  const state = await call('session.state', {});
  if (!state.ok) return state;
  const { store, account, now, clock, isSampleClock, version } = state.value;
  const periods = account === null ? null : await call('period.list', {});
  if (periods?.ok === false) return periods;
  const submissions =
    periods?.value.map(({ code, name, state: reached }) => ({ code, name, state: reached })) ??
    null;
  const value = { store, account, now, clock, isSampleClock, version, submissions };
  const lines = [
    store === null ? '' : `${store.unitName} (${store.unit}), ${say(`terms.sides.${store.side}`)}`,
    ...(clock === null ? [] : [clockWords(now, clock, language)]),
    ...(isSampleClock ? [say('cli.done.sampleClock', { now })] : []),
    ...(submissions ?? []).map(
      ({ code, state: reached }) =>
        `${code}  ${reached === null ? say('cli.done.notBegun') : say(`terms.states.${reached}`)}`,
    ),
  ];
  return ok(done(value, lines.join('\n')));
}

function accountLines(accounts: Accounts, say: Translate): string {
  return columns(
    accounts.map(({ name, role, displayName, isAdministrator }) => [
      name,
      say(`terms.roleTitles.${role}`),
      displayName,
      isAdministrator ? say('cli.done.administrator') : '',
    ]),
  );
}
