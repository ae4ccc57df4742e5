import ExcelJS from 'exceljs';
import { Big } from 'big.js';

import { isDecimal, parseDecimal } from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import { fromLegacy, legacyEncodingOf } from '#shared/text/legacy-fonts.ts';
import type { LegacyEncoding } from '#shared/text/legacy-fonts.ts';
import { toNfc } from '#shared/text/nfc.ts';
import type { CellModel } from './load-cells.ts';

export type RawKind = 'number' | 'text' | 'boolean' | 'date' | 'error' | 'empty';

/** Text of an old font as the file holds it and as it reads; shown before anything is taken over. */
export type LegacyText = {
  readonly encoding: LegacyEncoding;
  readonly before: string;
  readonly after: string;
};

/**
 * What a cell of a file holds. `text` by kind: a number as a canonical decimal, a text in NFC with the
 * old fonts converted, a date as an ISO day (with `T` and the time where it has one), a truth as
 * `TRUE` or `FALSE`, an error as Excel names it (`#DIV/0!`), and nothing for an empty formula.
 *
 * Of a formula only the value that was saved with it is read; nothing is calculated. `isPercent`: the
 * number is shown times 100 with a % sign.
 */
export type RawCell = {
  readonly text: string;
  readonly kind: RawKind;
  readonly isFormula: boolean;
  readonly isPercent: boolean;
  readonly font: string | null;
  readonly legacy: LegacyText | null;
};

/** As many digits as Excel keeps and shows. */
const EXCEL_DIGITS = 15;
const QUOTED = /"[^"]*"|\[[^\]]*\]/g;
const LINE_ENDS = /\r\n?/g;
/** A carriage return, or a mark that did not join its letter. */
const UNCLEAN = /[\r\u0300-\u036f]/;

/**
 * The decimal that Excel shows for a binary number: 15 significant digits, a half going up, so that
 * the 0.30000000000000004 of a sum is 0.3. Null for what is no number or has more than 64 digits.
 */
export function decimalOfDouble(value: number): Decimal | null {
  const shortest = String(value);
  // So few digits are exact already: any decimal of 15 digits is told apart by a binary number.
  if (isDecimal(shortest) && shortest.length <= EXCEL_DIGITS) return shortest;
  if (!Number.isFinite(value)) return null;
  return parseDecimal(new Big(value.toPrecision(EXCEL_DIGITS)).toFixed());
}

/**
 * Reads a cell of the library. Null when nothing stands in it. `defaultFont` is the font of cells
 * without a style of their own.
 */
export function rawCell(cell: CellModel, defaultFont: string | null): RawCell | null {
  const isFormula = cell.type === ExcelJS.ValueType.Formula;
  const value = isFormula ? cell.result : cell.value;
  const font = cell.style?.font?.name ?? defaultFont;
  if (value === undefined || value === null || value === '') {
    return isFormula ? plain('empty', '', font, true) : null;
  }
  if (typeof value === 'string') return textCell([{ text: value, font }], font, isFormula);
  if (typeof value === 'number') return numberCell(value, cell, font, isFormula);
  if (typeof value === 'boolean') {
    return plain('boolean', value ? 'TRUE' : 'FALSE', font, isFormula);
  }
  if (value instanceof Date) return dateCell(value, font, isFormula);
  if (isRichText(value)) {
    const runs = value.richText.map((run) => ({ text: run.text, font: run.font?.name ?? font }));
    return textCell(runs, font, isFormula);
  }
  const error = typeof value === 'object' && 'error' in value ? value.error : null;
  return plain('error', typeof error === 'string' ? error : '#VALUE!', font, isFormula);
}

function plain(
  kind: RawKind,
  text: string,
  font: string | null,
  isFormula: boolean,
  isPercent = false,
  legacy: LegacyText | null = null,
): RawCell {
  return { text, kind, isFormula, isPercent, font, legacy };
}

function numberCell(
  value: number,
  cell: CellModel,
  font: string | null,
  isFormula: boolean,
): RawCell {
  const text = decimalOfDouble(value);
  if (text === null) return plain('error', '#NUM!', font, isFormula);
  const format = cell.style?.numFmt;
  const isPercent = format !== undefined && format.replace(QUOTED, '').includes('%');
  return plain('number', text, font, isFormula, isPercent);
}

function dateCell(value: Date, font: string | null, isFormula: boolean): RawCell {
  if (Number.isNaN(value.getTime())) return plain('error', '#NUM!', font, isFormula);
  const iso = value.toISOString();
  const [day = '', time = ''] = iso.split('T');
  const hasTime = !time.startsWith('00:00:00');
  return plain('date', hasTime ? `${day}T${time.slice(0, 5)}` : day, font, isFormula);
}

type Run = { readonly text: string; readonly font: string | null };

function textCell(runs: readonly Run[], font: string | null, isFormula: boolean): RawCell | null {
  const encoding = runs.map(encodingOf).find((each) => each !== null) ?? null;
  const before = runs.map((run) => run.text).join('');
  const asIs = cleanText(before);
  const text = encoding === null ? asIs : cleanText(runs.map(converted).join(''));
  if (text === '' && !isFormula) return null;
  const legacy = encoding === null || text === asIs ? null : { encoding, before, after: text };
  return plain(text === '' ? 'empty' : 'text', text, font, isFormula, false, legacy);
}

function converted(run: Run): string {
  const encoding = encodingOf(run);
  return encoding === null ? run.text : fromLegacy(run.text, encoding);
}

function encodingOf({ font }: Run): LegacyEncoding | null {
  return font === null ? null : legacyEncodingOf(font);
}

/** The text in NFC with `\n` between lines; most texts are so already, and are left at once. */
function cleanText(text: string): string {
  return UNCLEAN.test(text) || text.normalize('NFC') !== text
    ? toNfc(text.replace(LINE_ENDS, '\n'))
    : text;
}

type RichText = {
  readonly richText: readonly {
    readonly text: string;
    readonly font?: { readonly name?: string };
  }[];
};

function isRichText(value: unknown): value is RichText {
  return (
    typeof value === 'object' &&
    value !== null &&
    'richText' in value &&
    Array.isArray(value.richText)
  );
}
