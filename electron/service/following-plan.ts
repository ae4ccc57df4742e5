import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { publishedValues, publishedWord } from '#shared/catalogue/published-outcomes.ts';
import { observationStatuses } from '#shared/domain/cell.ts';
import { comparisonWords } from '#shared/domain/comparison-words.ts';
import { againstTarget, measureOf } from '#shared/domain/comparison.ts';
import { parseDecimal } from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import { goalsOf, reasonOfVerdict, verdictOfParts, verdictOnTarget } from '#shared/domain/goal.ts';
import type { Indicator } from '#shared/domain/indicator.ts';
import { yearlyPace } from '#shared/domain/pace.ts';
import type { Period } from '#shared/domain/period.ts';
import { comparePeriods, partsOfPeriod } from '#shared/domain/period.ts';
import { comparisonOf, lastYearOf } from '#shared/domain/target.ts';
import type { Target } from '#shared/domain/target.ts';
import type { ConsolidatedRow } from '#shared/ipc/calls/exchange.ts';
import type {
  FollowedGoal,
  FollowedIndicator,
  FollowedPlan,
  FollowedTarget,
} from '#shared/ipc/calls/following.ts';
import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import type { Language } from '#shared/text/translate.ts';

import { viewConsolidation } from './consolidation.ts';
import { viewGiven } from './following-given.ts';
import type { Consolidated } from './following-given.ts';
import { yearlyPaceWords } from './following-words.ts';
import { catalogueOf } from './office.ts';
import type { Office } from './office.ts';
import { languageOf } from './sessions.ts';

/**
 * Where the plan stands by the province's own figures: every target with the newest figure within its
 * horizon, and every indicator over all reports. What was published stands beside, as published. A
 * period whose lock no longer fits its signature is left out and named: it hides no other.
 */
export function viewFollowedPlan(office: Office): Result<FollowedPlan> {
  const catalogue = catalogueOf(office);
  const language = languageOf(office);
  const reports: Consolidated[] = [];
  const leftOut: FollowedPlan['leftOut'] = [];
  for (const period of catalogue.periods) {
    if (period.kind !== 'report') continue;
    const view = viewConsolidation(office, period.code);
    if (view.ok) reports.push({ period, view: view.value });
    else if (view.refusal.code !== 'lock-altered') return view;
    else leftOut.push({ period: period.code, name: period.name[language] });
  }
  reports.sort((a, b) => comparePeriods(a.period.code, b.period.code));
  const units = new Map(
    reports.flatMap(({ view }) => view.units.map(({ unit, name }) => [unit, name] as const)),
  );
  return ok({
    goals: goalsOf(catalogue.targets).map((goal) => {
      const parts = goal.targets.map((target) => viewTarget(catalogue, target, reports, language));
      return {
        id: goal.id,
        number: goal.number,
        verdict: verdictOfParts(parts.map(({ verdict }) => verdict)),
        published: publishedWord(catalogue, {
          number: goal.number,
          horizon: goal.targets[0]?.horizon ?? null,
        }),
        parts,
      } satisfies FollowedGoal;
    }),
    given: [...viewGiven(office, reports, language)],
    publishedNote: catalogue.knownResults.note,
    publishedSummary: catalogue.knownResults.summary,
    publishedSources: [...catalogue.knownResults.sources],
    periods: reports.map(({ period }) => ({
      period: period.code,
      name: period.name[language],
      short: shortName(period),
    })),
    leftOut,
    units: [...units]
      .map(([unit, name]) => ({ unit, name }))
      .sort((a, b) => (a.unit < b.unit ? -1 : 1)),
    indicators: catalogue.indicators.map((indicator) =>
      viewIndicator(indicator, reports, language),
    ),
  });
}

function shortName({ code }: Period): string {
  const { year, month } = partsOfPeriod(code);
  return `${String(month)}/${String(year)}`;
}

function viewTarget(
  catalogue: Catalogue,
  target: Target,
  reports: readonly Consolidated[],
  language: Language,
): FollowedTarget {
  const indicator = catalogue.indicators.find(({ code }) => code === target.indicator);
  if (indicator === undefined) throw new Error(`The catalogue has no ${target.indicator}.`);
  const newest = newestFigure(target, reports);
  return {
    id: target.id,
    indicator: indicator.code,
    indicatorName: indicator.name[language],
    // The plan says "vạn dân" and "10.000 dân" for the same; result, distance and pace say one of them.
    unitOfMeasure: indicator.unit.vi,
    decimals: indicator.decimals,
    target: { value: target.value, comparison: comparisonOf(target), horizon: target.horizon },
    originalText: target.originalText,
    holds: target.eachYear ? 'each-year' : target.maintain ? 'maintain' : null,
    ...(newest === null ? blank : judge(indicator, target, newest, language)),
    published: [...publishedValues(catalogue, target)],
  };
}

const blank = {
  actual: null,
  distance: null,
  verdict: null,
  verdictReason: null,
  pace: null,
} as const;

type Newest = { readonly period: Period; readonly row: ConsolidatedRow; readonly number: Decimal };

/** The newest report within a target's horizon that has a figure of the whole province. */
function newestFigure(target: Target, reports: readonly Consolidated[]): Newest | null {
  for (const { period, view } of [...reports].reverse()) {
    if (period.year > lastYearOf(target)) continue;
    const row = view.rows.find((each) => each.row === target.indicator);
    const number = row?.total.kind === 'number' ? parseDecimal(row.total.number ?? '') : null;
    if (row !== undefined && number !== null) return { period, row, number };
  }
  return null;
}

function judge(
  indicator: Indicator,
  target: Target,
  { period, row, number }: Newest,
  language: Language,
): Pick<FollowedTarget, 'actual' | 'distance' | 'verdict' | 'verdictReason' | 'pace'> {
  const figure = { kind: 'number', number } as const;
  const against = againstTarget(measureOf(indicator), figure, target, period.year);
  const words = comparisonWords(indicator.unit.vi, language);
  const status = observationStatuses.find((each) => each === row.total.status) ?? null;
  const { counted, expected } = row.total;
  const pace = yearlyPace(indicator, figure, target, period.year);
  return {
    actual: {
      period: period.code,
      periodName: period.name[language],
      number,
      status,
      counted,
      expected,
    },
    distance: against === null ? null : words.target(against),
    verdict: verdictOnTarget(indicator, target, { figure, status, period }),
    verdictReason: reasonOfVerdict(indicator, target, { figure, status, period }),
    pace: yearlyPaceWords(pace, indicator, language),
  };
}

function viewIndicator(
  indicator: Indicator,
  reports: readonly Consolidated[],
  language: Language,
): FollowedIndicator {
  return {
    indicator: indicator.code,
    name: indicator.name[language],
    unitOfMeasure: indicator.unit.vi,
    decimals: indicator.decimals,
    better: indicator.better,
    isOfUnits: indicator.reportedBy !== 'province',
    periods: reports.flatMap(({ period, view }) => {
      const row = view.rows.find((each) => each.row === indicator.code);
      return row === undefined
        ? []
        : [
            {
              period: period.code,
              target: row.target,
              total: { kind: row.total.kind, number: row.total.number },
              units: row.units.map(({ unit, kind, number }) => ({ unit, kind, number })),
            },
          ];
    }),
  };
}
