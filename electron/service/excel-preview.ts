import type { Form } from '#shared/catalogue/forms/form.ts';
import type { ExcelFreeLayout, ExcelPreview, LayoutMapping } from '#shared/ipc/calls/excel.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import {
  applyMapping,
  headerAt,
  isNumberingRow,
  proposeMapping,
  readNames,
} from '../excel/free-layout.ts';
import type { ChosenPlace } from '../excel/free-layout.ts';
import { matchTemplate } from '../excel/match-template.ts';
import type { PreviewCell } from '../excel/preview.ts';
import type { RawSheet } from '../excel/read-workbook.ts';
import { columnHeadings } from '../excel/sheet-header.ts';
import { cellOf, columnLetters } from '../excel/table.ts';
import type { ExcelTable } from '../excel/table.ts';
import type { ReadHandle } from '../storage/handle.ts';
import type { ExcelFile } from './excel-file.ts';
import { rememberedMapping } from './excel-layouts.ts';
import { isFreeRow, ownNameColumn } from './excel-tables.ts';

/** What of a sheet of any layout was chosen by hand; null leaves the choice to the guess. */
export type FreeChoice = ChosenPlace & {
  readonly sheet: number | null;
  readonly mapping: LayoutMapping | null;
};

export const nothingChosen: FreeChoice = {
  sheet: null,
  headerRow: null,
  nameColumn: null,
  mapping: null,
};

/** How many sheets are tried, and how much of one is shown for finding the header. */
const TRIED_SHEETS = 12;
const TOP_ROWS = 12;
const TOP_COLUMNS = 30;
const SAMPLES = 3;

/** A template of this program, cell by cell. Refuses as `matchTemplate`. */
export function previewTemplate(
  file: ExcelFile,
  table: ExcelTable,
  form: Form,
): Result<ExcelPreview> {
  const cells = matchTemplate(file.workbook, table);
  return cells.ok
    ? ok({ ...about(file, table, form), cells: told(cells.value), free: null })
    : cells;
}

/** A table of any layout. Refuses `excel-sheet-unknown` for a sheet that the file does not have. */
export function previewFree(
  handle: ReadHandle,
  file: ExcelFile,
  table: ExcelTable,
  form: Form,
  choice: FreeChoice,
): Result<ExcelPreview> {
  const { sheets } = file.workbook;
  const index = choice.sheet ?? bestSheet(handle, sheets, table, form);
  const sheet = index === null ? undefined : sheets[index];
  if (index === null || sheet === undefined) return refuse('excel-sheet-unknown');
  const isFirstLook = choice.headerRow === null && choice.nameColumn === null;
  const remembered =
    choice.mapping === null && isFirstLook ? rememberedMapping(handle, form, sheet) : null;
  const mapping = choice.mapping ?? remembered ?? guessedMapping(sheet, table, choice);
  const cells = applyMapping(sheet, mapping, table);
  return ok({
    ...about(file, table, form),
    cells: told(cells),
    free: {
      sheets: sheets.flatMap(({ name, rows, isHidden }, at) =>
        rows.length === 0 || isHidden ? [] : [{ index: at, name }],
      ),
      sheet: index,
      mapping,
      isRemembered: remembered !== null,
      columns: columnsOf(sheet, mapping),
      top: topOf(sheet, mapping.headerRow),
      names: readNames(sheet, mapping, table).map((name) => ({ ...name })),
    },
  });
}

/** What a form of this unit is, for whoever matches a file with it. */
function about(
  { fileName, sha256 }: ExcelFile,
  table: ExcelTable,
  form: Form,
): Pick<ExcelPreview, 'fileName' | 'sha256' | 'rows' | 'columns'> {
  const nameColumn = ownNameColumn(form);
  return {
    fileName,
    sha256,
    rows: table.rows.map((row) => ({
      row: row.code,
      ordinal: row.ordinal,
      group: row.group,
      name: row.name,
      unitOfMeasure: row.unitOfMeasure,
      isFree: isFreeRow(form, row),
    })),
    columns: table.columns.map(({ code, header, group, unit, kind, choices }) => ({
      column: code,
      header,
      group,
      unit,
      kind,
      choices: choices === null ? null : choices.map((choice) => ({ ...choice })),
      isOpen: table.rows.some((row) => cellOf(row, code)?.isOpen === true),
      isName: code === nameColumn,
    })),
  };
}

