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
const rowHeader = 'INDICATOR';
const cellHeaders: Readonly<Record<string, ColumnCode>> = {
  NUMERATOR: 'numerator',
  DENOMINATOR: 'denominator',
  VALUE: 'value',
  STATUS: 'status',
  COMMENT: 'note',
};

/**
 * Reads a CSV file of figures: UTF-8 (a byte order mark is fine), separated by `;` or `,` or tabs as
 * its header is, columns in any order. Empty cells are left out: they change nothing. Refuses
 * `file-missing`, `file-unreadable`, and `record-file-header` {column} for a header it does not know.
 */
export function readRecordFile(
  path: string,
): Result<readonly RecordRow[], 'file-missing' | 'file-unreadable' | 'record-file-header'> {
  const text = readText(resolve(path));
  if (!text.ok) return text;
  const plain = text.value.replace(/^\uFEFF/, '').normalize('NFC');
  const firstLine = plain.slice(0, plain.search(/\r?\n|$/));
  const delimiter = [';', '\t'].find((each) => firstLine.includes(each)) ?? ',';
  const [header = [], ...body] = Papa.parse<string[]>(plain, { delimiter }).data;
  const names = header.map((name) => name.trim().toUpperCase());
  const unknown = names.find(
    (name, at) =>
      (name !== rowHeader && !Object.hasOwn(cellHeaders, name)) || names.indexOf(name) !== at,
  );
  if (unknown !== undefined) return refuse('record-file-header', { column: unknown });
  if (!names.includes(rowHeader)) return refuse('record-file-header', { column: rowHeader });
  return ok(
    body.flatMap((cells, at) =>
      cells.every((cell) => cell.trim() === '') ? [] : [rowOf(names, cells, at + 2)],
    ),
  );
}

function rowOf(names: readonly string[], cells: readonly string[], line: number): RecordRow {
  const row = (cells[names.indexOf(rowHeader)] ?? '').trim();
  const isWhole = cells.length === names.length && row !== '';
  return {
    line,
    row,
    cells: names.flatMap((name, at) => {
      const column = cellHeaders[name];
      const text = (cells[at] ?? '').trim();
      return column === undefined || text === '' ? [] : [{ column, text }];
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
