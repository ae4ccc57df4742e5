import { parseFingerprint } from '#shared/bundle/fingerprint.ts';
import type { Translate } from '#shared/text/translate.ts';

/** What a half-typed fingerprint looks like, for the line under its field. */
export type TypedFingerprint = {
  readonly isComplete: boolean;
  readonly digits: string;
  readonly hint: string;
  readonly error: string | null;
};

const LENGTH = 32;
const SEPARATORS = /[\s\u2010-\u2015.-]+/gu;

/**
 * Reads a fingerprint while it is typed: how many digits are there, and once there are 32 whether
 * their check digits are right. It knows nothing of the file's fingerprint and cannot give it away.
 */
export function readTypedFingerprint(text: string, t: Translate): TypedFingerprint {
  const compact = text.replace(SEPARATORS, '');
  const digits = compact.replace(/\D/gu, '');
  const entry = { isComplete: false, digits, hint: hintFor(digits.length, t), error: null };
  if (digits.length !== compact.length) return { ...entry, error: t('trust.typed.letters') };
  if (digits.length > LENGTH) {
    return { ...entry, error: t('trust.typed.long', { over: digits.length - LENGTH }) };
  }
  if (digits.length < LENGTH) return entry;
  return parseFingerprint(digits).ok
    ? { ...entry, isComplete: true, hint: t('trust.typed.right') }
    : { ...entry, error: t('trust.typed.wrong') };
}

function hintFor(typed: number, t: Translate): string {
  return typed === 0
    ? t('trust.typed.empty')
    : t('trust.typed.short', { left: Math.max(0, LENGTH - typed) });
}
