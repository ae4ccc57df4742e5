import type { Cell, Style } from 'exceljs';

import { toNfc } from '#shared/text/nfc.ts';
import { xmlText } from './xml.ts';

/** The longest text that a cell of a spreadsheet holds. */
const longestCellText = 32_767;
const ESCAPE_LIKE = /_x(?=[\dA-Fa-f]{4}_)/g;

/**
 * Puts a text into a cell: always as a text, whatever it begins with. Longer texts than a cell holds
 * are a bug of the caller and throw.
 */
export function putText(cell: Cell, text: string, look: Partial<Style>): void {
  cell.style = look;
  const kept = toNfc(xmlText(text));
  if (kept.length > longestCellText) throw new Error(`No cell holds ${kept.length} characters.`);
  // `_x0041_` in a text would be read as the character of that number (ECMA-376 part 1, 22.9.2.19).
  if (kept !== '') cell.value = kept.replace(ESCAPE_LIKE, '_x005F_x');
}
