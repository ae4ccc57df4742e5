import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { Form } from '#shared/catalogue/forms/form.ts';
import { columnsOf, formsFor, indicatorForm, layOut } from '#shared/catalogue/forms/layout.ts';
import { columnsFor, isFilledBy } from '#shared/domain/observation.ts';
import type { Side } from '#shared/domain/role.ts';
import { columnCode, formCode, rowCode } from '#shared/ipc/shapes.ts';
import { isNfc } from '#shared/text/nfc.ts';
import { indicator } from '../domain/samples.ts';
import { formOf, haiDuong, unitCode } from './sheets/samples.ts';

const { forms, indicators } = builtInCatalogue;

/** A form as Thành phố Hải Dương or the province sees it, with one own row and one project. */
function laidOut(form: Form, side: Side = 'district') {
  return layOut(builtInCatalogue, form, {
    unit: unitCode(side === 'district' ? haiDuong : '30'),
    side,
    ownRows: new Map([['NV.001', 'Việc riêng']]),
    registerRows: new Map([['DA.001', 'Trường THCS']]),
  });
}

describe('the forms of plan 1112/KH-UBND', () => {
  it('are eight, each with a name for the screen and one for print', () => {
    expect(
      forms.map(({ code, screenName, printName }) => [code, screenName.vi, printName.vi]),
    ).toEqual([
      ['B01', 'Biểu 01', 'Biểu số 01'],
      ['B02', 'Biểu 02', 'Biểu số 02'],
      ['B03', 'Biểu 03', 'Biểu số 03'],
      ['B04', 'Biểu 04', 'Biểu số 04'],
      ['CS', 'Chính sách', 'Biểu chính sách hỗ trợ'],
      ['TM', 'Thuyết minh', 'Phần thuyết minh'],
      ['KH', 'Kế hoạch của đơn vị', 'Biểu kế hoạch của đơn vị'],
      ['DA', 'Danh mục dự án', 'Danh mục dự án đầu tư công'],
    ]);
  });

  it('are asked of districts for reports and for their plan, of the province Biểu 01 alone', () => {
    const codes = (side: Side, kind: 'report' | 'plan') =>
      formsFor(builtInCatalogue, side, kind).map(({ code }) => code);
    expect(codes('district', 'report')).toEqual(['B01', 'B02', 'B03', 'B04', 'CS', 'TM']);
    expect(codes('district', 'plan')).toEqual(['KH', 'DA']);
    expect(codes('province', 'report')).toEqual(['B01']);
    expect(codes('province', 'plan')).toEqual([]);
    expect(indicatorForm(builtInCatalogue).code).toBe('B01');
  });

  it.each(forms)('$code has codes that are given once, and that every call takes', (form) => {
    const { columns, rows } = laidOut(form);
    expect(formCode.safeParse(form.code).success).toBe(true);
    expect(columns.length).toBeGreaterThan(0);
    expect(rows.length).toBeGreaterThan(0);
    for (const [codes, shape] of [
      [columns.map(({ code }) => code), columnCode],
      [rows.map(({ code }) => code), rowCode],
    ] as const) {
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes.filter((code) => !shape.safeParse(code).success)).toEqual([]);
    }
  });

  it.each(forms)('$code says everything in both languages', (form) => {
    const { columns, rows } = laidOut(form);
    const names = [
      form.screenName,
      form.printName,
      form.title,
      ...columns.flatMap(({ name, group, choices }) => [
        name,
        ...(group === null ? [] : [group]),
        ...(choices ?? []).map((choice) => choice.name),
      ]),
      ...rows.flatMap(({ name, group }) => [name, group].filter((each) => each !== null)),
    ];
    for (const { vi, en } of names) {
      expect([vi, en]).not.toContain('');
      expect([isNfc(vi), vi.trim(), en.trim()]).toEqual([true, vi, en]);
    }
  });

  it.each(forms)('$code lets rows be filled in columns that it has', (form) => {
    for (const side of form.sides) {
      const { columns, rows } = laidOut(form, side);
      const recorded = columns.filter(({ kind }) => kind !== 'computed').map(({ code }) => code);
      for (const row of rows) {
        expect(recorded).toEqual(expect.arrayContaining([...row.fillable]));
        // The unit writes the name itself, or the catalogue gives one: never neither.
        expect([row.code, row.name === null]).toEqual([row.code, row.nameColumn !== null]);
      }
      expect(rows.some(({ fillable }) => fillable.length > 0)).toBe(true);
    }
  });
});

