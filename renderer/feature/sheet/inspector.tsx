import { cellOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetColumn, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { useGrid } from '../../state/grid-store.ts';
import { useText } from '../../ui/text.ts';
import { CellHistory } from './cell-history.tsx';
import { figureAt } from '../../ui/cell-figure.ts';
import { Evidence } from './evidence.tsx';
import { FigureRemarks } from './figure-remarks.tsx';
import './inspector.css';
import { RefusedEdits } from './refused-edits.tsx';
import { RowFindings } from './row-findings.tsx';
import { RowNote } from './row-note.tsx';
import { rowName } from '../../ui/row-name.ts';

/** Beside the grid: what the current row is, what it holds, and what is to be reviewed in it. */
export function Inspector({ view }: { readonly view: SheetView }) {
  const { t } = useText();
  const active = useGrid((grid) => grid.active);
  const row = view.rows.find((candidate) => candidate.row === active?.row);
  const column = view.columns.find(({ code }) => code === active?.column);
  return (
    <aside className="inspector" aria-label={t('sheet.inspector.title')}>
      {row === undefined || column === undefined ? (
        <p className="muted">{t('sheet.inspector.nothing')}</p>
      ) : (
        <>
          <h2 className="inspector-name">{rowName(row, t)}</h2>
          <RowCaption row={row} />
          <RefusedEdits row={row} period={view.period} form={view.form} />
          <Facts row={row} column={column} view={view} />
          {row.fillable.length > 0 && (
            <>
              <RowFindings row={row} view={view} />
              <RowNote key={row.row} row={row} view={view} />
              <FigureRemarks row={row} column={column} view={view} />
              {view.submission !== null && <Evidence view={view} row={row} column={column} />}
              <CellHistory
                key={`${row.row} ${column.code}`}
                view={view}
                row={row}
                column={column}
              />
            </>
          )}
          {row.fullText !== null && row.fullText !== row.name && (
            <section className="inspector-part">
              <h3>{t('sheet.inspector.fullText')}</h3>
              <p className="inspector-wording">{row.fullText}</p>
            </section>
          )}
        </>
      )}
    </aside>
  );
}

function RowCaption({ row }: { readonly row: SheetRow }) {
  const { t } = useText();
  const parts = [
    row.unitOfMeasure,
    row.reportedBy === null ? '' : t(`terms.reportedBy.${row.reportedBy}`),
    row.fedBy === null ? '' : t('sheet.fed'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : <p className="caption">{parts.join(' · ')}</p>;
}

function Facts(props: {
  readonly row: SheetRow;
  readonly column: SheetColumn;
  readonly view: SheetView;
}) {
  const text = useText();
  const { row, view } = props;
  const columns = view.columns.filter(
    (column) =>
      column.kind !== 'text' &&
      // Where each indicator has columns of its own, those beside the cursor are enough.
      (row.reportedBy !== null || column.group === props.column.group) &&
      (column.kind === 'computed' || row.fillable.includes(column.code) || hasText(row, column)),
  );
  if (columns.length === 0) return null;
  return (
    <section className="inspector-part">
      <dl className="inspector-facts">
        {columns.map((column) => (
          <div key={column.code} className="inspector-fact">
            <dt>{factLabel(row, column)}</dt>
            <dd>{figureAt(row, column, text).text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function factLabel(row: SheetRow, column: SheetColumn): string {
  const { amountLabels } = row;
  if (amountLabels !== null && (column.code === 'numerator' || column.code === 'denominator')) {
    return `${column.name}: ${amountLabels[column.code]}`;
  }
  return column.unit === null ? column.name : `${column.name} (${column.unit})`;
}

function hasText(row: SheetRow, column: SheetColumn): boolean {
  return cellOf(row, column.code).typed !== '';
}
