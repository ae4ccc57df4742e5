import { useState } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import type { ExcelPreview } from '#shared/ipc/calls/excel.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { call } from '../../client.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';
import { ExcelFrame } from './excel-frame.tsx';

type Place = NonNullable<CallOutput<'place.pickFile'>>;

/** The two ways: a template out, a file in. */
export function StartStep(props: {
  readonly view: SheetView;
  readonly onPreview: (file: Place, preview: ExcelPreview) => void;
}) {
  return (
    <ExcelFrame view={props.view} step="file" isFree={false} onAgain={null}>
      <div className="excel-start">
        <ExportPanel view={props.view} />
        <ImportPanel view={props.view} onPreview={props.onPreview} />
        {props.view.side === 'district' && <OtherComputerPanel />}
      </div>
    </ExcelFrame>
  );
}

function ExportPanel({ view }: { readonly view: SheetView }) {
  const { t } = useText();
  const task = useTask();
  const announce = useNotices((notices) => notices.announce);
  const settle = useSheet((sheet) => sheet.settle);

  const write = async () => {
    const folder = await task.run(() => call('place.pickFolder', {}));
    if (folder === null) return;
    // What was typed a moment ago belongs in the file too.
    await settle();
    const { period, form } = view;
    const written = await task.run(() =>
      call('excel.export', { period, form, folder: folder.handle }),
    );
    if (written === null) return;
    announce('success', t('excel.export.done', { file: written.fileName, folder: folder.label }));
  };

  return (
    <Panel title={t('excel.export.title')}>
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      <p>{t('excel.export.body')}</p>
      <div className="excel-actions">
        <Button
          disabled={task.isRunning}
          onClick={() => {
            void write();
          }}
        >
          {t('excel.export.action')}
        </Button>
        {task.isRunning && <Busy label={t('excel.export.working')} />}
      </div>
    </Panel>
  );
}

/** Where the same forms go to another computer of the unit, cell by cell as a spreadsheet does. */
function OtherComputerPanel() {
  const { t } = useText();
  const go = useNavigation((place) => place.go);
  return (
    <Panel title={t('drafts.link.title')}>
      <p>{t('drafts.link.body')}</p>
      <div className="excel-actions">
        <Button
          onClick={() => {
            go('drafts');
          }}
        >
          {t('drafts.link.action')}
        </Button>
      </div>
    </Panel>
  );
}

function ImportPanel(props: {
  readonly view: SheetView;
  readonly onPreview: (file: Place, preview: ExcelPreview) => void;
}) {
  const { t } = useText();
  const { period, form, mayRecord, submission } = props.view;
  const task = useTask();
  const settle = useSheet((sheet) => sheet.settle);
  const [file, setFile] = useState<Place | null>(null);

  const look = async (chosen: Place, isFree: boolean) => {
    setFile(chosen);
    await settle();
    const which = { period, form, file: chosen.handle };
    const preview = await task.run(() =>
      isFree
        ? call('excel.remap', {
            ...which,
            sheet: null,
            headerRow: null,
            nameColumn: null,
            mapping: null,
          })
        : call('excel.preview', which),
    );
    if (preview !== null) props.onPreview(chosen, preview);
  };

  const pick = async () => {
    const chosen = await task.run(() => call('place.pickFile', { purpose: 'excel' }));
    if (chosen !== null) await look(chosen, false);
  };

  const isDamaged = task.refusal?.code === 'excel-identity-damaged';
  return (
    <Panel title={t('excel.pick.title')}>
      {task.refusal !== null && (
        <RefusalNotice refusal={task.refusal}>
          {isDamaged && file !== null && (
            <Button
              onClick={() => {
                void look(file, true);
              }}
            >
              {t('excel.pick.freely')}
            </Button>
          )}
        </RefusalNotice>
      )}
      <p>{t('excel.pick.body')}</p>
      {mayRecord ? (
        <div className="excel-actions">
          <Button
            kind="primary"
            disabled={task.isRunning}
            onClick={() => {
              void pick();
            }}
          >
            {t('excel.pick.action')}
          </Button>
          {task.isRunning && <Busy label={t('excel.pick.working')} />}
        </div>
      ) : (
        <p className="muted">
          {t(submission?.isOpen === false ? 'excel.pick.locked' : 'excel.pick.notYours')}
        </p>
      )}
    </Panel>
  );
}
