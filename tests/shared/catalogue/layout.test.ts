import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { recordedColumn } from '#shared/catalogue/forms/beside-column.ts';
import {
  layOut,
  mostOwnRows,
  ownRowCode,
  ownRowNumber,
  registerOf,
} from '#shared/catalogue/forms/layout.ts';
import { whyNotRecordable } from '#shared/catalogue/forms/recordable.ts';
import { shortTitle } from '#shared/catalogue/forms/short-title.ts';
import { rowCode } from '#shared/ipc/shapes.ts';
import { formOf, haiDuong, unitCode } from './sheets/samples.ts';

const district = { unit: unitCode(haiDuong), side: 'district' } as const;
const province = { unit: unitCode('30'), side: 'province' } as const;

/** The codes of the own rows of Biểu 02 when something stands in these. */
function ownRows(...begun: readonly string[]): readonly string[] {
  const { rows } = layOut(builtInCatalogue, formOf('B02'), {
    ...district,
    ownRows: new Map(begun.map((code) => [code, ''])),
    registerRows: new Map(),
  });
  return rows.filter(({ nameColumn }) => nameColumn !== null).map(({ code }) => code);
}

describe('rows of the unit’s own', () => {
  it('are those that were begun, and one blank one to begin', () => {
    expect(ownRows()).toEqual(['NV.001']);
    expect(ownRows('NV.001')).toEqual(['NV.001', 'NV.002']);
    expect(ownRows('NV.001', 'NV.002')).toEqual(['NV.001', 'NV.002', 'NV.003']);
  });

  it('stay in their places when one between them was emptied', () => {
    expect(ownRows('NV.003')).toEqual(['NV.001', 'NV.002', 'NV.003', 'NV.004']);
  });

  it('are not counted by rows of another kind', () => {
    expect(ownRows('IV.1.1', 'DA.007', 'NV.7', 'NV.0007')).toEqual(['NV.001']);
  });

  it('end at the most that a unit may add', () => {
    expect(ownRows(ownRowCode('NV', mostOwnRows)).at(-1)).toBe(ownRowCode('NV', mostOwnRows));
    expect(ownRows(ownRowCode('NV', mostOwnRows))).toHaveLength(mostOwnRows);
  });

  it('have codes that say their number and that every call takes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('NV', 'DA'),
        fc.integer({ min: 1, max: mostOwnRows }),
        (of, number) => {
          const code = ownRowCode(of, number);
          expect(ownRowNumber(of, code)).toBe(number);
          expect(ownRowNumber(of === 'NV' ? 'DA' : 'NV', code)).toBe(0);
          expect(rowCode.safeParse(code).success).toBe(true);
        },
      ),
    );
    for (const code of ['NV', 'NV.', 'NV.1', 'NV.000', 'NV.0001', 'NV.abc', 'NV.-01', '']) {
      expect(ownRowNumber('NV', code), code).toBe(0);
    }
  });
});

describe('the register of projects', () => {
  it('gives rows to Biểu 03 and to no other form', () => {
    const withRegister = builtInCatalogue.forms.filter((form) => registerOf(form) !== null);
    expect(withRegister.map(({ code }) => code)).toEqual(['B03']);
    expect(registerOf(formOf('B03'))).toEqual({ form: 'DA', period: '2022-KH' });
  });
});

