import { describe, expect, it } from 'vitest';

import { isHeldCode, ruleOf } from '#shared/ipc/verdict-rules.ts';
import { phoneCodes } from '#shared/text/refusal-codes.ts';

describe('what follows from a refusal', () => {
  it('leaves these to a person, and no other', () => {
    expect(Object.keys(phoneCodes).filter(isHeldCode).sort()).toEqual([
      'bundle-newer-than-program',
      'catalogue-newer',
      'sequence-fork',
      'sequence-jump',
      'series-unknown',
    ]);
  });

  it.each(['signature-invalid', 'sender-revoked', 'internal-fault', 'toString', 'no-code'])(
    'is nothing for %s: nobody is answered',
    (code) => {
      expect(ruleOf(code)).toEqual({ isHeld: false, isAnswerable: false });
    },
  );
});
