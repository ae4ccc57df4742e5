import type { Arrival } from '#shared/domain/arrival.ts';
import type { Verdict } from '#shared/domain/comparison.ts';

import { statusOfCode, statusCode } from './line-columns.ts';
import { figureText } from './period-model.ts';
import type { ExchangeFigure, ExchangePeriod } from './period-model.ts';

/** Documents are Vietnamese whatever the language of the screen is. */
const statuses = { estimated: 'Ước tính', provisional: 'Sơ bộ', official: 'Chính thức' } as const;
const verdicts = {
  exceeded: 'Vượt',
  met: 'Đạt',
  'not-met': 'Không đạt',
  'not-due': 'Chưa đến kỳ đánh giá',
} as const;
const comparisons: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤' };

/** How firm a figure is, in words; empty for a gap. */
export function statusWord(figure: ExchangeFigure): string {
  const status = statusOfCode(statusCode(figure));
  return status === null ? '' : statuses[status];
}

/** Why no number stands there: the two signs as they are, other gaps in words. */
export function gapText(figure: ExchangeFigure): string {
  switch (figure.kind) {
    case 'not-received':
      return 'chưa gửi';
    case 'returned':
      return 'đã trả lại';
    case 'empty':
    case 'number':
      return '';
    case 'nil':
    case 'missing':
      return figureText(figure);
  }
}

export function comparisonSign(comparison: string): string {
  return comparisons[comparison] ?? comparison;
}

/** What is said of a total against its target; empty where nothing can be said. */
export function verdictWord(verdict: Verdict | null): string {
  return verdict === null ? '' : verdicts[verdict];
}

/** Whether it was locked, who is not in the totals and who came late: one sentence each. */
export function arrivalLines({ units, lock }: ExchangePeriod): readonly string[] {
  const named = (title: string, belongs: (unit: ExchangePeriod['units'][number]) => boolean) => {
    const names = units.filter(belongs).map(({ name }) => name);
    return names.length === 0
      ? []
      : [`${title} (${names.length}/${units.length}): ${names.join(', ')}.`];
  };
  const came =
    (arrival: Arrival) =>
    ({ source }: ExchangePeriod['units'][number]) =>
      source?.isReturned === false && source.arrival === arrival;
  return [
    ...(lock === null
      ? []
      : [`Số liệu đã chốt lần ${lock.number}, mã kiểm tra ${lock.checkCode}.`]),
    ...named('Đơn vị chưa gửi', ({ source }) => source === null),
    ...named('Báo cáo đã trả lại, chờ gửi lần mới', ({ source }) => source?.isReturned === true),
    ...named('Đơn vị gửi sau thời hạn', came('late')),
    ...named('Đơn vị đóng gói đúng hạn, tỉnh nhận sau hạn', came('sealed-on-time')),
  ];
}
