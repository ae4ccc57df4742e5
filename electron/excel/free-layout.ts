import { likeness, matchNames, nameKey } from './name-match.ts';
import type { NamedRow } from './name-match.ts';
import { refused, taken, unchanged } from './preview.ts';
import type { PreviewCell, PreviewPlace } from './preview.ts';
import type { RawCell } from './raw-cell.ts';
import type { RawSheet } from './read-workbook.ts';
import { readValue } from './read-value.ts';
import { columnHeadings, findHeader, isColumnNumbering } from './sheet-header.ts';
import type { ColumnHeading, HeaderRows } from './sheet-header.ts';
import { addressOf, cellOf } from './table.ts';
import type { ExcelTable, TableColumn, TableRow } from './table.ts';

/**
 * How a sheet of any layout is read as a form: plain data, so that it can be remembered for the next
 * file of the same layout. Rows and columns of the sheet count from 1; `headerRow` is the last row of
 * the header, 0 without one. `legacy` tells whether texts of old fonts are converted.
 */
export type LayoutMapping = {
  readonly headerRow: number;
  readonly nameColumn: number;
  readonly columns: readonly MappedColumn[];
  readonly rows: readonly MappedRow[];
};

export type MappedColumn = {
  readonly sheetColumn: number;
  readonly column: string;
  readonly legacy: 'convert' | 'keep';
};

/**
 * `name` is a `nameKey`; `occurrence` counts, from 1, the rows of the sheet with the same one. A `row`
 * of null is passed over: a total, a heading.
 */
export type MappedRow = {
  readonly name: string;
  readonly occurrence: number;
  readonly row: string | null;
};

/** A row of a sheet below its header, by its name, and the row of the form that it is taken for. */
export type FoundName = {
  readonly sheetRow: number;
  readonly name: string;
  readonly key: string;
  readonly occurrence: number;
  readonly row: string | null;
  /** Whether somebody decided that it is passed over. */
  readonly isPassedOver: boolean;
};

/** What somebody chose by hand, when a mapping is guessed around it. */
export type ChosenPlace = { readonly headerRow: number | null; readonly nameColumn: number | null };

const COLUMN_ALIKE = 0.5;
const SEARCHED_COLUMNS = 30;
const COMPARED_NAMES = 200;
/** What stands above the numbers of rows, which are no figures. */
const ORDINAL_HEADINGS: ReadonlySet<string> = new Set(['tt', 'stt', 'so tt', 'so thu tu', 'no']);

const nothingChosen: ChosenPlace = { headerRow: null, nameColumn: null };

/**
 * Guesses how a sheet fits a form, around what was chosen by hand; null when no column holds names of
 * its rows and none was chosen.
 */
export function proposeMapping(
  sheet: RawSheet,
  table: ExcelTable,
  chosen: ChosenPlace = nothingChosen,
): LayoutMapping | null {
  const header = headerAt(sheet, chosen.headerRow);
  const headerRow = header?.bottom ?? 0;
  const nameColumn = chosen.nameColumn ?? findNameColumn(sheet, table, headerRow);
  if (nameColumn === null) return null;
  const headings = header === null ? [] : columnHeadings(sheet, header);
  const values = headings.filter(({ column }) => column !== nameColumn);
  const matched = matchNames(namesIn(sheet, nameColumn, headerRow), table.rows);
  const rows = countedNames(namesIn(sheet, nameColumn, headerRow)).flatMap(
    ({ sheetRow, key, occurrence }) => {
      const row = matched.get(sheetRow);
      return row === undefined ? [] : [{ name: key, occurrence, row }];
    },
  );
  const columns = matchColumns(sheet, values, table, headerRow);
  return { headerRow, nameColumn, columns, rows };
}

/** The header of a sheet that ends in a row; the one that looks most like one where none is named. */
export function headerAt(sheet: RawSheet, headerRow: number | null): HeaderRows | null {
  const found = findHeader(sheet);
  if (headerRow === null || headerRow === found?.bottom) return found;
  return headerRow === 0 ? null : { top: headerRow, bottom: headerRow };
}

/** The rows of a sheet by name, with the rows of the form that `applyMapping` takes them for. */
export function readNames(
  sheet: RawSheet,
  mapping: LayoutMapping,
  table: ExcelTable,
): readonly FoundName[] {
  const names = namesIn(sheet, mapping.nameColumn, mapping.headerRow);
  const found = findRows(names, mapping, table);
  return countedNames(names)
    .filter(({ key }) => key !== '')
    .map((named) => {
      const match = found.get(named.sheetRow);
      const row = match?.code ?? null;
      return { ...named, row, isPassedOver: match !== undefined && row === null };
    });
}

