import type { PlanView } from '#shared/ipc/calls/plan.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.ts';
import { elementId } from './plan-parts.ts';

/** The units that report, with their communes, in the order of their codes. */
export function UnitList(props: { readonly plan: PlanView; readonly found: string | null }) {
  const { t } = useText();
  const { units } = props.plan;
  const className = (id: string, name: string) =>
    props.found === id ? `${name} plan-found` : name;
  return (
    <div className="plan-list">
      <p className="plan-none caption">
        {t('plan.unit.summary', {
          units: units.length,
          communes: units.reduce((sum, unit) => sum + unit.communes.length, 0),
        })}
      </p>
      {units.map((unit) => (
        <details
          key={unit.code}
          id={elementId(unit.code)}
          className={className(unit.code, 'plan-item')}
        >
          <summary>
            <Icon name="unfold" />
            <span className="plan-clause-id">{unit.code}</span>
            <span className="plan-unit">
              <span className="plan-item-name">{unit.name}</span>
              <span className="muted">
                {t('plan.unit.communes', { total: unit.communes.length })}
              </span>
            </span>
          </summary>
          <ul className="plan-communes">
            {unit.communes.map((commune) => (
              <li
                key={commune.code}
                id={elementId(commune.code)}
                tabIndex={-1}
                className={className(commune.code, 'plan-commune')}
              >
                <span className="caption">{commune.code}</span> {commune.name}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
