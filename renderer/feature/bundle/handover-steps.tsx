import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.ts';
import './handover-steps.css';
import type { HandoverStep, StepState } from './handover.ts';

const icons: Readonly<Record<Exclude<StepState, 'waiting' | 'current'>, IconName>> = {
  done: 'check',
  failed: 'warning',
};

/** Choose, write, read back, pull out: each ticks itself when it has really happened. */
export function HandoverSteps(props: {
  readonly steps: readonly { readonly step: HandoverStep; readonly state: StepState }[];
}) {
  const { t } = useText();
  return (
    <ol className="handover" aria-label={t('bundle.steps.label')}>
      {props.steps.map(({ step, state }, index) => (
        <li
          key={step}
          className={`handover-step handover-${state}`}
          aria-current={state === 'current' ? 'step' : undefined}
        >
          <span className="handover-mark">
            {state === 'done' || state === 'failed' ? (
              <Icon name={icons[state]} />
            ) : (
              <span aria-hidden="true">{index + 1}</span>
            )}
          </span>
          <span>{t(`bundle.steps.${step}`)}</span>
          <span className="visually-hidden">{t(`bundle.steps.${state}`)}</span>
        </li>
      ))}
    </ol>
  );
}
