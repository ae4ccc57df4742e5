import type { Brand } from '#shared/kit/brand.ts';
import { checkDigitsOf, remainder97 } from '#shared/kit/check-digits.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

/**
 * 40 digits on paper that open an office's key when every password is forgotten: 38 random ones
 * (126 bits) and two check digits (ISO 7064 MOD 97-10).
 */
export type RecoveryCode = Brand<string, 'RecoveryCode'>;

const randomDigits = 38;
const allDigits = 40;

/** How many random digits a code is made of. */
export const recoveryCodeDigits = randomDigits;

/** The code of exactly 38 random digits. */
export function recoveryCodeOf(digits: string): RecoveryCode {
  if (!/^\d{38}$/.test(digits)) throw new Error('A recovery code has 38 random digits.');
  return `${digits}${checkDigitsOf(digits)}` as RecoveryCode;
}

/** For print and screen: ten groups of four. */
export function formatRecoveryCode(code: RecoveryCode): string {
  return (code.match(/\d{4}/g) ?? []).join(' ');
}

/**
 * Reads a code as people type it: blanks, dashes and dots are ignored. Refuses
 * `recovery-code-malformed` {digits} when it is not 40 digits, `recovery-code-check-digits` when one
 * was mistyped or two neighbours swapped.
 */
export function parseRecoveryCode(
  text: string,
): Result<RecoveryCode, 'recovery-code-malformed' | 'recovery-code-check-digits'> {
  const digits = text.replace(/[\s\u2010-\u2015.-]+/gu, '');
  if (!/^\d*$/.test(digits) || digits.length !== allDigits) {
    return refuse('recovery-code-malformed', { digits: digits.replace(/\D/gu, '').length });
  }
  return remainder97(digits) === 1
    ? ok(digits as RecoveryCode)
    : refuse('recovery-code-check-digits');
}
