import type { Text } from '../../ui/text.ts';
import type { PlanTarget } from './plan-parts.ts';

/** A target as lists write it: `≥ 6,2`. */
export function targetValue(target: PlanTarget, text: Text): string {
  return `${comparisonSign(target.comparison, text)} ${text.formatDecimal(target.value)}`;
}

function comparisonSign(comparison: string, text: Text): string {
  switch (comparison) {
    case '>=':
    case '<=':
    case '=':
      return text.t(`plan.comparisons.${comparison}`);
    default:
      return comparison;
  }
}
