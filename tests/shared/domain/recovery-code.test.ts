import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  formatRecoveryCode,
  parseRecoveryCode,
  recoveryCodeOf,
} from '#shared/domain/recovery-code.ts';

const someCode = fc.stringMatching(/^\d{38}$/).map(recoveryCodeOf);
const codeOf = (typed: string): string => {
  const read = parseRecoveryCode(typed);
  return read.ok ? 'read' : read.refusal.code;
};

describe('a recovery code', () => {
  it('is read as people type it', () => {
    fc.assert(
      fc.property(someCode, (code) => {
        const printed = formatRecoveryCode(code);
        expect(printed).toMatch(/^\d{4}(?: \d{4}){9}$/);
        for (const typed of [code, printed, printed.replaceAll(' ', '-'), ` ${printed}\n`]) {
          expect(parseRecoveryCode(typed)).toEqual({ ok: true, value: code });
        }
      }),
    );
  });

  it('shows every wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(someCode, fc.nat(39), fc.integer({ min: 1, max: 9 }), (code, at, more) => {
        const digit = (Number(code.charAt(at)) + more) % 10;
        const wrong = code.slice(0, at) + String(digit) + code.slice(at + 1);
        expect(codeOf(wrong)).toBe('recovery-code-check-digits');
        const [here, next] = [code.charAt(at), code.charAt(at + 1)];
        fc.pre(next !== '' && next !== here);
        const swapped = code.slice(0, at) + next + here + code.slice(at + 2);
        expect(codeOf(swapped)).toBe('recovery-code-check-digits');
      }),
    );
  });

  it.each(['', '1234', 'một hai ba', '1'.repeat(41), 'O'.repeat(40)])('is not %j', (typed) => {
    expect(codeOf(typed)).toBe('recovery-code-malformed');
  });

  it('is made of exactly its random digits', () => {
    expect(() => recoveryCodeOf('1')).toThrow('38');
  });
});
