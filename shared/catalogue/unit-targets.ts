import { lastYearOf } from '#shared/domain/target.ts';
import type { Target, UnitTarget } from '#shared/domain/target.ts';
import type { IndicatorCode } from '#shared/domain/indicator.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import type { Catalogue } from './catalogue.ts';

const none: readonly UnitTarget[] = [];

/** The targets given to single units; none in a version from before there were any. */
export function unitTargetsOf({ unitTargets }: Catalogue): readonly UnitTarget[] {
  return unitTargets ?? none;
}

/**
 * What a unit was given for an indicator and a year (D162): the target of that very year, else the one
 * whose horizon reaches furthest and includes or follows the year. Null where nothing was given.
 */
export function givenTarget(
  catalogue: Catalogue,
  unit: UnitCode,
  indicator: IndicatorCode,
  year: number,
): UnitTarget | null {
  const own = unitTargetsOf(catalogue).filter(
    (target) => target.unit === unit && target.indicator === indicator,
  );
  const later = own
    .filter((target) => lastYearOf(target) >= year)
    .sort((a, b) => lastYearOf(b) - lastYearOf(a));
  return own.find(({ horizon }) => horizon === String(year)) ?? later[0] ?? null;
}

const known = new WeakMap<Catalogue, Map<UnitCode, readonly Target[]>>();

/**
 * The targets that a unit's figures are held against (D162): the plan's, with what the unit was given
 * in place of the plan's own for the same indicator and horizon.
 */
export function targetsFor(catalogue: Catalogue, unit: UnitCode): readonly Target[] {
  const given = unitTargetsOf(catalogue).filter((target) => target.unit === unit);
  if (given.length === 0) return catalogue.targets;
  const ofCatalogue = known.get(catalogue) ?? new Map<UnitCode, readonly Target[]>();
  known.set(catalogue, ofCatalogue);
  const existing = ofCatalogue.get(unit);
  if (existing !== undefined) return existing;
  // What was given comes first: of targets whose horizons end alike the first one counts.
  const targets = [
    ...given.map((target) => asTarget(catalogue, target)),
    ...catalogue.targets.filter(
      ({ indicator, horizon }) =>
        !given.some((one) => one.indicator === indicator && one.horizon === horizon),
    ),
  ];
  ofCatalogue.set(unit, targets);
  return targets;
}

/** How the plan's own target is to be held holds for the one in its place, which states a value only. */
function asTarget(catalogue: Catalogue, given: UnitTarget): Target {
  const { unit, indicator, horizon, value, comparison, basis } = given;
  const replaced = catalogue.targets.find(
    (target) => target.indicator === indicator && target.horizon === horizon,
  );
  return {
    id: `${unit}.${indicator}.${horizon}`,
    planNumber: null,
    indicator,
    horizon,
    value,
    comparison,
    strict: replaced?.comparison === comparison && replaced.strict,
    range: null,
    unit: { vi: catalogue.indicators.find(({ code }) => code === indicator)?.unit.vi ?? '' },
    eachYear: replaced?.eachYear ?? false,
    maintain: replaced?.maintain ?? false,
    originalValue: null,
    originalText: basis,
    notes: [],
  };
}
