import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { bieu01, forms, rowsOf } from '#shared/catalogue/forms.ts';
import { columnsFor, isFilledBy } from '#shared/domain/observation.ts';
import { indicator } from '../domain/samples.ts';

describe('Biểu 01', () => {
  it('is called one thing on screen and another in print', () => {
    expect(forms).toEqual([bieu01]);
    expect(bieu01.screenName.vi).toBe('Biểu 01');
    expect(bieu01.printName.vi).toBe('Biểu số 01');
  });

  it('has a row for every indicator, by group (D60)', () => {
    const groups = rowsOf(bieu01, builtInCatalogue);
    expect(groups.map(({ group }) => group.name.vi)).toEqual([
      'Kinh tế',
      'Xã hội',
      'Môi trường',
      'Quản lý nhà nước',
    ]);
    expect(groups.flatMap(({ rows }) => rows)).toHaveLength(34);
  });

  it('asks two amounts for a rate and one value for what is published as such (D61)', () => {
    expect(columnsFor(indicator('HI_COVERAGE'))).toEqual([
      'numerator',
      'denominator',
      'value',
      'status',
      'note',
    ]);
    expect(columnsFor(indicator('HDI'))).toEqual(['value', 'status', 'note']);
  });

  it('asks each level only for what it can know (D62)', () => {
    const { indicators } = builtInCatalogue;
    expect(indicators.filter((each) => isFilledBy(each, 'district'))).toHaveLength(18);
    expect(indicators.filter((each) => isFilledBy(each, 'province'))).toHaveLength(18);
    expect(isFilledBy(indicator('GRDP_GROWTH'), 'district')).toBe(false);
    expect(isFilledBy(indicator('HI_COVERAGE'), 'province')).toBe(false);
  });
});
