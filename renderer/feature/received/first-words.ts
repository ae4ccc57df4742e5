/** How many letters of what somebody wrote stand there at first: some five to ten lines of a column. */
const shownAtFirst = 180;

/**
 * The beginning of a long text, up to the end of a word; null of a text that is short enough as it
 * is: cutting off less than a line would only make a button out of it.
 */
export function firstWords(text: string): string | null {
  if (text.length <= shownAtFirst * 1.25) return null;
  const cut = text.slice(0, shownAtFirst);
  const end = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'));
  // Without blanks it is no sentence; it is cut between letters then.
  return end < shownAtFirst / 2 ? cut : cut.slice(0, end).trimEnd();
}
