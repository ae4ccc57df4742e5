import type { PlanView } from '#shared/ipc/calls/plan.ts';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { elementId } from './plan-parts.ts';

/** When reports are due: the plan's words, and the day that follows from them. */
export function PeriodTable(props: { readonly plan: PlanView; readonly found: string | null }) {
  const { t, formatDay } = useText();
  return (
    <table className="data-table plan-periods">
      <thead>
        <tr>
          <th scope="col">{t('plan.period.name')}</th>
          <th scope="col">{t('plan.period.deadline')}</th>
          <th scope="col">{t('plan.period.lastDay')}</th>
          <th scope="col">{t('plan.period.note')}</th>
        </tr>
      </thead>
      <tbody>
        {props.plan.periods.map((period) => (
          <tr
            key={period.code}
            id={elementId(period.code)}
            tabIndex={-1}
            className={props.found === period.code ? 'plan-found' : undefined}
          >
            <th scope="row">{period.name}</th>
            <td>{period.deadlineText !== null && <q>{period.deadlineText}</q>}</td>
            <td>
              {formatDay(period.lastCompliantDay)}
              {period.deadlineSetIn !== null && (
                <div className="caption">
                  {t('home.deadlineSet', {
                    day: formatDay(period.lastCompliantDay),
                    version: period.deadlineSetIn,
                  })}
                </div>
              )}
            </td>
            <td className="plan-original">{period.note ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
