const longest = 120;

/**
 * The first clause of a long text, as a row's name: up to its first full stop or semicolon, else up
 * to a word's end, never more than 120 letters.
 */
export function shortTitle(text: string): string {
  const clause = /^[^.;\n]*/.exec(text)?.[0].trim() ?? '';
  if (clause.length <= longest) return clause;
  const cut = clause.slice(0, longest);
  const atComma = cut.lastIndexOf(', ');
  const at = atComma > longest / 2 ? atComma : cut.lastIndexOf(' ');
  return `${cut.slice(0, at)}…`;
}
