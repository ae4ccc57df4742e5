import type { PlanView } from '#shared/ipc/calls/plan.ts';
import { useText } from '../../ui/text.ts';
import { PlanClause } from './plan-clause.tsx';

type Assignment = PlanView['assignments'][number];

/** Who leads and who works with them, clause by clause of the plan's last section. */
export function AssignmentList(props: { readonly plan: PlanView; readonly found: string | null }) {
  const { t } = useText();
  const { assignments } = props.plan;
  return (
    <div className="plan-list">
      {assignments.map((assignment) => (
        <PlanClause
          key={assignment.id}
          id={assignment.id}
          lead={assignment.leadAgency ?? t('plan.assignment.noLead')}
          text={assignment.text}
          depth={depthOf(assignment, assignments)}
          isFound={props.found === assignment.id}
        >
          {assignment.cooperatingAgencies.length > 0 ? (
            <p>
              <span className="muted">{t('plan.assignment.cooperating')}:</span>{' '}
              {assignment.cooperatingAgencies.join('; ')}
            </p>
          ) : undefined}
        </PlanClause>
      ))}
    </div>
  );
}

/** How deep a clause stands: two steps are drawn, deeper ones like the second. */
function depthOf(assignment: Assignment, all: readonly Assignment[]): number {
  const parent = all.find((candidate) => candidate.id === assignment.parent);
  return parent === undefined ? 0 : Math.min(2, depthOf(parent, all) + 1);
}
