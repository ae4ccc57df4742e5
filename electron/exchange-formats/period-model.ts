import type { Arrival } from '#shared/domain/arrival.ts';
import type { ObservationStatus } from '#shared/domain/cell.ts';
import type { Verdict } from '#shared/domain/comparison.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { Instant } from '#shared/kit/clock.ts';

/** What stands in the place of a figure: a number, or why there is none (D170). */
export const figureKinds = [
  'number',
  'nil',
  'missing',
  'empty',
  'not-received',
  'returned',
] as const;
export type FigureKind = (typeof figureKinds)[number];

/** One figure of one area. Numbers are canonical decimals with a point. */
export type ExchangeFigure = {
  readonly kind: FigureKind;
  /** Set exactly when the kind is `number`. */
  readonly number: string | null;
  /** The two amounts: a decimal, "-", "..." or null. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly status: ObservationStatus | null;
  readonly comment: string;
};

/** What a total is held against, and what it stands on. */
export type ExchangeGoal = {
  readonly target: {
    readonly value: string;
    readonly comparison: string;
    readonly horizon: string;
  } | null;
  /** Total minus target; null without both. */
  readonly difference: string | null;
  /** Null too while the target is not due: it is neither met nor missed then. */
  readonly isMet: boolean | null;
  /** How many units the total stands on, of how many; null where it is no sum. */
  readonly coverage: { readonly counted: number; readonly expected: number } | null;
};

export type ExchangeRow = Omit<ExchangeGoal, 'isMet'> & {
  /** What is said of the total against the target, on screen, on paper and here alike (D73, D153). */
  readonly verdict: Verdict | null;
  /** The share of the denominator that the counted units hold, in percent; null where not known. */
  readonly share: string | null;
  /** Whether the province publishes the figure: what units sent beside it counts nowhere. */
  readonly isOfProvince: boolean;
  readonly indicator: string;
  readonly ordinal: string;
  readonly group: string;
  readonly name: string;
  readonly unitOfMeasure: string;
  readonly decimals: number;
  readonly total: ExchangeFigure;
  /** In the order of the model's units; none where the province alone has a figure. */
  readonly units: readonly ExchangeFigure[];
};

export type ExchangeUnit = {
  readonly code: string;
  readonly name: string;
  /** What the figures were taken from; null where nothing came. */
  readonly source: {
    readonly fileName: string;
    readonly sha256: string;
    readonly revision: number;
    readonly sequence: number;
    readonly receivedAt: Instant;
    /** Who prepared and who approved, as the report says it. */
    readonly preparedBy: string;
    readonly approvedBy: string;
    readonly isReturned: boolean;
    /** How it came by both clocks, as screens judge it (D107). */
    readonly arrival: Arrival;
  } | null;
};

/** What the province consolidated of a period: all that any of the formats is written from. */
export type ExchangePeriod = {
  readonly period: PeriodCode;
  readonly periodName: string;
  readonly area: { readonly code: string; readonly name: string };
  readonly catalogue: number;
  readonly made: Instant;
  /** Whether these are figures of the sample store, which every format has to say. */
  readonly isSample: boolean;
  /** The lock that the figures stand under; null while the period is open. */
  readonly lock: { readonly number: number; readonly checkCode: string } | null;
  readonly units: readonly ExchangeUnit[];
  readonly rows: readonly ExchangeRow[];
};

export const sampleMark = 'SỐ LIỆU MẪU, KHÔNG PHẢI SỐ LIỆU THẬT';

/** A comment as files have it: of sample figures it begins with their mark. */
export function markedComment({ isSample }: ExchangePeriod, comment: string): string {
  if (!isSample) return comment;
  return comment === '' ? sampleMark : `${sampleMark}. ${comment}`;
}

/** One figure with the keys by which the flat formats find it. */
export type ExchangeLine = ExchangeFigure &
  ExchangeGoal & { readonly area: string; readonly indicator: string };

const noGoal: ExchangeGoal = { target: null, difference: null, isMet: null, coverage: null };

/** All figures of a period, long form: of each indicator the province's first, then the units'. */
export function linesOf(model: ExchangePeriod): readonly ExchangeLine[] {
  return model.rows.flatMap((row) => {
    const { indicator, target, difference, coverage } = row;
    return [
      {
        area: model.area.code,
        indicator,
        ...row.total,
        comment: markedComment(model, row.total.comment),
        target,
        difference,
        isMet: isMet(row.verdict),
        coverage,
      },
      ...row.units.map((figure, at) => ({
        area: model.units[at]?.code ?? '',
        indicator,
        ...figure,
        comment: markedComment(model, figure.comment),
        ...noGoal,
      })),
    ];
  });
}

function isMet(verdict: Verdict | null): boolean | null {
  return verdict === null || verdict === 'not-due' ? null : verdict !== 'not-met';
}

/** How a figure is written where "-" and "..." may stand: other gaps are an empty text. */
export function figureText({ kind, number }: Pick<ExchangeFigure, 'kind' | 'number'>): string {
  switch (kind) {
    case 'number':
      return number ?? '';
    case 'nil':
      return '-';
    case 'missing':
      return '...';
    case 'empty':
    case 'not-received':
    case 'returned':
      return '';
  }
}

/** The first part of every file's name. */
export function baseNameOf({ area, period }: ExchangePeriod): string {
  return `tong-hop_${area.code}_${period}`;
}
