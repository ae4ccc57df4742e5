import { remarkOf } from '#shared/catalogue/forms/beside-column.ts';
import type { RemarkKind } from '#shared/catalogue/forms/beside-column.ts';
import type { PlacedCell } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { readStatus } from '../../state/status-words.ts';
import { Panel } from '../../ui/panel.tsx';
import { rowName } from '../../ui/row-name.ts';
import { useText } from '../../ui/text.ts';

type Remark = { readonly kind: RemarkKind; readonly text: string };

/** What the unit remarked on single figures, one entry for each figure, in the order of the form. */
export function Remarks(props: {
  readonly view: SheetView;
  readonly cells: readonly PlacedCell[];
}) {
  const { t } = useText();
  const { view, cells } = props;
  const figures = remarkedFigures(cells);
  if (figures.size === 0) return null;
  const label = ({ kind, text }: Remark) => {
    const status = kind === 'status' ? readStatus(text) : null;
    return `${t(`sheet.inspector.remarks.${kind}`)}: ${status === null ? text : t(`terms.statuses.${status}`)}`;
  };
  return (
    <Panel title={t('received.remarks')}>
      <ul className="received-explanations">
        {view.rows.flatMap((row) =>
          view.columns.map(({ code, records, name, group }) => {
            const remarks = figures.get(placeOf(row.row, records ?? code));
            if (remarks === undefined) return null;
            return (
              <li key={`${row.row} ${code}`}>
                <strong>{rowName(row, t)}</strong>
                <div className="muted">{group === null ? name : `${group}: ${name}`}</div>
                {remarks.map((remark) => (
                  <div key={remark.kind} className="received-words">
                    {label(remark)}
                  </div>
                ))}
              </li>
            );
          }),
        )}
      </ul>
    </Panel>
  );
}

function placeOf(row: string, column: string): string {
  return `${row} ${column}`;
}

function remarkedFigures(cells: readonly PlacedCell[]): ReadonlyMap<string, readonly Remark[]> {
  const figures = new Map<string, Remark[]>();
  for (const { row, column, canonical } of cells) {
    const remark = remarkOf(column);
    if (remark === null || canonical === '') continue;
    const place = placeOf(row, remark.column);
    figures.set(place, [...(figures.get(place) ?? []), { kind: remark.kind, text: canonical }]);
  }
  return figures;
}
