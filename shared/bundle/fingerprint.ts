import type { Brand } from '#shared/kit/brand.ts';
import { checkDigitsOf, remainder97 } from '#shared/kit/check-digits.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { base64urlBytes, hexBytes } from './bytes.ts';
import type { Sha256 } from './bytes.ts';
import type { KeyId } from './signing-key.ts';

/**
 * 32 digits without separators: 30 digits of the key's thumbprint (about 99.66 bits) and two ISO
 * 7064 MOD 97-10 check digits, so that people can read a key aloud and type it in.
 */
export type Fingerprint = Brand<string, 'Fingerprint'>;

const DIGITS = 32;
const GROUP = 4;

/** The fingerprint of a key. */
export function fingerprintOf(kid: KeyId): Fingerprint {
  const thumbprint = base64urlBytes(kid);
  if (thumbprint?.length !== 32) throw new Error('A key id has 32 bytes.');
  const digits = decimalRendering(thumbprint);
  return `${digits}${checkDigitsOf(digits)}` as Fingerprint;
}

/** For print and screen: `7166 7789 4950 2675 1840 0013 7912 3359`. */
export function formatFingerprint(fingerprint: Fingerprint): string {
  return (fingerprint.match(/\d{4}/g) ?? []).join(' ');
}

/**
 * Reads a fingerprint as people type it: spaces and dashes are ignored. Refuses
 * `fingerprint-malformed` {digits} when it is not 32 digits, `fingerprint-check-digits` when a digit
 * was mistyped or two neighbours swapped.
 */
export function parseFingerprint(
  text: string,
): Result<Fingerprint, 'fingerprint-malformed' | 'fingerprint-check-digits'> {
  const digits = text.replace(/[\s\u2010-\u2015.-]+/gu, '');
  if (!/^\d*$/.test(digits) || digits.length !== DIGITS) {
    return refuse('fingerprint-malformed', { digits: digits.replace(/\D/gu, '').length });
  }
  return remainder97(digits) === 1 ? ok(digits as Fingerprint) : refuse('fingerprint-check-digits');
}

/** "Mã kiểm tra": the first 8 digits of the same rendering of a statement's digest. A label only. */
export function checkCode(statementSha256: Sha256): string {
  const bytes = hexBytes(statementSha256);
  if (bytes?.length !== 32) throw new Error('A digest has 32 bytes.');
  return decimalRendering(bytes).slice(0, 2 * GROUP);
}

/** Bytes 0 to 29 as six five-byte big-endian numbers modulo 100000: 30 digits. */
function decimalRendering(bytes: Uint8Array): string {
  let digits = '';
  for (let at = 0; at < 30; at += 5) {
    const number = bytes.subarray(at, at + 5).reduce((sum, byte) => sum * 256 + byte, 0);
    digits += String(number % 100_000).padStart(5, '0');
  }
  return digits;
}
