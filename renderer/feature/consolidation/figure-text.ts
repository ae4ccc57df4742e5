import { observationStatuses } from '#shared/domain/cell.ts';
import type { ObservationStatus } from '#shared/domain/cell.ts';
import type { ConsolidatedRow, ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import type { Text } from '../../ui/text.ts';

/** A figure of the table: the province's total, or one unit's. */
export type Figure = {
  readonly kind: ConsolidatedRow['units'][number]['kind'];
  readonly number: string | null;
};

/** Where a figure stands: a row's place among the rows, and 0 for the total or 1… for the units. */
export type FigurePlace = { readonly row: number; readonly column: number };

/** A figure as tables write it: `1.234,5`, `-` (nil), `...` (missing), nothing when not there. */
export function figureText(figure: Figure, decimals: number, text: Text): string {
  switch (figure.kind) {
    case 'number':
      return figure.number === null ? '' : text.formatDecimal(figure.number, decimals);
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

/** A figure as it is read aloud: the number, or in words why there is none. */
export function spokenFigure(figure: Figure, decimals: number, text: Text): string {
  if (figure.kind === 'number') return figureText(figure, decimals, text);
  return text.t(`consolidation.values.${figure.kind}`);
}

/** The units whose figures the table holds; of a nation only some at a time. */
export function shownUnits({ units, shown }: ConsolidatedView): ConsolidatedView['units'] {
  return units.slice(shown.from, shown.from + shown.count);
}

/** Whether a unit's figures stand in the table: it has reported, and the report was not returned. */
export function isCounted({ answer }: ConsolidatedView['units'][number]): boolean {
  return answer !== null && answer !== 'returned';
}

/** How many units a total stands on and, where it is known, their share: `10/12 · 83,4%`. */
export function coverageText({ total }: ConsolidatedRow, text: Text): string {
  const counts = { counted: total.counted, expected: total.expected };
  return total.share === null || total.counted === total.expected
    ? text.t('consolidation.counted', counts)
    : text.t('periodLock.coverage', { ...counts, share: text.formatDecimal(total.share) });
}

/** The same in whole words, for whoever asks what the two figures are. */
export function coverageWords({ total }: ConsolidatedRow, text: Text): string {
  const { counted, expected, share } = total;
  const words = text.t('consolidation.countedWords', { counted, expected });
  if (share === null || counted === expected) return words;
  return text.t('consolidation.countedShare', { words, share: text.formatDecimal(share) });
}

/**
 * The smallest share that a total of the table stands on; null where everything is counted, or where
 * the share of a total without somebody is unknown: it may be the smallest.
 */
export function leastShare({ rows }: Pick<ConsolidatedView, 'rows'>): string | null {
  const isUnknown = rows.some(
    ({ total }) => total.share === null && total.counted < total.expected,
  );
  if (isUnknown) return null;
  const shares = rows.flatMap(({ total: { share } }) => (share === null ? [] : [share]));
  const [least] = shares.sort((a, b) => Number(a) - Number(b));
  return least === undefined || least === '100' ? null : least;
}

/** The target as the table writes it: `≥ 6,2`, with its year where that is not the period's. */
export function targetText(row: ConsolidatedRow, view: ConsolidatedView, text: Text): string {
  if (row.target === null) return '';
  const { horizon } = row.target;
  const target = goalText(row.target, text);
  if (view.period.startsWith(horizon)) return target;
  return text.t('consolidation.targetLater', { target, horizon });
}

/** The target alone: `≥ 6,2`. */
export function goalText(
  { value, comparison }: NonNullable<ConsolidatedRow['target']>,
  text: Text,
): string {
  return text.t('consolidation.targetText', {
    comparison: comparisonSign(comparison, text),
    value: text.formatDecimal(value),
  });
}

/** Why the verdict is what it is, where figure and target do not say so. */
export function reasonText({ verdictReason, target }: ConsolidatedRow, text: Text): string | null {
  if (verdictReason === null || target === null) return null;
  const { horizon } = target;
  return text.t(`following.verdictReasons.${verdictReason}`, { horizon, year: horizon.slice(-4) });
}

/** The difference to the target with its sign: `+1,2`. */
export function differenceText(row: ConsolidatedRow, text: Text): string {
  if (row.difference === null) return '';
  const written = text.formatDecimal(row.difference, row.decimals);
  return /[1-9]/.test(written) && !written.startsWith('-') ? `+${written}` : written;
}

/** A number with its unit: `6,2%` without a blank, as the plan writes percent; `185 triệu đồng/ha`. */
export function withUnit(written: string, row: ConsolidatedRow): string {
  return row.unitOfMeasure.startsWith('%')
    ? `${written}${row.unitOfMeasure}`
    : `${written} ${row.unitOfMeasure}`;
}

/** What a difference is counted in: points of percent for percentages, else the row's own unit. */
export function differenceUnit(row: ConsolidatedRow, text: Text): string {
  return row.unitOfMeasure.startsWith('%') ? text.t('consolidation.points') : row.unitOfMeasure;
}

/** A status of the services, when it is one that has a word. */
export function knownStatus(status: string | null): ObservationStatus | null {
  return observationStatuses.find((known) => known === status) ?? null;
}

function comparisonSign(comparison: string, text: Text): string {
  switch (comparison) {
    case '>=':
    case '<=':
    case '=':
      return text.t(`consolidation.comparisons.${comparison}`);
    default:
      return comparison;
  }
}
