import Papa from 'papaparse/papaparse.js';

const FORM = { newline: '\r\n', quoteChar: '"', header: false } as const;

/** What stands between cells: a comma, or the semicolon of spreadsheets with a decimal comma. */
export type Delimiter = ',' | ';';

/** Writes rows as CSV (RFC 4180): comma, CRLF after every row, quotes only where they are needed. */
export function csvText(rows: readonly (readonly string[])[], delimiter: Delimiter = ','): string {
  return `${Papa.unparse(rows, { ...FORM, delimiter })}\r\n`;
}

/**
 * Reads CSV in exactly the spelling that `csvText` writes, so that one table has one spelling; null
 * for every other text (other line ends, needless quotes, spaces, a byte order mark, no last CRLF).
 */
export function csvRows(
  text: string,
  delimiter: Delimiter = ',',
): readonly (readonly string[])[] | null {
  if (!text.endsWith('\r\n') || text.startsWith('\uFEFF')) return null;
  const parsed = Papa.parse(text.slice(0, -2), { ...FORM, delimiter, skipEmptyLines: false });
  if (parsed.errors.length > 0) return null;
  return csvText(parsed.data, delimiter) === text ? parsed.data : null;
}