/** The cells of a preview; of several that would fill the same cell only the first is taken. */
function told(cells: readonly PreviewCell[]): PreviewCell[] {
  const filled = new Set<string>();
  return cells.map((cell) => {
    if (cell.outcome !== 'new' && cell.outcome !== 'changed') return { ...cell };
    const place = `${cell.row} ${cell.column}`;
    if (filled.has(place)) {
      return { ...cell, outcome: 'refused', reason: 'excel-cell-twice', after: cell.before };
    }
    filled.add(place);
    return { ...cell };
  });
}

/** The sheet that fits the form best: one of a known layout, else the one that names most rows. */
function bestSheet(
  handle: ReadHandle,
  sheets: readonly RawSheet[],
  table: ExcelTable,
  form: Form,
): number | null {
  const shown = sheets
    .map((sheet, index) => ({ sheet, index }))
    .filter(({ sheet }) => !sheet.isHidden && sheet.rows.length > 0)
    .slice(0, TRIED_SHEETS);
  const known = shown.find(({ sheet }) => rememberedMapping(handle, form, sheet) !== null);
  if (known !== undefined) return known.index;
  let best = { index: shown[0]?.index ?? null, score: 0 };
  for (const { sheet, index } of shown.length > 1 ? shown : []) {
    const mapping = proposeMapping(sheet, table);
    const score = mapping === null ? 0 : mapping.rows.length * (1 + mapping.columns.length);
    if (score > best.score) best = { index, score };
  }
  return best.index;
}

/** A guess around what was chosen; where no name is known, the column of most texts holds names. */
function guessedMapping(sheet: RawSheet, table: ExcelTable, choice: ChosenPlace): LayoutMapping {
  const mapping =
    proposeMapping(sheet, table, choice) ??
    proposeMapping(sheet, table, { ...choice, nameColumn: textColumn(sheet, choice.headerRow) });
  if (mapping === null) throw new Error('A mapping follows from its column of names.');
  return {
    ...mapping,
    columns: mapping.columns.map((column) => ({ ...column })),
    rows: mapping.rows.map((row) => ({ ...row })),
  };
}

/** The column with most texts below the header; the first where there are none. */
function textColumn(sheet: RawSheet, headerRow: number | null): number {
  const body = sheet.rows.slice(headerAt(sheet, headerRow)?.bottom ?? 0);
  const counts: number[] = [];
  for (const { cells } of body) {
    for (const [index, cell] of cells.entries()) {
      counts[index] = (counts[index] ?? 0) + (cell?.kind === 'text' ? 1 : 0);
    }
  }
  return 1 + Math.max(0, counts.indexOf(Math.max(...counts, 1)));
}

function columnsOf(sheet: RawSheet, { headerRow }: LayoutMapping): ExcelFreeLayout['columns'] {
  const header = headerAt(sheet, headerRow);
  const headings = new Map(
    header === null
      ? []
      : columnHeadings(sheet, header).map(({ column, text }) => [column, text] as const),
  );
  const body = sheet.rows
    .slice(headerRow)
    .filter((_, index) => !isNumberingRow(sheet, headerRow, headerRow + index + 1));
  const width = Math.max(0, ...headings.keys(), ...body.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, index) => {
    const cells = body.flatMap((row) => row.cells[index] ?? []);
    const texts = cells.filter(({ text }) => text !== '').map(({ text }) => text);
    return {
      sheetColumn: index + 1,
      letters: columnLetters(index + 1),
      heading: headings.get(index + 1) ?? '',
      samples: texts.slice(0, SAMPLES),
      legacy: cells.find(({ legacy }) => legacy !== null)?.legacy ?? null,
    };
  });
}

function topOf(sheet: RawSheet, headerRow: number): ExcelFreeLayout['top'] {
  return sheet.rows
    .slice(0, Math.max(TOP_ROWS, headerRow + SAMPLES))
    .map(({ cells }) => cells.slice(0, TOP_COLUMNS).map((cell) => cell?.text ?? ''));
}
