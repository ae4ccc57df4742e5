import type { PlanView } from '#shared/ipc/calls/plan.ts';

/** The parts of the plan's page, in the plan's own order. */
export const planParts = [
  'indicators',
  'targetsOfYear',
  'targetsLater',
  'tasks',
  'assignments',
  'funding',
  'periods',
  'units',
] as const;
export type PlanPart = (typeof planParts)[number];

export type PlanTarget = PlanView['targets'][number];

/** Targets of the plan's own year; every other horizon belongs to the long-term part. */
export function isFirstHorizon(target: PlanTarget, plan: Pick<PlanView, 'date'>): boolean {
  return target.horizon === plan.date.slice(0, 4);
}

/** The plan's own year, and the years of its long-term targets, as headings name them. */
export function yearsOf(plan: Pick<PlanView, 'date' | 'targets'>): {
  readonly year: string;
  readonly years: string;
} {
  const later = plan.targets.filter((target) => !isFirstHorizon(target, plan));
  const years = [...new Set(later.map(({ horizon }) => horizon.slice(-4)))].sort().join(', ');
  return { year: plan.date.slice(0, 4), years: years === '' ? '…' : years };
}

/** The part in which an item of the plan stands; null for an id that this plan does not have. */
export function partOf(plan: PlanView, id: string): PlanPart | null {
  const target = plan.targets.find((candidate) => candidate.id === id);
  if (target !== undefined) return isFirstHorizon(target, plan) ? 'targetsOfYear' : 'targetsLater';
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
