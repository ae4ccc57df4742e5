import { parseDay } from '../kit/clock.ts';
import type { CalendarDay } from '../kit/clock.ts';

const VIETNAMESE = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/;

/**
 * Reads a day as officers write it, day first: `22/4/2022`, `22-04-2022`, `22.4.2022`, and the ISO
 * form `2022-04-22` that spreadsheets give. Null when it is none, or when there is no such day: a
 * year of two digits is never guessed at.
 */
export function readDay(text: string): CalendarDay | null {
  const plain = text.normalize('NFKC').trim();
  const parts = VIETNAMESE.exec(plain);
  if (parts === null) return parseDay(plain);
  const [, day = '', month = '', year = ''] = parts;
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
