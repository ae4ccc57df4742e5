import { explanationColumn, isExplanationColumn } from '#shared/catalogue/forms/beside-column.ts';
import type { PlacedCell } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { wordsOf } from '../../ui/finding-text.ts';
import { Panel } from '../../ui/panel.tsx';
import { rowName } from '../../ui/row-name.ts';
import { useText } from '../../ui/text.ts';

/** What the unit wrote about what was odd, with what was found where it is found here as well. */
export function Explanations(props: {
  readonly view: SheetView;
  readonly cells: readonly PlacedCell[];
}) {
  const text = useText();
  const { t } = text;
  const { view } = props;
  const explained = props.cells.filter(({ column }) => isExplanationColumn(column));
  if (explained.length === 0) return null;
  return (
    <Panel title={t('received.explanations')}>
      <ul className="received-explanations">
        {explained.map(({ row: code, column, canonical }) => {
          const row = view.rows.find((each) => each.row === code);
          const finding = view.findings.find(
            (each) => each.row === code && explanationColumn(each.check, each.column) === column,
          );
          return (
            <li key={`${code} ${column}`}>
              <strong>{row === undefined ? code : rowName(row, t)}</strong>
              {finding !== undefined && (
                <div className="muted">{wordsOf(finding, row, text).text}</div>
              )}
              <div className="received-words">{canonical}</div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
