import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import type { Json } from './canonical-json.ts';

/** The newest version of signed payloads that this program writes and reads. */
export const FORMAT_VERSION = 1;

/**
 * Brings a payload from one version to the next. Each has a name and stays for ever, so that every
 * old bundle can be read; `from` is the version it takes.
 */
export type UpgradeStep = {
  readonly name: string;
  readonly from: number;
  readonly apply: (payload: { readonly [key: string]: Json }) => { readonly [key: string]: Json };
};

/** None yet: version 1 is the first. */
export const upgradeSteps: readonly UpgradeStep[] = [];

export type UpgradeRefusal = 'statement-malformed' | 'bundle-newer-than-program';

/**
 * Brings a payload whose signature was verified to the version of this program. Refuses
 * `bundle-newer-than-program` {version, supported} and `statement-malformed` {at: 'v'}.
 */
export function upgradePayload(
  payload: Json,
  steps: readonly UpgradeStep[] = upgradeSteps,
  supported: number = FORMAT_VERSION,
): Result<{ readonly [key: string]: Json }, UpgradeRefusal> {
  if (!isObject(payload)) return refuse('statement-malformed', { at: 'payload' });
  const version = payload['v'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refuse('statement-malformed', { at: 'v' });
  }
  if (version > supported) {
    return refuse('bundle-newer-than-program', { version, supported });
  }
  let upgraded = payload;
  for (let from = version; from < supported; from += 1) {
    const step = steps.find((candidate) => candidate.from === from);
    if (step === undefined) throw new Error(`No step leads on from version ${String(from)}.`);
    upgraded = step.apply(upgraded);
  }
  return ok(upgraded);
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
