const MARKS = /\p{M}+/gu;
/** đ has no decomposition; Ð (eth) and Ɖ look the same and come from other keyboards and fonts. */
const STROKED_D = /[đĐðÐɖƉ]/g;
const SPACES = /\s+/g;

/**
 * A text as people search for it: without tones and marks, đ as d, lower case, single spaces.
 * "Xã Đồng  Tâm" becomes "xa dong tam"; tone placement variants (hòa, hoà) become equal. Names of
 * units are stored with this key because SQLite and `Intl.Collator` fold otherwise.
 */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(STROKED_D, 'd')
    .toLowerCase()
    .replace(SPACES, ' ')
    .trim();
}
