import type { ExcelPreview, ExcelPreviewCell } from '#shared/ipc/calls/excel.ts';
import type { CellColumns } from '../../ui/cell-choice.tsx';
import type { Text } from '../../ui/text.ts';
import { columnWords, noteWords, rowWords, valueWords } from './cell-words.ts';

/** A cell of a file: its address, where it stands in the form, what is here, what it would become. */
export function previewColumns(preview: ExcelPreview, text: Text): CellColumns<ExcelPreviewCell> {
  const { t } = text;
  return {
    className: 'excel-preview',
    heads: (isTakable) => (
      <>
        <th scope="col">{t('excel.preview.address')}</th>
        <th scope="col">{t('takenOver.row')}</th>
        <th scope="col">{t('takenOver.column')}</th>
        <th scope="col">{t('excel.preview.before')}</th>
        <th scope="col">{t(isTakable ? 'excel.preview.after' : 'excel.preview.inFile')}</th>
        <th scope="col">{t('takenOver.note')}</th>
      </>
    ),
    row: (cell, isTakable) => {
      const { address, before, after } = cell;
      const formRow = preview.rows.find((each) => each.row === cell.row);
      const formColumn = preview.columns.find((each) => each.column === cell.column);
      const ordinal = formRow?.ordinal ?? '';
      const isNamed = formRow !== undefined && formRow.name !== '';
      const row = rowWords({
        ordinal,
        name: isNamed ? formRow.name : nameInFile(preview, cell),
      });
      const column = formColumn === undefined ? cell.column : columnWords(formColumn);
      const figure = formColumn?.kind === 'number' ? 'number' : undefined;
      return {
        label: t('excel.preview.acceptOf', { address, row, column }),
        fields: (
          <>
            <td>{address}</td>
            <th scope="row" className={formRow === undefined ? 'muted' : undefined}>
              {row}
            </th>
            <td>{column}</td>
            <td className={figure}>{valueWords(formColumn, before, text)}</td>
            <td className={figure}>
              {isTakable ? (
                <strong>{valueWords(formColumn, after, text)}</strong>
              ) : cell.outcome === 'refused' ? (
                cell.shown
              ) : (
                valueWords(formColumn, after, text)
              )}
            </td>
            <td className="excel-notes">
              {noteWords(cell, text).map((note) => (
                <span key={note}>{note}</span>
              ))}
            </td>
          </>
        ),
      };
    },
  };
}

/** What the file calls a row that is none of the form's, or that has no name here yet. */
function nameInFile({ free }: ExcelPreview, { address }: ExcelPreviewCell): string {
  const sheetRow = Number(address.replace(/^[A-Z]+/, ''));
  return free?.names.find((name) => name.sheetRow === sheetRow)?.name ?? '';
}
