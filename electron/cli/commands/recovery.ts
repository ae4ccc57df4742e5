import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { needed } from '../arguments.ts';
import type { Invocation } from '../arguments.ts';
import { ownPassword } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { done } from '../output.ts';
import type { Outcome } from '../output.ts';

/** `recovery make`: a new recovery code, told this once and kept nowhere. */
export async function makeCode(desk: Desk): Promise<Result<Outcome>> {
  const made = await desk.call('recovery.make', { password: ownPassword(desk) });
  if (!made.ok) return made;
  const { code } = made.value;
  return ok(done(made.value, `${code}\n${desk.say('cli.done.recoveryMade')}`));
}

/** `recovery use`: with the code on paper, a new password for the account that `--as` names. */
export async function useCode(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const name = needed(invocation, 'as');
  const [code = '', newPassword = ''] = desk.passwords;
  const used = await desk.call('recovery.use', { name, code, newPassword });
  return used.ok ? ok(done({ account: name }, desk.say('cli.done.recovered', { name }))) : used;
}
