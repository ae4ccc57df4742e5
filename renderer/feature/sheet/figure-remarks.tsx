import { remarkColumn } from '#shared/catalogue/forms/beside-column.ts';
import type { RemarkKind } from '#shared/catalogue/forms/beside-column.ts';
import type { SheetColumn, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import { recordedColumn } from '#shared/catalogue/sheets/typed-column.ts';
import { longestNote, observationStatuses } from '#shared/domain/cell.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { remarkKindsAt, typedIn, useSheet } from '../../state/sheet-store.ts';
import { SelectField } from '../../ui/field.tsx';
import { useText } from '../../ui/text.ts';
import { focusGrid, notePlace } from './cell-place.ts';
import { SavedText } from './saved-text.tsx';

/** What is to be known of the figure under the cursor: how firm it is, a note, where it is from. */
export function FigureRemarks(props: {
  readonly row: SheetRow;
  readonly column: SheetColumn;
  readonly view: SheetView;
}) {
  const { t } = useText();
  const { row, column, view } = props;
  const { mayRecord } = view;
  const figure = recordedColumn(row, column);
  const sheet = useSheet((state) => state.sheet);
  if (sheet === null || figure === null) return null;
  const kinds = remarkKindsAt({ sheet }, figure).filter(
    (kind) => mayRecord || typedIn({ sheet }, row.row, remarkColumn(kind, figure)) !== '',
  );
  if (kinds.length === 0) return null;
  const text = (kind: Exclude<RemarkKind, 'status'>, rows: number) =>
    kinds.includes(kind) && (
      <SavedText
        key={`${row.row} ${figure} ${kind}`}
        place={kind === 'note' ? notePlace : undefined}
        label={t(`sheet.inspector.remarks.${kind}`)}
        rows={rows}
        maxLength={longestNote}
        row={row.row}
        column={remarkColumn(kind, figure)}
        mayRecord={mayRecord}
      />
    );
  return (
    <section className="inspector-part inspector-remarks">
      <h3>{t('sheet.inspector.remarks.title')}</h3>
      {kinds.includes('status') && (
        <StatusField row={row.row} column={remarkColumn('status', figure)} mayRecord={mayRecord} />
      )}
      {text('note', 2)}
      {text('source', 1)}
    </section>
  );
}

function StatusField(props: {
  readonly row: string;
  readonly column: string;
  readonly mayRecord: boolean;
}) {
  const { t } = useText();
  const { row, column, mayRecord } = props;
  const saved = useSheet((sheet) => typedIn(sheet, row, column));
  const record = useSheet((sheet) => sheet.record);
  return (
    <SelectField
      label={t('sheet.inspector.remarks.status')}
      disabled={!mayRecord}
      options={[
        { value: '', label: t('sheet.inspector.remarks.noStatus') },
        ...observationStatuses.map((value) => ({ value, label: t(`terms.statuses.${value}`) })),
      ]}
      value={saved}
      onChange={(typed) => {
        record([{ row, column, typed }]);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') focusGrid();
      }}
    />
  );
}
