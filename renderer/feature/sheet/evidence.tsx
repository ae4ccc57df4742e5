import type { SheetColumn, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import { recordedColumn } from '#shared/catalogue/sheets/typed-column.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { call } from '../../client.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTask } from '../../state/use-task.ts';
import { Button } from '../../ui/button.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

/** The files that are evidence for the current row or cell, and the way to attach another. */
export function Evidence(props: {
  readonly view: SheetView;
  readonly row: SheetRow;
  readonly column: SheetColumn;
}) {
  const { t } = useText();
  const { view, row, column } = props;
  const { period, form } = view;
  const { query, replace } = useQuery('attachment.list', { period });
  const announce = useNotices((store) => store.announce);
  const go = useNavigation((place) => place.go);
  const task = useTask();
  if (query.kind !== 'ready') return null;
  const files = query.value.attachments.filter(
    (file) => file.form === form && file.row === row.row,
  );

  const attach = async () => {
    const file = await task.run(() => call('place.pickFile', { purpose: 'attachment' }));
    if (file === null) return;
    const target = { form, row: row.row, column: recordedColumn(row, column) };
    const added = await task.run(() =>
      call('attachment.add', { period, file: file.handle, target }),
    );
    if (added === null) return;
    replace(added);
    announce('success', t('sheet.evidence.done', { file: file.label }));
  };

  return (
    <section className="inspector-part">
      <h3>{t('sheet.evidence.title')}</h3>
      {files.length > 0 && (
        <ul className="inspector-files">
          {files.map((file) => (
            <li key={file.id}>{file.fileName}</li>
          ))}
        </ul>
      )}
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {query.value.mayChange ? (
        <Button
          kind="quiet"
          disabled={task.isRunning}
          onClick={() => {
            void attach();
          }}
        >
          {t('sheet.evidence.attach')}
        </Button>
      ) : (
        files.length === 0 && <p className="caption">{t('sheet.evidence.none')}</p>
      )}
      {files.length > 0 && (
        <Button
          kind="quiet"
          onClick={() => {
            go('attachments');
          }}
        >
          {t('sheet.evidence.all')}
        </Button>
      )}
    </section>
  );
}
