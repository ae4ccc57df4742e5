/**
 * What people write as it may be signed and sent: NFC, line feeds alone between lines, blanks in place
 * of control characters, which mean nothing and come along with pasted text, none at the ends. U+FFFE
 * and U+FFFF are no characters, and XML cannot carry them (XML 1.0, production 2).
 */
export function plainText(written: string): string {
  return written
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF\uFFFE\uFFFF]/gu, ' ')
    .trim();
}

/** The longest name of a person that signed statements carry. */
export const longestName = 200;

/**
 * A person's name as signed statements carry it: plain text on one line, at most `longestName` UTF-16
 * units and no half letter. What was a name already stays as it is.
 */
export function plainName(written: string): string {
  let name = '';
  for (const letter of plainText(written).replace(/\n/gu, ' ')) {
    if (name.length + letter.length > longestName) break;
    name += letter;
  }
  return name.trim();
}
