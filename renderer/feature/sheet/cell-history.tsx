import { create } from 'zustand';

import { cellOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetColumn, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { recordedColumn } from '#shared/catalogue/sheets/typed-column.ts';
import { useHistory } from '../../state/history-store.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/text.ts';
import { choiceName } from './choices.ts';
import { rowName } from '../../ui/row-name.ts';

/** Stays as the user left it while the cursor walks over the cells. */
const useOpen = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));

/** Everything that was ever typed into the current cell: what, by whom, when. Read when opened. */
export function CellHistory(props: {
  readonly view: SheetView;
  readonly row: SheetRow;
  readonly column: SheetColumn;
}) {
  const { t } = useText();
  const { view, row, column } = props;
  const isOpen = useOpen((store) => store.isOpen);
  const showRow = useHistory((history) => history.showRow);
  const go = useNavigation((place) => place.go);
  const recorded = recordedColumn(row, column);
  if (recorded === null) return null;
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
        <>
          <Changes
            // What is saved now is part of what is read: another text asks anew.
            key={cellOf(row, recorded).typed}
            view={view}
            row={row.row}
            column={column}
            recorded={recorded}
          />
          <Button
            kind="quiet"
            onClick={() => {
              showRow(view.period, view.form, { code: row.row, name: rowName(row, t) });
              go('history');
            }}
          >
            {t('history.ofRow')}
          </Button>
        </>
      )}
    </details>
  );
}

function Changes(props: {
  readonly view: SheetView;
  readonly row: string;
  readonly column: SheetColumn;
  readonly recorded: string;
}) {
  const text = useText();
  const { t, formatInstant } = text;
  const { view, row, column, recorded } = props;
  const record = useSheet((sheet) => sheet.record);
  const { query } = useQuery('sheet.cellHistory', {
    period: view.period,
    form: view.form,
    row,
    column: recorded,
  });
  if (query.kind === 'loading') return null;
  if (query.kind === 'refused') return <RefusalNotice refusal={query.refusal} />;
  if (query.value.length === 0) return <p className="caption">{t('sheet.inspector.noHistory')}</p>;
  return (
    <ol className="inspector-history">
      {query.value.map((change, index) => (
        <li key={`${change.at} ${change.typed}`}>
          <div className="inspector-history-typed">
            {change.typed === ''
              ? t('sheet.inspector.cleared')
              : choiceName(column, change.typed, text)}
          </div>
          <div className="caption">
            {change.by}, {formatInstant(change.at)}
          </div>
          {index > 0 && view.mayRecord && (
            <Button
              kind="quiet"
              onClick={() => {
                record([{ row, column: recorded, typed: change.typed }]);
              }}
            >
              {t('sheet.inspector.restore')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
