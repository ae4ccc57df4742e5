import type { PlanView } from '#shared/ipc/calls/plan.ts';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { elementId, isFirstHorizon } from './plan-parts.ts';
import type { PlanTarget } from './plan-parts.ts';
import { targetValue } from './plan-text.ts';

/** The plan's targets of one horizon, each in its own words. */
export function TargetTable(props: {
  readonly plan: PlanView;
  readonly isFirst: boolean;
  readonly found: string | null;
  /** Goes to the indicator of a target. */
  readonly onShow: (id: string) => void;
}) {
  const { t } = useText();
  const targets = props.plan.targets.filter(
    (target) => isFirstHorizon(target, props.plan) === props.isFirst,
  );
  if (targets.length === 0) return <p className="plan-none muted">{t('plan.target.none')}</p>;
  return (
    <table className="data-table plan-targets">
      <thead>
        <tr>
          <th scope="col">{t(props.isFirst ? 'plan.target.number' : 'plan.target.horizon')}</th>
          <th scope="col">{t('plan.target.name')}</th>
          <th scope="col" className="number">
            {t('plan.target.value')}
          </th>
          <th scope="col">{t('plan.target.unit')}</th>
          <th scope="col">{t('plan.target.original')}</th>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => (
          <TargetRow
            key={target.id}
            target={target}
            first={props.isFirst ? String(target.planNumber ?? '') : target.horizon}
            isFound={props.found === target.id}
            onShow={props.onShow}
          />
        ))}
      </tbody>
    </table>
  );
}

function TargetRow(props: {
  readonly target: PlanTarget;
  readonly first: string;
  readonly isFound: boolean;
  readonly onShow: (id: string) => void;
}) {
  const text = useText();
  const { target } = props;
  return (
    <tr
      id={elementId(target.id)}
      tabIndex={-1}
      className={props.isFound ? 'plan-found' : undefined}
    >
      <td>{props.first}</td>
      <th scope="row">
        <button
          type="button"
          className="plan-link"
          onClick={() => {
            props.onShow(target.indicator);
          }}
        >
          {target.indicatorName}
        </button>
      </th>
      <td className="number">{targetValue(target, text)}</td>
      <td>{target.unitOfMeasure}</td>
      <td className="plan-original">
        <q>{target.originalText}</q>
        {target.notes.map((note) => (
          <div key={note} className="caption">
            {note}
          </div>
        ))}
      </td>
    </tr>
  );
}
