import type { SheetView } from '#shared/ipc/calls/sheet.ts';
import type { MessageKey } from '#shared/text/translate.ts';
import { isComputedByNature, recordedColumn } from '../../state/grid-cells.ts';
import { useGrid } from '../../state/grid-store.ts';
import { useText } from '../../ui/text.ts';

/** What the keys do at this moment. */
export function KeyLine({ view }: { readonly view: SheetView }) {
  const { t } = useText();
  const active = useGrid((grid) => grid.active);
  const isEditing = useGrid((grid) => grid.editing !== null);
  const row = view.rows.find((candidate) => candidate.row === active?.row);
  const column = row === undefined || active === null ? null : recordedColumn(row, active.column);
  const isResult =
    row !== undefined && active !== null && isComputedByNature(row, active.column) && !isEditing;
  if (view.mayRecord && isResult && row.fillable.length > 0) {
    return <span>{t(column === null ? 'sheet.keys.derived' : 'sheet.keys.direct')}</span>;
  }
  return <span>{t(lineFor(view.mayRecord, isEditing, column))}</span>;
}

function lineFor(
  mayRecord: boolean,
  isEditing: boolean,
  column: ReturnType<typeof recordedColumn>,
): MessageKey {
  if (!mayRecord) return 'sheet.keys.locked';
  if (column === null) return 'sheet.keys.computed';
  if (!isEditing) return 'sheet.keys.walk';
  return column === 'status' ? 'sheet.keys.status' : 'sheet.keys.edit';
}
