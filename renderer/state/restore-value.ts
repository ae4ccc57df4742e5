import { isSameCell } from './save-queue.ts';
import { typedIn, useSheet } from './sheet-store.ts';

type ValuePlace = {
  readonly period: string;
  readonly form: string;
  readonly row: string;
  readonly column: string;
};

/**
 * Records a text in a cell of any form of the period, as if it were typed there: it goes through the
 * same queue, and the sheet's own undo takes it back too. Gives what stood there before; null where
 * nothing may be typed now or it could not be saved.
 */
export async function restoreValue(place: ValuePlace, typed: string): Promise<string | null> {
  const { period, form, row, column } = place;
  await useSheet.getState().open(period, form);
  const sheet = useSheet.getState();
  const { view } = sheet;
  if (view?.mayRecord !== true || view.period !== period || view.form !== form) return null;
  const before = typedIn(sheet, row, column);
  sheet.record([{ row, column, typed }]);
  await sheet.settle();
  const { failed } = useSheet.getState().unsaved;
  return failed.some(({ edit }) => isSameCell(edit, place)) ? null : before;
}
