import ExcelJS from 'exceljs';
import type { Worksheet } from 'exceljs';

import type { Instant } from '#shared/kit/clock.ts';
import { withGrowingRows } from './growing-rows.ts';
import { putText as put } from './put-text.ts';
import { heightFor } from './row-height.ts';
import type { WrappedText } from './row-height.ts';
import { cellOf, columnLetters, isPercentage } from './table.ts';
import type { ExcelTable } from './table.ts';
import { identityLines, identitySheetName } from './template-identity.ts';
import type { TemplateIdentity } from './template-identity.ts';
import * as layout from './template-layout.ts';
import type { LaidOutRow, TemplateWords } from './template-layout.ts';
import { addRules } from './template-rules.ts';
import * as style from './template-style.ts';
import { writtenForm } from './written-value.ts';

/** The library names its paper sizes in its types alone. */
const A4 = 9 as unknown as ExcelJS.PaperSize;
const MAKER = 'Sổ Chỉ Tiêu';

/**
 * Writes a form as a protected .xlsx template: title, unit and period, a header of two levels, the
 * rows by name, drop-down lists with the labels of choices. Only open cells can be typed into; the
 * protection has no password, since it guards against slips and not against people.
 *
 * The identity of every cell travels in a hidden sheet (see `TemplateIdentity`). `now` is written as
 * the time of making. Texts longer than `longestCellText` are a bug of the caller and throw.
 */
export async function writeTemplate(
  table: ExcelTable,
  words: TemplateWords,
  now: Instant,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = MAKER;
  book.lastModifiedBy = MAKER;
  book.created = new Date(now);
  book.modified = new Date(now);
  const rows = layout.layOutRows(table);
  const sheet = addSheet(book, table);
  writeHead(sheet, table, words);
  for (const row of rows) writeRow(sheet, table, row);
  const hidden = book.addWorksheet(identitySheetName, { state: 'veryHidden' });
  const lines = writeIdentity(hidden, identityOf(table, rows));
  const lists = addLists(book, hidden, lines + 2, table);
  addRules(sheet, table, words, rows, lists);
  await sheet.protect('', { formatColumns: true, formatRows: true });
  await hidden.protect('', {});
  const { buffer, byteOffset, byteLength } = new Uint8Array(await book.xlsx.writeBuffer());
  return withGrowingRows(new Uint8Array(buffer, byteOffset, byteLength));
}

