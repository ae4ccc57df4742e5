import { cellOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetColumn, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { figureAt } from '../../ui/cell-figure.ts';
import { rowName } from '../../ui/row-name.ts';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';

/** What a unit wrote into a form, to look through: rows and columns in which something stands. */
export function FormTable({ view }: { readonly view: SheetView }) {
  const text = useText();
  const { t } = text;
  const rows = view.rows.filter((row) => view.columns.some((column) => isWritten(row, column)));
  const columns = view.columns.filter(
    (column) => column.kind === 'computed' || rows.some((row) => isWritten(row, column)),
  );
  return (
    <details className="approval-form">
      <summary>
        <span className="approval-form-name">{view.formName}</span>{' '}
        <span className="muted">
          {view.formTitle} ·{' '}
          {view.toFill > 0
            ? t('approval.formFilled', { filled: view.filled, toFill: view.toFill })
            : t('approval.formRows', { count: rows.length })}
        </span>
      </summary>
      {rows.length === 0 ? (
        <p className="caption">{t('approval.formEmpty')}</p>
      ) : (
        <div className="table-frame approval-form-frame" role="region" aria-label={view.formName}>
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{t('approval.name')}</th>
                {columns.map((column) => (
                  <th key={column.code} scope="col">
                    {column.group === null ? '' : `${column.group}: `}
                    {column.name}
                    {column.unit === null ? '' : ` (${column.unit})`}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.row}>
                  <th scope="row">{`${row.ordinal} ${rowName(row, t)}`.trim()}</th>
                  {columns.map((column) => {
                    const figure = figureAt(row, column, text);
                    return (
                      <td
                        key={column.code}
                        className={figure.align === 'text' ? 'approval-words' : figure.align}
                      >
                        {figure.text}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

function isWritten(row: SheetRow, { records }: SheetColumn): boolean {
  return !row.isTotal && records !== null && cellOf(row, records).typed !== '';
}
