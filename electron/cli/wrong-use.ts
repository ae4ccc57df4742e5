import { refuse } from '#shared/kit/result.ts';
import type { Refused } from '#shared/kit/result.ts';
import type { MessageFacts, MessageKey, Translate } from '#shared/text/translate.ts';

/** The refusals that mean "typed wrongly" (exit code 2), not "not granted" (exit code 1). */
const wrongUseCodes: readonly string[] = ['usage', 'password-as-argument'];

/** The messages that say what was typed wrongly. */
export type WrongUseKey = Extract<MessageKey, `cli.wrongUse.${string}`>;

/** Refuses a command that was typed wrongly; `detail` says what, in the language of the terminal. */
export function wrongUse(
  say: Translate,
  key: WrongUseKey,
  facts: MessageFacts = {},
): Refused<'usage'> {
  return refuse('usage', { detail: say(key, facts) });
}

/** Whether a refusal means that the command was typed wrongly. */
export function isWrongUse(code: string): boolean {
  return wrongUseCodes.includes(code);
}
