import type { PlanView } from '#shared/ipc/calls/plan.ts';
import { elementId } from './plan-parts.ts';
import { PlanClause } from './plan-clause.tsx';

/** The plan's tasks and solutions under their five headings. */
export function TaskList(props: { readonly plan: PlanView; readonly found: string | null }) {
  const { plan, found } = props;
  return (
    <div className="plan-list">
      {plan.taskGroups.map((group) => (
        <section key={group.id}>
          <h2
            id={elementId(group.id)}
            tabIndex={-1}
            className={found === group.id ? 'plan-group plan-found' : 'plan-group'}
          >
            <span className="plan-group-id">{group.id}</span> {group.title}
          </h2>
          {plan.tasks
            .filter((task) => task.group === group.id)
            .map((task) => (
              <PlanClause key={task.id} id={task.id} text={task.text} isFound={found === task.id} />
            ))}
        </section>
      ))}
    </div>
  );
}
