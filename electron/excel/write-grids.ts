import ExcelJS from 'exceljs';
import type { Style, Worksheet } from 'exceljs';

import type { Instant } from '#shared/kit/clock.ts';
import type { Grid, GridCell, GridLook } from './grid.ts';
import { putText } from './put-text.ts';
import type { RawCell } from './raw-cell.ts';
import { readWorkbook } from './read-workbook.ts';
import { heightFor } from './row-height.ts';
import { columnLetters } from './table.ts';
import * as style from './template-style.ts';
import { writtenForm } from './written-value.ts';

/** The library names its paper sizes in its types alone. */
const A4 = 9 as unknown as ExcelJS.PaperSize;
/** As many columns as can be read on a page. */
const mostColumnsOfPage = 14;
const MAKER = 'Sổ Chỉ Tiêu';
const aNumber = { kind: 'number', choices: null } as const;

const looks: Readonly<Record<GridLook, Partial<Style>>> = {
  title: style.titleStyle,
  line: { ...style.lineStyle, alignment: { vertical: 'middle', wrapText: true } },
  head: style.headStyle,
  group: style.groupStyle,
  // A text stays one when somebody edits its cell: `=`, `+`, `-` and `@` begin no formula there.
  centre: { ...style.ordinalStyle, numFmt: '@' },
  text: { ...style.nameStyle, numFmt: '@' },
  number: style.valueStyle('number', false, true),
};

/**
 * Writes sheets of figures as .xlsx: numbers as numbers where 15 digits hold them exactly, otherwise
 * as text with a decimal comma; every text as text. The number formats name no separators, so a
 * Vietnamese system shows `1.234,5`. `now` is written as the time of making.
 */
export async function writeGrids(grids: readonly Grid[], now: Instant): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = MAKER;
  book.lastModifiedBy = MAKER;
  book.created = new Date(now);
  book.modified = new Date(now);
  for (const grid of grids) addGrid(book, grid);
  const { buffer, byteOffset, byteLength } = new Uint8Array(await book.xlsx.writeBuffer());
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Whether a workbook holds these sheets and nothing else, cell by cell, none of them a formula. */
export async function holdsGrids(bytes: Uint8Array, grids: readonly Grid[]): Promise<boolean> {
  const book = await readWorkbook(bytes);
  if (!book.ok || book.value.sheets.length !== grids.length) return false;
  return grids.every((grid, at) => {
    const sheet = book.value.sheets[at];
    if (sheet?.name !== grid.name || sheet.isHidden) return false;
    const height = Math.max(grid.rows.length, sheet.rows.length);
    return Array.from({ length: height }).every((_, row) => {
      const cells = grid.rows[row] ?? [];
      const found = sheet.rows[row]?.cells ?? [];
      const width = Math.max(cells.length, found.length);
      return Array.from({ length: width }).every((__, column) =>
        isWritten(found[column] ?? null, cells[column] ?? null),
      );
    });
  });
}

function isWritten(raw: RawCell | null, cell: GridCell | null): boolean {
  if (cell === null || cell.kind === 'empty') return raw === null;
  if (raw === null || raw.isFormula || raw.isPercent || raw.legacy !== null) return false;
  if (cell.kind === 'text') return raw.kind === 'text' && raw.text === cell.text;
  const form = writtenForm(cell.number, aNumber);
  return form.kind === 'text'
    ? raw.kind === 'text' && raw.text === form.text
    : raw.kind === 'number' && raw.text === cell.number;
}

function addGrid(book: ExcelJS.Workbook, grid: Grid): void {
  const { rows, columns } = grid.frozen;
  const sheet = book.addWorksheet(grid.name, {
    views: [{ state: 'frozen', xSplit: columns, ySplit: rows }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      // Many columns on one page could not be read: they go onto two, with the first ones on both.
      fitToWidth: grid.widths.length > mostColumnsOfPage ? 2 : 1,
      fitToHeight: 0,
      printTitlesRow: `${grid.headFrom + 1}:${rows}`,
      printTitlesColumn: `A:${columnLetters(columns)}`,
    },
  });
  for (const [index, width] of grid.widths.entries()) sheet.getColumn(index + 1).width = width;
  for (const [index, cells] of grid.rows.entries()) addRow(sheet, grid, index, cells);
  for (const { top, left, bottom, right } of grid.merges) {
    sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  }
}

function addRow(sheet: Worksheet, grid: Grid, index: number, cells: readonly GridCell[]): void {
  const line = sheet.getRow(index + 1);
  const merged = grid.merges.filter(({ top }) => top === index);
  for (const [at, cell] of cells.entries()) {
    const target = line.getCell(at + 1);
    target.style = looks[cell.look];
    if (cell.kind === 'text') putText(target, cell.text, looks[cell.look]);
    if (cell.kind !== 'number') continue;
    const form = writtenForm(cell.number, aNumber);
    if (form.kind === 'number') target.value = form.number;
    if (form.kind === 'text') putText(target, form.text, looks.number);
    target.style = { ...looks.number, numFmt: numberFormat(cell) };
  }
  const wrapped = cells.flatMap((cell, at) => {
    if (cell.kind !== 'text' || cell.look === 'title') return [];
    const across = merged.find(({ left }) => left === at);
    const last = across?.right ?? at;
    const width = grid.widths.slice(at, last + 1).reduce((sum, one) => sum + one, 0);
    return across !== undefined && across.bottom > index ? [] : [{ text: cell.text, width }];
  });
  line.height = Math.max(18, heightFor(wrapped));
}

/** `#,##0.0`: as many digits as the indicator has, or as the number itself. */
function numberFormat({ number, decimals, isSigned }: GridCell & { kind: 'number' }): string {
  const digits = decimals ?? (number.split('.')[1] ?? '').length;
  const plain = `#,##0${digits === 0 ? '' : `.${'0'.repeat(digits)}`}`;
  return isSigned ? `+${plain};-${plain};${plain}` : plain;
}
