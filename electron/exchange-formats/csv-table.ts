import { csvRows, csvText } from '#shared/bundle/csv.ts';
import { utf8, utf8Text } from '#shared/bundle/bytes.ts';

/** One record of a table: a text for each of its columns. */
export type CsvRecord<Column extends string> = Readonly<Record<Column, string>>;

/** A table as RFC 4180 has it: UTF-8 without byte order mark, comma, CRLF, the columns on top. */
export function writeTable<Column extends string>(
  columns: readonly Column[],
  records: readonly CsvRecord<Column>[],
): Uint8Array {
  return utf8(csvText([columns, ...records.map((one) => columns.map((column) => one[column]))]));
}

/** Reads what `writeTable` writes and nothing else: exact columns, exact spelling; else null. */
export function readTable<Column extends string>(
  columns: readonly Column[],
  bytes: Uint8Array,
): readonly CsvRecord<Column>[] | null {
  const text = utf8Text(bytes);
  const rows = text === null ? null : csvRows(text);
  if (rows === null) return null;
  const [header = [], ...body] = rows;
  const isOurs =
    JSON.stringify(header) === JSON.stringify(columns) &&
    body.every((cells) => cells.length === columns.length);
  if (!isOurs) return null;
  return body.map((cells) => {
    const entries = columns.map((column, at) => [column, cells[at] ?? ''] as const);
    return Object.fromEntries(entries) as CsvRecord<Column>; // one entry for each column, just above
  });
}
