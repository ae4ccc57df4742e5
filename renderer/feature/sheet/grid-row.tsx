import { Fragment, memo } from 'react';

import type { SheetRow, SheetView } from '#shared/ipc/calls/sheet.ts';
import { block, gridColumns } from '../../state/grid-cells.ts';
import type { GridColumn } from '../../state/grid-cells.ts';
import { useGrid } from '../../state/grid-store.ts';
import { GridCellView } from './grid-cell.tsx';

/** One indicator. It is drawn anew only when it, or the cursor in it, changes. */
export const GridRow = memo(function GridRow(props: {
  readonly row: SheetRow;
  readonly view: SheetView;
}) {
  const { row, view } = props;
  const active = useGrid(({ active: cell }) => (cell?.row === row.row ? cell.column : null));
  const selected = useGrid(({ active: to, anchor: from }) =>
    from === null || to === null ? '' : selectedColumns(view.rows, row, from, to).join(' '),
  );
  const isMuted = row.fillable.length === 0;
  return (
    <tr className={isMuted ? 'row-muted' : undefined}>
      <td className="frozen ordinal">{row.ordinal}</td>
      <th scope="row" className="frozen frozen-name" title={row.name}>
        {row.name}
      </th>
      <td className="frozen frozen-unit" title={row.unitOfMeasure}>
        <UnitWords unit={row.unitOfMeasure} />
      </td>
      {gridColumns.map((column) => (
        <GridCellView
          key={column}
          row={row}
          view={view}
          column={column}
          isActive={column === active}
          isSelected={selected.split(' ').includes(column)}
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

/** The columns of a row inside a selection of more than one cell. */
function selectedColumns(
  rows: readonly SheetRow[],
  row: SheetRow,
  from: { readonly row: string; readonly column: GridColumn },
  to: { readonly row: string; readonly column: GridColumn },
): readonly GridColumn[] {
  if (from.row === to.row && from.column === to.column) return [];
  const selection = block(rows, from, to);
  return selection.rows.includes(row) ? selection.columns : [];
}