function addSheet(book: ExcelJS.Workbook, table: ExcelTable): Worksheet {
  const sheet = book.addWorksheet(sheetNameOf(table), {
    views: [{ state: 'frozen', xSplit: layout.leadingColumns, ySplit: layout.headerRow }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${layout.headerRow - 1}:${layout.headerRow}`,
    },
  });
  sheet.getColumn(layout.ordinalColumn).width = style.leadingWidths.ordinal;
  sheet.getColumn(layout.nameColumn).width = style.leadingWidths.name;
  sheet.getColumn(layout.unitColumn).width = style.leadingWidths.unit;
  for (const [index, { kind }] of table.columns.entries()) {
    sheet.getColumn(layout.sheetColumnOf(index)).width = style.columnWidth(kind);
  }
  return sheet;
}

/** How wide some columns of the sheet are together, in characters. */
function widthOf(sheet: Worksheet, left: number, right: number): number {
  let width = 0;
  for (let column = left; column <= right; column += 1) width += sheet.getColumn(column).width ?? 0;
  return width;
}

function sheetNameOf({ identity }: ExcelTable): string {
  return identity.form;
}

function writeHead(sheet: Worksheet, table: ExcelTable, words: TemplateWords): void {
  const lines: [row: number, text: string, style: Partial<ExcelJS.Style>][] = [
    [layout.titleRow, table.title, style.titleStyle],
    [layout.unitRow, table.unitName, style.lineStyle],
    [layout.periodRow, table.periodName, style.lineStyle],
    [layout.guidanceRow, words.guidance, style.guidanceStyle],
  ];
  for (const [row, text, look] of lines) put(sheet.getCell(row, 1), text, look);
  const cells = layout.headerCells(table, words);
  for (const { text, top, left, bottom, right } of cells) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        sheet.getCell(row, column).style = style.headStyle;
      }
    }
    put(sheet.getCell(top, left), text, style.headStyle);
    if (top !== bottom || left !== right) sheet.mergeCells(top, left, bottom, right);
  }
  for (const row of [layout.headerRow - 1, layout.headerRow]) {
    const inside = cells.filter(({ top, bottom }) => top === row && bottom === row);
    sheet.getRow(row).height = Math.max(
      32,
      heightFor(
        inside.map(({ text, left, right }) => ({ text, width: widthOf(sheet, left, right) })),
      ),
    );
  }
}

function writeRow(sheet: Worksheet, table: ExcelTable, laidOut: LaidOutRow): void {
  if (laidOut.kind === 'heading') {
    const { sheetRow, text } = laidOut;
    put(sheet.getCell(sheetRow, layout.nameColumn), text, style.groupStyle);
    sheet.getRow(sheetRow).height = heightFor([{ text, width: style.leadingWidths.name }]);
    return;
  }
  const row = table.rows[laidOut.index];
  if (row === undefined) return;
  const line = sheet.getRow(laidOut.sheetRow);
  put(line.getCell(layout.ordinalColumn), row.ordinal, style.ordinalStyle);
  put(line.getCell(layout.nameColumn), row.name, style.nameStyle);
  put(line.getCell(layout.unitColumn), row.unitOfMeasure, style.ordinalStyle);
  const texts: WrappedText[] = [
    { text: row.name, width: style.leadingWidths.name },
    { text: row.unitOfMeasure, width: style.leadingWidths.unit },
  ];
  for (const [index, column] of table.columns.entries()) {
    const value = cellOf(row, column.code);
    const cell = line.getCell(layout.sheetColumnOf(index));
    const look = style.valueStyle(column.kind, value?.isOpen ?? false, isPercentage(column, row));
    const form = writtenForm(value?.text ?? '', column);
    cell.style = look;
    if (form.kind === 'number') cell.value = form.number;
    if (form.kind === 'date') cell.value = form.date;
    if (form.kind === 'text') {
      put(cell, form.text, look);
      texts.push({ text: form.text, width: style.columnWidth(column.kind) });
    }
  }
  line.height = heightFor(texts);
}

function identityOf(table: ExcelTable, rows: readonly LaidOutRow[]): TemplateIdentity {
  return {
    ...table.identity,
    sheetName: sheetNameOf(table),
    headerRow: layout.headerRow,
    nameColumn: layout.nameColumn,
    columns: table.columns.map((column, index) => ({
      sheetColumn: layout.sheetColumnOf(index),
      code: column.code,
      header: layout.headerText(column),
    })),
    rows: rows.flatMap((laidOut) => {
      const row = laidOut.kind === 'row' ? table.rows[laidOut.index] : undefined;
      if (row === undefined) return [];
      const texts = Object.entries(row.cells).map(([code, { text }]) => [code, text] as const);
      const { sheetRow } = laidOut;
      return [{ sheetRow, code: row.code, name: row.name, texts: Object.fromEntries(texts) }];
    }),
  };
}

/** Writes the identity from the first row on; gives the number of rows. */
function writeIdentity(hidden: Worksheet, identity: TemplateIdentity): number {
  const lines = identityLines(identity);
  for (const [index, line] of lines.entries()) {
    const row = hidden.getRow(index + 1);
    for (const [at, text] of line.entries()) put(row.getCell(at + 1), text, {});
  }
  return lines.length;
}

/** Lists of labels below the identity, under names: Excel 2007 takes no other list of another sheet. */
function addLists(
  book: ExcelJS.Workbook,
  hidden: Worksheet,
  from: number,
  table: ExcelTable,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [index, { code, choices }] of table.columns.entries()) {
    if (choices === null || choices.length === 0) continue;
    const letters = columnLetters(index + 1);
    for (const [at, { label }] of choices.entries()) {
      put(hidden.getCell(from + at, index + 1), label, {});
    }
    const name = `sct_list_${index + 1}`;
    const to = from + choices.length - 1;
    book.definedNames.add(`'${identitySheetName}'!$${letters}$${from}:$${letters}$${to}`, name);
    names.set(code, name);
  }
  return names;
}
