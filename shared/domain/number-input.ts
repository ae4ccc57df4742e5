import { searchKey } from '#shared/text/fold.ts';
import { parseDecimal, type Decimal } from './decimal.ts';

/**
 * Reads what officers type and paste into a number cell (D11 to D17).
 *
 * First the text is brought to plain characters: full-width forms and the many minus signs become
 * ASCII, every kind of space becomes one blank, invisible marks go. Then:
 *
 *     input    = "" | nil | missing | number
 *     nil      = "-"                                 the thing did not occur
 *     missing  = "..." | "…"                         it occurred, nobody could collect it
 *     number   = [ "+" | "-" ] [ slip ] amount [ slip | tail ]
 *     tail     = [ "%" ] [ unit ] | unit             unit words may begin with "%" themselves
 *     unit     = one of the unit words that the caller names, compared without accents
 *     slip     = 1*2( "w" | "s" | "f" | "r" | "x" | "j" | "z" | "ư" | "ơ" )   what Telex leaves
 *     amount   = digits                              1234
 *              | [ digits ] "," digits               6,2     decimal comma
 *              | first 2*( "," three )               1,234,567   English thousands
 *              | first 1*( "." three )               1.234   Vietnamese thousands
 *              | [ digits ] "." digits               6.2     decimal point
 *              | first 1*( "." three ) "," digits    1.234,5
 *              | first 1*( "," three ) "." digits    1,234.5
 *              | first 1*( " " three ) [ ( "," | "." ) digits ]
 *     first    = digit 1–9, then up to two digits    three = three digits
 *
 * Where habit and rule could differ, the reading is `assumed` and the screen echoes it: a lone point
 * (`6.2`, `1.234`), a comma before exactly three digits (`1,234`), a missing zero (`,5`), English
 * grouping, a slip. Blanks between thousands followed by a point and three digits can mean two numbers
 * and are `ambiguous`. Everything else is a fault: the text stays in the cell as a draft. What a
 * pasted block is asked about is in `pasted-numbers.ts`.
 */
export type NumberReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'nil' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'number'; readonly value: Decimal; readonly assumed: boolean }
  | { readonly kind: 'ambiguous'; readonly readings: readonly Decimal[] }
  | { readonly kind: 'fault'; readonly code: NumberFault };

export type NumberFault = 'number-unreadable' | 'number-too-long';

/** A number's text taken apart: `-`, `1.234`, ` %`. The amount still has its separators. */
export type NumberParts = {
  readonly sign: '' | '-';
  readonly amount: string;
  readonly tail: string;
  readonly slipped: boolean;
};

const LONGEST = 60;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const SPACES = /\s+/g;
const MINUS_SIGNS = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const FULL_WIDTH = /[\uff05\uff0b\uff0c\uff0e\uff10-\uff19]/g;
const FULL_WIDTH_OFFSET = 0xff00 - 0x20;
const NUMBER = /^([+-]?) ?([wsfrxjzươ]{0,2})([\d.,][\d., ]*)(.*)$/iu;
const SLIP = /^[wsfrxjzươ]{1,2}$/iu;

type Shape = { readonly pattern: RegExp; readonly group: string; readonly assumed: boolean };

