import { isMerelyEmpty } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { useInspector } from '../../state/inspector-store.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useReport } from '../../state/report-store.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FindingMark } from '../../ui/finding-mark.tsx';
import { Icon } from '../../ui/icon.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useText } from '../../ui/text.ts';
import { CarryButtons } from './carry-buttons.tsx';
import { FindBar } from './find-bar.tsx';
import { FormTabs } from './form-tabs.tsx';
import { Inspector } from './inspector.tsx';
import { KeyLine } from './key-line.tsx';
import { LockNotice } from './lock-notice.tsx';
import { Narrative } from './narrative.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { SheetGrid } from './sheet-grid.tsx';
import './sheet-page.css';
import { useFormKeys } from './use-form-keys.ts';

/** A form of the current period as a spreadsheet, with the inspector of the current cell. */
export function SheetPage() {
  const { t } = useText();
  const view = useSheet((sheet) => sheet.view);
  const refusal = useSheet((sheet) => sheet.refusal);
  const forms = useReport((report) => report.forms);
  const go = useNavigation((place) => place.go);
  const hasInspector = useInspector((inspector) => inspector.isShown);
  const toggle = useInspector((inspector) => inspector.toggle);
  useFormKeys(view?.form ?? null);
  if (refusal !== null) return <RefusalNotice refusal={refusal} />;
  if (view === null) return <Busy isPage />;
  const appearance = forms?.find(({ form }) => form === view.form)?.appearance ?? 'table';
  const inspectorLabel = t(hasInspector ? 'sheet.inspector.hide' : 'sheet.inspector.show');
  return (
    <Page
      title={view.formName}
      subtitle={<Summary view={view} />}
      isFlush
      footer={appearance === 'table' ? <KeyLine view={view} /> : undefined}
      actions={
        <>
          {appearance === 'table' && (
            <Button
              kind="quiet"
              aria-expanded={hasInspector}
              title={inspectorLabel}
              aria-label={inspectorLabel}
              onClick={toggle}
            >
              <Icon name={hasInspector ? 'unfold' : 'fold'} />
            </Button>
          )}
          <Button
            title={t('excel.page.openHint')}
            onClick={() => {
              go('excel');
            }}
          >
            {t('excel.page.open')}
          </Button>
          <CarryButtons view={view} />
          {view.submission !== null && view.mayRecord && (
            <Button
              kind="primary"
              onClick={() => {
                go('approval');
              }}
            >
              {t('sheet.toApproval')}
            </Button>
          )}
        </>
      }
    >
      {forms !== null && <FormTabs forms={forms} current={view.form} filled={view.filled} />}
      <FindBar view={view} />
      <PasteDialog view={view} />
      <div className="sheet-layout">
        <div className="sheet-side">
          <LockNotice view={view} />
          {view.rows.length === 0 ? (
            <EmptyState title={t('sheet.emptyTitle')}>{t('sheet.emptyBody')}</EmptyState>
          ) : appearance === 'narrative' ? (
            <Narrative key={view.form} view={view} />
          ) : (
            <SheetGrid key={view.form} view={view} />
          )}
        </div>
        {hasInspector && appearance === 'table' && view.rows.length > 0 && (
          <Inspector view={view} />
        )}
      </div>
    </Page>
  );
}

function Summary({ view }: { readonly view: SheetView }) {
  const { t } = useText();
  const count = (severity: 'error' | 'explain' | 'warning') =>
    view.findings.filter((finding) => finding.severity === severity && !isMerelyEmpty(finding))
      .length;
  const counts = [
    { severity: 'error', key: 'sheet.errors' },
    { severity: 'explain', key: 'sheet.explains' },
    { severity: 'warning', key: 'sheet.warnings' },
  ] as const;
  return (
    <span className="sheet-summary">
      <span>
        {view.toFill === 0
          ? view.formTitle
          : t('sheet.subtitle', {
              title: view.formTitle,
              filled: view.filled,
              toFill: view.toFill,
            })}
      </span>
      {counts.map(
        ({ severity, key }) =>
          count(severity) > 0 && (
            <span key={severity} className="sheet-summary-part">
              <FindingMark severity={severity} />
              {t(key, { count: count(severity) })}
            </span>
          ),
      )}
    </span>
  );
}
