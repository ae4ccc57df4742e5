import { useState } from 'react';

import type { ExcelPreview, ExcelPreviewCell } from '#shared/ipc/calls/excel.ts';
import { Button } from '../../ui/button.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { columnWords, noteWords, rowWords, valueWords } from './cell-words.ts';

const SHOWN_AT_ONCE = 100;

/** Cells of a file, each with what is here, what it would become, and whether it is taken. */
export function PreviewTable(props: {
  readonly preview: ExcelPreview;
  readonly cells: readonly ExcelPreviewCell[];
  /** The addresses that are not taken. */
  readonly left: ReadonlySet<string>;
  readonly onLeave: (left: ReadonlySet<string>) => void;
}) {
  const { t } = useText();
  const { preview, cells, left, onLeave } = props;
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  if (cells.length === 0) return <p className="muted">{t('excel.preview.none')}</p>;
  const mayTake = cells.some(isTakable);
  const leaveAll = (isLeft: boolean) => {
    const changed = new Set(left);
    for (const { address } of cells) {
      if (isLeft) changed.add(address);
      else changed.delete(address);
    }
    onLeave(changed);
  };
  return (
    <>
      {mayTake && (
        <div className="excel-actions">
          <Button
            kind="quiet"
            onClick={() => {
              leaveAll(false);
            }}
          >
            {t('excel.preview.acceptAll')}
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              leaveAll(true);
            }}
          >
            {t('excel.preview.acceptNone')}
          </Button>
        </div>
      )}
      <div className="table-frame">
        <table className="data-table excel-preview">
          <thead>
            <tr>
              {mayTake && <th scope="col">{t('excel.preview.accept')}</th>}
              <th scope="col">{t('excel.preview.address')}</th>
              <th scope="col">{t('excel.preview.row')}</th>
              <th scope="col">{t('excel.preview.column')}</th>
              <th scope="col">{t('excel.preview.before')}</th>
              <th scope="col">{t(mayTake ? 'excel.preview.after' : 'excel.preview.inFile')}</th>
              <th scope="col">{t('excel.preview.note')}</th>
            </tr>
          </thead>
          <tbody>
            {cells.slice(0, most).map((cell) => (
              <CellRow
                key={`${cell.address} ${cell.row} ${cell.column}`}
                cell={cell}
                preview={preview}
                mayTake={mayTake}
                isLeft={left.has(cell.address)}
                onToggle={() => {
                  const changed = new Set(left);
                  if (!changed.delete(cell.address)) changed.add(cell.address);
                  onLeave(changed);
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      {cells.length > most && (
        <div className="excel-actions">
          <Button
            onClick={() => {
              setMost(most + SHOWN_AT_ONCE);
            }}
          >
            {t('excel.preview.more', { count: Math.min(SHOWN_AT_ONCE, cells.length - most) })}
          </Button>
        </div>
      )}
    </>
  );
}

function CellRow(props: {
  readonly cell: ExcelPreviewCell;
  readonly preview: ExcelPreview;
  readonly mayTake: boolean;
  readonly isLeft: boolean;
  readonly onToggle: () => void;
}) {
  const text = useText();
  const { t } = text;
  const { cell, preview } = props;
  const row = preview.rows.find((each) => each.row === cell.row);
  const column = preview.columns.find((each) => each.column === cell.column);
  const ordinal = row?.ordinal ?? '';
  const name = row === undefined || row.name === '' ? nameInFile(preview, cell) : row.name;
  const rowName = rowWords({ ordinal, name });
  const columnName = column === undefined ? cell.column : columnWords(column);
  const figure = column?.kind === 'number' ? 'number' : undefined;
  return (
    <tr className={props.isLeft ? 'excel-left' : undefined}>
      {props.mayTake && (
        <td className="centred">
          <input
            type="checkbox"
            checked={!props.isLeft}
            aria-label={t('excel.preview.acceptOf', {
              address: cell.address,
              row: rowName,
              column: columnName,
            })}
            onChange={props.onToggle}
          />
        </td>
      )}
      <td>{cell.address}</td>
      <th scope="row" className={row === undefined ? 'muted' : undefined}>
        {rowName}
      </th>
      <td>{columnName}</td>
      <td className={figure}>{valueWords(column, cell.before, text)}</td>
      <td className={figure}>
        {props.mayTake ? (
          <strong>{valueWords(column, cell.after, text)}</strong>
        ) : cell.outcome === 'refused' ? (
          cell.shown
        ) : (
          valueWords(column, cell.after, text)
        )}
      </td>
      <td className="excel-notes">
        {noteWords(cell, text).map((note) => (
          <span key={note}>{note}</span>
        ))}
      </td>
    </tr>
  );
}

/** What the file calls a row that is none of the form's, or that has no name here yet. */
function nameInFile({ free }: ExcelPreview, { address }: ExcelPreviewCell): string {
  const sheetRow = Number(address.replace(/^[A-Z]+/, ''));
  return free?.names.find((name) => name.sheetRow === sheetRow)?.name ?? '';
}

function isTakable({ outcome }: ExcelPreviewCell): boolean {
  return outcome === 'new' || outcome === 'changed';
}
