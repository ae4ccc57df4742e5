import { z } from 'zod';

import type { Role } from '../domain/role.ts';
import { refuse } from '../kit/result.ts';
import type { Refusal, Result } from '../kit/result.ts';
import type { Audience } from './call.ts';
import { contract, isCallName } from './contract.ts';
import type { CallName, CallOutput, HandledInput } from './contract.ts';

// Zod would otherwise try `new Function`, which the window's content policy reports as an attack.
z.config({ jitless: true });

export type Handlers = {
  readonly [Name in CallName]: (
    input: HandledInput<Name>,
  ) => Result<CallOutput<Name>> | Promise<Result<CallOutput<Name>>>;
};

/** Who is signed in, as the services know it; never what a window says. */
export type Caller = { readonly role: Role; readonly isAdministrator: boolean } | null;

/** What goes back over the wire. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: Refusal };

export type Route = (name: string, input: unknown) => Promise<Reply>;

/**
 * Makes the one door to the services: known name, permitted caller, valid input, then the handler,
 * then a valid output. Commands run one after the other, in the order in which they came. Refuses with `call-unknown`, `sign-in-first`, `call-not-permitted`,
 * `input-invalid`; a handler that throws, or answers what the contract does not allow, is a bug: it
 * is given to `report` and the caller gets `internal-fault`.
 */
export function createRouter(
  handlers: Handlers,
  caller: () => Caller,
  report: (call: string, fault: unknown) => void,
): Route {
  let lastCommand: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = lastCommand.then(work, work);
    lastCommand = turn;
    return turn;
  };

  const run = async (name: CallName, input: unknown): Promise<Reply> => {
    const call = contract[name];
    const permitted = mayCall(call.audience, caller());
    if (!permitted.ok) return permitted;
    const read = call.input.safeParse(input);
    if (!read.success) return refuse('input-invalid', { call: name });
    try {
      // The one cast of the router: TypeScript cannot tie handlers[name] to contract[name] of a union.
      const handle = handlers[name] as (input: unknown) => ReturnType<Handlers[CallName]>;
      const answer = await handle(read.data);
      if (!answer.ok) return answer;
      return { ok: true, value: call.output.parse(answer.value) };
    } catch (fault) {
      report(name, fault);
      return refuse('internal-fault', { call: name });
    }
  };

  return (name, input) => {
    if (!isCallName(name)) return Promise.resolve(refuse('call-unknown'));
    const work = (): Promise<Reply> => run(name, input);
    return contract[name].kind === 'command' ? inTurn(work) : work();
  };
}

function mayCall(audience: Audience, caller: Caller): Result<null> {
  if (audience === 'everyone') return { ok: true, value: null };
  if (caller === null) return refuse('sign-in-first');
  const permitted =
    audience === 'signed-in' ||
    (audience === 'administrator' ? caller.isAdministrator : audience.includes(caller.role));
  return permitted ? { ok: true, value: null } : refuse('call-not-permitted');
}
