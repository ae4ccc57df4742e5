import type { CallInput, CallName, CallOutput } from '#shared/ipc/contract.ts';

/** How a sample office is worked with: through a window's bridge, or straight over its services. */
export type Desk = {
  /** Calls, and throws with the refusal's code when the call is refused. */
  readonly must: <Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
  ) => Promise<CallOutput<Name>>;
  /** The handle of a folder, as if somebody had picked it. */
  readonly pickFolder: (path: string) => Promise<string>;
  readonly pickFile: (path: string, purpose: 'keyring' | 'enrolment' | 'bundle') => Promise<string>;
};