describe('what a unit may record', () => {
  it.each([
    ['B01', 'HI_COVERAGE', 'numerator', null],
    ['B01', 'HI_COVERAGE', 'result', 'cell-not-yours'],
    ['B01', 'GRDP_GROWTH', 'numerator', 'cell-not-yours'],
    ['B01', 'GRDP_GROWTH', 'why.b01-rate-unusual', 'cell-not-yours'],
    ['B01', 'HI_COVERAGE', 'why.b01-rate-unusual.result', null],
    ['B01', 'DOM_REV_GROWTH_AVG', 'numerator', 'cell-not-yours'],
    ['B01', 'NO_SUCH_ROW', 'numerator', 'row-unknown'],
    ['B02', 'IV.1.1', 'state', null],
    ['B02', 'IV.1.1', 'name', 'cell-not-yours'],
    ['B02', 'NV.001', 'name', null],
    ['B02', 'NV.400', 'state', null],
    ['B02', 'NV.401', 'state', 'row-unknown'],
    ['B02', 'NV.000', 'state', 'row-unknown'],
    ['B02', 'DA.001', 'state', 'row-unknown'],
    ['B03', 'V.1', 'plan', null],
    ['B03', 'V.1', 'rate', 'cell-not-yours'],
    ['B03', 'DA.012', 'cumulative', null],
    ['B03', 'DA.012', 'name', 'cell-not-yours'],
    ['CS', 'TONG_SO', 'peopleCount', 'row-unknown'],
    ['TM', 'III.3A', 'text', null],
    ['TM', 'III.3', 'text', 'row-unknown'],
    ['KH', 'NGUOI_KY', 'content', null],
    ['KH', 'NGUOI_KY', 'day', 'cell-not-yours'],
    ['KH', 'HI_COVERAGE', 'target', null],
    ['KH', 'HI_COVERAGE', 'content', 'cell-not-yours'],
    ['KH', 'GRDP_GROWTH', 'target', 'row-unknown'],
    ['DA', 'DA.001', 'name', null],
    ['DA', 'DA.001', 'numerator', 'cell-not-yours'],
  ])('%s %s %s: %s', (form, row, column, expected) => {
    expect(whyNotRecordable(builtInCatalogue, formOf(form), district, row, column)).toBe(expected);
  });

  it('are the communes of its own, in the columns of amounts', () => {
    const form = formOf('B04');
    const communes = builtInCatalogue.units.filter(({ parent }) => parent === haiDuong);
    const others = builtInCatalogue.units.filter(({ parent }) => parent === '300');
    const why = (row: string, column: string) =>
      whyNotRecordable(builtInCatalogue, form, district, row, column);
    for (const { code } of communes) {
      expect(why(code, 'POVERTY_RATE.numerator')).toBeNull();
      expect(why(code, 'POVERTY_RATE.result')).toBe('cell-not-yours');
      expect(why(code, 'numerator')).toBe('cell-not-yours');
    }
    for (const { code } of others) expect(why(code, 'POVERTY_RATE.numerator')).toBe('row-unknown');
  });

  it('differs between district and province in the same form', () => {
    const form = formOf('B01');
    const why = (who: typeof district | typeof province, row: string) =>
      whyNotRecordable(builtInCatalogue, form, who, row, 'status');
    expect([why(district, 'HI_COVERAGE'), why(province, 'HI_COVERAGE')]).toEqual([
      null,
      'cell-not-yours',
    ]);
    expect([why(district, 'HDI'), why(province, 'HDI')]).toEqual(['cell-not-yours', null]);
  });

  it('is what the form shows as fillable, cell by cell', () => {
    for (const form of builtInCatalogue.forms) {
      const { columns, rows } = layOut(builtInCatalogue, form, {
        ...district,
        ownRows: new Map([['NV.001', 'x']]),
        registerRows: new Map([['DA.001', 'x']]),
      });
      for (const row of rows) {
        for (const { code } of columns) {
          const why = whyNotRecordable(builtInCatalogue, form, district, row.code, code);
          expect([form.code, row.code, code, why === null]).toEqual([
            form.code,
            row.code,
            code,
            row.fillable.includes(code),
          ]);
          if (why === null) expect(recordedColumn(builtInCatalogue, form, code)?.code).toBe(code);
        }
      }
    }
  });
});

describe('a remark on a figure', () => {
  const taken = (form: string, column: string): string | null =>
    recordedColumn(builtInCatalogue, formOf(form), column)?.kind ?? null;

  it('is of the figures of a form, where it has no column of its own for it', () => {
    expect(taken('B04', 'status.POVERTY_RATE.numerator')).toBe('status');
    expect(taken('B04', 'note.POVERTY_RATE.denominator')).toBe('text');
    expect(taken('B03', 'source.cumulative')).toBe('text');
    expect(taken('B01', 'source.numerator')).toBe('text');
    expect([taken('B01', 'note.numerator'), taken('B01', 'status.value')]).toEqual([null, null]);
    expect([taken('B02', 'note.lead'), taken('B03', 'source.rate')]).toEqual([null, null]);
    expect(taken('B04', 'note.note.POVERTY_RATE.numerator')).toBeNull();
  });

  it('is filled by who fills the figure', () => {
    const why = (row: string, column: string): string | null =>
      whyNotRecordable(builtInCatalogue, formOf('B01'), district, row, column);
    expect(why('HI_COVERAGE', 'source.numerator')).toBeNull();
    expect(why('HDI', 'source.value')).toBe('cell-not-yours');
  });
});

describe('the short form of a long text', () => {
  it('is its first clause', () => {
    expect(shortTitle('Đẩy nhanh tiêm chủng; mở rộng xét nghiệm.')).toBe('Đẩy nhanh tiêm chủng');
    expect(shortTitle('Một câu.\nHai câu.')).toBe('Một câu');
    expect(shortTitle('')).toBe('');
  });

  it('ends at a word, and never grows too long', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zà-ỹ]{1,12},?$/), { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        const short = shortTitle(text);
        expect(short.length).toBeLessThanOrEqual(121);
        const kept = short.replace(/…$/, '');
        expect(text.startsWith(kept)).toBe(true);
        const next = text.slice(kept.length, kept.length + 1);
        expect(['', ' ', ',']).toContain(next);
      }),
    );
  });
});
