import { createHash } from 'node:crypto';

import { searchKey } from '#shared/text/fold.ts';
import type { RawSheet } from './read-workbook.ts';

/** The rows of a header, counted from 1, both included. */
export type HeaderRows = { readonly top: number; readonly bottom: number };

/** What stands above a column, from the highest level down; `column` counts from 1. */
export type ColumnHeading = { readonly column: number; readonly text: string };

const SEARCHED_ROWS = 30;
/** No header of a form is higher; merged cells that reach further are no part of one. */
const MAX_HEADER_ROWS = 6;
const LONGEST_HEADING = 160;
const MIN_SCORE = 4;
/** How the headers of official tables begin, without accents. */
const HEADER_WORDS =
  /^(?:stt|tt|so tt|chi tieu|noi dung|ten|nhiem vu|don vi|dvt|xa|phuong|dia phuong|ke hoach|thuc hien|uoc|luy ke|cung ky|ket qua|tong so|tu so|mau so|gia tri|tinh trang|ghi chu|so lieu|nguon)\b/;
const NOT_LETTERS = /[^a-z]+/g;
const ORDINAL_CELL = /^\(?(?:[a-z]|\d{1,2})\)?(?:\s*=.*)?$/;

/** Finds the header of a table in a sheet of any layout; null when nothing looks like one. */
export function findHeader(sheet: RawSheet): HeaderRows | null {
  let best = { row: 0, score: 0 };
  for (const [index, { cells }] of sheet.rows.slice(0, SEARCHED_ROWS).entries()) {
    const score = headerScore(cells.map((cell) => cell?.text ?? ''));
    if (score > best.score) best = { row: index + 1, score };
  }
  if (best.score < MIN_SCORE) return null;
  const over = sheet.merges.filter(
    ({ top, bottom }) =>
      top <= best.row && best.row <= bottom && bottom - top < MAX_HEADER_ROWS / 2,
  );
  const top = Math.min(best.row, ...over.map((merge) => merge.top));
  let bottom = Math.max(best.row, ...over.map((merge) => merge.bottom));
  while (bottom - top < MAX_HEADER_ROWS && continuesHeader(sheet, bottom)) bottom += 1;
  return { top, bottom };
}

/** The texts above each column of a header; a merged text counts for all its columns. */
export function columnHeadings(sheet: RawSheet, header: HeaderRows): readonly ColumnHeading[] {
  const rows = sheet.rows.slice(header.top - 1, header.bottom);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const merges = sheet.merges.filter(
    ({ top, bottom }) => top <= header.bottom && header.top <= bottom,
  );
  const headings: ColumnHeading[] = [];
  for (let column = 1; column <= width; column += 1) {
    const texts = rows.map((_, index) => textAt({ ...sheet, merges }, header.top + index, column));
    const text = [...new Set(texts.filter((each) => each !== ''))].join(' ');
    if (text !== '') headings.push({ column, text });
  }
  return headings;
}

/**
 * Tells layouts apart by their headings: the same table of another month has the same fingerprint,
 * since numbers, accents and signs do not count. 64 hexadecimal digits; null without a header.
 */
export function fingerprintLayout(sheet: RawSheet): string | null {
  const header = findHeader(sheet);
  if (header === null) return null;
  const headings = columnHeadings(sheet, header).map(({ column, text }) => [
    column,
    searchKey(text).replace(NOT_LETTERS, ' ').trim(),
  ]);
  return createHash('sha256').update(JSON.stringify(headings)).digest('hex');
}

/** The row below a header that numbers its columns: `A | B | 1 | 2 | 3 = 1 + 2`. */
export function isColumnNumbering(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length >= 2 && filled.every((text) => ORDINAL_CELL.test(searchKey(text)));
}

function headerScore(texts: readonly string[]): number {
  const headings = texts.filter((text) => text !== '' && text.length <= LONGEST_HEADING);
  if (headings.length < 2 || isColumnNumbering(texts)) return 0;
  const words = headings.filter((text) => HEADER_WORDS.test(searchKey(text)));
  const figures = headings.filter((text) => /^-?[\d.]+$/.test(text));
  return headings.length + 2 * words.length - 2 * figures.length;
}

/** A lower header row fills only columns to the right and holds no figures. */
function continuesHeader(sheet: RawSheet, bottom: number): boolean {
  const above = sheet.rows[bottom - 1]?.cells ?? [];
  const below = sheet.rows[bottom]?.cells ?? [];
  const filled = below.filter((cell) => cell !== null);
  const starts = [above, below].map((cells) => cells.findIndex((cell) => cell !== null));
  const [first = 0, next = 0] = starts;
  if (filled.length < 2 || next <= first + 1) return false;
  const texts = filled.map(({ text }) => text);
  return filled.every(({ kind }) => kind === 'text') && !isColumnNumbering(texts);
}

function textAt(sheet: RawSheet, row: number, column: number): string {
  const merge = sheet.merges.find(
    ({ top, left, bottom, right }) =>
      top <= row && row <= bottom && left <= column && column <= right,
  );
  const [fromRow, fromColumn] = merge === undefined ? [row, column] : [merge.top, merge.left];
  return sheet.rows[fromRow - 1]?.cells[fromColumn - 1]?.text ?? '';
}
