import { randomInt } from 'node:crypto';

import { base64url, base64urlBytes, utf8 } from '#shared/bundle/bytes.ts';
import { recoveryCodeDigits, recoveryCodeOf } from '#shared/domain/recovery-code.ts';
import type { RecoveryCode } from '#shared/domain/recovery-code.ts';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { randomBytes } from '@noble/hashes/utils.js';

import { closeBox, openBox } from './secret-box.ts';

const purpose = 'office:recovery';

/** A new code; it exists nowhere but on the paper that it is written on. */
export function newRecoveryCode(): RecoveryCode {
  return recoveryCodeOf(
    Array.from({ length: recoveryCodeDigits }, () => String(randomInt(10))).join(''),
  );
}

/** The office key under a recovery code. The code is random, so that no slow derivation is needed. */
export function closeWithCode(officeKey: Uint8Array, code: RecoveryCode): string {
  const salt = randomBytes(16);
  return `${base64url(salt)}.${closeBox(officeKey, keyOf(code, salt), purpose)}`;
}

/** The office key from its copy under a recovery code; null when the code is another. */
export function openWithCode(closed: string, code: RecoveryCode): Uint8Array | null {
  const end = closed.indexOf('.');
  const salt = base64urlBytes(closed.slice(0, end));
  return salt === null ? null : openBox(closed.slice(end + 1), keyOf(code, salt), purpose);
}

function keyOf(code: RecoveryCode, salt: Uint8Array): Uint8Array {
  return hkdf(sha256, utf8(code), salt, utf8('so-chi-tieu recovery code'), 32);
}
