import { useText } from '../../ui/text.ts';

const steps = ['file', 'match', 'preview', 'done'] as const;
export type Step = (typeof steps)[number];

const labels = {
  file: 'excel.page.stepFile',
  match: 'excel.page.stepMatch',
  preview: 'excel.page.stepPreview',
  done: 'excel.page.stepDone',
} as const;

/** How far an import has come; a template of ours needs no matching. */
export function ExcelSteps({
  current,
  isFree,
}: {
  readonly current: Step;
  readonly isFree: boolean;
}) {
  const { t } = useText();
  const taken = steps.filter((step) => isFree || step !== 'match');
  const at = taken.indexOf(current);
  return (
    <ol className="excel-steps" aria-label={t('excel.page.steps')}>
      {taken.map((step, index) => (
        <li
          key={step}
          className={index < at ? 'excel-step excel-step-past' : 'excel-step'}
          aria-current={step === current ? 'step' : undefined}
        >
          <span className="excel-step-number">{index + 1}</span>
          {t(labels[step])}
        </li>
      ))}
    </ol>
  );
}
