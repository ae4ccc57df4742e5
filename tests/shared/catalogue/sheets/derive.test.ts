import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { sheetDeriver } from '#shared/catalogue/sheets/derive.ts';
import { totalRow } from '#shared/catalogue/sheets/totals.ts';
import { cellOf, shownOf } from '#shared/catalogue/sheets/sheet.ts';
import { rowCode } from '#shared/ipc/shapes.ts';
import { indicator } from '../../domain/samples.ts';
import {
  beside,
  cellsOf,
  derived,
  deriverOf,
  haiDuong,
  recordedColumns,
  rowIn,
  sheetData,
} from './samples.ts';

const communes = builtInCatalogue.units
  .filter(({ parent }) => parent === haiDuong)
  .map(({ code }) => code as string);
const [first = '', second = '', third = ''] = communes;

describe('a sheet of indicators', () => {
  it('shows the result of two amounts, and what follows from plan and last year', () => {
    const content = derived(
      'B01',
      { HI_COVERAGE: { numerator: '93', denominator: '100' } },
      {
        period: '2023-08',
        related: [
          beside('B01', { HI_COVERAGE: { numerator: '90', denominator: '100' } }),
          beside('KH', { HI_COVERAGE: { target: '92,5' } }, '2022-KH'),
        ],
      },
    );
    const row = rowIn(content, 'HI_COVERAGE');
    const { decimals } = indicator('HI_COVERAGE');
    expect(row.rate).toEqual({ kind: 'number', number: '93', decimals });
    expect(row.previousPeriod).toEqual({ kind: 'number', number: '90', decimals });
    expect(shownOf(row, 'samePeriod')).toEqual({ kind: 'number', number: '90', decimals });
    expect(shownOf(row, 'provinceTarget').kind).toBe('text');
    expect(shownOf(row, 'change')).toMatchObject({ kind: 'text' });
    expect([row.isToFill, row.isAnswered]).toEqual([true, true]);
    expect([content.filled, content.toFill]).toEqual([1, 18]);
  });

  it('judges a result by the one rule: rounded, and only once it is called at least an estimate', () => {
    // NTM_MODEL_COMMUNE: 6,2% asked for; 11/178 = 6,1798% (D73).
    const verdict = (numerator: string, status: string) =>
      rowIn(
        derived('B01', { NTM_MODEL_COMMUNE: { numerator, denominator: '178', status } }),
        'NTM_MODEL_COMMUNE',
      ).verdict;
    expect(verdict('10', 'estimated')).toBe('not-met');
    expect(verdict('11', 'estimated')).toBe('met');
    expect(verdict('12', 'official')).toBe('exceeded');
    expect(verdict('12', '')).toBe('not-due');
    expect(rowIn(derived('B01', {}), 'NTM_MODEL_COMMUNE').verdict).toBeNull();
  });

  it('takes the unit’s own target from its plan of the same year', () => {
    const related = [beside('KH', { HI_COVERAGE: { target: '92,5' } }, '2022-KH')];
    const row = rowIn(derived('B01', {}, { related }), 'HI_COVERAGE');
    expect(shownOf(row, 'ownTarget')).toMatchObject({ kind: 'number', number: '92.5' });
    const later = rowIn(derived('B01', {}, { related, period: '2023-08' }), 'HI_COVERAGE');
    expect(shownOf(later, 'ownTarget')).toEqual({ kind: 'empty' });
  });

  it('types the result where it shows it, and has no column of its own for that', () => {
    const { columns } = derived('B01', {});
    expect(columns.map(({ code }) => code)).not.toContain('value');
    expect(columns.find(({ code }) => code === 'result')?.records).toBe('value');
    expect(columns.find(({ code }) => code === 'provinceTarget')?.records).toBeNull();
    const typed = rowIn(derived('B01', { HI_COVERAGE: { value: '91' } }), 'HI_COVERAGE');
    expect(typed.rate).toMatchObject({ kind: 'number', number: '91' });
  });
});

