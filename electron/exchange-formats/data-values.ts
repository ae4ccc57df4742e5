import type { ObservationStatus } from '#shared/domain/cell.ts';
import { isDecimal } from '#shared/domain/decimal.ts';

import { denominatorSuffix, numeratorSuffix } from './exchange-codes.ts';
import { statusCode, statusOfCode } from './line-columns.ts';
import { linesOf, sampleMark } from './period-model.ts';
import type { ExchangePeriod } from './period-model.ts';

/**
 * What ADX and DHIS2 carry: numbers of an area and an element. They have no word for "-" or "...",
 * and a zero in their place would be false, so those are left out (D171).
 */
export type DataValue = {
  readonly area: string;
  readonly element: string;
  readonly value: string;
  /**
   * How firm the figure is, and the note; an amount has neither of its own: null, or the mark of a
   * sample.
   */
  readonly remark: string | null;
  /** Whether a firmer figure is still to come. */
  readonly isToFollow: boolean;
};

/** The numbers of a period: of each figure itself, then its two amounts. */
export function dataValuesOf(model: ExchangePeriod): readonly DataValue[] {
  return linesOf(model).flatMap((line): readonly DataValue[] => {
    const { area, indicator, number, status, comment } = line;
    const amount = (suffix: string, text: string | null): readonly DataValue[] =>
      text !== null && isDecimal(text)
        ? [
            {
              area,
              element: `${indicator}${suffix}`,
              value: text,
              remark: model.isSample ? sampleMark : null,
              isToFollow: false,
            },
          ]
        : [];
    return [
      ...(number === null
        ? []
        : [
            {
              area,
              element: indicator,
              value: number,
              remark: remarkOf(statusCode(line), comment),
              isToFollow: isToFollow(status),
            },
          ]),
      ...amount(numeratorSuffix, line.numerator),
      ...amount(denominatorSuffix, line.denominator),
    ];
  });
}

/** Whether a figure of this status is not the last word. */
export function isToFollow(status: ObservationStatus | null): boolean {
  return status !== 'official';
}

/** `[E] note`: the SDMX status, `?` where it has none, then what was noted. */
function remarkOf(code: string, comment: string): string {
  return `[${code === '' ? '?' : code}]${comment === '' ? '' : ` ${comment}`}`;
}

const REMARK = /^\[([AEP?])\](?: ([^]+))?$/;

/** The status that a remark states; undefined for a text that is no remark of ours. */
export function statusOfRemark(remark: string): ObservationStatus | null | undefined {
  const [, code] = REMARK.exec(remark) ?? [];
  return code === undefined ? undefined : statusOfCode(code);
}

/** Whether a value is one that `dataValuesOf` could have made. */
export function isDataValue({ element, value, remark, isToFollow: follows }: DataValue): boolean {
  if (!isDecimal(value)) return false;
  const isAmount = element.endsWith(numeratorSuffix) || element.endsWith(denominatorSuffix);
  if (isAmount) return (remark === null || remark === sampleMark) && !follows;
  if (remark === null) return false;
  const status = statusOfRemark(remark);
  return status !== undefined && isToFollow(status) === follows;
}
