import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.ts';
import './report-line.css';
import { reportSteps } from './report-steps.ts';
import type { ReportStep } from './report-steps.ts';

const placeWords = {
  done: 'home.lineDone',
  now: 'home.lineNow',
  ahead: 'home.lineWaiting',
} as const;

/** The five steps of a report as a line, with who and when under each. */
export function ReportLine({ view }: { readonly view: SheetView }) {
  const { t } = useText();
  return (
    <section className="home-card home-wide" aria-label={t('home.line')}>
      <ol className="report-line">
        {reportSteps(view.submission).map((step, index) => (
          <li
            key={step.name}
            className={`report-step report-step-${step.place}`}
            aria-current={step.place === 'now' ? 'step' : undefined}
          >
            <div className="report-step-mark" aria-hidden="true">
              {step.place === 'done' ? <Icon name="check" /> : index + 1}
            </div>
            <div className="report-step-name">{t(`home.lineSteps.${step.name}`)}</div>
            <StepFacts step={step} view={view} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepFacts({ step, view }: { readonly step: ReportStep; readonly view: SheetView }) {
  const { t, formatInstant } = useText();
  if (step.at !== null) {
    return (
      <div className="caption">
        {step.by !== null && (
          <>
            {step.by}
            <br />
          </>
        )}
        {formatInstant(step.at)}
      </div>
    );
  }
  const isCounted = step.name === 'record' && step.place === 'now';
  return (
    <div className="caption">
      {isCounted
        ? t('home.filled', { filled: view.filled, toFill: view.toFill })
        : t(placeWords[step.place])}
    </div>
  );
}
