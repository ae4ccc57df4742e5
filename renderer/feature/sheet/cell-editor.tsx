import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

import type { SheetColumn } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { recordedColumn } from '#shared/catalogue/sheets/typed-column.ts';
import { useGrid } from '../../state/grid-store.ts';
import { unitWordsAt, useSheet } from '../../state/sheet-store.ts';
import { useText } from '../../ui/text.ts';
import './cell-editor.css';
import { bringIntoSight, cellId, gridId, layOver } from './cell-place.ts';
import { CellEcho } from './cell-echo.tsx';
import { ChoiceList, choiceListId, choiceOptionId } from './choice-list.tsx';
import { choicesOf, chosenIn } from './choices.ts';
import { onGridKey } from './grid-keys.ts';
import { useClipboard } from './use-clipboard.ts';

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
  const column = view.columns.find(({ code }) => code === active?.column);
  const isOpen = editing !== null;
  const isRecorded =
    isOpen ||
    (view.mayRecord &&
      row !== undefined &&
      column !== undefined &&
      recordedColumn(row, column) !== null);
  const recorded = isRecorded ? column : undefined;
  const choices = isOpen && recorded !== undefined ? choicesOf(recorded, text) : null;
  const chosen = choices === null ? null : chosenIn(recorded, editing?.text ?? '');

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
  }, [active]);

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
  }, [input]);

  const isLow = isInLastRows(view, active?.row);
  const classes = [
    'cell-editor',
    isOpen ? 'cell-editor-open' : null,
    recorded === undefined ? null : `cell-editor-${appearanceOf(recorded)}`,
  ];
  return (
    <div ref={over} className={classes.filter((name) => name !== null).join(' ')}>
      <textarea
        ref={input}
        className="cell-input"
        rows={1}
        spellCheck={false}
        autoComplete="off"
        readOnly={recorded === undefined}
        aria-label={text.t('sheet.inputLabel')}
        aria-controls={choices === null ? gridId : choiceListId}
        aria-activedescendant={
          choices === null
            ? active === null
              ? undefined
              : cellId(active)
            : chosen === null
              ? undefined
              : choiceOptionId(chosen)
        }
        value={editing?.text ?? ''}
        onChange={(event) => {
          type(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          onGridKey(event, { view, column: recorded ?? null, text });
        }}
        onBlur={commit}
        {...clipboard}
      />
      {isOpen && (recorded?.kind === 'number' || recorded?.kind === 'computed') && (
        <CellEcho
          typed={editing.text}
          unitWords={unitWordsAt(useSheet.getState(), active?.row ?? '', recorded.records ?? '')}
          isLow={isLow}
        />
      )}
      {choices !== null && <ChoiceList choices={choices} chosen={chosen} isLow={isLow} />}
    </div>
  );
}

/** What hangs under a cell hangs over it in the last rows, where there is no room below. */
function isInLastRows(view: SheetView, row: string | undefined): boolean {
  return view.rows.length > 6 && view.rows.slice(-3).some((candidate) => candidate.row === row);
}

function appearanceOf({ kind }: SheetColumn): 'note' | 'status' | 'number' {
  switch (kind) {
    case 'text':
      return 'note';
    case 'status':
    case 'choice':
      return 'status';
    default:
      return 'number';
  }
}
