import { Fragment, useEffect, useRef } from 'react';
import type { CSSProperties, MouseEvent } from 'react';

import type { SheetView } from '#shared/ipc/calls/sheet.ts';
import { gridColumnOf } from '../../state/grid-cells.ts';
import { useGrid } from '../../state/grid-store.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { useText } from '../../ui/text.ts';
import { CellEditor } from './cell-editor.tsx';
import { cellUnder, gridId } from './cell-place.ts';
import { columnWidths } from './column-widths.ts';
import { GridHead } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import './sheet-grid.css';

/** The grid itself; the text area that takes every key lies outside of it. */
export function SheetGrid({ view }: { readonly view: SheetView }) {
  const text = useText();
  const { t } = text;
  const unsaved = useSheet((sheet) => sheet.unsaved);
  const { amount, rate } = columnWidths(view, unsaved, text);
  const input = useRef<HTMLTextAreaElement>(null);
  const moveTo = useGrid((grid) => grid.moveTo);
  const edit = useGrid((grid) => grid.edit);
  useArrival(view);

  const onMouseDown = (event: MouseEvent) => {
    const cell = cellUnder(event.target);
    if (cell === null || event.button !== 0) return;
    // The text area keeps the focus: a click chooses a cell and takes nothing else.
    event.preventDefault();
    input.current?.focus({ preventScroll: true });
    const { active } = useGrid.getState();
    const isAgain = active?.row === cell.row && active.column === cell.column;
    moveTo(cell, event.shiftKey);
    if (isAgain && cell.column === 'status') edit();
  };
  const onMouseMove = (event: MouseEvent) => {
    if (event.buttons !== 1) return;
    const cell = cellUnder(event.target);
    const { active } = useGrid.getState();
    if (cell === null || (active?.row === cell.row && active.column === cell.column)) return;
    moveTo(cell, true);
  };

  return (
    <div
      className="sheet-scroll"
      // React's type of a style does not know custom properties.
      style={{ '--amount': `${amount}px`, '--rate': `${rate}px` } as CSSProperties}
    >
      <table
        id={gridId}
        // A table that is walked cell by cell is what the role is for (WAI-ARIA, grid pattern).
        role="grid"
        className="sheet-grid"
        tabIndex={-1}
        aria-label={t('sheet.gridLabel', { form: view.formName, period: view.periodName })}
        aria-readonly={!view.mayRecord}
        onMouseDown={onMouseDown}
        onMouseMove={onMouseMove}
        onDoubleClick={edit}
      >
        <GridHead year={view.period.slice(0, 4)} />
        <tbody>
          {view.rows.map((row, index) => (
            <Fragment key={row.row}>
              {row.group !== view.rows[index - 1]?.group && (
                <tr className="group-row">
                  <th colSpan={10} scope="colgroup">
                    <span className="group-name">{row.group}</span>
                  </th>
                </tr>
              )}
              <GridRow row={row} view={view} />
            </Fragment>
          ))}
        </tbody>
      </table>
      <CellEditor view={view} input={input} />
    </div>
  );
}

/** Goes to the cell that another page led to. */
function useArrival(view: SheetView) {
  const target = useNavigation((place) => place.cellTarget);
  const arrive = useNavigation((place) => place.arrive);
  const moveTo = useGrid((grid) => grid.moveTo);
  useEffect(() => {
    const row = view.rows.find((candidate) => candidate.row === target?.row);
    if (target === null || row === undefined) return;
    const column = target.column ?? row.fillable[0];
    moveTo({ row: row.row, column: column === undefined ? 'rate' : gridColumnOf(column) });
    arrive();
  }, [target, view.rows, moveTo, arrive]);
}