describe('rows of the unit’s own', () => {
  it('stand below the plan’s, under their names, and count only once they are begun', () => {
    const content = derived('B02', {
      'NV.001': { name: 'Diễn tập phòng, chống thiên tai', state: 'ongoing' },
      'NV.002': { lead: 'Phòng Nông nghiệp' },
    });
    const own = content.rows.filter(({ isOwn }) => isOwn);
    expect(
      own.map(({ row, name, isToFill, isAnswered }) => [row, name, isToFill, isAnswered]),
    ).toEqual([
      ['NV.001', 'Diễn tập phòng, chống thiên tai', true, true],
      ['NV.002', '', true, false],
      ['NV.003', '', false, false],
    ]);
    expect([content.filled, content.toFill]).toEqual([1, 22]);
    expect(own.at(-1)?.findings).toEqual([]);
  });

  it('appear and go while somebody types', () => {
    const derive = deriverOf('B02');
    const own = (typed: string) =>
      derive(cellsOf('B02', { 'NV.001': { name: typed } })).rows.filter(({ isOwn }) => isOwn);
    expect(own('').map(({ row }) => row)).toEqual(['NV.001']);
    expect(own('V').map(({ row }) => row)).toEqual(['NV.001', 'NV.002']);
    expect(own('Vi')[0]?.name).toBe('Vi');
    expect(own('').map(({ row }) => row)).toEqual(['NV.001']);
  });
});

describe('the projects of the register', () => {
  const register = beside(
    'DA',
    {
      'DA.001': { name: 'Trường THCS Lê Quý Đôn', totalInvestment: '15.000' },
      'DA.002': { projectCode: '7654321' },
      'DA.003': { name: 'Đường trục xã' },
    },
    '2022-KH',
  );

  it('are rows of Biểu 03 once they have a name', () => {
    const { rows } = derived('B03', {}, { related: [register] });
    expect(rows.map(({ row, name }) => [row, name]).slice(3)).toEqual([
      ['DA.001', 'Trường THCS Lê Quý Đôn'],
      ['DA.003', 'Đường trục xã'],
    ]);
  });

  it('have a rate of disbursement and what was disbursed before', () => {
    const before = beside('B03', { 'DA.003': { cumulative: '200', plan: '900' } });
    const cells = { 'DA.003': { plan: '1.000', inPeriod: '100', cumulative: '333,3' } };
    const content = derived('B03', cells, { period: '2023-08', related: [register, before] });
    const row = rowIn(content, 'DA.003');
    expect(shownOf(row, 'rate')).toEqual({ kind: 'number', number: '33.3', decimals: 1 });
    expect(shownOf(row, 'previousCumulative')).toMatchObject({ kind: 'number', number: '200' });
    expect(shownOf(rowIn(content, 'DA.001'), 'previousCumulative')).toEqual({ kind: 'empty' });
    const none = derived('B03', { 'V.1': { plan: '0', cumulative: '5' } });
    expect(shownOf(rowIn(none, 'V.1'), 'rate')).toEqual({ kind: 'nil' });
  });

  it('stay in sight without their register as long as they hold figures', () => {
    const rowsWith = (plan: string) =>
      derived('B03', { 'DA.001': { plan } }).rows.map(({ row, name }) => `${row} ${name}`);
    expect(rowsWith('5').slice(3)).toEqual(['DA.001 (không còn trong danh mục)']);
    expect(rowsWith('')).toHaveLength(3);
  });
});

