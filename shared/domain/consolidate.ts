import type { ObservationStatus } from './cell.ts';
import { observationStatuses } from './cell.ts';
import { sum, ZERO } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { rateOf } from './indicator.ts';
import type { Indicator } from './indicator.ts';
import { figureFor } from './observation.ts';
import type { Figure, Observation } from './observation.ts';
import { attainment } from './target.ts';
import type { Target } from './target.ts';
import type { UnitCode } from './unit.ts';

/** What one unit contributes; null when nothing was received from it. */
export type Contribution = { readonly unit: UnitCode; readonly observation: Observation | null };

/** The exact sums of what units say of one indicator: all that a total is made of. */
export type PartSums = {
  /** How many units say anything at all. */
  readonly stated: number;
  /** How many give what is added up. */
  readonly added: number;
  /** How many say "-" of nothing that is there: they are counted, and have nothing to add. */
  readonly nil: number;
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  readonly value: Decimal;
  /** The lowest status of the numbers that are added up; null when one of them has none. */
  readonly status: ObservationStatus | null;
};

export type Total = {
  readonly total: Figure;
  /** The lowest status among the parts that the total stands on (D26). */
  readonly status: ObservationStatus | null;
  /** How many units the total stands on. */
  readonly counted: number;
  /** What was added up, where amounts were; null for every other kind of total. */
  readonly sums: { readonly numerator: Decimal; readonly denominator: Decimal } | null;
};

export type Consolidated = Total & {
  readonly parts: readonly { readonly unit: UnitCode; readonly figure: Figure | null }[];
};

/**
 * The province's figure of one indicator (D25, D140). `weighted` is Σ numerator / Σ denominator over
 * the units that gave both amounts, `sum` is Σ of the values. Who says "-" adds nothing to the
 * numerator, yet its denominator where there is one. Units that say "..." or were not received are left
 * out and counted, never taken as zero. What is `province-only` or `not-additive` follows from no sum:
 * it is what the province itself recorded.
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
  return { ...totalOf(indicator, sumsOf(indicator, contributions), ownObservation), parts };
}

/** The total of an indicator from the sums of its parts, by the indicator's rule (D25, D140). */
export function totalOf(
  indicator: Indicator,
  sums: PartSums,
  ownObservation: Observation | null,
): Total {
  switch (indicator.aggregation) {
    case 'not-additive':
    case 'province-only': {
      const total: Figure =
        ownObservation === null ? { kind: 'empty' } : figureFor(indicator, ownObservation);
      return { total, status: ownObservation?.status ?? null, counted: 0, sums: null };
    }
    case 'weighted': {
      const { numerator, denominator } = sums;
      if (sums.added === 0) return { ...withoutParts(sums), sums: null };
      const rate = rateOf(indicator, numerator, denominator);
      return {
        total: rate.ok ? { kind: 'number', number: rate.value } : { kind: 'nil' },
        status: sums.status,
        counted: sums.added + sums.nil,
        sums: { numerator, denominator },
      };
    }
    case 'sum':
      if (sums.added === 0) return { ...withoutParts(sums), sums: null };
      return {
        total: { kind: 'number', number: sums.value },
        status: sums.status,
        counted: sums.added + sums.nil,
        sums: null,
      };
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

/** Nothing is added up of what units say. */
export const noSums: PartSums = {
  stated: 0,
  added: 0,
  nil: 0,
  numerator: ZERO,
  denominator: ZERO,
  value: ZERO,
  status: null,
};

/** Adds up what units say of an indicator, one by one. A store that sums in SQL gives the same. */
export function sumsOf(indicator: Indicator, contributions: readonly Contribution[]): PartSums {
  const observations = contributions.flatMap(({ observation }) =>
    observation === null ? [] : [observation],
  );
  const parts = observations.flatMap((observation) => {
    const added = addedOf(indicator, observation);
    return added === null ? [] : [{ ...added, observation }];
  });
  return {
    stated: observations.length,
    added: parts.length,
    nil: observations.filter((one) => addedOf(indicator, one) === null && isNil(indicator, one))
      .length,
    numerator: sum(parts.map(({ numerator }) => numerator)),
    denominator: sum(parts.map(({ denominator }) => denominator)),
    value: sum(parts.map(({ value }) => value)),
    status: lowestStatus(
      parts
        .filter((part) => !isNil(indicator, part.observation))
        .map(({ observation: { status } }) => status),
    ),
  };
}

/** What one unit adds to a total; null when it adds nothing. */
function addedOf(
  indicator: Indicator,
  { numerator, denominator, value }: Observation,
): Pick<PartSums, 'numerator' | 'denominator' | 'value'> | null {
  if (indicator.aggregation === 'sum') {
    return value.kind === 'number'
      ? { numerator: ZERO, denominator: ZERO, value: value.number }
      : null;
  }
  // Without anything to relate to, the unit's own figure is "-" (D4).
  if (denominator.kind !== 'number' || denominator.number === ZERO) return null;
  if (numerator.kind !== 'number' && numerator.kind !== 'nil') return null;
  return {
    // Nothing occurred among those who are there: they count in full.
    numerator: numerator.kind === 'nil' ? ZERO : numerator.number,
    denominator: denominator.number,
    value: ZERO,
  };
}

/** Whether a unit says "-": then no number of its own is more or less firm (D26). */
function isNil(indicator: Indicator, observation: Observation): boolean {
  return figureFor(indicator, observation).kind === 'nil';
}

function withoutParts({ stated, nil }: PartSums): Omit<Total, 'sums'> {
  const allNil = nil > 0 && nil === stated;
  const total: Figure = { kind: allNil ? 'nil' : stated > 0 ? 'missing' : 'empty' };
  return { total, status: null, counted: nil };
}

function lowestStatus(statuses: readonly (ObservationStatus | null)[]): ObservationStatus | null {
  if (statuses.includes(null)) return null;
  return observationStatuses.find((status) => statuses.includes(status)) ?? null;
}
