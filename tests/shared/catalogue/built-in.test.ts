import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { faultsOf } from '#shared/catalogue/consistency.ts';
import { isNfc } from '#shared/text/nfc.ts';

const catalogue = builtInCatalogue;

describe('the catalogue of plan 1112/KH-UBND', () => {
  it('contradicts itself nowhere (D50 to D54)', () => {
    expect(faultsOf(catalogue)).toEqual([]);
  });

  it('holds every text in NFC (D50)', () => {
    const texts = textsIn(catalogue);
    expect(texts.length).toBeGreaterThan(3000);
    expect(texts.filter((text) => text.normalize('NFC') !== text || !isNfc(text))).toEqual([]);
  });

  it('holds all that the plan sets', () => {
    expect(catalogue.version).toBe(2);
    expect(catalogue.plan.number).toBe('1112/KH-UBND');
    expect(catalogue.plan.date).toBe('2022-04-22');
    expect(catalogue.plan.legalBases).toHaveLength(8);
    expect(catalogue.plan.recipients).toHaveLength(13);
    expect(catalogue.sections).toHaveLength(6);
    expect(catalogue.purposes).toHaveLength(3);
    expect(catalogue.goals).toHaveLength(5);
    expect(catalogue.beneficiaries).toHaveLength(2);
    expect(catalogue.anomalies).toHaveLength(12);
    expect(catalogue.fundingSources.map(({ id }) => id)).toEqual(['V.1', 'V.2', 'V.3']);
    expect(catalogue.taskGroups).toHaveLength(5);
    expect(catalogue.tasks).toHaveLength(20);
    expect(catalogue.assignments).toHaveLength(36);
    expect(catalogue.assignments.filter(({ isLeaf }) => isLeaf)).toHaveLength(30);
  });

  it('holds 34 indicators and 21 + 30 targets, 16 of them numbered by the plan', () => {
    const of2022 = catalogue.targets.filter(({ horizon }) => horizon === '2022');
    expect(catalogue.indicators).toHaveLength(34);
    expect(of2022).toHaveLength(21);
    expect(catalogue.targets).toHaveLength(51);
    expect(new Set(of2022.map(({ planNumber }) => planNumber)).size).toBe(16);
    expect(new Set(catalogue.targets.map((each) => each.indicator)).size).toBe(34);
  });

  it('knows how each figure of the province comes about', () => {
    expect(countBy(catalogue.indicators.map(({ aggregation }) => aggregation))).toEqual({
      weighted: 16,
      'province-only': 17,
      'not-additive': 1,
    });
    expect(countBy(catalogue.indicators.map(({ reportedBy }) => reportedBy))).toEqual({
      province: 16,
      district: 9,
      commune: 9,
    });
  });

  it('quotes the plan in each target, word for word', () => {
    const goals = catalogue.goals.flatMap(({ text, paragraphs }) => [text, ...paragraphs]);
    const unquoted = catalogue.targets.filter(
      ({ originalText }) => !goals.some((goal) => goal.includes(originalText)),
    );
    expect(unquoted).toEqual([]);
  });

  it('keeps the slips of the plan as they are printed', () => {
    const everything = textsIn({ ...catalogue, anomalies: [] });
    const corrected = catalogue.anomalies.filter(
      ({ text }) => !everything.some((each) => each.includes(text)),
    );
    expect(corrected).toEqual([]);
  });

  it('has four periods with deadlines, and cut-off days that nobody has set yet (D34)', () => {
    expect(
      catalogue.periods.map(({ code, id, cutOff, deadline }) => [
        code,
        id,
        cutOff,
        deadline.before,
        deadline.lastCompliantDay,
        deadline.lastWorkingDay,
      ]),
    ).toEqual([
      ['2022-KH', 'PLAN_2022', null, '2022-04-30', '2022-04-29', null],
      ['2022-08', 'RPT_2022_08', null, '2022-08-31', '2022-08-30', null],
      ['2023-08', 'RPT_2023_08', null, '2023-08-31', '2023-08-30', null],
      ['2024-04', 'RPT_2024_04', null, '2024-04-30', '2024-04-29', '2024-04-26'],
    ]);
    expect(catalogue.periods[1]?.name.vi).toBe('Báo cáo tháng 8/2022');
  });

  it('has the province, 12 districts and 235 communes of 2022', () => {
    expect(countBy(catalogue.units.map(({ level }) => level))).toEqual({
      province: 1,
      district: 12,
      commune: 235,
    });
    expect(
      countBy(catalogue.units.filter(({ level }) => level === 'commune').map(({ type }) => type)),
    ).toEqual({ phường: 47, xã: 178, 'thị trấn': 10 });
    expect(catalogue.units.find(({ code }) => code === '291')).toMatchObject({
      nameWithType: 'Huyện Nam Sách',
      committeeName: 'Ủy ban nhân dân huyện Nam Sách',
      placeName: 'Nam Sách',
      financeOffice: 'Phòng Tài chính - Kế hoạch',
    });
  });

  it('says under which name a code lives on', () => {
    expect(catalogue.units.find(({ code }) => code === '10621')).toMatchObject({
      nameWithType: 'Xã Thanh Quang',
      validTo: '2024-11-30',
      successor: { from: '2024-12-01', nameWithType: 'Xã Quốc Tuấn' },
    });
  });
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
