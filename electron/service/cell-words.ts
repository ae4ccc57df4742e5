import type { LayoutColumn } from '#shared/catalogue/forms/layout.ts';
import { isDraft } from '#shared/catalogue/sheets/cells.ts';
import type { SheetCell } from '#shared/catalogue/sheets/sheet.ts';
import { observationStatuses } from '#shared/domain/cell.ts';
import { isDecimal } from '#shared/domain/decimal.ts';
import { parseDay } from '#shared/kit/clock.ts';
import { formatDay } from '#shared/text/format-date.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import { translator } from '#shared/text/translate.ts';
import type { Language } from '#shared/text/translate.ts';

/**
 * What a cell says to a reader: `1.234,5`, "Ước tính", the name of a choice, `22/4/2022`. A draft is
 * shown as it was typed, and so is what stood in a column that the catalogue no longer has (null).
 */
export function cellWords(
  column: LayoutColumn | null,
  cell: SheetCell,
  language: Language,
): string {
  const { typed, canonical } = cell;
  if (column === null || isDraft(cell)) return typed;
  switch (column.kind) {
    case 'number':
      return isDecimal(canonical) ? formatDecimal(canonical, undefined, language) : canonical;
    case 'status': {
      const status = observationStatuses.find((known) => known === canonical);
      return status === undefined ? canonical : translator(language)(`terms.statuses.${status}`);
    }
    case 'choice':
      return column.choices?.find(({ code }) => code === canonical)?.name[language] ?? canonical;
    case 'day': {
      const day = parseDay(canonical);
      return day === null ? canonical : formatDay(day);
    }
    case 'text':
    case 'computed':
      return canonical;
  }
}
