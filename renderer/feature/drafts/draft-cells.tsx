import type { DraftCell, DraftsPreview } from '#shared/ipc/calls/drafts.ts';
import type { CellColumns } from '../../ui/cell-choice.tsx';
import type { Text } from '../../ui/text.ts';

/** A cell among those of all forms. */
export function placeOf({ form, row, column }: DraftCell): string {
  return `${form} ${row} ${column}`;
}

/** A cell of drafts: where it stands, what is here, what is there. */
export function draftColumns({ forms }: DraftsPreview, { t }: Text): CellColumns<DraftCell> {
  const names = new Map(forms.map(({ form, name }) => [form, name]));
  return {
    heads: () => (
      <>
        <th scope="col">{t('drafts.preview.form')}</th>
        <th scope="col">{t('takenOver.row')}</th>
        <th scope="col">{t('takenOver.column')}</th>
        <th scope="col">{t('drafts.preview.before')}</th>
        <th scope="col">{t('drafts.preview.after')}</th>
        <th scope="col">{t('takenOver.note')}</th>
      </>
    ),
    row: (cell, isTakable) => {
      const form = names.get(cell.form) ?? cell.form;
      const { rowName: row, columnName: column } = cell;
      const figure = cell.isNumber && !cell.isDraft ? 'number' : 'drafts-text';
      return {
        label: t('drafts.preview.acceptOf', { form, row, column }),
        fields: (
          <>
            <td>{form}</td>
            <th scope="row">{row}</th>
            <td>{column}</td>
            <td className={figure}>
              {cell.shownBefore === '' ? t('takenOver.empty') : cell.shownBefore}
            </td>
            <td className={figure}>
              {isTakable ? <strong>{cell.shownAfter}</strong> : cell.shownAfter}
            </td>
            <td>
              {cell.reason !== null
                ? t(`drafts.reasons.${cell.reason}`)
                : cell.isDraft
                  ? t('drafts.preview.draft')
                  : ''}
            </td>
          </>
        ),
      };
    },
  };
}
