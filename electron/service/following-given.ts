import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { targetsFor, unitTargetsOf } from '#shared/catalogue/unit-targets.ts';
import { observationStatuses } from '#shared/domain/cell.ts';
import { comparisonWords } from '#shared/domain/comparison-words.ts';
import { againstTarget, measureOf } from '#shared/domain/comparison.ts';
import { parseDecimal } from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import { verdictOnTarget } from '#shared/domain/goal.ts';
import type { Period } from '#shared/domain/period.ts';
import { comparisonOf, lastYearOf } from '#shared/domain/target.ts';
import type { UnitTarget } from '#shared/domain/target.ts';
import type { ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import type { FollowedGiven } from '#shared/ipc/calls/following.ts';
import type { Language } from '#shared/text/translate.ts';

import { catalogueOf, unitName } from './office.ts';
import type { Office } from './office.ts';

/** A report and the province's table of it. */
export type Consolidated = { readonly period: Period; readonly view: ConsolidatedView };

/**
 * Where each unit stands by what the province gave it (D162): the newest figure that it reported within
 * the horizon, judged as its own form judges it.
 * @param reports in the order of time.
 */
export function viewGiven(
  office: Office,
  reports: readonly Consolidated[],
  language: Language,
): readonly FollowedGiven[] {
  const catalogue = catalogueOf(office);
  return unitTargetsOf(catalogue).flatMap((given) => {
    const indicator = catalogue.indicators.find(({ code }) => code === given.indicator);
    const target = targetsFor(catalogue, given.unit).find(isOf(given));
    if (indicator === undefined || target === undefined) return [];
    const newest = newestOf(given, reports);
    const figure = newest === null ? null : ({ kind: 'number', number: newest.number } as const);
    const against =
      newest === null || figure === null
        ? null
        : againstTarget(measureOf(indicator), figure, target, newest.period.year);
    return [
      {
        unit: given.unit,
        unitName: unitName(office, given.unit),
        indicator: indicator.code,
        indicatorName: indicator.name[language],
        unitOfMeasure: indicator.unit.vi,
        decimals: indicator.decimals,
        target: { value: target.value, comparison: comparisonOf(target), horizon: target.horizon },
        basis: given.basis,
        actual:
          newest === null
            ? null
            : {
                period: newest.period.code,
                periodName: newest.period.name[language],
                number: newest.number,
                status: newest.status,
              },
        distance:
          against === null ? null : comparisonWords(indicator.unit.vi, language).given(against),
        verdict:
          newest === null || figure === null
            ? null
            : verdictOnTarget(indicator, target, { ...newest, figure }),
      } satisfies FollowedGiven,
    ];
  });
}

/** Finds what was given among the targets that a unit is held against. */
function isOf({ indicator, horizon }: UnitTarget) {
  return (target: Catalogue['targets'][number]): boolean =>
    target.indicator === indicator && target.horizon === horizon;
}

/** The newest report within the horizon in which the unit states a number. */
function newestOf(given: UnitTarget, reports: readonly Consolidated[]) {
  for (const { period, view } of [...reports].reverse()) {
    if (period.year > lastYearOf(given)) continue;
    const cell = view.rows
      .find(({ row }) => row === given.indicator)
      ?.units.find(({ unit }) => unit === given.unit);
    const number: Decimal | null = parseDecimal(cell?.number ?? '');
    const status = observationStatuses.find((each) => each === cell?.status) ?? null;
    if (number !== null) return { period, number, status };
  }
  return null;
}
