import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { parseDecimal } from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import type { FollowedPlan } from '#shared/ipc/calls/following.ts';
import { TargetTable } from '../../../../renderer/feature/following/target-table.tsx';
import { august2022 } from '../../../helpers/world.ts';

const decimal = (text: string) => parseDecimal(text) as Decimal; // literals of this test
const words = 'http://bantuyengiao.haiduong.org.vn/Article';

/** One goal of 2022 with what was published of it, without or with a figure of the province. */
function planWith(hasOwn: boolean): FollowedPlan {
  const actual = {
    period: august2022,
    periodName: 'Báo cáo tháng 8/2022',
    number: decimal('10'),
    status: 'estimated',
    counted: 0,
    expected: 0,
  };
  const verdict = hasOwn ? 'met' : null;
  const part = {
    id: 'T2022.1',
    indicator: 'GRDP_GROWTH',
    indicatorName: 'Tốc độ tăng GRDP',
    unitOfMeasure: '%',
    decimals: 2,
    target: { value: decimal('10'), comparison: '>=', horizon: '2022' },
    originalText: 'tăng 10%',
    holds: null,
    actual: hasOwn ? actual : null,
    distance: null,
    verdict,
    verdictReason: null,
    pace: null,
    published: [{ value: decimal('9.06'), status: 'ước', source: 'https://baohaiduong.vn/1' }],
  } as const;
  return {
    goals: [
      {
        id: '2022/1',
        number: 1,
        verdict,
        published: 'không đạt',
        parts: [{ ...part, published: [...part.published] }],
      },
    ],
    publishedNote: 'Số ước cuối năm.',
    publishedSummary: 'Đạt và vượt 9/16 chỉ tiêu.',
    publishedSources: [words],
    periods: [],
    given: [],
    leftOut: [],
    units: [],
    indicators: [],
  };
}

describe('what was published, in the table of targets', () => {
  it.each([false, true])('D154 stands with its sources (beside an own figure: %s)', (hasOwn) => {
    const html = renderToStaticMarkup(createElement(TargetTable, { plan: planWith(hasOwn) }));
    expect(html.includes('10,00%')).toBe(hasOwn);
    for (const said of ['9,06%, ước', 'Công bố: không đạt', 'Đạt và vượt 9/16', words]) {
      expect(html).toContain(said);
    }
    expect(html).toContain('https://baohaiduong.vn/1');
  });
});
