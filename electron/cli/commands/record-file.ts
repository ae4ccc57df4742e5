import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

import { utf8Text } from '#shared/bundle/bytes.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Refusal, Result } from '#shared/kit/result.ts';
import type { ColumnCode } from '#shared/ipc/shapes.ts';
import Papa from 'papaparse';

/** One row to record. `line` counts from 1, the header; null when it did not come from a file. */
export type RecordRow = {
  readonly line: number | null;
  readonly row: string;
  readonly cells: readonly { readonly column: ColumnCode; readonly text: string }[];
  /** What is amiss with the line itself, so that it cannot even be tried. */
  readonly refusal: Refusal | null;
};

const longestFile = 1024 * 1024;
const rowHeaders = ['INDICATOR', 'ROW'];
const cellHeaders: Readonly<Record<string, ColumnCode>> = {
  NUMERATOR: 'numerator',
  DENOMINATOR: 'denominator',
  VALUE: 'value',
  STATUS: 'status',
  COMMENT: 'note',
};

/**
 * Reads a CSV file of figures: UTF-8 (a byte order mark is fine), separated by `;` or `,` or tabs as
 * its header is, columns in any order. Besides the names of Biểu 01, a column may bear the code of a
 * column of its form. Empty cells are left out: they change nothing. Refuses
 * `file-missing`, `file-unreadable`, and `record-file-header` {column} for a header it does not know.
 */
export function readRecordFile(
  path: string,
  columns: readonly string[],
): Result<readonly RecordRow[], 'file-missing' | 'file-unreadable' | 'record-file-header'> {
  const text = readText(resolve(path));
  if (!text.ok) return text;
  const plain = text.value.replace(/^\uFEFF/, '').normalize('NFC');
  const firstLine = plain.slice(0, plain.search(/\r?\n|$/));
  const delimiter = [';', '\t'].find((each) => firstLine.includes(each)) ?? ',';
  const [header = [], ...body] = Papa.parse<string[]>(plain, { delimiter }).data;
  const names = header.map((name) => meaningOf(name.trim(), columns));
  const unknown = names.findIndex((name, at) => name === null || names.indexOf(name) !== at);
  if (unknown >= 0) {
    return refuse('record-file-header', { column: (header[unknown] ?? '').trim().toUpperCase() });
  }
  if (!names.includes('')) return refuse('record-file-header', { column: 'INDICATOR' });
  return ok(
    body.flatMap((cells, at) =>
      cells.every((cell) => cell.trim() === '')
        ? []
        : [
            rowOf(
              names.map((name) => name ?? ''),
              cells,
              at + 2,
            ),
          ],
    ),
  );
}

/** The column that a header means; empty for the row's code, null for a header without meaning. */
function meaningOf(header: string, columns: readonly string[]): string | null {
  const name = header.toUpperCase();
  if (rowHeaders.includes(name)) return '';
  if (Object.hasOwn(cellHeaders, name)) return cellHeaders[name] ?? null;
  return columns.find((column) => column.toUpperCase() === name) ?? null;
}

function rowOf(names: readonly string[], cells: readonly string[], line: number): RecordRow {
  const row = (cells[names.indexOf('')] ?? '').trim();
  const isWhole = cells.length === names.length && row !== '';
  return {
    line,
    row,
    cells: names.flatMap((name, at) => {
      const text = (cells[at] ?? '').trim();
      return name === '' || text === '' ? [] : [{ column: name, text }];
    }),
    refusal: isWhole ? null : { code: 'record-file-line', facts: { line } },
  };
}

function readText(file: string): Result<string, 'file-missing' | 'file-unreadable'> {
  try {
    const { size } = statSync(file);
    const text = size > longestFile ? null : utf8Text(readFileSync(file));
    return text === null ? refuse('file-unreadable', { file }) : ok(text);
  } catch (fault) {
    const isMissing = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
    return refuse(isMissing ? 'file-missing' : 'file-unreadable', { file });
  }
}
