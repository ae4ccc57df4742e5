import { cellOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetColumn, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { useText } from '../../ui/text.ts';
import './narrative.css';
import { SavedText } from './saved-text.tsx';

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
  const code = column.records ?? column.code;
  return (
    <section className="narrative-part">
      <SavedText
        label={`${row.ordinal}. ${row.name}`}
        hint={cellOf(row, code).fault === null ? undefined : t('sheet.faults.text-too-long')}
        rows={5}
        row={row.row}
        column={code}
        mayRecord={mayRecord}
      />
    </section>
  );
}
