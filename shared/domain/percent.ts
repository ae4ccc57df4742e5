import type { Indicator } from './indicator.ts';

/** What of an indicator says in what it is published. */
type Published = Pick<Indicator, 'unit' | 'formula'>;

/**
 * Whether an indicator is published in percent, so that two of its figures differ in percentage points
 * (D70): by its unit of measure as it is written, and by the scale of its rate. Codes of units are names
 * that each plan gives, and say nothing.
 */
export function isPercentage({ unit, formula }: Published): boolean {
  return (
    unit.vi.trimStart().startsWith('%') && (formula.kind === 'value' || formula.scale === '100')
  );
}

/** Whether it is a percentage of each year, as growth rates on average are: `%/năm`. */
export function isPercentPerYear(indicator: Published): boolean {
  return isPercentage(indicator) && /^%\s*(?:\/|mỗi|một)\s*năm/i.test(indicator.unit.vi.trim());
}
