import type { ObservationStatus } from './cell.ts';
import { observationStatuses } from './cell.ts';
import type { Decimal } from './decimal.ts';
import { sumRate } from './indicator.ts';
import type { AmountPair, Indicator } from './indicator.ts';
import { figureFor } from './observation.ts';
import type { Figure, Observation } from './observation.ts';
import { attainment } from './target.ts';
import type { Target } from './target.ts';
import type { UnitCode } from './unit.ts';

/** What one unit contributes; null when nothing was received from it. */
export type Contribution = { readonly unit: UnitCode; readonly observation: Observation | null };

export type Consolidated = {
  readonly total: Figure;
  /** The lowest status among the parts that the total stands on (D26). */
  readonly status: ObservationStatus | null;
  /** How many units the total stands on. */
  readonly counted: number;
  readonly parts: readonly { readonly unit: UnitCode; readonly figure: Figure | null }[];
};

/**
 * The province's figure of one indicator (D25). `weighted` is Σ numerator / Σ denominator over the
 * units that gave both amounts: units that say "-" have nothing to add, units that say "..." or were
 * not received are left out and counted, never taken as zero. What is `province-only` or
 * `not-additive` follows from no sum: it is what the province itself recorded.
 */
export function consolidate(
  indicator: Indicator,
  contributions: readonly Contribution[],
  ownObservation: Observation | null,
): Consolidated {
  const parts = contributions.map(({ unit, observation }) => ({
    unit,
    figure: observation === null ? null : figureFor(indicator, observation),
  }));
  switch (indicator.aggregation) {
    case 'not-additive':
    case 'province-only': {
      const total: Figure =
        ownObservation === null ? { kind: 'empty' } : figureFor(indicator, ownObservation);
      return { total, status: ownObservation?.status ?? null, counted: 0, parts };
    }
    case 'weighted':
      return { ...weigh(indicator, contributions), parts };
  }
}

/** How far a consolidated figure is from its target; null when there is no number or no target. */
export function distanceToTarget(
  indicator: Indicator,
  target: Target | null,
  total: Figure,
): { readonly met: boolean; readonly distance: Decimal } | null {
  if (target === null || total.kind !== 'number') return null;
  return attainment(target, indicator, total.number);
}

function weigh(
  indicator: Indicator,
  contributions: readonly Contribution[],
): Omit<Consolidated, 'parts'> {
  const observations = contributions.flatMap(({ observation }) =>
    observation === null ? [] : [observation],
  );
  const weighed = observations.flatMap((observation) => {
    const amounts = amountsOf(observation);
    return amounts === null ? [] : [{ amounts, status: observation.status }];
  });
  const nil = observations.filter(
    (one) => amountsOf(one) === null && figureFor(indicator, one).kind === 'nil',
  ).length;
  const counted = weighed.length + nil;
  if (weighed.length === 0) {
    const allNil = nil > 0 && nil === observations.length;
    const total: Figure = { kind: allNil ? 'nil' : observations.length > 0 ? 'missing' : 'empty' };
    return { total, status: null, counted };
  }
  const rate = sumRate(
    indicator,
    weighed.map((part) => part.amounts),
  );
  return {
    total: rate.ok ? { kind: 'number', number: rate.value } : { kind: 'nil' },
    status: lowestStatus(weighed.map((part) => part.status)),
    counted,
  };
}

function amountsOf({ numerator, denominator }: Observation): AmountPair | null {
  if (numerator.kind !== 'number' || denominator.kind !== 'number') return null;
  return { numerator: numerator.number, denominator: denominator.number };
}

function lowestStatus(statuses: readonly (ObservationStatus | null)[]): ObservationStatus | null {
  if (statuses.includes(null)) return null;
  return observationStatuses.find((status) => statuses.includes(status)) ?? null;
}
