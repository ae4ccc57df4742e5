import { useState } from 'react';

import type { SheetView } from '#shared/ipc/calls/sheet.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FindingMark } from '../../ui/finding-mark.tsx';
import { Icon } from '../../ui/icon.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useText } from '../../ui/text.ts';
import { Inspector } from './inspector.tsx';
import { KeyLine } from './key-line.tsx';
import { LockNotice } from './lock-notice.tsx';
import { SheetGrid } from './sheet-grid.tsx';
import './sheet-page.css';

/** Biểu 01 of the current period as a spreadsheet, with the inspector of the current cell. */
export function SheetPage() {
  const { t } = useText();
  const view = useSheet((sheet) => sheet.view);
  const refusal = useSheet((sheet) => sheet.refusal);
  const go = useNavigation((place) => place.go);
  const [hasInspector, setHasInspector] = useState(true);
  if (refusal !== null) return <RefusalNotice refusal={refusal} />;
  if (view === null) return <Busy isPage />;
  const inspectorLabel = t(hasInspector ? 'sheet.inspector.hide' : 'sheet.inspector.show');
  return (
    <Page
      title={view.formName}
      subtitle={<Summary view={view} />}
      isFlush
      footer={<KeyLine view={view} />}
      actions={
        <>
          <Button
            kind="quiet"
            aria-expanded={hasInspector}
            title={inspectorLabel}
            aria-label={inspectorLabel}
            onClick={() => {
              setHasInspector(!hasInspector);
            }}
          >
            <Icon name={hasInspector ? 'unfold' : 'fold'} />
          </Button>
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
      <div className="sheet-layout">
        <div className="sheet-side">
          <LockNotice view={view} />
          {view.rows.length === 0 ? (
            <EmptyState title={t('sheet.emptyTitle')}>{t('sheet.emptyBody')}</EmptyState>
          ) : (
            <SheetGrid view={view} />
          )}
        </div>
        {hasInspector && view.rows.length > 0 && <Inspector view={view} />}
      </div>
    </Page>
  );
}

function Summary({ view }: { readonly view: SheetView }) {
  const { t } = useText();
  const count = (severity: 'error' | 'explain' | 'warning') =>
    view.findings.filter(
      // The count of filled rows speaks of those that were not begun yet.
      (finding) => finding.severity === severity && finding.code !== 'row-not-filled',
    ).length;
  const counts = [
    { severity: 'error', key: 'sheet.errors' },
    { severity: 'explain', key: 'sheet.explains' },
    { severity: 'warning', key: 'sheet.warnings' },
  ] as const;
  return (
    <span className="sheet-summary">
      <span>
        {t('sheet.subtitle', {
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
