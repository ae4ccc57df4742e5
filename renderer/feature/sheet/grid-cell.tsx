import type { SheetRow, SheetView } from '#shared/ipc/calls/sheet.ts';
import { isComputedByNature, recordedColumn } from '../../state/grid-cells.ts';
import type { GridColumn } from '../../state/grid-cells.ts';
import { typedIn, useSheet } from '../../state/sheet-store.ts';
import { readStatus } from '../../state/status-words.ts';
import { FindingMark } from '../../ui/finding-mark.tsx';
import { severityRank } from '../../ui/finding-text.ts';
import { StatusDot } from '../../ui/status-dot.tsx';
import { useText } from '../../ui/text.ts';
import { figureAt, findingsAt, isRefused } from './cell-figure.ts';
import { cellId } from './cell-place.ts';

/** One cell: its figure, and marks that never speak by colour alone. */
export function GridCellView(props: {
  readonly row: SheetRow;
  readonly view: SheetView;
  readonly column: GridColumn;
  readonly isActive: boolean;
  readonly isSelected: boolean;
}) {
  const { row, view, column, isActive, isSelected } = props;
  const text = useText();
  const { t } = text;
  const unsaved = useSheet((sheet) => sheet.unsaved);
  const figure = figureAt(row, column, view.period, unsaved, text);
  const isFillable = view.mayRecord && recordedColumn(row, column) !== null;
  const isForFilling =
    isFillable && (!isComputedByNature(row, column) || row.cells.value.typed !== '');
  const isUnsaved = isRefused(row, column, view.period, unsaved);
  const worst = [...findingsAt(view, row, column)].sort(
    (a, b) => severityRank(a) - severityRank(b),
  )[0];
  const isNoted = column === 'rate' && typedIn({ view, unsaved }, row.row, 'note') !== '';
  const isOfOthers =
    column === 'numerator' && row.fillable.length === 0 && row.rate.kind === 'empty';
  const status =
    column === 'status' ? readStatus(typedIn({ view, unsaved }, row.row, column)) : null;

  const classes = [
    'sheet-cell',
    figure.align === 'text' ? null : `cell-${figure.align}`,
    isForFilling ? 'cell-fillable' : 'cell-computed',
    isSelected ? 'cell-selected' : null,
    isActive ? 'cell-active' : null,
    figure.fault !== null ? 'cell-fault' : null,
    worst?.severity === 'error' ? 'cell-error' : null,
    isNoted ? 'cell-noted' : null,
    isUnsaved ? 'cell-unsaved' : null,
    isOfOthers ? 'cell-muted-word' : null,
    column === 'target' ? 'cell-wrapped' : null,
    column === 'note' ? 'cell-note' : null,
  ];
  return (
    <td
      id={cellId({ row: row.row, column })}
      role="gridcell"
      className={classes.filter((name) => name !== null).join(' ')}
      data-row={row.row}
      data-column={column}
      aria-selected={isSelected || isActive}
      aria-readonly={!isFillable}
      aria-invalid={figure.fault !== null || worst?.severity === 'error' ? true : undefined}
      title={column === 'note' && figure.text !== '' ? figure.text : undefined}
    >
      <span className="cell-inner">
        {worst !== undefined && (
          <span className="cell-mark">
            <FindingMark severity={worst.severity} />
          </span>
        )}
        {status !== null && <StatusDot status={status} />}
        <span className="cell-words">
          {isOfOthers ? (
            t(`terms.reportedBy.${row.reportedBy}`)
          ) : column === 'target' ? (
            <TargetWords target={figure.text} />
          ) : (
            figure.text
          )}
        </span>
        {isNoted && <span className="visually-hidden">{t('sheet.marks.note')}</span>}
        {isUnsaved && <span className="visually-hidden">{t('sheet.marks.unsaved')}</span>}
      </span>
    </td>
  );
}

/** A target, and its horizon in brackets whole on the same line or on the next. */
function TargetWords({ target }: { readonly target: string }) {
  const [value, horizon] = target.split(/ (?=\()/);
  return horizon === undefined ? (
    target
  ) : (
    <>
      {value} <span className="cell-horizon">{horizon}</span>
    </>
  );
}
