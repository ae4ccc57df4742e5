import type { PlanView } from '#shared/ipc/calls/plan.ts';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { elementId } from './plan-parts.ts';

/** Where the money comes from, in the plan's words. */
export function FundingList(props: { readonly plan: PlanView; readonly found: string | null }) {
  const { t } = useText();
  return (
    <table className="data-table plan-funding">
      <thead>
        <tr>
          <th scope="col">{t('plan.funding.code')}</th>
          <th scope="col">{t('plan.tabs.funding')}</th>
          <th scope="col">{t('plan.funding.original')}</th>
        </tr>
      </thead>
      <tbody>
        {props.plan.fundingSources.map((source) => (
          <tr
            key={source.id}
            id={elementId(source.id)}
            tabIndex={-1}
            className={props.found === source.id ? 'plan-found' : undefined}
          >
            <td>
              {source.code}
              <div className="caption">{source.id}</div>
            </td>
            <th scope="row">{source.name}</th>
            <td className="plan-original">
              <q>{source.text}</q>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
