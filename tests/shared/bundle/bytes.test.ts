import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64url, base64urlBytes, hex, hexBytes, utf8, utf8Text } from '#shared/bundle/bytes.ts';

describe('bytes as text', () => {
  it('B10 base64url is the spelling of RFC 4648 and reads back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = base64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(base64urlBytes(text)).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it('B10 whatever base64url is read is spelled again in the very same way', () => {
    const letters = fc.string({
      unit: fc.constantFrom('A', 'Q', 'g', 'w', 'Z', '0', '9', '-', '_', '=', '+', '/', ' ', '\n'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(letters, (text) => {
        const bytes = base64urlBytes(text);
        if (bytes !== null) expect(base64url(bytes)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['AB', 'A', 'AAAAA', 'AA==', 'AA=', 'A A', 'AA\n', 'AA+', 'AA/', 'AAB'])(
    'B10 refuses base64url spelled otherwise: %j',
    (text) => {
      expect(base64urlBytes(text)).toBeNull();
    },
  );

  it('reads hexadecimal in lower case only', () => {
    expect(hexBytes('00ff')).toEqual(new Uint8Array([0, 255]));
    expect(hex(new Uint8Array([0, 255]))).toBe('00ff');
    for (const text of ['0', '0F', '0g', ' 00', '0x00']) expect(hexBytes(text)).toBeNull();
  });

  it('refuses bytes that are no UTF-8 and keeps a byte order mark in sight', () => {
    expect(utf8Text(utf8('Hải Lăng'))).toBe('Hải Lăng');
    expect(utf8Text(new Uint8Array([0xc3]))).toBeNull();
    expect(utf8Text(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe('\uFEFFa');
  });
});
