import { Fragment, memo } from 'react';

import type { SheetColumn, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { block } from '../../state/grid-cells.ts';
import type { GridCell } from '../../state/grid-cells.ts';
import { useGrid } from '../../state/grid-store.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { GridCellView } from './grid-cell.tsx';
import { rowName } from '../../ui/row-name.ts';
import { useText } from '../../ui/text.ts';

/** One row. It is drawn anew only when it, or the cursor in it, changes. */
export const GridRow = memo(function GridRow(props: {
  readonly row: SheetRow;
  readonly columns: readonly SheetColumn[];
  readonly mayRecord: boolean;
  readonly hasUnits: boolean;
  readonly hasNames: boolean;
}) {
  const { row, columns, mayRecord, hasUnits, hasNames } = props;
  const { t } = useText();
  const active = useGrid(({ active: cell }) => (cell?.row === row.row ? cell.column : null));
  const selected = useGrid(({ active: to, anchor: from }) => selectedColumns(row, from, to)).split(
    ' ',
  );
  const refused = useSheet(({ sheet, unsaved }) =>
    unsaved.failed
      .filter(
        ({ edit }) =>
          edit.row === row.row &&
          edit.period === sheet?.opened.period &&
          edit.form === sheet.opened.form,
      )
      .map(({ edit }) => edit.column)
      .join(' '),
  ).split(' ');
  const name = rowName(row, t);
  const classes = [
    row.fillable.length === 0 && !row.isTotal ? 'row-muted' : null,
    row.isTotal ? 'row-total' : null,
  ].filter((each) => each !== null);
  return (
    <tr className={classes.length === 0 ? undefined : classes.join(' ')}>
      <td className="frozen ordinal">{row.ordinal}</td>
      {hasNames && (
        <th scope="row" className="frozen frozen-name" title={row.fullText ?? name}>
          <span className="frozen-words">{name}</span>
        </th>
      )}
      {hasUnits && (
        <td className="frozen frozen-unit" title={row.unitOfMeasure}>
          <span className="frozen-words">
            <UnitWords unit={row.unitOfMeasure} />
          </span>
        </td>
      )}
      {columns.map((column) => (
        <GridCellView
          key={column.code}
          row={row}
          mayRecord={mayRecord}
          column={column}
          isActive={column.code === active}
          isSelected={selected.includes(column.code)}
          isUnsaved={column.records !== null && refused.includes(column.records)}
        />
      ))}
    </tr>
  );
});

/** A unit of measure that may go on in the next line after each of its strokes: `triệu đồng/người`. */
function UnitWords({ unit }: { readonly unit: string }) {
  return unit.split('/').map((part, index) => (
    // The parts never move.
    <Fragment key={index}>
      {index > 0 && (
        <>
          /<wbr />
        </>
      )}
      {part}
    </Fragment>
  ));
}

/** The columns of a row inside a selection of more than one cell, as one text. */
function selectedColumns(row: SheetRow, from: GridCell | null, to: GridCell | null): string {
  if (from === null || to === null) return '';
  if (from.row === to.row && from.column === to.column) return '';
  const view: SheetView | null = useSheet.getState().view;
  if (view === null) return '';
  const selection = block(view, from, to);
  const isInside = selection.rows.some((each) => each.row === row.row);
  return isInside ? selection.columns.map(({ code }) => code).join(' ') : '';
}
