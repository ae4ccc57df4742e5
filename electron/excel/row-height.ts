/**
 * A text in a cell of a width, in characters as spreadsheets count them: digits of the standard
 * font, which are about as wide as the letters of Times New Roman 12 are on average.
 */
export type WrappedText = { readonly text: string; readonly width: number };

/** The height of a line of the 12 points that all cells are written in. */
const linePoints = 16;
/** A row cannot be higher (Excel specifications and limits). */
const mostPoints = 409;

/**
 * How high a row has to be, in points, so that none of its wrapped texts is cut. Spreadsheet programs
 * measure rows when somebody types, but not all of them when they open a file.
 */
export function heightFor(texts: readonly WrappedText[]): number {
  const lines = Math.max(1, ...texts.map(({ text, width }) => lineCount(text, width)));
  return Math.min(mostPoints, lines * linePoints);
}

function lineCount(text: string, width: number): number {
  const most = Math.max(1, Math.floor(width));
  return text
    .split('\n')
    .map((paragraph) => linesOfParagraph(paragraph, most))
    .reduce((sum, lines) => sum + lines, 0);
}

function linesOfParagraph(paragraph: string, most: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= most) {
      used = needed;
      continue;
    }
    // A word longer than a line is broken inside.
    const own = Math.max(1, Math.ceil(word.length / most));
    lines += used === 0 ? own - 1 : own;
    used = word.length - (own - 1) * most;
  }
  return lines;
}
