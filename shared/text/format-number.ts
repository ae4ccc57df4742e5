import { Big } from 'big.js';
import type { Language } from './translate.ts';

const SEPARATORS: Readonly<Record<Language, { readonly group: string; readonly point: string }>> = {
  vi: { group: '.', point: ',' },
  en: { group: ',', point: '.' },
};
const GROUP_BOUNDARY = /\B(?=(?:\d{3})+$)/g;
const ROUND_HALF_UP = 1;

/**
 * Writes an exact decimal for people: `1.234,5` in Vietnamese (Luật Kế toán: "." between thousands,
 * "," before decimals), `1,234.5` in English; the minus is ASCII.
 * @param value plain decimal text with a point (`-1234.5`); anything else is a bug and throws.
 * @param decimals digits after the point, rounded half up and padded with zeros; without it the
 * number is written as exactly as it is.
 */
export function formatDecimal(value: string, decimals?: number, language: Language = 'vi'): string {
  const exact = new Big(value);
  const plain = decimals === undefined ? exact.toFixed() : exact.toFixed(decimals, ROUND_HALF_UP);
  const unsigned = plain.replace('-', '');
  const [whole = '0', fraction] = unsigned.split('.');
  const { group, point } = SEPARATORS[language];
  const sign = plain.startsWith('-') && /[1-9]/.test(unsigned) ? '-' : '';
  const grouped = whole.replace(GROUP_BOUNDARY, group);
  return sign + (fraction === undefined ? grouped : grouped + point + fraction);
}
