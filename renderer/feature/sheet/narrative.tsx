import { useEffect, useState } from 'react';

import { cellOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetColumn, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { TextAreaField } from '../../ui/field.tsx';
import { useText } from '../../ui/text.ts';
import './narrative.css';

/** A pause in typing after which a paragraph is saved, in milliseconds. */
const PAUSE = 1500;

/** The headings of the outline with a field of text under each, saved by itself. */
export function Narrative({ view }: { readonly view: SheetView }) {
  const [column] = view.columns;
  if (column === undefined) return null;
  return (
    <div className="narrative">
      {view.rows.map((row) => (
        <Paragraph key={row.row} row={row} column={column} mayRecord={view.mayRecord} />
      ))}
    </div>
  );
}

function Paragraph(props: {
  readonly row: SheetRow;
  readonly column: SheetColumn;
  readonly mayRecord: boolean;
}) {
  const { t } = useText();
  const { row, column, mayRecord } = props;
  const record = useSheet((sheet) => sheet.record);
  /** What is being written; null while the field shows the sheet's own text. */
  const [draft, setDraft] = useState<string | null>(null);
  const code = column.records ?? column.code;
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => {
      record([{ row: row.row, column: code, typed: draft.normalize('NFC') }]);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
    };
  }, [draft, record, row.row, code]);
  return (
    <section className="narrative-part">
      <TextAreaField
        label={`${row.ordinal}. ${row.name}`}
        hint={cellOf(row, code).fault === null ? undefined : t('sheet.faults.text-too-long')}
        rows={5}
        readOnly={!mayRecord}
        value={draft ?? cellOf(row, code).typed}
        onChange={setDraft}
        onBlur={() => {
          if (draft !== null) {
            record([{ row: row.row, column: code, typed: draft.normalize('NFC').trim() }]);
          }
          setDraft(null);
        }}
      />
    </section>
  );
}
