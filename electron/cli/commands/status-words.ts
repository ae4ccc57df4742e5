import { observationStatuses } from '#shared/domain/cell.ts';
import { searchKey } from '#shared/text/fold.ts';
import { languages, translator } from '#shared/text/translate.ts';

/**
 * A status as the sheet keeps it (`estimated`), from the word for it in any language of the program,
 * with or without accents: `Ước tính`, `so bo`, `Official`. Other words are left as they are and
 * become a draft.
 */
export function statusAsTyped(text: string): string {
  const key = searchKey(text);
  const found = observationStatuses.find((status) =>
    [status, ...languages.map((language) => translator(language)(`terms.statuses.${status}`))].some(
      (word) => searchKey(word) === key,
    ),
  );
  return found ?? text;
}
