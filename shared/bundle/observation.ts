/** One figure of a unit for a period, as it travels: long form, one record per indicator. */
import type { ObservationStatus } from '#shared/domain/cell.ts';
import { isDecimal } from '#shared/domain/decimal.ts';
import { parseIndicatorCode } from '#shared/domain/indicator.ts';
import { parsePeriodCode } from '#shared/domain/period.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';

/**
 * SDMX code list CL_OBS_STATUS, of which version 1 uses five: A normal value (chính thức), E
 * estimated (ước tính), P provisional (sơ bộ), L missing: data exist but were not collected ("..."),
 * O missing value: nothing was entered.
 */
export const obsStatuses = ['A', 'E', 'P', 'L', 'O'] as const;
export type ObsStatus = (typeof obsStatuses)[number];

/**
 * `numerator`, `denominator` and `value` are canonical decimals with a point (`6.2`), `-` (the thing
 * did not occur), `...` (it occurred, nobody could collect it), or null (nothing entered).
 */
export type ObservationRecord = {
  readonly refArea: string;
  readonly timePeriod: string;
  readonly indicator: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly value: string | null;
  readonly status: ObsStatus;
  readonly comment: string | null;
};

/** Column names of `data/observations.csv`, in order; SDMX concept names where SDMX has one. */
export const OBSERVATION_COLUMNS = [
  'REF_AREA',
  'TIME_PERIOD',
  'INDICATOR',
  'NUMERATOR',
  'DENOMINATOR',
  'OBS_VALUE',
  'OBS_STATUS',
  'COMMENT',
] as const;
export type ObservationColumn = (typeof OBSERVATION_COLUMNS)[number];

const MAX_COMMENT = 2000;
const STATUS_OF_QUALITY: Readonly<Record<ObservationStatus, ObsStatus>> = {
  official: 'A',
  estimated: 'E',
  provisional: 'P',
};

/** The SDMX status of a value: how firm it is, or why there is none. */
export function obsStatusOf(value: string | null, quality: ObservationStatus): ObsStatus {
  if (value === null) return 'O';
  return value === '...' ? 'L' : STATUS_OF_QUALITY[quality];
}

/** How firm a value with this status is; null where the value is missing. */
export function qualityOf(status: ObsStatus): ObservationStatus | null {
  switch (status) {
    case 'A':
      return 'official';
    case 'E':
      return 'estimated';
    case 'P':
      return 'provisional';
    case 'L':
    case 'O':
      return null;
  }
}

/** The cells of a record in the order of the columns; null is the empty cell. */
export function cellsOf(record: ObservationRecord): readonly string[] {
  return [
    record.refArea,
    record.timePeriod,
    record.indicator,
    record.numerator ?? '',
    record.denominator ?? '',
    record.value ?? '',
    record.status,
    record.comment ?? '',
  ];
}

/** A record of as many cells as there are columns; unchecked, see `firstFault`. */
export function recordOf(cells: readonly string[]): ObservationRecord {
  const [refArea = '', timePeriod = '', indicator = '', ...rest] = cells;
  const [numerator = '', denominator = '', value = '', status = '', comment = ''] = rest;
  return {
    refArea,
    timePeriod,
    indicator,
    numerator: numerator === '' ? null : numerator,
    denominator: denominator === '' ? null : denominator,
    value: value === '' ? null : value,
    status: status as ObsStatus, // `firstFault` refuses every other text
    comment: comment === '' ? null : comment,
  };
}

/** The first column of a record that breaks its rule; null when all hold. */
export function firstFault(record: ObservationRecord): ObservationColumn | null {
  if (parseUnitCode(record.refArea) === null) return 'REF_AREA';
  if (parsePeriodCode(record.timePeriod) === null) return 'TIME_PERIOD';
  if (parseIndicatorCode(record.indicator) === null) return 'INDICATOR';
  if (!isAmount(record.numerator)) return 'NUMERATOR';
  if (!isAmount(record.denominator)) return 'DENOMINATOR';
  if (!isAmount(record.value)) return 'OBS_VALUE';
  if (!statusFits(record.status, record.value)) return 'OBS_STATUS';
  return isComment(record.comment) ? null : 'COMMENT';
}

function isAmount(text: string | null): boolean {
  return text === null || text === '-' || text === '...' || isDecimal(text);
}

function statusFits(status: string, value: string | null): boolean {
  if (value === null) return status === 'O';
  if (value === '...') return status === 'L';
  return status === 'A' || status === 'E' || status === 'P';
}

/** NFC, at most 2000 letters, no control characters but the line feed. */
function isComment(text: string | null): boolean {
  if (text === null) return true;
  if (text === '' || text.length > MAX_COMMENT || text.normalize('NFC') !== text) return false;
  return !/(?!\n)[\p{Cc}\p{Cs}\uFEFF]/u.test(text);
}
