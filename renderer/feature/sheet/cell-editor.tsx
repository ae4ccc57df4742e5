import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

import type { SheetView } from '#shared/ipc/calls/sheet.ts';
import { recordedColumn } from '../../state/grid-cells.ts';
import { useGrid } from '../../state/grid-store.ts';
import { useText } from '../../ui/text.ts';
import './cell-editor.css';
import { bringIntoSight, cellId, gridId, layOver } from './cell-place.ts';
import { CellEcho } from './cell-echo.tsx';
import { onGridKey } from './grid-keys.ts';
import { StatusList, statusListId, statusOptionId } from './status-list.tsx';
import { useClipboard } from './use-clipboard.ts';
import { readStatus } from '../../state/status-words.ts';

/**
 * The text area that always has the focus and lies over the current cell, unseen until something is
 * typed. Because it is a real field from the first key on, input methods (Telex, VNI, composition)
 * work as in any other field. It stands outside of the grid, which it names as what it controls.
 */
export function CellEditor(props: {
  readonly view: SheetView;
  readonly input: RefObject<HTMLTextAreaElement | null>;
}) {
  const { view, input } = props;
  const over = useRef<HTMLDivElement>(null);
  const text = useText();
  const active = useGrid((grid) => grid.active);
  const editing = useGrid((grid) => grid.editing);
  const type = useGrid((grid) => grid.type);
  const commit = useGrid((grid) => grid.commit);
  const clipboard = useClipboard(view);
  const row = view.rows.find((candidate) => candidate.row === active?.row);
  const column =
    view.mayRecord && row !== undefined && active !== null
      ? recordedColumn(row, active.column)
      : null;
  const isOpen = editing !== null;
  const isStatusOpen = isOpen && column === 'status';
  const chosenStatus = isStatusOpen ? readStatus(editing.text) : null;

  useLayoutEffect(() => {
    if (active !== null) bringIntoSight(active);
  }, [active]);

  useLayoutEffect(() => {
    const place = () => {
      if (over.current !== null && active !== null) layOver(over.current, active);
    };
    place();
    const watch = new ResizeObserver(place);
    if (over.current?.parentElement) watch.observe(over.current.parentElement);
    const grid = document.getElementById(gridId);
    if (grid !== null) watch.observe(grid);
    return () => {
      watch.disconnect();
    };
  }, [active, view]);

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
  }, [input]);

  const classes = [
    'cell-editor',
    isOpen ? 'cell-editor-open' : null,
    column === null ? null : `cell-editor-${kindOf(column)}`,
  ];
  return (
    <div ref={over} className={classes.filter((name) => name !== null).join(' ')}>
      <textarea
        ref={input}
        className="cell-input"
        rows={1}
        spellCheck={false}
        autoComplete="off"
        readOnly={column === null}
        aria-label={text.t('sheet.inputLabel')}
        aria-controls={isStatusOpen ? statusListId : gridId}
        aria-activedescendant={
          isStatusOpen
            ? chosenStatus === null
              ? undefined
              : statusOptionId(chosenStatus)
            : active === null
              ? undefined
              : cellId(active)
        }
        value={editing?.text ?? ''}
        onChange={(event) => {
          type(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          onGridKey(event, { view, column, text });
        }}
        onBlur={commit}
        {...clipboard}
      />
      {isOpen && column !== null && column !== 'note' && column !== 'status' && (
        <CellEcho typed={editing.text} isLow={isLow(view, active?.row)} />
      )}
      {isStatusOpen && <StatusList chosen={chosenStatus} isLow={isLow(view, active?.row)} />}
    </div>
  );
}

/** What hangs under a cell hangs over it in the last rows, where there is no room below. */
function isLow(view: SheetView, row: string | undefined): boolean {
  return view.rows.slice(-3).some((candidate) => candidate.row === row);
}

function kindOf(column: NonNullable<ReturnType<typeof recordedColumn>>): string {
  return column === 'note' || column === 'status' ? column : 'number';
}
