import type { ReactNode } from 'react';

import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { useText } from '../../ui/text.ts';
import './excel-page.css';
import { ExcelSteps } from './excel-steps.tsx';
import type { Step } from './excel-steps.tsx';

/** What every step of an import needs from the page around it. */
export type StepFrame = {
  readonly view: SheetView;
  /** Back to the choice of a file. */
  readonly onAgain: () => void;
};

/** The page of one step: its place among the steps, its buttons top right. */
export function ExcelFrame(props: {
  readonly view: SheetView;
  readonly step: Step;
  /** Whether the file has a layout of its own, which is matched first. */
  readonly isFree: boolean;
  readonly onAgain: (() => void) | null;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  const { view, onAgain } = props;
  const go = useNavigation((place) => place.go);
  return (
    <Page
      title={t('excel.page.title', { form: view.formName })}
      subtitle={t('excel.page.subtitle', { title: view.formTitle, period: view.periodName })}
      actions={
        <>
          <Button
            kind="quiet"
            onClick={() => {
              go('sheet');
            }}
          >
            {t('takenOver.back')}
          </Button>
          {onAgain !== null && <Button onClick={onAgain}>{t('excel.page.again')}</Button>}
          {props.actions}
        </>
      }
    >
      <div className="excel-page">
        {onAgain !== null && <ExcelSteps current={props.step} isFree={props.isFree} />}
        {props.children}
      </div>
    </Page>
  );
}
