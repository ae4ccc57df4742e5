import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isNfc, toNfc } from '#shared/text/nfc.ts';

describe('one form of Vietnamese text (D50)', () => {
  it('composes decomposed text', () => {
    const text = 'Xã Quốc Tuấn, thị trấn Nếnh, Ứng Hoè';
    expect(toNfc(text.normalize('NFD'))).toBe(text);
    expect(isNfc(text.normalize('NFD'))).toBe(false);
    expect(isNfc(text)).toBe(true);
  });

  it('puts a tone behind the shape of its vowel', () => {
    expect(toNfc('e\u0301\u0302')).toBe('ế');
    expect(toNfc('A\u0300\u0306')).toBe('Ằ');
    expect(toNfc('o\u0301\u031b')).toBe('ớ');
    expect(toNfc('é\u0302')).toBe('ế');
    expect(toNfc('o\u0323\u0302')).toBe('ộ');
  });

  it('leaves tone placement as it is written', () => {
    expect(toNfc('hòa hoà')).toBe('hòa hoà');
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => isNfc(toNfc(text))));
  });
});
