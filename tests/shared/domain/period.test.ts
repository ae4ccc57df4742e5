import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import {
  comparePeriods,
  firstDayOf,
  parsePeriodCode,
  previousReport,
  samePeriodLastYear,
  type PeriodCode,
} from '#shared/domain/period.ts';

const { periods } = builtInCatalogue;

function code(text: string): PeriodCode {
  const parsed = parsePeriodCode(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

describe('period codes (D30, D31)', () => {
  it('reads plans and months, October to December too', () => {
    expect(['2022-KH', '2022-01', '2022-08', '2022-10', '2024-12'].map(parsePeriodCode)).toEqual([
      '2022-KH',
      '2022-01',
      '2022-08',
      '2022-10',
      '2024-12',
    ]);
  });

  it.each(['2022-00', '2022-13', '2022-8', '22-08', '2022-kh', '2022_08', '2022-08\n', ''])(
    'reads no period in "%s"',
    (text) => {
      expect(parsePeriodCode(text)).toBeNull();
    },
  );

  it('orders them in time, the plan before the months of its year', () => {
    const mixed = ['2024-04', '2022-08', '2022-KH', '2023-08', '2022-10'].map(code);
    expect(mixed.sort(comparePeriods)).toEqual([
      '2022-KH',
      '2022-08',
      '2022-10',
      '2023-08',
      '2024-04',
    ]);
  });
});

describe('the first day of a period (D105)', () => {
  it('is that of its month, or of the year of a plan', () => {
    expect(['2022-08', '2024-12', '2022-KH'].map((text) => firstDayOf(code(text)))).toEqual([
      '2022-08-01',
      '2024-12-01',
      '2022-01-01',
    ]);
  });
});

describe('what a period is compared with (D32, D33)', () => {
  it('finds the report before', () => {
    expect(previousReport(periods, code('2024-04'))?.code).toBe('2023-08');
    expect(previousReport(periods, code('2023-08'))?.code).toBe('2022-08');
  });

  it('counts no plan as a report', () => {
    expect(previousReport(periods, code('2022-08'))).toBeNull();
    expect(previousReport(periods, code('2022-KH'))).toBeNull();
  });

  it('finds the same period of last year, where there is one', () => {
    expect(samePeriodLastYear(periods, code('2023-08'))?.code).toBe('2022-08');
    expect(samePeriodLastYear(periods, code('2024-04'))).toBeNull();
    expect(samePeriodLastYear(periods, code('2022-08'))).toBeNull();
  });
});
