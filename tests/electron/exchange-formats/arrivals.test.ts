import { describe, expect, it } from 'vitest';

import type { Arrival } from '#shared/domain/arrival.ts';
import { unitRecords } from '../../../electron/exchange-formats/package-tables.ts';
import type { ExchangePeriod } from '../../../electron/exchange-formats/period-model.ts';
import { arrivalLines } from '../../../electron/exchange-formats/sheet-words.ts';
import { samplePeriod } from './samples.ts';

/** The sample with its first report come so. */
function come(arrival: Arrival): ExchangePeriod {
  return {
    ...samplePeriod,
    units: samplePeriod.units.map((unit, at) =>
      at === 0 && unit.source !== null ? { ...unit, source: { ...unit.source, arrival } } : unit,
    ),
  };
}

describe('who came late, in files and on paper', () => {
  it.each([
    ['on-time', null],
    ['sealed-on-time', 'Đơn vị đóng gói đúng hạn, tỉnh nhận sau hạn (1/3): Thành phố Hải Dương.'],
    ['late', 'Đơn vị gửi sau thời hạn (1/3): Thành phố Hải Dương.'],
  ] as const)('D107 a report that came %s', (arrival, line) => {
    const lines = arrivalLines(come(arrival)).filter((each) => each.includes('Hải Dương'));
    expect(lines).toEqual(line === null ? [] : [line]);
    const state = arrival === 'on-time' ? 'in-time' : arrival;
    expect(unitRecords(come(arrival)).find((each) => each.REF_AREA === '288')?.STATE).toBe(state);
  });
});
