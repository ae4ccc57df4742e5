import type { SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { Button } from '../../ui/button.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

/** What was typed in this row and could not be saved: kept, tried again, or let go on request. */
export function RefusedEdits(props: {
  readonly row: SheetRow;
  readonly period: string;
  readonly form: string;
}) {
  const { row, period, form } = props;
  const { t } = useText();
  const failed = useSheet((sheet) => sheet.unsaved.failed);
  const retry = useSheet((sheet) => sheet.retry);
  const discard = useSheet((sheet) => sheet.discard);
  return failed
    .filter(({ edit }) => edit.row === row.row && edit.period === period && edit.form === form)
    .map(({ edit, refusal }) => (
      <div key={edit.column} className="inspector-refused">
        <strong>{t('sheet.inspector.notSaved', { typed: edit.typed })}</strong>
        <RefusalNotice refusal={refusal} />
        <div className="inspector-refused-actions">
          <Button onClick={retry}>{t('sheet.inspector.retry')}</Button>
          <Button
            kind="quiet"
            onClick={() => {
              discard(edit);
            }}
          >
            {t('sheet.inspector.discard')}
          </Button>
        </div>
      </div>
    ));
}
