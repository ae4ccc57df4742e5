import { searchKey } from '#shared/text/fold.ts';
import type { SheetColumn } from '#shared/catalogue/sheets/sheet.ts';
import { readStatus } from './status-words.ts';

/**
 * What a text means in a column of choices: the code of the one choice whose name begins so, without
 * accents ("hoan thanh dung" → `doneInTime`). The text itself where it fits none or more than one.
 */
export function asTyped(column: SheetColumn | undefined, text: string): string {
  const plain = text.normalize('NFC').trim();
  if (column?.kind === 'status') return readStatus(plain) ?? plain;
  if (column?.kind !== 'choice') return plain;
  return readChoice(column.choices ?? [], plain) ?? plain;
}

/** The choice that a text means; null when it fits none or more than one. */
export function readChoice(
  choices: NonNullable<SheetColumn['choices']>,
  text: string,
): string | null {
  const exact = choices.find(({ code }) => code === text);
  if (exact !== undefined) return exact.code;
  const key = searchKey(text);
  if (key.length < 2) return null;
  const same = choices.filter(({ name }) => searchKey(name) === key);
  const fitting =
    same.length > 0 ? same : choices.filter(({ name }) => searchKey(name).startsWith(key));
  return fitting.length === 1 ? (fitting[0]?.code ?? null) : null;
}
