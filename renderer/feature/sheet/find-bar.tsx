import { useEffect, useRef } from 'react';

import { searchKey } from '#shared/text/fold.ts';
import type { SheetColumn } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import type { GridCell } from '../../state/grid-cells.ts';
import { useGrid } from '../../state/grid-store.ts';
import { Button } from '../../ui/button.tsx';
import type { Text } from '../../ui/text.ts';
import { useText } from '../../ui/text.ts';
import { figureAt } from '../../ui/cell-figure.ts';
import './find-bar.css';
import { useFind } from './find-store.ts';
import { rowName } from '../../ui/row-name.ts';

/** Finds names and figures of the sheet without accents; Enter goes on to the next place. */
export function FindBar({ view }: { readonly view: SheetView }) {
  const text = useText();
  const { t } = text;
  const input = useRef<HTMLInputElement>(null);
  const { isOpen, asked, text: wanted, look, hide } = useFind();
  const active = useGrid((grid) => grid.active);
  const moveTo = useGrid((grid) => grid.moveTo);
  useEffect(() => {
    if (isOpen) input.current?.select();
  }, [isOpen, asked]);
  if (!isOpen) return null;
  const places = placesOf(view, wanted, text);
  const at = places.findIndex(
    (place) => place.row === active?.row && place.column === active.column,
  );
  const go = (step: 1 | -1) => {
    const next =
      places[
        at < 0 && step < 0 ? places.length - 1 : (at + step + places.length) % places.length
      ] ?? places[0];
    if (next !== undefined) moveTo(next);
  };
  return (
    <form
      className="find-bar"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        go(1);
      }}
    >
      <label className="find-label">
        {t('sheet.find.label')}
        <input
          ref={input}
          className="find-input"
          value={wanted}
          spellCheck={false}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            hide();
            document.querySelector<HTMLTextAreaElement>('.cell-input')?.focus();
          }}
          onChange={(event) => {
            look(event.currentTarget.value);
          }}
        />
      </label>
      <span className="caption" role="status">
        {wanted === ''
          ? ''
          : places.length === 0
            ? t('sheet.find.none')
            : t('sheet.find.count', { at: at + 1, count: places.length })}
      </span>
      <Button
        kind="quiet"
        onClick={() => {
          go(-1);
        }}
      >
        {t('sheet.find.previous')}
      </Button>
      <Button kind="quiet" type="submit">
        {t('sheet.find.next')}
      </Button>
      <Button kind="quiet" onClick={hide}>
        {t('sheet.find.close')}
      </Button>
    </form>
  );
}

/** The cells that show a text, and the first cell of each row and column whose name does. */
function placesOf(view: SheetView, wanted: string, text: Text): readonly GridCell[] {
  const key = searchKey(wanted);
  const [first] = view.columns;
  if (key === '' || first === undefined) return [];
  const isHeaded = (column: SheetColumn) =>
    searchKey(`${column.group ?? ''} ${column.name}`).includes(key);
  return view.rows.flatMap((row, index) => {
    const cells = view.columns
      .filter(
        (column) =>
          (index === 0 && isHeaded(column)) ||
          searchKey(figureAt(row, column, text).text).includes(key),
      )
      .map((column) => ({ row: row.row, column: column.code }));
    const isNamed = searchKey(`${rowName(row, text.t)} ${row.fullText ?? ''}`).includes(key);
    return isNamed && cells.length === 0 ? [{ row: row.row, column: first.code }] : cells;
  });
}
