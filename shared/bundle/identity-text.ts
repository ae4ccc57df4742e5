import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

const PREFIX = 'AGE-SECRET-KEY-1';
/** Bech32 leaves out `1`, `B`, `I` and `O` after the prefix: they are read for other letters. */
const LETTERS = /^[02-9AC-HJ-NP-Z]*$/u;
const LENGTH = 58;
const GROUP = /.{1,4}/gu;
const SEPARATORS = /[\s\u2010-\u2015-]+/gu;

/**
 * Reads an age identity as people type it from paper or a scanner gives it: any case, blanks and
 * hyphens anywhere, with or without `AGE-SECRET-KEY-1`. Whether its check letters are right is not
 * looked at here. Refuses `identity-malformed` {letters}: how many there are after the prefix.
 */
export function readIdentityText(text: string): Result<string, 'identity-malformed'> {
  const letters = typedLetters(text);
  return letters.length === LENGTH && LETTERS.test(letters)
    ? ok(`${PREFIX}${letters}`)
    : refuse('identity-malformed', { letters: letters.length });
}

/** An identity as it is printed: its prefix, then its letters in groups of four. */
export function identityGroups(identity: string): readonly [string, readonly string[]] {
  return [PREFIX, identity.slice(PREFIX.length).match(GROUP) ?? []];
}

/** How far somebody has come: the letters after the prefix, and whether one of them cannot be. */
export function typedIdentity(text: string): {
  readonly left: number;
  readonly hasOthers: boolean;
} {
  const letters = typedLetters(text);
  return { left: LENGTH - letters.length, hasOthers: !LETTERS.test(letters) };
}

function typedLetters(text: string): string {
  const compact = text.toUpperCase().replace(SEPARATORS, '');
  return compact.replace(/^AGESECRETKEY1/u, '');
}
