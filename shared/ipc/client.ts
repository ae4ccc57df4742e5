import type { Result } from '../kit/result.ts';
import type { CallInput, CallName, CallOutput } from './contract.ts';
import type { Reply } from './router.ts';

/** How a call travels: through the preload bridge in a window, directly in tests. */
export type Transport = (name: CallName, input: unknown) => Promise<Reply>;

export type Client = <Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
) => Promise<Result<CallOutput<Name>>>;

/** A typed caller over a transport. The router has validated what comes back. */
export function createClient(transport: Transport): Client {
  // The one cast of the client: the reply's type is the contract's, which the router enforced.
  return (name, input) => transport(name, input) as Promise<Result<never>>;
}
