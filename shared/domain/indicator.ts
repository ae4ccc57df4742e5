import type { Brand } from '#shared/kit/brand.ts';
import { ok, refuse, type Result } from '#shared/kit/result.ts';
import { divide, multiply, subtract, sum, wholeNumber, type Decimal } from './decimal.ts';
import type { PeriodCode } from './period.ts';
import type { UnitLevel } from './unit.ts';

/** An indicator's stable code, such as `HI_COVERAGE`. */
export type IndicatorCode = Brand<string, 'IndicatorCode'>;

/** A text in both languages of the interface. */
export type Bilingual = { readonly vi: string; readonly en: string };

/** An observed amount that enters a rate: what it counts, and in which unit (`người`, `hộ`). */
export type Amount = Bilingual & { readonly unit: string };

/** What the fraction is multiplied with: percent 100, per 10 000 people 10000, plain quotient 1. */
export type RateScale = '1' | '100' | '10000';

/**
 * How a rate comes from the two observed amounts (D3). They are called numerator and denominator in
 * every kind, and both are amounts that were counted or booked, never differences:
 * - `ratio`: numerator / denominator × scale;
 * - `growth`: (numerator − denominator) / denominator × scale, the numerator being the current amount
 *   and the denominator the base;
 * - `reduction`: (denominator − numerator) / denominator × scale, the denominator being the amount at
 *   the start and the numerator the amount at the end.
 */
export type RateFormula = {
  readonly kind: 'ratio' | 'growth' | 'reduction';
  readonly scale: RateScale;
  readonly numerator: Amount;
  readonly denominator: Amount;
};

/** An index or a multi-year average that is published as such and entered as one value. */
export type ValueFormula = { readonly kind: 'value'; readonly text: Bilingual };

export type Formula = RateFormula | ValueFormula;

export type TimeNature = 'point-in-time' | 'period' | 'period-cumulative' | 'period-multi-year';
export type Direction = 'higher' | 'lower' | 'target-equal';

/**
 * How the province's figure comes from the units' figures (D25): `weighted` is Σ numerator /
 * Σ denominator, `sum` is Σ of values that simply add up, `province-only` is entered by the province,
 * `not-additive` follows from no sum of the units.
 */
export const aggregations = ['weighted', 'sum', 'province-only', 'not-additive'] as const;
export type Aggregation = (typeof aggregations)[number];

/** An indicator of the plan: data of the catalogue, nothing in code names one. */
export type Indicator = {
  readonly code: IndicatorCode;
  readonly name: Bilingual;
  /** The code of a group of the catalogue's form rows, such as `economy`. */
  readonly group: string;
  readonly unit: { readonly code: string; readonly vi: string };
  readonly timeNature: TimeNature;
  readonly better: Direction;
  /** Digits after the point of the published figure, 0 to 3. */
  readonly decimals: number;
  readonly formula: Formula;
  readonly reportedBy: UnitLevel;
  readonly reportedByNote: string;
  readonly aggregation: Aggregation;
  readonly aggregationNote: string;
  readonly range: {
    readonly hardMin: Decimal | null;
    readonly hardMax: Decimal | null;
    readonly warnBelow: Decimal | null;
    readonly warnAbove: Decimal | null;
    readonly basis: string;
  };
  readonly definition: {
    readonly basis: string;
    /** The source's own wording of the fraction or formula. */
    readonly wording: Bilingual;
    /** Keys of the catalogue's definition sources. */
    readonly sources: readonly string[];
    readonly note: string | null;
  };
  readonly owners: { readonly district: string | null; readonly province: string };
  readonly frequency: {
    readonly official: string;
    readonly inPlan: string;
    readonly basis: string;
  };
  readonly notes: readonly string[];
  /** The last period that asks for it (D160); absent while the plan goes on asking. */
  readonly lastPeriod?: PeriodCode | undefined;
};

/** The two observed amounts of one unit. */
export type AmountPair = { readonly numerator: Decimal; readonly denominator: Decimal };

export type RateRefusal = 'denominator-zero' | 'indicator-has-no-rate';

/** Whether the province's figure follows from its units' figures. */
export function isAdditive({ aggregation }: Pick<Indicator, 'aggregation'>): boolean {
  return aggregation === 'weighted' || aggregation === 'sum';
}

const CODE = /^[A-Z][A-Z0-9_]{1,39}$/;

/** Reads an indicator code: capitals, digits and underscores, 2 to 40; null when it is none. */
export function parseIndicatorCode(text: string): IndicatorCode | null {
  return CODE.test(text) ? (text as IndicatorCode) : null;
}

/**
 * The rate of one unit from its two amounts (D3, D4), in the indicator's unit and rounded once, half
 * up, to its decimals.
 * @returns `denominator-zero` when nothing is there to relate to: the figure is then "-" and not 0;
 * `indicator-has-no-rate` for an indicator that is entered as one value.
 */
export function rateOf(
  indicator: Indicator,
  numerator: Decimal,
  denominator: Decimal,
): Result<Decimal, RateRefusal> {
  const { formula } = indicator;
  if (formula.kind === 'value') {
    return refuse('indicator-has-no-rate', { indicator: indicator.code });
  }
  const scaled = multiply(observedPart(formula, numerator, denominator), SCALES[formula.scale]);
  const rate = divide(scaled, denominator, indicator.decimals);
  return rate === null ? refuse('denominator-zero', { indicator: indicator.code }) : ok(rate);
}

/**
 * The rate of several units together (D5): Σ numerator against Σ denominator, never a mean of their
 * rates. Refuses as `rateOf`; an empty list has the denominator zero.
 */
export function sumRate(
  indicator: Indicator,
  parts: readonly AmountPair[],
): Result<Decimal, RateRefusal> {
  return rateOf(
    indicator,
    sum(parts.map((part) => part.numerator)),
    sum(parts.map((part) => part.denominator)),
  );
}

function observedPart(formula: RateFormula, numerator: Decimal, denominator: Decimal): Decimal {
  switch (formula.kind) {
    case 'ratio':
      return numerator;
    case 'growth':
      return subtract(numerator, denominator);
    case 'reduction':
      return subtract(denominator, numerator);
  }
}

const SCALES: Readonly<Record<RateScale, Decimal>> = {
  '1': wholeNumber(1),
  '100': wholeNumber(100),
  '10000': wholeNumber(10_000),
};
