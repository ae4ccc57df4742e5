import { createHash } from 'node:crypto';

import { toNfc } from '#shared/text/nfc.ts';
import type { RawCell } from './raw-cell.ts';
import type { TableIdentity } from './table.ts';
import { xmlText } from './xml.ts';

/** The sheet, hidden from people, by which a template knows its cells again. */
export const identitySheetName = '_sct';

const FORMAT = 'so-chi-tieu-excel';
const FORMAT_VERSION = '1';
/** Less than a cell holds, also when signs of it have to be written as several. */
const PIECE = 20_000;
/** Two ASCII signs that are no blanks: between them nothing joins and nothing is trimmed. */
const PLAIN = /^[!-~]{2}$/;

/** A column of the template: where it stands, and the header by which a moved one is noticed. */
export type TemplateColumn = {
  readonly sheetColumn: number;
  readonly code: string;
  readonly header: string;
};

/** A row of the template; `texts` are what its cells held when it was written, by column code. */
export type TemplateRow = {
  readonly sheetRow: number;
  readonly code: string;
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
};

/** What a template says of itself. Rows and columns of the sheet count from 1. */
export type TemplateIdentity = TableIdentity & {
  readonly sheetName: string;
  readonly headerRow: number;
  readonly nameColumn: number;
  readonly columns: readonly TemplateColumn[];
  readonly rows: readonly TemplateRow[];
};

/**
 * The lines of the identity sheet, each in as many cells as its length needs: canonical text, so that
 * no program turns a code into a number. The last line is the digest of those before it: it notices
 * damage and careless hands, no more.
 */
export function identityLines(identity: TemplateIdentity): readonly (readonly string[])[] {
  const lines = [
    [FORMAT, FORMAT_VERSION],
    ['form', identity.form, String(identity.formVersion)],
    ['catalogue', String(identity.catalogueVersion)],
    ['unit', identity.unit],
    ['period', identity.period],
    ['sheet', identity.sheetName, String(identity.headerRow), String(identity.nameColumn)],
    ...identity.columns.map(({ sheetColumn, code, header }) => [
      'column',
      String(sheetColumn),
      code,
      header,
    ]),
    ...identity.rows.map(({ sheetRow, code, name, texts }) => [
      'row',
      String(sheetRow),
      code,
      name,
      ...identity.columns.map((column) => texts[column.code] ?? ''),
    ]),
  ].map((line) => JSON.stringify(line.map((text) => toNfc(xmlText(text)))));
  return [...lines, JSON.stringify(['digest', digestOf(lines)])].map(inPieces);
}

/** Reads the identity sheet of a file; null when it is not as it was written. */
export function readIdentity(
  rows: readonly { readonly cells: readonly (RawCell | null)[] }[],
): TemplateIdentity | null {
  const texts = rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '').join(''));
  const end = texts.findIndex((text) => text.startsWith('["digest",'));
  const told = texts.slice(0, Math.max(0, end));
  if (readLine(texts[end] ?? '')?.[1] !== digestOf(told)) return null;
  const lines = told.map(readLine);
  const all = (kind: string): readonly (readonly string[])[] =>
    lines.filter((line) => line !== null).filter(([first]) => first === kind);
  const one = (kind: string): readonly string[] => all(kind)[0] ?? [];
  if (one(FORMAT)[1] !== FORMAT_VERSION) return null;
  const [, form = '', formVersion = ''] = one('form');
  const [, sheetName = '', headerRow = '', nameColumn = ''] = one('sheet');
  const columns = all('column').map(([, sheetColumn = '', code = '', header = '']) => ({
    sheetColumn: Number(sheetColumn),
    code,
    header,
  }));
  return {
    form,
    formVersion: Number(formVersion),
    catalogueVersion: Number(one('catalogue')[1]),
    unit: one('unit')[1] ?? '',
    period: one('period')[1] ?? '',
    sheetName,
    headerRow: Number(headerRow),
    nameColumn: Number(nameColumn),
    columns,
    rows: all('row').map(([, sheetRow = '', code = '', name = '', ...values]) => ({
      sheetRow: Number(sheetRow),
      code,
      name,
      texts: Object.fromEntries(columns.map((column, index) => [column.code, values[index] ?? ''])),
    })),
  };
}

/** A line between cells is cut where no letter is, since cells are normalised one by one. */
function inPieces(line: string): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < line.length;) {
    let end = Math.min(line.length, at + PIECE);
    while (end < line.length && end > at + 1 && !PLAIN.test(line.slice(end - 1, end + 1))) end -= 1;
    pieces.push(line.slice(at, end));
    at = end;
  }
  return pieces;
}

function readLine(text: string): readonly string[] | null {
  try {
    const line: unknown = JSON.parse(text);
    return Array.isArray(line) && line.every((each) => typeof each === 'string') ? line : null;
  } catch {
    return null;
  }
}

function digestOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
