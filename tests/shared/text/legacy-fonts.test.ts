import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fromLegacy, legacyEncodingOf } from '#shared/text/legacy-fonts.ts';
import tables from '#shared/text/legacy-fonts.json' with { type: 'json' };

const tcvn3 = Object.entries(tables.tcvn3).map(([place, letter]) => [
  String.fromCodePoint(Number.parseInt(place.slice(2), 16)),
  letter,
]);
const vni = Object.entries(tables.vni);

/** Letter → code, the first code of each letter. */
function inverse(codes: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  return new Map([...codes].reverse().map(([code = '', letter = '']) => [letter, code]));
}
const toTcvn3 = inverse(tcvn3);
const toVni = inverse(vni);
const encode = (text: string, table: ReadonlyMap<string, string>): string =>
  [...text].map((letter) => table.get(letter) ?? letter).join('');

const onsets = ['', 'b', 'c', 'ch', 'd', 'đ', 'g', 'gh', 'gi', 'h', 'kh', 'l', 'm', 'n', 'ng'];
const more = ['ngh', 'nh', 'p', 'ph', 'qu', 'r', 's', 't', 'th', 'tr', 'v', 'x'];
const vowels =
  'aáàảãạăắằẳẵặâấầẩẫậeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵ'.match(/./gu) ?? [];
const codas = ['', 'c', 'ch', 'm', 'n', 'ng', 'nh', 'p', 't', 'i', 'o', 'u', 'y'];
const syllable = fc
  .tuple(fc.constantFrom(...onsets, ...more), fc.constantFrom(...vowels), fc.constantFrom(...codas))
  .map((parts) => parts.join('').normalize('NFC'));
const words = fc.array(syllable, { maxLength: 12 }).map((list) => list.join(' '));
const ascii = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)),
});

describe('the encoding of a font', () => {
  it.each([
    ['.VnTime', 'tcvn3'],
    ['.VnArial Narrow', 'tcvn3'],
    ['.VnTimeH', 'tcvn3-upper'],
    ['.vnarialh', 'tcvn3-upper'],
    ['VNI-Times', 'vni'],
    ['VNI Helve', 'vni'],
    ['Times New Roman', null],
    ['VnTime', null],
    ['', null],
  ])('of %s is %s', (font, encoding) => {
    expect(legacyEncodingOf(font)).toBe(encoding);
  });
});

describe('text of old fonts', () => {
  it('reads a heading as spreadsheets hold it', () => {
    expect(fromLegacy('Y tÕ, V¨n hãa, ThÓ thao vµ Møc sèng d©n c\u00ad', 'tcvn3')).toBe(
      'Y tế, Văn hóa, Thể thao và Mức sống dân cư',
    );
  });

  it('reads VNI letters of one and two characters, and capitals', () => {
    expect(fromLegacy('UÛy ban nhaân daân huyeän, caáp xaõ; tyû leä hoä ngheøo', 'vni')).toBe(
      'Ủy ban nhân dân huyện, cấp xã; tỷ lệ hộ nghèo',
    );
    expect(fromLegacy('COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'vni')).toBe(
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    );
  });

  it('reads the fonts of capitals: converted first, then upper case', () => {
    expect(fromLegacy('Çn Tø Kú', 'tcvn3-upper')).toBe('ẦN TỨ KỲ');
  });

  it('reads every code of the tables, alone and between letters', () => {
    for (const [encoding, codes] of [
      ['tcvn3', tcvn3],
      ['vni', vni],
    ] as const) {
      for (const [code = '', letter = ''] of codes) {
        expect(fromLegacy(code, encoding)).toBe(letter);
        expect(fromLegacy(`x${code} t`, encoding)).toBe(`x${letter} t`);
      }
    }
    expect(tcvn3).toHaveLength(74);
    expect(vni).toHaveLength(192);
  });

  it('gives back syllables that were encoded by the inverse tables', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(fromLegacy(encode(text, toTcvn3), 'tcvn3')).toBe(text);
        expect(fromLegacy(encode(text, toTcvn3), 'tcvn3-upper')).toBe(text.toUpperCase());
        expect(fromLegacy(encode(text, toVni), 'vni')).toBe(text);
        const upper = text.toUpperCase();
        expect(fromLegacy(encode(upper, toVni), 'vni')).toBe(upper);
      }),
    );
  });

  it('leaves plain ASCII alone and always gives NFC', () => {
    fc.assert(
      fc.property(ascii, fc.string(), (plain, any) => {
        expect(fromLegacy(plain, 'tcvn3')).toBe(plain);
        expect(fromLegacy(plain, 'vni')).toBe(plain);
        expect(fromLegacy(plain, 'tcvn3-upper')).toBe(plain.toUpperCase());
        for (const encoding of ['tcvn3', 'tcvn3-upper', 'vni'] as const) {
          const read = fromLegacy(any, encoding);
          expect(read).toBe(read.normalize('NFC'));
        }
      }),
    );
  });
});
