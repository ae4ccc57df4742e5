import { csvRows, csvText } from '#shared/bundle/csv.ts';
import { utf8, utf8Text } from '#shared/bundle/bytes.ts';
import { isDecimal } from '#shared/domain/decimal.ts';

import { markedComment } from './period-model.ts';
import type { ExchangeFigure, ExchangePeriod } from './period-model.ts';
import { comparisonSign, gapText, statusWord, verdictWord } from './sheet-words.ts';

/** A cell of the table: a number to be calculated with, or a text that must stay one. */
export type CsvCell = { readonly kind: 'number' | 'text'; readonly text: string };

const BYTE_ORDER_MARK = '\uFEFF';
/**
 * What Excel, LibreOffice and others take for a formula at the beginning of a text (OWASP, CSV
 * Injection), also full-width, and the apostrophe that makes such a text safe.
 */
const RISKY = /^[=+\-@\t\r\n'＝＋－＠]/u;
const NIL = '-';

/** The table as a spreadsheet shows it: indicators by units, one line of headings. */
export function excelTable(model: ExchangePeriod): readonly (readonly CsvCell[])[] {
  const heading = [
    'STT',
    'Nhóm',
    'Mã chỉ tiêu',
    'Chỉ tiêu',
    'Đơn vị tính',
    'Toàn tỉnh',
    'Tình trạng',
    'Số đơn vị có trong tổng',
    'Số đơn vị phải báo cáo',
    'So với mục tiêu',
    'Mục tiêu',
    'Năm của mục tiêu',
    'Chênh lệch',
    'Đánh giá',
    'Ghi chú',
    ...model.units.map(({ name }) => name),
  ];
  return [
    heading.map(text),
    ...model.rows.map((row) => [
      text(row.ordinal),
      text(row.group),
      text(row.indicator),
      text(row.name),
      text(row.unitOfMeasure),
      figure(row.total),
      text(statusWord(row.total)),
      // Two cells: Excel takes 10/12 for the tenth of December.
      count(row.coverage?.counted),
      count(row.coverage?.expected),
      text(row.target === null ? '' : comparisonSign(row.target.comparison)),
      amount(row.target?.value ?? null),
      text(row.target?.horizon ?? ''),
      amount(row.difference),
      text(verdictWord(row.verdict)),
      text(markedComment(model, row.total.comment)),
      ...model.units.map((_, at) => figure(row.units[at] ?? null)),
    ]),
  ];
}

/**
 * CSV for Excel on a Vietnamese system: byte order mark, semicolons, decimal comma. A text that could
 * be taken for a formula gets an apostrophe in front; "-" alone is none and stays.
 */
export function writeExcelCsv(model: ExchangePeriod): Uint8Array {
  const rows = excelTable(model).map((cells) =>
    cells.map((cell) => (cell.kind === 'number' ? cell.text.replace('.', ',') : safe(cell.text))),
  );
  return utf8(`${BYTE_ORDER_MARK}${csvText(rows, ';')}`);
}

/** The cells of a file that `writeExcelCsv` wrote for a table of these kinds; null for anything else. */
export function readExcelCsv(
  bytes: Uint8Array,
  kinds: readonly (readonly CsvCell['kind'][])[],
): readonly (readonly CsvCell[])[] | null {
  const content = utf8Text(bytes);
  if (content?.startsWith(BYTE_ORDER_MARK) !== true) return null;
  const rows = csvRows(content.slice(BYTE_ORDER_MARK.length), ';');
  if (rows?.length !== kinds.length) return null;
  const read = rows.map((cells, row) =>
    cells.map((cell, column) => cellOf(cell, kinds[row]?.[column])),
  );
  const isSound = read.every((cells, row) => cells.length === kinds[row]?.length);
  return isSound && !read.flat().includes(null) ? read.map((cells) => cells.filter(isCell)) : null;
}

function cellOf(written: string, kind: CsvCell['kind'] | undefined): CsvCell | null {
  if (kind === 'number') {
    const number = written.replace(',', '.');
    return isDecimal(number) && !written.includes('.') ? { kind, text: number } : null;
  }
  if (written.startsWith("'")) return text(written.slice(1));
  return RISKY.test(written) && written !== NIL ? null : text(written);
}

function isCell(cell: CsvCell | null): cell is CsvCell {
  return cell !== null;
}

function safe(written: string): string {
  return RISKY.test(written) && written !== NIL ? `'${written}` : written;
}

function figure(content: ExchangeFigure | null): CsvCell {
  if (content === null) return text('');
  return content.number === null ? text(gapText(content)) : amount(content.number);
}

function amount(number: string | null): CsvCell {
  return number === null ? text('') : { kind: 'number', text: number };
}

function count(number: number | undefined): CsvCell {
  return number === undefined ? text('') : amount(String(number));
}

function text(content: string): CsvCell {
  return { kind: 'text', text: content };
}