describe('Biểu 01', () => {
  const form = formOf('B01');

  it('D60 has a row for every indicator, by group', () => {
    const { rows } = laidOut(form);
    expect([...new Set(rows.map(({ group }) => group?.vi))]).toEqual([
      'Kinh tế',
      'Xã hội',
      'Môi trường',
      'Quản lý nhà nước',
    ]);
    expect(rows.map(({ code }) => code).sort()).toEqual(indicators.map(({ code }) => code).sort());
    expect(rows.map(({ ordinal }) => ordinal)).toEqual(rows.map((_, at) => String(at + 1)));
  });

  it('D61 asks two amounts for a rate and one value for what is published as such', () => {
    expect(columnsFor(indicator('HI_COVERAGE'))).toEqual([
      'numerator',
      'denominator',
      'value',
      'status',
      'note',
    ]);
    expect(columnsFor(indicator('HDI'))).toEqual(['value', 'status', 'note']);
    const province = laidOut(form, 'province').rows;
    expect(province.find(({ code }) => code === 'HDI')?.fillable).toEqual(
      columnsFor(indicator('HDI')),
    );
  });

  it('D62 asks each level only for what it can know', () => {
    expect(indicators.filter((each) => isFilledBy(each, 'district'))).toHaveLength(18);
    expect(indicators.filter((each) => isFilledBy(each, 'province'))).toHaveLength(18);
    for (const side of ['district', 'province'] as const) {
      for (const { indicator: own, fillable } of laidOut(form, side).rows) {
        const expected = own !== null && isFilledBy(own, side) ? columnsFor(own) : [];
        expect(fillable).toEqual(expected);
      }
    }
    expect(isFilledBy(indicator('GRDP_GROWTH'), 'district')).toBe(false);
    expect(isFilledBy(indicator('HI_COVERAGE'), 'province')).toBe(false);
  });
});

describe('Biểu 02', () => {
  it('has the 20 tasks of the plan under their headings, with their whole text', () => {
    const tasks = laidOut(formOf('B02')).rows.filter(({ nameColumn }) => nameColumn === null);
    expect(tasks).toHaveLength(20);
    expect(new Set(tasks.map(({ group }) => group?.vi)).size).toBe(5);
    for (const { code, name, fullText } of tasks) {
      expect(name?.vi.length, code).toBeLessThanOrEqual(121);
      expect(fullText?.startsWith((name?.vi ?? '').replace(/…$/, '')), code).toBe(true);
    }
  });
});

describe('Biểu 03', () => {
  it('has the three sources of funds, then the projects of the register', () => {
    const { rows } = laidOut(formOf('B03'));
    expect(rows.map(({ code, name, group }) => [code, name?.vi, group?.vi])).toEqual([
      ...builtInCatalogue.fundingSources.map(({ id, name }) => [id, name, 'Theo nguồn vốn']),
      ['DA.001', 'Trường THCS', 'Theo dự án'],
    ]);
  });
});

describe('Biểu 04', () => {
  const form = formOf('B04');

  it('has the 25 communes of Thành phố Hải Dương, in code order', () => {
    const { rows } = laidOut(form);
    expect(rows).toHaveLength(25);
    const codes = rows.map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    for (const code of codes) {
      const unit = builtInCatalogue.units.find((each) => each.code === code);
      expect([unit?.parent, unit?.level]).toEqual([haiDuong, 'commune']);
    }
  });

  it('has the communes of every district, and none of another', () => {
    const districts = builtInCatalogue.units.filter(({ level }) => level === 'district');
    const rows = districts.flatMap(
      ({ code }) =>
        layOut(builtInCatalogue, form, {
          unit: code,
          side: 'district',
          ownRows: new Map(),
          registerRows: new Map(),
        }).rows,
    );
    expect(rows).toHaveLength(235);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(235);
  });

  it('asks the two amounts of each indicator that communes report, and computes the rate', () => {
    const columns = columnsOf(builtInCatalogue, form);
    const ofCommunes = indicators.filter(({ reportedBy }) => reportedBy === 'commune');
    const withAmounts = ofCommunes.filter(({ formula }) => formula.kind !== 'value');
    expect(columns.map(({ code, kind }) => [code, kind])).toEqual(
      withAmounts.flatMap(({ code }) => [
        [`${code}.numerator`, 'number'],
        [`${code}.denominator`, 'number'],
        [`${code}.result`, 'computed'],
      ]),
    );
    expect(withAmounts.length).toBeGreaterThan(5);
    for (const { group, indicator: own } of columns) expect(group).toEqual(own?.name);
  });
});