/**
 * Reads a sheet by a mapping, as the same list of cells that a template gives. An empty cell of a free
 * layout says nothing and is left out. A name that the mapping does not know is looked up in the form;
 * rows that stay unknown are refused cell by cell, unless they are empty.
 */
export function applyMapping(
  sheet: RawSheet,
  mapping: LayoutMapping,
  table: ExcelTable,
): readonly PreviewCell[] {
  const names = namesIn(sheet, mapping.nameColumn, mapping.headerRow);
  const found = findRows(names, mapping, table);
  const rows = new Map(table.rows.map((row) => [row.code, row]));
  const columns = mapping.columns.flatMap((mapped) => {
    const column = table.columns.find(({ code }) => code === mapped.column);
    return column === undefined ? [] : [{ mapped, column }];
  });
  return names.flatMap(({ sheetRow }) => {
    const cells = sheet.rows[sheetRow - 1]?.cells ?? [];
    const match = found.get(sheetRow);
    if (match?.code === null) return [];
    const row = match === undefined ? null : (rows.get(match.code) ?? null);
    return columns.flatMap(({ mapped, column }) => {
      const raw = asChosen(cells[mapped.sheetColumn - 1] ?? null, mapped);
      const address = addressOf(sheetRow, mapped.sheetColumn);
      const cell = readMapped(raw, address, column, row, match?.isGuessed ?? false);
      return cell === null ? [] : [cell];
    });
  });
}

function readMapped(
  raw: RawCell | null,
  address: string,
  column: TableColumn,
  row: TableRow | null,
  isGuessed: boolean,
): PreviewCell | null {
  if (raw === null) return null;
  const cell = row === null ? null : cellOf(row, column.code);
  const place: PreviewPlace = {
    row: row?.code ?? '',
    column: column.code,
    address,
    before: cell?.text ?? '',
    raw,
  };
  if (row === null) return refused(place, 'excel-row-unknown');
  const reading = readValue(raw, column, row);
  if (reading.ok && reading.text === '') return null;
  if (reading.ok && reading.text === place.before) return unchanged(place);
  if (cell?.isOpen !== true) return refused(place, 'excel-cell-locked');
  if (!reading.ok) return refused(place, reading.reason);
  return taken(place, reading.text, reading.isAssumed || isGuessed);
}

/** The cell with the text of an old font converted or kept, as the mapping says. */
function asChosen(raw: RawCell | null, { legacy }: MappedColumn): RawCell | null {
  if (raw === null || raw.legacy === null || legacy === 'convert') return raw;
  return { ...raw, text: raw.legacy.before.normalize('NFC'), legacy: null };
}

/** The code is null for a row that is passed over. */
type FoundRow = { readonly code: string | null; readonly isGuessed: boolean };

function findRows(
  names: readonly NamedRow[],
  mapping: LayoutMapping,
  table: ExcelTable,
): ReadonlyMap<number, FoundRow> {
  const mapped = new Map(
    mapping.rows.map(({ name, occurrence, row }) => [`${name}\n${occurrence}`, row]),
  );
  const found = new Map<number, FoundRow>();
  const unknown: NamedRow[] = [];
  for (const { sheetRow, name, key, occurrence } of countedNames(names)) {
    const code = mapped.get(`${key}\n${occurrence}`);
    if (code === undefined) unknown.push({ sheetRow, name });
    else found.set(sheetRow, { code, isGuessed: false });
  }
  const taken = new Set([...found.values()].map(({ code }) => code));
  const free = table.rows.filter(({ code }) => !taken.has(code));
  for (const [sheetRow, code] of matchNames(unknown, free)) {
    found.set(sheetRow, { code, isGuessed: true });
  }
  return found;
}

function namesIn(sheet: RawSheet, column: number, headerRow: number): readonly NamedRow[] {
  return sheet.rows.slice(headerRow).flatMap(({ cells }, index) => {
    const cell = cells[column - 1] ?? null;
    const name = cell?.kind === 'text' ? cell.text : '';
    const sheetRow = headerRow + index + 1;
    const isEmpty = cells.every((each) => each === null);
    return isEmpty || isNumberingRow(sheet, headerRow, sheetRow) ? [] : [{ sheetRow, name }];
  });
}

