import { remarkColumn } from '#shared/catalogue/forms/beside-column.ts';
import type { RemarkKind } from '#shared/catalogue/forms/beside-column.ts';
import { carriedOver, cellOf, emptyShown, shownOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetColumn, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import { isComputedByNature, recordedColumn } from '#shared/catalogue/sheets/typed-column.ts';
import { readStatus } from '../../state/status-words.ts';
import { FindingMark } from '../../ui/finding-mark.tsx';
import { severityRank } from '../../ui/finding-text.ts';
import { StatusDot } from '../../ui/status-dot.tsx';
import { useText } from '../../ui/text.ts';
import { figureAt, findingsAt } from '../../ui/cell-figure.ts';
import { cellId } from './cell-place.ts';

/** What was remarked on the figure of a cell; empty where nothing was. */
function remarked(row: SheetRow, { records }: SheetColumn, kind: RemarkKind): string {
  if (records === null || cellOf(row, records).typed === '') return '';
  return cellOf(row, remarkColumn(kind, records)).typed;
}

/** One cell: its figure, and marks that never speak by colour alone. */
export function GridCellView(props: {
  readonly row: SheetRow;
  readonly mayRecord: boolean;
  readonly column: SheetColumn;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isUnsaved: boolean;
}) {
  const { row, mayRecord, column, isActive, isSelected, isUnsaved } = props;
  const text = useText();
  const { t } = text;
  const figure = figureAt(row, column, text);
  const isFillable = mayRecord && recordedColumn(row, column) !== null;
  const isForFilling =
    isFillable && (!isComputedByNature(row, column) || cellOf(row, 'value').typed !== '');
  const worst = [...findingsAt(row, column)].sort((a, b) => severityRank(a) - severityRank(b))[0];
  const note = column.code === 'result' ? cellOf(row, 'note').typed : remarked(row, column, 'note');
  const isNoted = note !== '' || remarked(row, column, 'source') !== '';
  const isOfOthers =
    column.code === 'numerator' &&
    row.fillable.length === 0 &&
    row.reportedBy !== null &&
    row.rate.kind === 'empty';
  const isFed =
    row.fedBy !== null && (column.code === 'numerator' || column.code === 'denominator');
  const isCarried = column.records !== null && cellOf(row, column.records).fault === carriedOver;
  const shown = column.kind === 'computed' ? shownOf(row, column.code) : emptyShown;
  const status = readStatus(
    column.kind === 'status' ? cellOf(row, column.code).typed : remarked(row, column, 'status'),
  );

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
    isCarried ? 'cell-carried' : null,
    column.kind === 'text' ? 'cell-note' : null,
    shown.kind === 'text' ? 'cell-wrapped' : null,
  ];
  return (
    <td
      id={cellId({ row: row.row, column: column.code })}
      role="gridcell"
      className={classes.filter((name) => name !== null).join(' ')}
      data-row={row.row}
      data-column={column.code}
      aria-selected={isSelected || isActive}
      aria-readonly={!isFillable}
      aria-invalid={figure.fault !== null || worst?.severity === 'error' ? true : undefined}
      title={
        isFed
          ? t('sheet.fed')
          : shown.kind === 'text'
            ? (shown.full ?? undefined)
            : column.kind === 'text' && figure.text !== ''
              ? figure.text
              : note === ''
                ? undefined
                : note
      }
    >
      <span className="cell-inner">
        {worst !== undefined && (
          <span className="cell-mark">
            <FindingMark severity={worst.severity} />
          </span>
        )}
        {status !== null && <StatusDot status={status} />}
        {status !== null && column.kind !== 'status' && (
          <span className="visually-hidden">{t(`terms.statuses.${status}`)}</span>
        )}
        <span className="cell-words">
          {isOfOthers ? t(`terms.reportedBy.${row.reportedBy}`) : figure.text}
        </span>
        {isNoted && <span className="visually-hidden">{t('sheet.marks.note')}</span>}
        {isCarried && <span className="visually-hidden">{t('sheet.marks.carried')}</span>}
        {isUnsaved && <span className="visually-hidden">{t('sheet.marks.unsaved')}</span>}
      </span>
    </td>
  );
}