/** Tried in this order; the first that fits decides. The decimal sign is what is no group sign. */
const SHAPES: readonly Shape[] = [
  { pattern: /^\d+$/, group: '', assumed: false },
  { pattern: /^\d+,\d{3}$/, group: '', assumed: true },
  { pattern: /^\d+,\d+$/, group: '', assumed: false },
  { pattern: /^,\d+$/, group: '', assumed: true },
  { pattern: /^[1-9]\d{0,2}\.\d{3}$/, group: '.', assumed: true },
  { pattern: /^[1-9]\d{0,2}(?:\.\d{3})+$/, group: '.', assumed: false },
  { pattern: /^\d*\.\d+$/, group: '', assumed: true },
  { pattern: /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/, group: '.', assumed: false },
  { pattern: /^[1-9]\d{0,2}(?:,\d{3}){2,}$/, group: ',', assumed: true },
  { pattern: /^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/, group: ',', assumed: true },
  { pattern: /^[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?$/, group: ' ', assumed: false },
  { pattern: /^[1-9]\d{0,2}(?: \d{3})+\.\d+$/, group: ' ', assumed: true },
];
const POINT_AFTER_BLANKS = /^[1-9]\d{0,2}(?: \d{3})+\.\d{3}$/;

/**
 * Reads one typed text; never throws, every value is canonical.
 * @param unitWords the column's unit as it may be typed behind the number, such as `người` or
 * `giường/10.000 dân`; other words are a fault, since `6,2 tỷ` in a column of `triệu đồng` is another
 * number.
 */
export function readNumber(text: string, unitWords: readonly string[] = []): NumberReading {
  if (text.length > LONGEST * 4) return { kind: 'fault', code: 'number-too-long' };
  const plain = plainCharacters(text);
  if (plain === '') return { kind: 'empty' };
  if (plain === '-') return { kind: 'nil' };
  if (plain === '…' || plain.replaceAll(' ', '') === '...') return { kind: 'missing' };
  if (plain.length > LONGEST) return { kind: 'fault', code: 'number-too-long' };
  const parts = partsOfPlain(plain, unitWords);
  return parts === null ? unreadable : readAmount(parts);
}

/** Takes a typed number apart; null when the text is no number with its unit, or too long. */
export function numberParts(text: string, unitWords: readonly string[] = []): NumberParts | null {
  if (text.length > LONGEST * 4) return null;
  const plain = plainCharacters(text);
  return plain.length > LONGEST ? null : partsOfPlain(plain, unitWords);
}

const unreadable: NumberReading = { kind: 'fault', code: 'number-unreadable' };

function partsOfPlain(plain: string, unitWords: readonly string[]): NumberParts | null {
  const [, sign = '', before = '', digits = '', tail = ''] = NUMBER.exec(plain) ?? [];
  if (digits === '') return null;
  const amount = digits.trimEnd();
  const slippedBehind = before === '' && amount === digits && SLIP.test(tail);
  const isUnit = isTail(tail.trim(), unitWords);
  if (!isUnit && !slippedBehind) return null;
  return {
    sign: sign === '-' ? '-' : '',
    amount,
    tail: isUnit ? digits.slice(amount.length) + tail : '',
    slipped: before !== '' || !isUnit,
  };
}

function readAmount({ sign, amount, slipped }: NumberParts): NumberReading {
  if (POINT_AFTER_BLANKS.test(amount)) {
    const digits = amount.replaceAll(' ', '');
    const readings = [digits, digits.replace('.', '')].map((each) => parseDecimal(sign + each));
    return { kind: 'ambiguous', readings: readings.filter((each) => each !== null) };
  }
  const shape = SHAPES.find(({ pattern }) => pattern.test(amount));
  if (shape === undefined) return unreadable;
  const ungrouped = shape.group === '' ? amount : amount.replaceAll(shape.group, '');
  const value = parseDecimal(sign + withLeadingZero(ungrouped.replace(',', '.')));
  return value === null ? unreadable : { kind: 'number', value, assumed: shape.assumed || slipped };
}

function withLeadingZero(digits: string): string {
  return digits.startsWith('.') ? `0${digits}` : digits;
}

/** Nothing, a percent sign, the unit, or both: `% giảm` is itself a unit. */
function isTail(tail: string, unitWords: readonly string[]): boolean {
  if (tail === '' || tail === '%') return true;
  const typed = searchKey(tail);
  const behindPercent = typed.startsWith('%') ? typed.slice(1).trim() : typed;
  return unitWords
    .map(searchKey)
    .some((unit) => unit === typed || (unit === behindPercent && !unit.startsWith('%')));
}

function plainCharacters(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .replace(MINUS_SIGNS, '-')
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .trim();
}
