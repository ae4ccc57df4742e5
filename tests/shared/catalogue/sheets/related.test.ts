import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { ownPlanOf, previousSheet, relatedSheets } from '#shared/catalogue/sheets/related.ts';
import { formOf, periodCode } from './samples.ts';

const related = (form: string, period: string) =>
  relatedSheets(builtInCatalogue, formOf(form), periodCode(period))
    .map((key) => `${key.period} ${key.form}`)
    .sort();

describe('the sheets that stand beside a sheet', () => {
  it('are, for Biểu 01, earlier reports, their communes, the own plan and the communes of now', () => {
    expect(related('B01', '2022-08')).toEqual(['2022-08 B04', '2022-KH KH']);
    expect(related('B01', '2023-08')).toEqual(['2022-08 B01', '2022-08 B04', '2023-08 B04']);
    expect(related('B01', '2024-04')).toEqual(['2023-08 B01', '2023-08 B04', '2024-04 B04']);
  });

  it('are, for Biểu 03, the register and the report before', () => {
    expect(related('B03', '2022-08')).toEqual(['2022-KH DA']);
    expect(related('B03', '2023-08')).toEqual(['2022-08 B03', '2022-KH DA']);
  });

  it('are none for a plan', () => {
    expect([related('KH', '2022-KH'), related('DA', '2022-KH')]).toEqual([[], []]);
  });

  it('are named once each, and never the sheet itself', () => {
    for (const form of builtInCatalogue.forms) {
      for (const { code, kind } of builtInCatalogue.periods) {
        if (kind !== form.periods) continue;
        const keys = related(form.code, code);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).not.toContain(`${code} ${form.code}`);
      }
    }
  });

  it('know the report before and the plan of a year', () => {
    expect(previousSheet(builtInCatalogue, formOf('B02'), periodCode('2022-08'))).toBeNull();
    expect(previousSheet(builtInCatalogue, formOf('B02'), periodCode('2024-04'))).toEqual({
      period: '2023-08',
      form: 'B02',
    });
    expect(ownPlanOf(builtInCatalogue, 2022)).toEqual({ period: '2022-KH', form: 'KH' });
    expect(ownPlanOf(builtInCatalogue, 2023)).toBeNull();
  });
});
