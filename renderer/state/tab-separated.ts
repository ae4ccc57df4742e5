/**
 * Blocks of cells as spreadsheets exchange them over the clipboard: lines of cells between tabs; a
 * cell that holds a tab, a line break or a quote stands in quotes, with its quotes doubled.
 */

const NEEDS_QUOTES = /[\t\n\r"]/;

/** Reads a block that was copied in a spreadsheet. The line break after the last line is no line. */
export function parseBlock(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let line: string[] = [];
  let rest = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (;;) {
    const cell = rest.startsWith('"') ? quotedCell(rest) : plainCell(rest);
    line.push(cell.text);
    const separator = rest.charAt(cell.length);
    rest = rest.slice(cell.length + 1);
    if (separator === '\t') continue;
    lines.push(line);
    line = [];
    if (separator === '') return lines;
  }
}

/** Writes a block so that a spreadsheet takes it apart again into the same cells. */
export function formatBlock(lines: readonly (readonly string[])[]): string {
  return lines
    .map((line) =>
      line
        .map((cell) => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join('\t'),
    )
    .join('\n');
}

type Read = { readonly text: string; readonly length: number };

function plainCell(rest: string): Read {
  const end = rest.search(/[\t\n]/);
  const text = end === -1 ? rest : rest.slice(0, end);
  return { text, length: text.length };
}

function quotedCell(rest: string): Read {
  const [whole = '', inner = ''] = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(rest) ?? [];
  // A quote that opens a cell and never closes is a letter like any other.
  return whole === ''
    ? plainCell(rest)
    : { text: inner.replaceAll('""', '"'), length: whole.length };
}
