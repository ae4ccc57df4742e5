import { cellOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import { longestNote } from '#shared/domain/cell.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { useText } from '../../ui/text.ts';
import { notePlace } from './cell-place.ts';
import { SavedText } from './saved-text.tsx';

/** The row's note in a field with room for sentences. */
export function RowNote({ row, view }: { readonly row: SheetRow; readonly view: SheetView }) {
  const { t } = useText();
  const { mayRecord } = view;
  if (!row.fillable.includes('note')) return null;
  if (!mayRecord && cellOf(row, 'note').typed === '') return null;
  return (
    <section className="inspector-part">
      <SavedText
        place={notePlace}
        label={t('sheet.inspector.note')}
        hint={mayRecord ? t('sheet.inspector.noteHint') : undefined}
        rows={4}
        maxLength={longestNote}
        row={row.row}
        column="note"
        mayRecord={mayRecord}
      />
    </section>
  );
}
