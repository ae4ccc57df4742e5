import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { closeBox, newBoxKey, openBox } from '../../../electron/keys/secret-box.ts';

const secret = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);

describe('a secret box', () => {
  it('gives back what was put in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (content, purpose) => {
        const key = newBoxKey();
        expect(openBox(closeBox(content, key, purpose), key, purpose)).toEqual(content);
      }),
    );
  });

  it('does not open with another key or for another purpose', () => {
    const key = newBoxKey();
    const box = closeBox(secret, key, 'office:300:signing');
    expect(openBox(box, newBoxKey(), 'office:300:signing')).toBeNull();
    expect(openBox(box, key, 'office:300:working')).toBeNull();
    expect(openBox(box, key, '')).toBeNull();
  });

  it('does not open when one bit of it was changed', () => {
    const key = newBoxKey();
    const [version = '', nonce = '', sealed = ''] = closeBox(secret, key, 'p').split('.');
    for (const [part, text] of [
      ['nonce', nonce],
      ['sealed', sealed],
    ] as const) {
      const bytes = Buffer.from(text, 'base64url');
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const changed = Buffer.from(bytes);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const other = changed.toString('base64url');
        const box = part === 'nonce' ? [version, other, sealed] : [version, nonce, other];
        expect(openBox(box.join('.'), key, 'p')).toBeNull();
      }
    }
  });

  it.each(['', 'x1', 'x1..', 'x2.AAAA.AAAA', 'x1.***.***', 'x1.AAAA.AAAA'])(
    'is not "%s", and that throws nothing',
    (text) => {
      expect(openBox(text, newBoxKey(), 'p')).toBeNull();
    },
  );
});
