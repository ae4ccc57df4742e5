import Papa from 'papaparse/papaparse.js';

const FORM = { delimiter: ',', newline: '\r\n', quoteChar: '"', header: false } as const;

/** Writes rows as CSV (RFC 4180): comma, CRLF after every row, quotes only where they are needed. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(rows, FORM)}\r\n`;
}

/**
 * Reads CSV in exactly the spelling that `csvText` writes, so that one table has one spelling; null
 * for every other text (other line ends, needless quotes, spaces, a byte order mark, no last CRLF).
 */
export function csvRows(text: string): readonly (readonly string[])[] | null {
  if (!text.endsWith('\r\n') || text.startsWith('\uFEFF')) return null;
  const parsed = Papa.parse(text.slice(0, -2), { ...FORM, skipEmptyLines: false });
  if (parsed.errors.length > 0) return null;
  return csvText(parsed.data) === text ? parsed.data : null;
}
