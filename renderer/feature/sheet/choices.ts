import { observationStatuses } from '#shared/domain/cell.ts';
import type { SheetColumn } from '#shared/catalogue/sheets/sheet.ts';
import { readChoice } from '../../state/read-choice.ts';
import { readStatus } from '../../state/status-words.ts';
import type { Text } from '../../ui/text.ts';

export type ColumnChoice = { readonly code: string; readonly name: string };

/** What may be chosen in a column; null for a column that is typed freely. */
export function choicesOf(column: SheetColumn, { t }: Text): readonly ColumnChoice[] | null {
  if (column.kind === 'status') {
    return observationStatuses.map((code) => ({ code, name: t(`terms.statuses.${code}`) }));
  }
  return column.kind === 'choice' ? column.choices : null;
}

/** The choice that a text means so far; null while it is none or could be several. */
export function chosenIn(column: SheetColumn | undefined, typed: string): string | null {
  if (column?.kind === 'status') return readStatus(typed);
  return readChoice(column?.choices ?? [], typed.trim());
}

/** The name of a choice by its code, or the text itself. */
export function choiceName(column: SheetColumn, code: string, text: Text): string {
  return choicesOf(column, text)?.find((choice) => choice.code === code)?.name ?? code;
}

/** The name of the choice before or after the one that a text means. */
export function choiceBeside(column: SheetColumn, typed: string, down: number, text: Text): string {
  const choices = choicesOf(column, text) ?? [];
  const chosen = chosenIn(column, typed);
  const current = choices.findIndex(({ code }) => code === chosen);
  const index =
    current < 0
      ? down > 0
        ? 0
        : choices.length - 1
      : (current + down + choices.length) % choices.length;
  return choices[index]?.name ?? '';
}
