import type { PlanView } from '#shared/ipc/calls/plan.ts';

/** The parts of the plan's page, in the plan's own order. */
export const planParts = [
  'indicators',
  'targets2022',
  'targets2025',
  'tasks',
  'assignments',
  'funding',
  'periods',
  'units',
] as const;
export type PlanPart = (typeof planParts)[number];

export type PlanTarget = PlanView['targets'][number];

/** The year that the plan's own numbered targets are for. */
const FIRST_HORIZON = '2022';

/** Targets of the first year; every other horizon belongs to the long-term part. */
export function isFirstHorizon(target: PlanTarget): boolean {
  return target.horizon === FIRST_HORIZON;
}

/** The part in which an item of the plan stands; null for an id that this plan does not have. */
export function partOf(plan: PlanView, id: string): PlanPart | null {
  const target = plan.targets.find((candidate) => candidate.id === id);
  if (target !== undefined) return isFirstHorizon(target) ? 'targets2022' : 'targets2025';
  if (plan.indicators.some((indicator) => indicator.code === id)) return 'indicators';
  if ([...plan.tasks, ...plan.taskGroups].some((task) => task.id === id)) return 'tasks';
  if (plan.assignments.some((assignment) => assignment.id === id)) return 'assignments';
  if (plan.fundingSources.some((source) => source.id === id)) return 'funding';
  if (plan.periods.some((period) => period.code === id)) return 'periods';
  const isUnit = plan.units.some(
    (unit) => unit.code === id || unit.communes.some((commune) => commune.code === id),
  );
  return isUnit ? 'units' : null;
}

/** The id of an item's element on the page. */
export function elementId(id: string): string {
  return `plan-${id}`;
}

/** Opens what hides an item, brings it into sight and puts the keyboard on it. */
export function showItem(id: string): void {
  const element = document.getElementById(elementId(id));
  if (element === null) return;
  const around = element.closest('details');
  if (around !== null) around.open = true;
  element.scrollIntoView({ block: 'center' });
  const summary = element.querySelector('summary');
  (summary ?? element).focus({ preventScroll: true });
}
