import type { SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import type { Text } from './text.ts';

/** What a row is called: a row of the unit's own that was not begun invites to begin it. */
export function rowName(row: SheetRow, t: Text['t']): string {
  if (row.isTotal) return t('sheet.total');
  if (row.name === '' && row.isOwn) return t('sheet.newRow');
  return row.name;
}
