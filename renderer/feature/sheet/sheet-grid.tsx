import { Fragment, useEffect, useRef } from 'react';
import type { MouseEvent } from 'react';

import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { gridColumnOf } from '../../state/grid-cells.ts';
import { useGrid } from '../../state/grid-store.ts';
import { useNavigation } from '../../state/navigation-store.ts';
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
    const kind = view.columns.find(({ code }) => code === cell.column)?.kind;
    if (isAgain && (kind === 'status' || kind === 'choice')) edit();
  };
  const onMouseMove = (event: MouseEvent) => {
    if (event.buttons !== 1) return;
    const cell = cellUnder(event.target);
    const { active } = useGrid.getState();
    if (cell === null || (active?.row === cell.row && active.column === cell.column)) return;
    moveTo(cell, true);
  };

  const hasUnits = view.rows.some((row) => row.unitOfMeasure !== '');
  const widths = columnWidths(view, text);
  const leastWidth = widths.reduce((sum, each) => sum + each, 0);
  const hasNames = view.rows.some((row) => !row.isOwn);
  const width = view.columns.length + 1 + (hasNames ? 1 : 0) + (hasUnits ? 1 : 0);
  const classes = [
    'sheet-scroll',
    hasUnits ? null : 'sheet-scroll-unitless',
    hasNames ? null : 'sheet-scroll-nameless',
  ];
  return (
    <div className={classes.filter((name) => name !== null).join(' ')}>
      <table
        id={gridId}
        // A table that is walked cell by cell is what the role is for (WAI-ARIA, grid pattern).
        role="grid"
        className="sheet-grid"
        tabIndex={-1}
        style={{ minWidth: `calc(var(--frozen) + ${leastWidth}px)` }}
        aria-label={t('sheet.gridLabel', { form: view.formName, period: view.periodName })}
        aria-readonly={!view.mayRecord}
        onMouseDown={onMouseDown}
        onMouseMove={onMouseMove}
        onDoubleClick={edit}
      >
        <GridHead
          columns={view.columns}
          widths={widths}
          hasUnits={hasUnits}
          hasNames={hasNames}
          nameLabel={t(hasUnits ? 'sheet.head.name' : 'sheet.head.row')}
        />
        <tbody>
          {view.rows.map((row, index) => (
            <Fragment key={row.row}>
              {row.group !== '' && row.group !== view.rows[index - 1]?.group && (
                <tr className="group-row">
                  <th colSpan={width} scope="colgroup">
                    <span className="group-words">{row.group}</span>
                  </th>
                </tr>
              )}
              <GridRow
                row={row}
                columns={view.columns}
                mayRecord={view.mayRecord}
                hasUnits={hasUnits}
                hasNames={hasNames}
              />
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
    if (target?.form !== view.form) return;
    const row = view.rows.find((candidate) => candidate.row === target.row);
    if (row === undefined) return;
    moveTo({ row: row.row, column: gridColumnOf(view, target.column ?? row.fillable[0] ?? null) });
    arrive();
  }, [target, view, moveTo, arrive]);
}
