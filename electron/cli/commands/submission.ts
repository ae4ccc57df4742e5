import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { personalActions } from '#shared/domain/workflow.ts';

import type { Invocation } from '../arguments.ts';
import { ownPassword } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { done } from '../output.ts';
import type { Outcome } from '../output.ts';
import { periodOf } from './show.ts';

/** `submit`, `check`, `approve`, `approve-on-paper`, `return`, `revise`: one step of the workflow, named as the command. */
export async function takeStep(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const { call, say } = desk;
  const action = personalActions.find((candidate) => candidate === invocation.command);
  if (action === undefined) throw new Error(`${invocation.command} is no step of the workflow.`);
  const period = periodOf(invocation);
  if (!period.ok) return period;
  const reason = invocation.given.reason ?? null;
  const taken = await call('submission.act', {
    period: period.value,
    action,
    reason,
    password: ownPassword(desk),
  });
  if (!taken.ok) return taken;
  const { state, revision } = taken.value;
  const text = say('cli.done.step', {
    period: period.value,
    state: say(`terms.states.${state}`),
    revision,
  });
  return ok(done(taken.value, text));
}
