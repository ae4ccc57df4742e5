import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64url } from '#shared/bundle/bytes.ts';
import {
  checkCode,
  fingerprintOf,
  formatFingerprint,
  parseFingerprint,
} from '#shared/bundle/fingerprint.ts';
import type { KeyId } from '#shared/bundle/signing-key.ts';
import { codeOf, granted, someDigest } from './two-offices.ts';

const someKeyId = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => base64url(bytes) as KeyId); // a thumbprint is any 32 bytes

/** The text with other letters from a place on. */
function replaced(text: string, at: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + by.length);
}

describe('a fingerprint that people read and type', () => {
  it('B13 has 32 digits in 8 groups, and its rendering is fixed for ever', () => {
    const counting = base64url(Uint8Array.from({ length: 32 }, (_, at) => at)) as KeyId;
    // 0x0001020304 is 16909060, 0x0506070809 is 21575960585, and so on, each modulo 100000.
    expect(fingerprintOf(counting).slice(0, 10)).toBe('0906060585');
    expect(formatFingerprint(fingerprintOf(counting))).toMatch(/^\d{4}(?: \d{4}){7}$/);
  });

  it('B13 leaves 1 when divided by 97, as ISO 7064 MOD 97-10 says', () => {
    fc.assert(
      fc.property(someKeyId, (kid) => {
        expect(BigInt(fingerprintOf(kid)) % 97n).toBe(1n);
      }),
    );
  });

  it('B13 reads what people type: groups, dashes, no separators, stray spaces', () => {
    fc.assert(
      fc.property(someKeyId, (kid) => {
        const fingerprint = fingerprintOf(kid);
        const printed = formatFingerprint(fingerprint);
        for (const typed of [fingerprint, printed, printed.replaceAll(' ', '-'), ` ${printed}\n`]) {
          expect(granted(parseFingerprint(typed))).toBe(fingerprint);
        }
      }),
    );
  });

  it('B13 notices every single wrong digit and every swap of two different neighbours', () => {
    fc.assert(
      fc.property(someKeyId, (kid) => {
        const digits: string = fingerprintOf(kid);
        for (let at = 0; at < digits.length; at += 1) {
          const digit = digits.charAt(at);
          for (const wrong of '0123456789') {
            if (wrong === digit) continue;
            const typed = replaced(digits, at, wrong);
            expect(codeOf(parseFingerprint(typed))).toBe('fingerprint-check-digits');
          }
          const next = digits.charAt(at + 1);
          if (next === '' || next === digit) continue;
          const swapped = replaced(digits, at, next + digit);
          expect(codeOf(parseFingerprint(swapped))).toBe('fingerprint-check-digits');
        }
      }),
      { numRuns: 20 },
    );
  });

  it.each(['', '1234', 'abcd', '0'.repeat(33), '12345678901234567890123456789O12'])(
    'B13 refuses %j as malformed',
    (typed) => {
      expect(codeOf(parseFingerprint(typed))).toBe('fingerprint-malformed');
    },
  );

  it('B13 the check code is eight digits of a digest', () => {
    expect(checkCode(someDigest('a statement'))).toMatch(/^\d{8}$/);
    expect(checkCode(someDigest('a statement'))).not.toBe(checkCode(someDigest('another')));
  });
});
