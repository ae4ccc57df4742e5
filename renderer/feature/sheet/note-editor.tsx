import { useState } from 'react';

import { longestNote } from '#shared/domain/cell.ts';
import type { SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { typedIn, useSheet } from '../../state/sheet-store.ts';
import { TextAreaField } from '../../ui/field.tsx';
import { useText } from '../../ui/text.ts';

/** The row's note in a field with room for sentences; saved when the field is left. */
export function NoteEditor({ row, view }: { readonly row: SheetRow; readonly view: SheetView }) {
  const { t } = useText();
  const saved = useSheet((sheet) => typedIn(sheet, row.row, 'note'));
  const record = useSheet((sheet) => sheet.record);
  /** What is being written; null while the field shows the sheet's own text. */
  const [draft, setDraft] = useState<string | null>(null);
  if (!row.fillable.includes('note') || (!view.mayRecord && saved === '')) return null;
  return (
    <section className="inspector-part">
      <TextAreaField
        label={t('sheet.inspector.note')}
        hint={view.mayRecord ? t('sheet.inspector.noteHint') : undefined}
        rows={4}
        maxLength={longestNote}
        readOnly={!view.mayRecord}
        value={draft ?? saved}
        onChange={setDraft}
        onBlur={() => {
          if (draft !== null) {
            record([{ row: row.row, column: 'note', typed: draft.normalize('NFC').trim() }]);
          }
          setDraft(null);
        }}
      />
    </section>
  );
}
