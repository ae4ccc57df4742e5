import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { parseDecimal } from '#shared/domain/decimal.ts';
import { TrendChart } from '../../../../renderer/feature/following/trend-chart.tsx';

const kinds = ['number', 'nil', 'missing', 'not-received', 'returned', 'empty'];
const periods = kinds.map((kind, at) => ({ name: `Kỳ ${kind}`, short: `${String(at + 1)}/2022` }));
const figures = kinds.map((kind) => ({
  kind,
  number: kind === 'number' ? parseDecimal('91.4') : null,
}));

function cells(lines: Parameters<typeof TrendChart>[0]['lines']): readonly (string | undefined)[] {
  const html = renderToStaticMarkup(
    createElement(TrendChart, {
      label: 'Xu hướng',
      periods,
      lines,
      unitOfMeasure: '%',
      decimals: 1,
    }),
  );
  return [...html.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text]) => text);
}

describe('the table under the trend', () => {
  it('says of every gap why there is no number: only what nobody could collect is "..."', () => {
    expect(cells([{ name: 'Toàn tỉnh', figures }])).toEqual([
      '91,4%',
      '-',
      '...',
      'chưa gửi',
      'đã trả lại',
      'chưa có',
    ]);
  });

  it('leaves a period blank that does not ask for the indicator', () => {
    expect(cells([{ name: 'Toàn tỉnh', figures: kinds.map(() => null) }])).toEqual(
      kinds.map(() => ''),
    );
  });
});
