import { describe, expect, it } from 'vitest';

import type { CellRecord } from '#shared/bundle/cell-record.ts';
import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { receivedCellsOf } from '../../../electron/service/cell-records.ts';
import { august2022 } from '../../helpers/world.ts';
import { codeOf } from '../../shared/bundle/two-offices.ts';

describe('cells that another program sealed', () => {
  const catalogue = builtInCatalogue;
  const unit = catalogue.units.find(({ code }) => code === '300')?.code;
  const report = catalogue.periods.find(({ code }) => code === august2022);
  const commune = catalogue.units.find(({ parent }) => parent === '300')?.code ?? '';
  const foreign = catalogue.units.find(({ parent }) => parent === '288')?.code ?? '';

  function judged(differently: Partial<CellRecord>): string {
    if (unit === undefined || report === undefined) throw new Error('the catalogue has both');
    const cell: CellRecord = {
      refArea: '300',
      timePeriod: august2022,
      form: 'B02',
      row: 'IV.1.1',
      column: 'progress',
      value: '45',
      ...differently,
    };
    return codeOf(receivedCellsOf([cell], unit, report, catalogue));
  }

  it.each<[string, Partial<CellRecord>]>([
    ['its own task', { row: 'NV.400' }],
    ['a project', { form: 'B03', row: 'DA.001', column: 'plan', value: '...' }],
    ['a commune', { form: 'B04', row: commune, column: 'POVERTY_RATE.numerator', value: '-' }],
    ['a choice', { column: 'state', value: 'notApplicable' }],
    ['an explanation', { column: 'why.change-large.progress', value: 'vì mưa bão' }],
    ['an explanation of Biểu 01', { form: 'B01', row: 'HI_COVERAGE', column: 'why.x.result' }],
    ['a heading', { form: 'TM', row: 'I', column: 'text', value: 'a\nb' }],
    ['a remark', { form: 'B03', row: 'V.1', column: 'source.plan', value: 'Kho bạc' }],
    [
      'a status of a commune',
      { form: 'B04', row: commune, column: 'status.POVERTY_RATE.numerator', value: 'official' },
    ],
  ])('are taken in for %s', (_what, differently) => {
    expect(judged(differently)).toBe('accepted');
  });

  it.each<[string, Partial<CellRecord>]>([
    ['a form of nobody', { form: 'B09' }],
    ['a form of the plan', { form: 'DA', row: 'DA.001', column: 'name' }],
    ['an unknown row', { row: 'IX.9.9' }],
    ['one task too many', { row: 'NV.401' }],
    ['the row of totals', { form: 'B04', row: 'TONG_SO', column: 'POVERTY_RATE.numerator' }],
    ['a commune of another', { form: 'B04', row: foreign, column: 'POVERTY_RATE.numerator' }],
    ['an unknown column', { column: 'cost' }],
    ['a computed column', { form: 'B03', row: 'V.1', column: 'rate' }],
    ['a column of another row', { form: 'B03', row: 'DA.001', column: 'name' }],
    ['what observations say', { form: 'B01', row: 'HI_COVERAGE', column: 'numerator' }],
    ['a remark on no figure', { column: 'note.lead' }],
    ['a remark that the form has a column for', { form: 'B03', row: 'V.1', column: 'note.plan' }],
    [
      'a remark on another commune',
      { form: 'B04', row: foreign, column: 'note.POVERTY_RATE.numerator' },
    ],
    ['a row of the province', { form: 'B01', row: 'GRDP_GROWTH', column: 'why.x.result' }],
  ])('are refused for %s', (_what, differently) => {
    expect(judged(differently)).toBe('cell-not-in-catalogue');
  });

  it.each<[string, Partial<CellRecord>]>([
    ['a decimal comma', { value: '4,5' }],
    ['a trailing zero', { value: '4.50' }],
    ['a word', { value: 'nhiều' }],
    ['a choice that is none', { column: 'state', value: 'done-ish' }],
    ['a long text', { column: 'lead', value: 'x'.repeat(301) }],
    ['a long explanation', { column: 'why.x', value: 'x'.repeat(2001) }],
    ['a status that is none', { form: 'B03', row: 'V.1', column: 'status.plan', value: 'chắc' }],
  ])('are refused with %s', (_what, differently) => {
    expect(judged(differently)).toBe('data-malformed');
  });

  it('are refused when they are of another unit', () => {
    expect(judged({ refArea: '291' })).toBe('data-of-other-unit');
  });
});
