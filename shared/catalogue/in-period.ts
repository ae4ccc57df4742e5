import { comparePeriods } from '#shared/domain/period.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { isValidOn } from '#shared/domain/unit.ts';
import type { Unit } from '#shared/domain/unit.ts';
import type { CalendarDay } from '#shared/kit/clock.ts';
import type { Catalogue } from './catalogue.ts';

const known = new WeakMap<Catalogue, Map<PeriodCode, Catalogue>>();

/**
 * A catalogue as one of its periods has it (D160): without the indicators that it asks for no more,
 * and with the units that exist on the last day of its deadline. The very catalogue where that is all
 * of it, and for a period that it lacks.
 */
export function inPeriod(catalogue: Catalogue, period: PeriodCode): Catalogue {
  const ofCatalogue = known.get(catalogue) ?? new Map<PeriodCode, Catalogue>();
  known.set(catalogue, ofCatalogue);
  const existing = ofCatalogue.get(period);
  if (existing !== undefined) return existing;
  const narrowed = narrow(catalogue, period);
  ofCatalogue.set(period, narrowed);
  // What was narrowed once may be asked for the same period again.
  if (narrowed !== catalogue) known.set(narrowed, new Map([[period, narrowed]]));
  return narrowed;
}

function narrow(catalogue: Catalogue, code: PeriodCode): Catalogue {
  const period = catalogue.periods.find((each) => each.code === code);
  if (period === undefined) return catalogue;
  const indicators = catalogue.indicators.filter(
    ({ lastPeriod }) => lastPeriod === undefined || comparePeriods(code, lastPeriod) <= 0,
  );
  const units = unitsOn(catalogue.units, period.deadline.lastCompliantDay);
  const isWhole =
    indicators.length === catalogue.indicators.length && units.length === catalogue.units.length;
  return isWhole ? catalogue : { ...catalogue, indicators, units };
}

/** The units of a day; they keep their order. */
function unitsOn(units: readonly Unit[], day: CalendarDay): readonly Unit[] {
  return units.filter((unit) => isValidOn(unit, day));
}
