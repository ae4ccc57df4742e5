import { createClient } from '#shared/ipc/client.ts';
import type { CallInput, CallName, CallOutput } from '#shared/ipc/contract.ts';
import { refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

const overBridge = createClient((name, input) => window.soChiTieu.call(name, input));

/**
 * Asks the services through the window's bridge. A reply that never comes because the services
 * stopped is refused with `internal-fault`, so that no page waits for ever.
 */
export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Result<CallOutput<Name>>> {
  try {
    return await overBridge(name, input);
  } catch {
    return refuse('internal-fault', { call: name });
  }
}
