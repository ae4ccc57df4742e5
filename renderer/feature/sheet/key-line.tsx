import type { SheetColumn } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import type { MessageKey } from '#shared/text/translate.ts';
import { isComputedByNature, recordedColumn } from '#shared/catalogue/sheets/typed-column.ts';
import { useGrid } from '../../state/grid-store.ts';
import { useText } from '../../ui/text.ts';

/** What the keys do at this moment. */
export function KeyLine({ view }: { readonly view: SheetView }) {
  const { t } = useText();
  const active = useGrid((grid) => grid.active);
  const isEditing = useGrid((grid) => grid.editing !== null);
  const row = view.rows.find((candidate) => candidate.row === active?.row);
  const column = view.columns.find(({ code }) => code === active?.column);
  if (row === undefined || column === undefined) return null;
  const isRecorded = isEditing || recordedColumn(row, column) !== null;
  if (view.mayRecord && isComputedByNature(row, column) && !isEditing && row.fillable.length > 0) {
    if (row.fedBy !== null) return <span>{t('sheet.fed')}</span>;
    return <span>{t(isRecorded ? 'sheet.keys.direct' : 'sheet.keys.derived')}</span>;
  }
  return <span>{t(lineFor(view.mayRecord, isEditing, isRecorded ? column.kind : null))}</span>;
}

function lineFor(
  mayRecord: boolean,
  isEditing: boolean,
  kind: SheetColumn['kind'] | null,
): MessageKey {
  if (!mayRecord) return 'sheet.keys.locked';
  if (kind === null) return 'sheet.keys.computed';
  if (!isEditing) return 'sheet.keys.walk';
  if (kind === 'status') return 'sheet.keys.status';
  return kind === 'choice' ? 'sheet.keys.choice' : 'sheet.keys.edit';
}
