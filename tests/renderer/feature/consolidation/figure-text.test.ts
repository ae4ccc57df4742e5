import { describe, expect, it } from 'vitest';

import type { ConsolidatedRow } from '#shared/ipc/calls/exchange.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import { translator } from '#shared/text/translate.ts';

import {
  differenceText,
  differenceUnit,
  figureText,
  leastShare,
  spokenFigure,
  withUnit,
} from '../../../../renderer/feature/consolidation/figure-text.ts';
import type { Text } from '../../../../renderer/ui/text.ts';

const text: Text = {
  t: translator('vi'),
  language: 'vi',
  describe: () => ({ text: '', phoneCode: '' }),
  formatDecimal: (value, decimals) => formatDecimal(value, decimals, 'vi'),
  formatDay: (day) => day,
  formatInstant: (instant) => instant,
  formatTime: (instant) => instant,
};

function row(changes: Partial<ConsolidatedRow>): ConsolidatedRow {
  return {
    row: 'HEALTH_INSURANCE',
    ordinal: '18',
    group: 'Xã hội',
    name: 'Tỷ lệ bao phủ bảo hiểm y tế',
    unitOfMeasure: '%',
    decimals: 2,
    aggregation: 'weighted',
    total: {
      kind: 'number',
      number: '91.36',
      status: null,
      counted: 12,
      expected: 12,
      numerator: null,
      denominator: null,
      share: null,
      whyNoShare: 'no-denominator',
      leftOut: [],
    },
    target: null,
    difference: null,
    met: null,
    verdict: null,
    verdictReason: null,
    ownNote: '',
    units: [],
    ...changes,
  };
}

describe('figures of the consolidated table', () => {
  it('never shows "-", "..." or a unit that is missing as zero or as a number', () => {
    expect(figureText({ kind: 'nil', number: null }, 1, text)).toBe('-');
    expect(figureText({ kind: 'missing', number: null }, 1, text)).toBe('...');
    expect(figureText({ kind: 'not-received', number: null }, 1, text)).toBe('');
    expect(spokenFigure({ kind: 'not-received', number: null }, 1, text)).toBe('chưa gửi');
    expect(figureText({ kind: 'returned', number: null }, 1, text)).toBe('');
    expect(spokenFigure({ kind: 'returned', number: null }, 1, text)).toBe('đã trả lại');
    expect(figureText({ kind: 'number', number: '1234.56' }, 1, text)).toBe('1.234,6');
  });

  it('gives a difference its sign, and none to zero', () => {
    expect(differenceText(row({ difference: '1.2' }), text)).toBe('+1,20');
    expect(differenceText(row({ difference: '-0.64' }), text)).toBe('-0,64');
    expect(differenceText(row({ difference: '0' }), text)).toBe('0,00');
    expect(differenceText(row({ difference: null }), text)).toBe('');
  });

  it('names the least share of the table where every total has one, and none where one is unknown', () => {
    const { total } = row({});
    const of = (share: string | null, counted: number) =>
      row({ total: { ...total, share, counted } });
    expect(leastShare({ rows: [of('83.4', 10), of('91.2', 11)] })).toBe('83.4');
    expect(leastShare({ rows: [of('83.4', 10), of(null, 2)] })).toBeNull();
    expect(leastShare({ rows: [of('83.4', 10), of(null, 12)] })).toBe('83.4');
    expect(leastShare({ rows: [of('100', 12)] })).toBeNull();
  });

  it('counts the difference of percentages in percentage points', () => {
    expect(differenceUnit(row({}), text)).toBe('điểm phần trăm');
    expect(differenceUnit(row({ unitOfMeasure: 'triệu đồng/ha' }), text)).toBe('triệu đồng/ha');
  });

  it('writes percent without a blank and other units with one', () => {
    expect(withUnit('6,2', row({}))).toBe('6,2%');
    expect(withUnit('185', row({ unitOfMeasure: 'triệu đồng/ha' }))).toBe('185 triệu đồng/ha');
  });
});
