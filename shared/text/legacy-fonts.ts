import tables from './legacy-fonts.json' with { type: 'json' };

/**
 * Vietnamese text from before Unicode. Old fonts drew Vietnamese letters in the places of Latin-1, so
 * the text itself says nothing: only the name of its font tells how it is to be read. The codes and
 * where they come from stand in legacy-fonts.json.
 */
export type LegacyEncoding = 'tcvn3' | 'tcvn3-upper' | 'vni';

const TCVN3_FONT = /^\s*\.vn/i;
/** `.VnTimeH`: the fonts of the family that draw capitals in the places of small letters. */
const UPPER_FONT = /h\s*$/i;
const VNI_FONT = /^\s*vni[- ]/i;

const tcvn3 = new Map(
  Object.entries(tables.tcvn3).map(([place, letter]) => [
    String.fromCodePoint(Number.parseInt(place.slice('U+'.length), 16)),
    letter,
  ]),
);
const vni = new Map(Object.entries(tables.vni));

/** How text in a font is encoded, from the font's name as a file gives it; null for Unicode fonts. */
export function legacyEncodingOf(fontName: string): LegacyEncoding | null {
  if (TCVN3_FONT.test(fontName)) return UPPER_FONT.test(fontName) ? 'tcvn3-upper' : 'tcvn3';
  return VNI_FONT.test(fontName) ? 'vni' : null;
}

/**
 * Converts text of an old font to Unicode (NFC). Characters without a code stay as they are. The text
 * must come as the file holds it: the soft hyphen is ư in TCVN3, and changing case or NFKC changes
 * letters before they are read.
 */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  const latin = text.normalize('NFC');
  if (encoding === 'vni') return fromVni(latin).normalize('NFC');
  const read = [...latin].map((character) => tcvn3.get(character) ?? character).join('');
  return (encoding === 'tcvn3-upper' ? read.toUpperCase() : read).normalize('NFC');
}

/** Two characters make most letters of VNI, so two are tried before one. */
function fromVni(text: string): string {
  let read = '';
  for (let at = 0; at < text.length;) {
    const pair = vni.get(text.slice(at, at + 2));
    const single = text.charAt(at);
    read += pair ?? vni.get(single) ?? single;
    at += pair === undefined ? 1 : 2;
  }
  return read;
}