describe('Biểu 04 and what it feeds', () => {
  const amounts = {
    [first]: { 'POVERTY_RATE.numerator': '12', 'POVERTY_RATE.denominator': '400' },
    [second]: { 'POVERTY_RATE.numerator': '8', 'POVERTY_RATE.denominator': '600' },
  };

  it('adds the communes up in a row of its own, with the rates of the sums', () => {
    const content = derived('B04', amounts, { unit: haiDuong });
    const [total] = content.rows;
    expect(total).toMatchObject({ row: totalRow, isTotal: true, fillable: [], isToFill: false });
    if (total === undefined) return;
    expect(cellOf(total, 'POVERTY_RATE.numerator').canonical).toBe('20');
    expect(cellOf(total, 'POVERTY_RATE.denominator').canonical).toBe('1000');
    expect(shownOf(total, 'POVERTY_RATE.result')).toMatchObject({ kind: 'number', number: '2' });
    expect(cellOf(total, 'HI_COVERAGE.numerator').canonical).toBe('');
    expect(content.rows).toHaveLength(26);
    expect(content.toFill).toBe(25);
    expect(rowCode.safeParse(totalRow).success).toBe(true);
  });

  it('does not take "..." for zero, nor a draft for a figure', () => {
    const sumOf = (typed: string) => {
      const cells = { ...amounts, [third]: { 'POVERTY_RATE.numerator': typed } };
      const [total] = derived('B04', cells, { unit: haiDuong }).rows;
      return total === undefined ? null : cellOf(total, 'POVERTY_RATE.numerator').canonical;
    };
    expect([sumOf('-'), sumOf('...'), sumOf('năm'), sumOf('0,5')]).toEqual([
      '20',
      '...',
      '20',
      '20.5',
    ]);
  });

  it('D25 takes "-" in all communes for none of those who are there, in both forms alike', () => {
    const stated = (numerator: string, denominator: string) => ({
      'POVERTY_RATE.numerator': numerator,
      'POVERTY_RATE.denominator': denominator,
    });
    const sums = (cells: Parameters<typeof beside>[1]) => {
      const [total] = derived('B04', cells, { unit: haiDuong }).rows;
      const content = derived('B01', {}, { unit: haiDuong, related: [beside('B04', cells)] });
      const fed = rowIn(content, 'POVERTY_RATE');
      const amounts = ['numerator', 'denominator'].map((part) => cellOf(fed, part).canonical);
      const shown = ['POVERTY_RATE.numerator', 'POVERTY_RATE.denominator'].map((column) =>
        total === undefined ? null : cellOf(total, column).canonical,
      );
      expect(shown).toEqual(amounts);
      return [...amounts, fed.rate];
    };
    expect(sums({ [first]: stated('-', '100'), [second]: stated('-', '1800') })).toEqual([
      '0',
      '1900',
      { kind: 'number', number: '0', decimals: expect.any(Number) as number },
    ]);
    const nothingThere = { [first]: stated('-', '-'), [second]: stated('5', '-') };
    expect(sums(nothingThere)).toEqual(['-', '-', { kind: 'nil' }]);
    expect(sums({ [first]: stated('5', '-'), [second]: stated('1', '10') }).slice(0, 2)).toEqual([
      '1',
      '10',
    ]);
  });

  it('puts the sums into Biểu 01, locks the amounts there and leaves status and note open', () => {
    const related = [beside('B04', amounts)];
    const typed = { POVERTY_RATE: { numerator: '99', value: '7', status: 'estimated' } };
    const content = derived('B01', typed, { unit: haiDuong, related });
    const row = rowIn(content, 'POVERTY_RATE');
    expect([cellOf(row, 'numerator').canonical, cellOf(row, 'denominator').canonical]).toEqual([
      '20',
      '1000',
    ]);
    expect(cellOf(row, 'value').canonical).toBe('');
    expect(row.rate).toMatchObject({ kind: 'number', number: '2' });
    expect([row.fedBy, row.fillable]).toEqual(['B04', ['status', 'note']]);
    expect([row.isToFill, row.isAnswered]).toEqual([true, true]);
    const other = rowIn(content, 'HI_COVERAGE');
    expect([other.fedBy, other.fillable.length]).toEqual([null, 5]);
  });

  it('feeds nothing as long as no commune has stated an amount', () => {
    const related = [beside('B04', { [first]: { 'POVERTY_RATE.numerator': 'năm' } })];
    const row = rowIn(
      derived('B01', { POVERTY_RATE: { numerator: '99' } }, { related }),
      'POVERTY_RATE',
    );
    expect([row.fedBy, cellOf(row, 'numerator').typed]).toEqual([null, '99']);
  });

  it('tells a half-stated indicator from one that was not stated', () => {
    const related = [beside('B04', { [first]: { 'POVERTY_RATE.numerator': '5' } })];
    const row = rowIn(derived('B01', {}, { unit: haiDuong, related }), 'POVERTY_RATE');
    expect([row.fedBy, row.isAnswered, row.rate.kind]).toEqual(['B04', false, 'empty']);
    expect(row.findings.some(({ isBlocking }) => isBlocking)).toBe(true);
  });

  it('is what the report before and last year are read from as well', () => {
    const related = [
      beside('B04', amounts),
      beside('B01', { POVERTY_RATE: { numerator: '99', denominator: '100' } }),
    ];
    const facts = { unit: haiDuong, period: '2023-08', related };
    const row = rowIn(derived('B01', {}, facts), 'POVERTY_RATE');
    expect([row.fedBy, row.previousPeriod, shownOf(row, 'samePeriod')]).toMatchObject([
      null,
      { kind: 'number', number: '2' },
      { kind: 'number', number: '2' },
    ]);
  });
});

