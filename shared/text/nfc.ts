/**
 * Vietnamese text in one form (Unicode NFC). Text arrives decomposed from macOS file names, some PDFs
 * and "Unicode tổ hợp" keyboards, and sometimes with its marks in an order that no normal form mends.
 */

/** A tone that was typed before the circumflex or breve of its vowel: `e + ́ + ̂` instead of `ế`. */
const TONE_BEFORE_SHAPE = /([AEOaeo]\u0323?)([\u0300\u0301\u0303\u0309])([\u0302\u0306])/g;

/** The text in NFC, with tone marks in the wrong order put right first. */
export function toNfc(text: string): string {
  return text.normalize('NFD').replace(TONE_BEFORE_SHAPE, '$1$3$2').normalize('NFC');
}

/** Says whether a text is what `toNfc` makes of it: catalogues and bundles hold nothing else. */
export function isNfc(text: string): boolean {
  return toNfc(text) === text;
}
