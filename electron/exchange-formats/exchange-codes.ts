import { firstDayOf, partsOfPeriod } from '#shared/domain/period.ts';
import type { PeriodCode } from '#shared/domain/period.ts';

/** The set of indicators, as ADX, DHIS2 and SDMX name it; a receiving system gives it this code. */
export const dataSetCode = 'SCT_INDICATORS';

/** Elements of the two amounts: a point is in no indicator's code, so that no two elements are one. */
export const numeratorSuffix = '.NUM';
export const denominatorSuffix = '.DEN';

/**
 * A period as SDMX and DHIS2 have it. The plan of a year is the year, a report the month that names
 * it: what the figures cover (a point, a month, a year so far) is in the indicator's definition.
 */
export function sdmxPeriod(code: PeriodCode): {
  readonly frequency: 'A' | 'M';
  readonly time: string;
} {
  const { year, month } = partsOfPeriod(code);
  return month === 0
    ? { frequency: 'A', time: String(year) }
    : { frequency: 'M', time: firstDayOf(code).slice(0, 'yyyy-mm'.length) };
}

/** `2022`, `202208`: DHIS2 writes a month without a hyphen. */
export function dhis2Period(code: PeriodCode): string {
  return sdmxPeriod(code).time.replace('-', '');
}

/** `2022-08-01/P1M`, `2022-01-01/P1Y` (IHE QRPH ADX 2015, an ISO 8601 start and duration). */
export function adxPeriod(code: PeriodCode): string {
  return `${firstDayOf(code)}/${sdmxPeriod(code).frequency === 'A' ? 'P1Y' : 'P1M'}`;
}
