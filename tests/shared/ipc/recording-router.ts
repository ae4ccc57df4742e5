import { contract, isCallName } from '#shared/ipc/contract.ts';
import type { CallName } from '#shared/ipc/contract.ts';
import { createRouter } from '#shared/ipc/router.ts';
import type { Caller, Handlers, Route } from '#shared/ipc/router.ts';

export const callNames: readonly CallName[] = Object.keys(contract).filter(isCallName);

type Handle = (input: unknown) => unknown;

export type RecordingRouter = {
  readonly route: Route;
  /** The calls that got through to their handlers, with the input they were given. */
  readonly reached: readonly (readonly [CallName, unknown])[];
  readonly reported: readonly (readonly [string, unknown])[];
};

/** A router whose handlers note that they were reached, and then do what the test says. */
export function recordingRouter(
  caller: () => Caller,
  then: Partial<Record<CallName, Handle>> = {},
): RecordingRouter {
  const reached: (readonly [CallName, unknown])[] = [];
  const reported: (readonly [string, unknown])[] = [];
  const handlers = Object.fromEntries(
    callNames.map((name) => [
      name,
      (input: unknown) => {
        reached.push([name, input]);
        const handle = then[name];
        return handle === undefined
          ? { ok: false, refusal: { code: 'reached', facts: {} } }
          : handle(input);
      },
    ]),
  );
  // Handlers of a test are not typed by call: what they answer is what is being tested.
  const route = createRouter(handlers as unknown as Handlers, caller, (call, fault) => {
    reported.push([call, fault]);
  });
  return { route, reached, reported };
}

/** The refusal's code, or `granted`. */
export async function codeOf(reply: ReturnType<Route>): Promise<string> {
  const answer = await reply;
  return answer.ok ? 'granted' : answer.refusal.code;
}
