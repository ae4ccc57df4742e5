import { create } from 'zustand';

import type { SheetRow, SheetView } from '#shared/ipc/calls/sheet.ts';
import type { ColumnCode } from '#shared/ipc/shapes.ts';
import { useQuery } from '../../state/use-query.ts';
import { RefusalNotice } from '../../ui/notice.tsx';
import { statusWord } from '../../ui/figures.ts';
import { useText } from '../../ui/text.ts';

/** Stays as the user left it while the cursor walks over the cells. */
const useOpen = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));

/** Everything that was ever typed into the current cell: what, by whom, when. Read when opened. */
export function CellHistory(props: {
  readonly view: SheetView;
  readonly row: SheetRow;
  readonly column: ColumnCode | null;
}) {
  const { t } = useText();
  const isOpen = useOpen((store) => store.isOpen);
  if (props.column === null) return null;
  return (
    <details
      className="inspector-part"
      open={isOpen}
      onToggle={(event) => {
        useOpen.setState({ isOpen: event.currentTarget.open });
      }}
    >
      <summary>{t('sheet.inspector.history')}</summary>
      {isOpen && (
        <Changes
          // What is saved now is part of what is read: another text asks anew.
          key={props.row.cells[props.column].typed}
          period={props.view.period}
          row={props.row.row}
          column={props.column}
        />
      )}
    </details>
  );
}

function Changes(props: {
  readonly period: string;
  readonly row: string;
  readonly column: ColumnCode;
}) {
  const text = useText();
  const { t, formatInstant } = text;
  const { period, row, column } = props;
  const { query } = useQuery('sheet.cellHistory', { period, row, column });
  if (query.kind === 'loading') return null;
  if (query.kind === 'refused') return <RefusalNotice refusal={query.refusal} />;
  if (query.value.length === 0) return <p className="caption">{t('sheet.inspector.noHistory')}</p>;
  return (
    <ol className="inspector-history">
      {query.value.map((change) => (
        <li key={`${change.at} ${change.typed}`}>
          <div className="inspector-history-typed">
            {change.typed === '' ? t('sheet.inspector.cleared') : statusWord(change.typed, text)}
          </div>
          <div className="caption">
            {change.by}, {formatInstant(change.at)}
          </div>
        </li>
      ))}
    </ol>
  );
}