describe('the policies', () => {
  it('add up, whatever texts stand beside the figures', () => {
    const { rows, toFill } = derived('CS', {
      'IV.2.1': { peopleCount: '1.200', peopleAmount: '3.000,5', note: 'đợt 1' },
      'IV.3': { peopleCount: '-', peopleAmount: '0,5' },
    });
    const [total] = rows;
    if (total?.isTotal !== true) throw new Error('There is no row of sums.');
    expect(cellOf(total, 'peopleCount').canonical).toBe('1200');
    expect(cellOf(total, 'peopleAmount').canonical).toBe('3001');
    expect(cellOf(total, 'note').canonical).toBe('');
    expect(toFill).toBe(0);
  });
});

describe('what is amiss', () => {
  it('is told of the cell, and counted once', () => {
    const content = derived('B03', { 'V.1': { plan: 'năm tỷ', inPeriod: '1', cumulative: '2' } });
    const row = rowIn(content, 'V.1');
    expect(row.findings).toMatchObject([
      { code: 'cell-unreadable', row: 'V.1', column: 'plan', severity: 'error', isBlocking: true },
    ]);
    expect(content.findings.filter((finding) => finding.row === 'V.1')).toEqual(row.findings);
    expect(row.isAnswered).toBe(false);
  });

  it('is of its own form: empty rows of one are not mistaken for those of another', () => {
    // IV.2.1 is a task of Biểu 02 and a policy; III.1 is a policy and a section of the narrative.
    const warned = (form: string) => derived(form, {}).findings.map(({ row }) => row);
    expect(warned('B02')).toContain('IV.2.1');
    expect(warned('CS')).toEqual(['IV.2.1', 'IV.2.2', 'IV.2.3', 'IV.2.4', 'IV.3', 'III.1']);
    expect(warned('TM')).toContain('III.1');
    expect(warned('KH')).toContain('HI_COVERAGE');
    for (const { findings } of ['B02', 'CS', 'TM', 'KH'].map((form) => derived(form, {}))) {
      expect(findings.every(({ column }) => column !== 'numerator')).toBe(true);
    }
  });

  it('is nothing in rows that others fill, nor in an own row that was not begun', () => {
    const { findings } = derived('B01', {});
    expect(findings.map(({ row }) => row)).not.toContain('GRDP_GROWTH');
    expect(findings).toHaveLength(18);
    expect(derived('DA', {}).findings).toEqual([]);
  });
});

describe('a deriver', () => {
  it('keeps every row that did not change, as the same object', () => {
    const derive = deriverOf('B01');
    const before = cellsOf('B01', { HI_COVERAGE: { numerator: '1' }, SI_COVERAGE: { note: 'x' } });
    const rows = derive(before).rows;
    const after = new Map(before).set(
      'HI_COVERAGE',
      new Map(before.get('HI_COVERAGE')).set('denominator', {
        typed: '2',
        canonical: '2',
        fault: null,
      }),
    );
    const changed = derive(after).rows.filter((row, at) => row !== rows[at]);
    expect(changed.map(({ row }) => row)).toEqual(['HI_COVERAGE']);
    expect(derive(after).rows).toEqual(deriverOf('B01')(after).rows);
  });

  it('says everything in the language that it was made for', () => {
    const derive = (language: 'vi' | 'en') =>
      sheetDeriver(builtInCatalogue, sheetData('B01'), language)(new Map());
    const vi = derive('vi');
    const en = derive('en');
    expect(rowIn(en, 'HI_COVERAGE').name).toBe(indicator('HI_COVERAGE').name.en);
    expect(rowIn(vi, 'HI_COVERAGE').name).toBe(indicator('HI_COVERAGE').name.vi);
    expect(en.columns.map(({ name }) => name)).not.toEqual(vi.columns.map(({ name }) => name));
  });

  it('is refused a form or a period that the catalogue lacks', () => {
    expect(() => sheetDeriver(builtInCatalogue, sheetData('B09'), 'vi')).toThrow('B09');
    const other = sheetData('B01', { period: '2031-05' });
    expect(() => sheetDeriver(builtInCatalogue, other, 'vi')).toThrow('2031-05');
  });

  it('shows each recorded column of a row, and no other', () => {
    for (const { code } of builtInCatalogue.forms) {
      const { rows, columns } = derived(code, {}, { unit: haiDuong });
      for (const row of rows.filter(({ isTotal }) => !isTotal)) {
        expect(Object.keys(row.cells)).toEqual(recordedColumns(code));
        for (const column of columns.filter(({ kind }) => kind === 'computed')) {
          expect(Object.keys(row.shown)).toContain(column.code);
        }
      }
    }
  });
});
