import type { ObservationStatus } from './cell.ts';
import { againstTarget, isBeforeItsTime, isOfWholeSpan, measureOf } from './comparison.ts';
import type { Verdict } from './comparison.ts';
import type { Indicator } from './indicator.ts';
import type { Figure } from './observation.ts';
import { partsOfPeriod } from './period.ts';
import type { Period } from './period.ts';
import { lastYearOf } from './target.ts';
import type { Target } from './target.ts';

/** A goal of the plan: one target, or the parts that stand under one number of its list. */
export type GoalParts = {
  /** The number in the plan's own list; null for a target without one. */
  readonly number: number | null;
  /** What orders and names it: the target's id, or the part that its targets share. */
  readonly id: string;
  readonly targets: readonly Target[];
};

/** Puts the parts of one number together (`T2022.11.a` to `.d`), in the order of the plan. */
export function goalsOf(targets: readonly Target[]): readonly GoalParts[] {
  const goals = new Map<string, GoalParts>();
  for (const target of targets) {
    const id =
      target.planNumber === null ? target.id : `${target.horizon}/${String(target.planNumber)}`;
    const known = goals.get(id);
    goals.set(id, {
      id,
      number: target.planNumber,
      targets: [...(known?.targets ?? []), target],
    });
  }
  return [...goals.values()];
}

/**
 * The verdict on a goal of several parts (D152): every part has to be met. One part that fell short
 * decides; without one, a part that is not known leaves the goal unknown (null). "Vượt" is a goal
 * whose every part was exceeded.
 */
export function verdictOfParts(parts: readonly (Verdict | null)[]): Verdict | null {
  if (parts.length === 0) return null;
  if (parts.includes('not-met')) return 'not-met';
  if (parts.includes(null)) return null;
  if (parts.includes('not-due')) return 'not-due';
  return parts.every((part) => part === 'exceeded') ? 'exceeded' : 'met';
}

/**
 * What may be said of a figure by its firmness (D153): figures that nobody called at least an
 * estimate of the year are on the way, and no verdict on the year.
 */
export function concluded(
  verdict: Verdict | null,
  status: ObservationStatus | null,
): Verdict | null {
  return verdict === null || status !== null ? verdict : 'not-due';
}

/**
 * What may be said of a figure of a period against a target (D73, D153), wherever it is said: on every
 * screen, in files and on paper. Null for what is no number.
 */
export function verdictOnTarget(
  indicator: Indicator,
  target: Target,
  { figure, status, period }: JudgedFigure,
): Verdict | null {
  const against = againstTarget(measureOf(indicator), figure, target, period.year);
  const verdict = concluded(against?.verdict ?? null, status);
  return verdict === 'not-met' && isStillAdding(indicator, period) ? 'not-due' : verdict;
}

/**
 * Why a verdict is what it is, where the figure and the target beside it do not say so themselves: what
 * is not due because nobody called it at least an estimate, because its horizon has not begun, or
 * because more is added in the year; and what the target speaks of, each year or a span as one.
 */
export const verdictReasons = [
  'no-status',
  'before-horizon',
  'still-adding',
  'whole-span',
  'each-year',
  'later-year',
] as const;
export type VerdictReason = (typeof verdictReasons)[number];

/** The reason for a verdict of `verdictOnTarget`; null where none is needed, or there is no verdict. */
export function reasonOfVerdict(
  indicator: Indicator,
  target: Target,
  judged: JudgedFigure,
): VerdictReason | null {
  const { figure, status, period } = judged;
  const against = againstTarget(measureOf(indicator), figure, target, period.year);
  if (against === null) return null;
  if (status === null) return 'no-status';
  if (isBeforeItsTime(measureOf(indicator), target, period.year)) return 'before-horizon';
  if (against.verdict === 'not-met' && isStillAdding(indicator, period)) return 'still-adding';
  if (isOfWholeSpan(target)) return 'whole-span';
  if (target.eachYear || target.maintain) return 'each-year';
  return lastYearOf(target) > period.year ? 'later-year' : null;
}

/**
 * Whether more is added to a figure before its year is over: what eight months brought falls short of
 * nothing that twelve are to bring.
 */
function isStillAdding({ timeNature }: Indicator, { code }: JudgedFigure['period']): boolean {
  const { month } = partsOfPeriod(code);
  return timeNature === 'period-cumulative' && month > 0 && month < MONTHS;
}

const MONTHS = 12;

export type JudgedFigure = {
  readonly figure: Figure;
  readonly status: ObservationStatus | null;
  readonly period: Pick<Period, 'code' | 'year'>;
};

/**
 * What a published word says (D154): "vượt", "đạt", "không đạt" with whatever stands behind it; null
 * for any other word.
 */
export function publishedVerdict(word: string): Verdict | null {
  const said = word.trim().toLowerCase();
  if (/^(?:không|chưa) đạt/.test(said)) return 'not-met';
  if (said.startsWith('vượt')) return 'exceeded';
  return said.startsWith('đạt') ? 'met' : null;
}

/** How many goals have which verdict; `none` are those that nothing can be said of. */
export type Tally = Readonly<Record<'exceeded' | 'met' | 'notMet' | 'notDue' | 'none', number>>;

export function tallyOf(goals: readonly { readonly verdict: Verdict | null }[]): Tally {
  const count = (verdict: Verdict | null): number =>
    goals.filter((goal) => goal.verdict === verdict).length;
  return {
    exceeded: count('exceeded'),
    met: count('met'),
    notMet: count('not-met'),
    notDue: count('not-due'),
    none: count(null),
  };
}

/** Goals by the year with which their horizon ends, the earliest first. */
export function goalsByYear<
  Goal extends {
    readonly parts: readonly { readonly target: Pick<Target, 'horizon'> }[];
  },
>(goals: readonly Goal[]): readonly { readonly year: string; readonly goals: readonly Goal[] }[] {
  const years = new Map<string, readonly Goal[]>();
  for (const goal of goals) {
    const year = goal.parts[0]?.target.horizon.slice(-4) ?? '';
    years.set(year, [...(years.get(year) ?? []), goal]);
  }
  return [...years]
    .map(([year, own]) => ({ year, goals: own }))
    .sort((a, b) => (a.year < b.year ? -1 : 1));
}