/** Whether a row just below the header only numbers the columns. */
export function isNumberingRow(sheet: RawSheet, headerRow: number, sheetRow: number): boolean {
  const cells = sheet.rows[sheetRow - 1]?.cells ?? [];
  return (
    sheetRow > headerRow &&
    sheetRow <= headerRow + 2 &&
    isColumnNumbering(cells.map((cell) => cell?.text ?? ''))
  );
}

function countedNames(
  names: readonly NamedRow[],
): readonly (NamedRow & { readonly key: string; readonly occurrence: number })[] {
  const counts = new Map<string, number>();
  return names.map((named) => {
    const key = nameKey(named.name);
    const occurrence = (counts.get(key) ?? 0) + 1;
    counts.set(key, occurrence);
    return { ...named, key, occurrence };
  });
}

/** The column that names most rows of the form: by equal names, else by names that are alike. */
function findNameColumn(sheet: RawSheet, table: ExcelTable, headerRow: number): number | null {
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length));
  const columns = Array.from(
    { length: Math.min(width, SEARCHED_COLUMNS) },
    (_, index) => index + 1,
  );
  const known = new Set(table.rows.map(({ name }) => nameKey(name)));
  const namesOf = (column: number): readonly NamedRow[] =>
    namesIn(sheet, column, headerRow).filter(({ name }) => name !== '');
  const isKnown = ({ name }: NamedRow): boolean => known.has(nameKey(name));
  const equal = best(columns, (column) => namesOf(column).filter(isKnown).length);
  if (equal !== null) return equal;
  return best(columns, (column) => {
    return matchNames(namesOf(column).slice(0, COMPARED_NAMES), table.rows).size;
  });
}

/** The first of the columns with the highest count; null when all counts are 0. */
function best(columns: readonly number[], countOf: (column: number) => number): number | null {
  let found: { readonly column: number; readonly count: number } | null = null;
  for (const column of columns) {
    const count = countOf(column);
    if (count > (found?.count ?? 0)) found = { column, count };
  }
  return found?.column ?? null;
}

function matchColumns(
  sheet: RawSheet,
  headings: readonly ColumnHeading[],
  table: ExcelTable,
  headerRow: number,
): readonly MappedColumn[] {
  const open = table.columns.filter(({ code }) =>
    table.rows.some((row) => cellOf(row, code)?.isOpen === true),
  );
  const pairs = open
    .flatMap((column) =>
      headings.map((heading) => ({ column, heading, score: fit(column, heading) })),
    )
    .filter(({ score }) => score >= COLUMN_ALIKE)
    .sort((a, b) => b.score - a.score);
  const byCode = new Map<string, number>();
  const used = new Set<number>();
  for (const { column, heading } of pairs) {
    if (byCode.has(column.code) || used.has(heading.column)) continue;
    byCode.set(column.code, heading.column);
    used.add(heading.column);
  }
  // One column of figures left on each side: they can only mean each other.
  const figures = open.filter(({ code, kind }) => kind === 'number' && !byCode.has(code));
  const numeric = headings.filter(
    ({ column, text }) =>
      !used.has(column) &&
      !ORDINAL_HEADINGS.has(nameKey(text)) &&
      holdsFigures(sheet, column, headerRow),
  );
  const [figure] = figures;
  const [place] = numeric;
  if (figures.length === 1 && numeric.length === 1 && figure !== undefined && place !== undefined) {
    byCode.set(figure.code, place.column);
  }
  return table.columns.flatMap(({ code }) => {
    const sheetColumn = byCode.get(code);
    return sheetColumn === undefined ? [] : [{ sheetColumn, column: code, legacy: 'convert' }];
  });
}

function fit(column: TableColumn, { text }: ColumnHeading): number {
  const heading = nameKey(text);
  const own = nameKey(column.header);
  const whole = nameKey(`${column.group ?? ''} ${column.header}`);
  return Math.max(likeness(heading, own), likeness(heading, whole));
}

function holdsFigures(sheet: RawSheet, column: number, headerRow: number): boolean {
  const cells = sheet.rows.slice(headerRow).map(({ cells: row }) => row[column - 1] ?? null);
  const filled = cells.filter((cell) => cell !== null);
  return filled.filter(({ kind }) => kind === 'number').length * 2 > filled.length;
}
